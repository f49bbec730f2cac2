"""PDF files: the text of their pages by pypdf, put together to paragraphs."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Sequence

from storage.errors import ReadError
from storage.metadata import iso_date
from storage.sources.found import Found

_MOST_PAGES = 2000
_ENDS = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*$")
_FULL = 0.8
"""Share of the usual width that a line has unless its paragraph ends with it."""
_FURNITURE = 3
"""Pages that have the same line at their top or foot, numbers aside, where that is furniture."""
_BULLET = re.compile(r"[•▪◦‣–-]\s|\(?\d{1,3}[.)]\s")
_HYPHENS = "-\u00ad\u2010"
_FROM_A_PROGRAM = re.compile(
    r"^(?:microsoft word|powerpoint|presentation)\b|^untitled|\.(?:docx?|indd|pdf|rtf|tex|odt)$",
    re.IGNORECASE,
)


def read_pdf(data: bytes) -> Found:
    """Return text and metadata of a PDF.

    `ReadError` where it is locked with a password, or holds pictures of text only.
    """
    import pypdf
    from pypdf.errors import DependencyError

    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    try:
        # Many are locked against changes only, and open without a password.
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError("is locked with a password")
        if len(reader.pages) > _MOST_PAGES:
            raise ReadError(f"has more than {_MOST_PAGES:,} pages")
        pages = [page.extract_text() for page in reader.pages]
    except (DependencyError, NotImplementedError):
        raise ReadError("is locked in a way that Copydesk cannot open") from None
    text = joined([page.split("\n") for page in pages])
    if not text:
        raise ReadError("holds no text, only pictures; a scan has to go through OCR first")
    said = reader.metadata
    title = " ".join(((said and said.title) or "").split())
    created = said and said.creation_date
    return Found(
        text,
        "" if _FROM_A_PROGRAM.search(title) else title,
        author=((said and said.author) or "").strip(),
        published=(iso_date(created.isoformat()) or "")[:10] if created else "",
    )


def joined(pages: Sequence[Sequence[str]]) -> str:
    """Join the lines of pages to paragraphs with an empty line between.

    A word parted at the end of a line becomes one again, a paragraph may go on over a page break;
    page numbers and lines that head or foot several pages are left out.
    """
    bare = [[" ".join(line.split()) for line in page] for page in pages]
    furniture = _furniture(bare)
    paragraphs: list[str] = []
    begun = ""
    for page in bare:
        lines = _without(page, furniture)
        width = _usual_width(lines)
        for line in lines:
            if not line or (begun and _BULLET.match(line) and _ENDS.search(begun)):
                paragraphs.append(begun)
                begun = ""
            if not line:
                continue
            begun = _continued(begun, line)
            if len(line) < _FULL * width and (_ENDS.search(line) or not _goes_on(line, lines)):
                paragraphs.append(begun)
                begun = ""
        if begun and _ENDS.search(begun):
            paragraphs.append(begun)
            begun = ""
    return "\n\n".join(filter(None, (*paragraphs, begun)))


def _goes_on(line: str, lines: Sequence[str]) -> bool:
    """Tell whether a short line without an end is just the last of its page."""
    return line is lines[-1]


def _continued(begun: str, line: str) -> str:
    if not begun:
        return line
    if begun[-1] in _HYPHENS and begun[-2:-1].isalpha() and line[0].islower():
        return begun[:-1] + line
    return f"{begun} {line}"


def _usual_width(lines: Sequence[str]) -> int:
    widths = sorted(len(line) for line in lines if line)
    return widths[len(widths) * 3 // 4] if widths else 0


def _furniture(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return what heads or foots several pages, numbers aside."""
    edges = Counter(
        edge
        for page in pages
        for edge in {_numberless(line) for line in (*page[:2], *page[-2:]) if line}
    )
    return frozenset(line for line, count in edges.items() if count >= _FURNITURE and line)


def _without(page: Sequence[str], furniture: frozenset[str]) -> list[str]:
    lines = list(page)
    while lines and _is_furniture(lines[0], furniture):
        lines.pop(0)
    while lines and _is_furniture(lines[-1], furniture):
        lines.pop()
    return lines


def _is_furniture(line: str, furniture: frozenset[str]) -> bool:
    return not _numberless(line) or _numberless(line) in furniture


def _numberless(line: str) -> str:
    """Return a line without its numbers; of a page number nothing is left."""
    return re.sub(r"[\d\W_]+", " ", re.sub(r"\b(?:page|of)\b", "", line.lower())).strip()
