"""RTF documents, by a small reader of our own; see `docs/decisions/import.md` for why."""

from __future__ import annotations

from collections.abc import Iterator

from storage.article_import.formats.office.paragraphs import Paragraph
from storage.article_import.formats.office.rtf_text import RtfText
from storage.article_import.formats.office.rtf_tokens import iterate_tokens
from storage.article_import.formats.office.written_article import Properties, read_written
from storage.article_import.input_format import Document, InputFormat
from storage.article_import.parsed import LeftOut, ParsedArticle
from storage.errors import ReadError

_BEGINS = b"{\\rtf"

RTF = InputFormat(
    name="rtf",
    called="an RTF document",
    read=lambda document: read_rtf(document),
    endings=(".rtf",),
    content_types=("application/rtf", "text/rtf"),
    looks_like=lambda data: data.startswith(_BEGINS),
    articles="RTF",
    is_unmistakable=True,
    is_long=True,
)


def read_rtf(document: Document) -> Iterator[ParsedArticle | LeftOut]:
    """Yield text and properties of a document, its notes at the end; see `read_written`.

    `ReadError` where it is none. One that breaks off is read up to there.
    """
    if not document.data.lstrip().startswith(_BEGINS):
        raise ReadError("is damaged or not an RTF document")
    text = RtfText()
    paragraphs = list(_iterate_paragraphs(document.data, text))
    yield from read_written(paragraphs, _read_properties(text.told), _iterate_notices(text))


def _iterate_paragraphs(data: bytes, text: RtfText) -> Iterator[Paragraph]:
    for token in iterate_tokens(data):
        text.take(token)
        if text.flow.done:
            yield from text.flow.done
            text.flow.done.clear()
    text.finish()
    yield from text.flow.done
    for number, note in enumerate(text.notes, 1):
        for place, paragraph in enumerate(note):
            mark = "" if place else f"[{number}] "
            yield paragraph._replace(text=mark + paragraph.text)


def _iterate_notices(text: RtfText) -> Iterator[str]:
    if text.has_changes:
        yield "has tracked changes, which were read as accepted"


def _read_properties(told: dict[str, str]) -> Properties:
    created, modified = (
        "{:0>4}-{:0>2}-{:0>2}T{:0>2}:{:0>2}".format(
            *(told.get(f"{name} {word}", "0") for word in ("yr", "mo", "dy", "hr", "min"))
        )
        for name in ("creatim", "revtim")
    )
    return Properties(told.get("title", ""), told.get("author", ""), created, modified)
