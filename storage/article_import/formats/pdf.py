"""PDF files: the text of their pages by pypdf, put together to paragraphs."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from storage.article_import.input_format import InputFormat
from storage.article_import.parsed import ParsedArticle
from storage.errors import ReadError
from storage.limits import MOST_PAGES
from storage.wording.plural import inflect

if TYPE_CHECKING:
    from pypdf import PdfReader

_ENDS = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*$")
_FULL = 0.8
"""Share of the usual width that a line has unless its paragraph ends with it."""
_COMMON = 3
"""Pages that have the same line at their top or foot, numbers aside, where that is boilerplate."""
_BULLET = re.compile(r"[•▪◦‣–-]\s|\(?\d{1,3}[.)]\s")
_HYPHENS = "-\u00ad\u2010"
_FROM_A_PROGRAM = re.compile(
    r"^(?:microsoft word|powerpoint|presentation)\b|^untitled|\.(?:docx?|indd|pdf|rtf|tex|odt)$",
    re.IGNORECASE,
)


PDF = InputFormat(
    name="pdf",
    called="a PDF",
    read=lambda document: read_pdf(document.data),
    endings=(".pdf",),
    content_types=("application/pdf", "application/x-pdf"),
    looks_like=lambda data: data.startswith(b"%PDF-"),
    articles="PDF",
    is_unmistakable=True,
    is_long=True,
)


def read_pdf(data: bytes) -> ParsedArticle:
    """Return text and metadata of a PDF, and a notice of pages that cannot be read.

    Its dates are not asked: they are those of the file. Newsrooms and libraries make PDFs on the
    eve of the issue, out of an archive years after, or whenever somebody prints a page to keep it,
    and no field tells these apart. `ReadError` where it is password-protected, where no page
    can be read, and where those that can hold pictures of text only.
    """
    import pypdf
    from pypdf.errors import DependencyError

    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    try:
        # Many are locked against changes only, and open without a password.
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError("is password-protected")
        if len(reader.pages) > MOST_PAGES:
            raise ReadError(f"has more than {MOST_PAGES:,} pages")
        pages, broken = _extract_pages(reader)
    except (DependencyError, NotImplementedError):
        raise ReadError("is encrypted in a way that Copydesk cannot read") from None
    text = join_lines([page.split("\n") for page in pages])
    if not text and broken:
        raise ReadError(
            f"cannot be read: {_list_pages(broken)} damaged, and no other page has text"
        )
    if not text:
        raise ReadError("has no text, only images; run a scan through OCR first")
    title, author = _read_metadata(reader)
    return ParsedArticle(
        text,
        "" if _FROM_A_PROGRAM.search(title) else title,
        author=author,
        notice=f"was read only in part: {_list_pages(broken)} damaged" if broken else "",
    )


def _extract_pages(reader: PdfReader) -> tuple[list[str], list[int]]:
    """Return the text of each page, empty where it cannot be read, and the numbers of those."""
    from pypdf.errors import DependencyError

    texts: list[str] = []
    broken: list[int] = []
    complaints = _Complaints()
    log = logging.getLogger("pypdf")
    log.addHandler(complaints)
    try:
        for number in range(1, len(reader.pages) + 1):
            complaints.count = 0
            text = ""
            try:
                text = reader.pages[number - 1].extract_text()
            except (DependencyError, MemoryError):
                raise  # nothing that is the matter with this page alone
            except Exception:  # pypdf stumbles in many ways
                complaints.count += 1
            texts.append(text)
            if complaints.count and not text.strip():
                broken.append(number)
    finally:
        log.removeHandler(complaints)
    return texts, broken


class _Complaints(logging.Handler):
    """Counts the warnings of pypdf, which takes a page that it cannot unpack for an empty one."""

    count = 0

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002
        """Count one."""
        self.count += 1


def _list_pages(pages: Sequence[int]) -> str:
    """Say which pages, in their order, with the verb that goes with them."""
    spans: list[tuple[int, int]] = []
    for page in pages:
        if spans and spans[-1][1] == page - 1:
            spans[-1] = spans[-1][0], page
        else:
            spans.append((page, page))
    named = ", ".join(f"{first}-{last}" if last > first else f"{first}" for first, last in spans)
    return f"{inflect(len(pages), 'page')} {named} {inflect(len(pages), 'is', 'are')}"


def _read_metadata(reader: PdfReader) -> tuple[str, str]:
    """Return title and author as the file names them, empty where it does not."""
    try:
        said = reader.metadata
        title, author = (said.title, said.author) if said else ("", "")
    except Exception:  # the text is worth more than its title
        return "", ""
    return " ".join(str(title or "").split()), str(author or "").strip()


def join_lines(pages: Sequence[Sequence[str]]) -> str:
    """Join the lines of pages to paragraphs with an empty line between.

    A word parted at the end of a line becomes one again, a paragraph may go on over a page break;
    page numbers and lines that head or foot several pages are left out.
    """
    bare = [[" ".join(line.split()) for line in page] for page in pages]
    boilerplate = _find_boilerplate(bare)
    paragraphs: list[str] = []
    begun = ""
    for page in bare:
        lines = _drop_boilerplate(page, boilerplate)
        width = _measure_width(lines)
        for line in lines:
            if not line or (begun and _BULLET.match(line) and _ENDS.search(begun)):
                paragraphs.append(begun)
                begun = ""
            if not line:
                continue
            begun = _continue_line(begun, line)
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


def _continue_line(begun: str, line: str) -> str:
    if not begun:
        return line
    if begun[-1] in _HYPHENS and begun[-2:-1].isalpha() and line[0].islower():
        return begun[:-1] + line
    return f"{begun} {line}"


def _measure_width(lines: Sequence[str]) -> int:
    widths = sorted(len(line) for line in lines if line)
    return widths[len(widths) * 3 // 4] if widths else 0


def _find_boilerplate(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return what heads or foots several pages, numbers aside."""
    edges = Counter(
        edge
        for page in pages
        for edge in {_drop_numbers(line) for line in (*page[:2], *page[-2:]) if line}
    )
    return frozenset(line for line, count in edges.items() if count >= _COMMON and line)


def _drop_boilerplate(page: Sequence[str], boilerplate: frozenset[str]) -> list[str]:
    lines = list(page)
    while lines and _is_boilerplate(lines[0], boilerplate):
        lines.pop(0)
    while lines and _is_boilerplate(lines[-1], boilerplate):
        lines.pop()
    return lines


def _is_boilerplate(line: str, boilerplate: frozenset[str]) -> bool:
    return not _drop_numbers(line) or _drop_numbers(line) in boilerplate


def _drop_numbers(line: str) -> str:
    """Return a line without its numbers; of a page number nothing is left."""
    return re.sub(r"[\d\W_]+", " ", re.sub(r"\b(?:page|of)\b", "", line.lower())).strip()
