"""PDF files: the words of their pages by PDFium, put together to paragraphs in reading order."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from storage.article_import.formats.pdf_layout.columns import split_columns
from storage.article_import.formats.pdf_layout.margins import take_off_margins
from storage.article_import.formats.pdf_layout.paragraphs import (
    Column,
    join_columns,
    make_aside,
    make_column,
)
from storage.article_import.formats.pdf_layout.rows import has_wide_gaps, make_rows
from storage.article_import.formats.pdf_layout.words import LOST, Word, list_words
from storage.article_import.formats.properties import choose_author
from storage.article_import.input_format import InputFormat
from storage.article_import.parsed import ParsedArticle
from storage.errors import ReadError
from storage.limits import MOST_PAGES
from storage.tables.article_fields import parse_address
from storage.wording.joined_words import join_words
from storage.wording.plural import inflect

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MOST_LOST = 0.01
"""Share of a text's signs that a file may not tell without a word about it."""
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
    """Return text and metadata of a PDF, and a notice of what is not read or not sure.

    Its dates are not asked: they are those of the file. Newsrooms and libraries make PDFs on the
    eve of the issue, out of an archive years after, or whenever somebody prints a page to keep it,
    and no field tells these apart. `ReadError` where it is password-protected, where no page
    can be read, and where those that can hold pictures of text only.
    """
    document = _open(data)
    try:
        if len(document) > MOST_PAGES:
            raise ReadError(f"has more than {MOST_PAGES:,} pages")
        title, author = _read_metadata(document)
        pages = [list_words(document[number]) for number in range(len(document))]
    finally:
        document.close()
    empty = [number for number, words in enumerate(pages, 1) if not words]
    broken = _find_broken(data, empty) if empty else []
    if not any(pages):
        raise ReadError(
            f"cannot be read: {_list_pages(broken)} damaged, and no other page has text"
            if broken
            else "has no text, only images; run a scan through OCR first"
        )
    title = "" if _FROM_A_PROGRAM.search(title) else title
    return make_article(pages, title, author, broken)


def make_article(
    pages: Sequence[Sequence[Word]], title: str, author: str, broken: Sequence[int]
) -> ParsedArticle:
    """Return the article that the words of pages make; `broken` are numbers of damaged pages."""
    margins = take_off_margins(
        [make_rows(word for word in words if word.is_upright) for words in pages], title
    )
    blocks = split_columns([[one for row in rows for one in row] for rows in margins.pages])
    columns: list[Column] = []
    unsure: list[int] = []
    for number, (words, its_blocks) in enumerate(zip(pages, blocks, strict=True), 1):
        columns += map(make_column, its_blocks)
        columns += make_aside(word for word in words if not word.is_upright)
        if any(map(has_wide_gaps, its_blocks)):
            unsure.append(number)
    text = "\n\n".join(join_columns(columns))
    notices = [f"was read only in part: {_list_pages(broken)} damaged"] if broken else []
    if unsure:
        notices.append(f"may not be in reading order: {_list_pages(unsure)} set like a table")
    if text.count(LOST) > _MOST_LOST * len(text):
        notices.append(f"does not say what some of its letters are; they are shown as {LOST}")
    return ParsedArticle(
        text,
        title,
        author=author,
        url=parse_address(margins.address) or "",
        notice=join_words(notices),
    )


def _open(data: bytes) -> PdfDocument:
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        # Many are locked against changes only, and open without a password.
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise ReadError("is password-protected") from None
        if error.err_code == pdfium.FPDF_ERR_SECURITY:
            raise ReadError("is encrypted in a way that Copydesk cannot read") from None
        raise


def _find_broken(data: bytes, pages: Sequence[int]) -> list[int]:
    """Return which of these pages, that have no words, cannot be unpacked.

    PDFium takes them for empty ones; pypdf complains of them.
    """
    import pypdf

    complaints = _Complaints()
    log = logging.getLogger("pypdf")
    log.addHandler(complaints)
    broken: list[int] = []
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return []
        for number in pages:
            complaints.count = 0
            try:
                reader.pages[number - 1].extract_text()
            except MemoryError:
                raise  # nothing that is the matter with this page alone
            except Exception:  # pypdf stumbles in many ways
                complaints.count += 1
            if complaints.count:
                broken.append(number)
    except MemoryError:
        raise
    except Exception:  # it is not understood at all, or is encrypted: nothing is known of its pages
        return broken
    finally:
        log.removeHandler(complaints)
    return broken


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


def _read_metadata(document: PdfDocument) -> tuple[str, str]:
    """Return title and author as the file names them, empty where it does not."""
    said = document.get_metadata_dict()
    return " ".join(said.get("Title", "").split()), choose_author(said.get("Author", ""))
