"""A written document as articles: its text, and of its properties what a person wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from storage.article_import.formats.database_exports.exports import look_ahead, read_documents
from storage.article_import.formats.office.paragraphs import Paragraph, join_paragraphs
from storage.article_import.formats.properties import choose_author
from storage.article_import.parsed import LeftOut, ParsedArticle
from storage.errors import ReadError
from storage.limits import LARGEST_BOOK
from storage.wording.joined_words import join_words
from storage.wording.written_dates import parse_date

_UNTITLED = re.compile(
    r"(?:microsoft word|document|dokument|untitled|word document|unbenannt|sans titre)\d*\b.{0,30}"
    r"|.*\.(?:docx?|odt|rtf|txt|dotx?|pdf)|\W*",
    re.IGNORECASE,
)
_TEMPLATE = "2013-12-23T23:15:00Z"
"""When the document was made that python-docx begins all of its own with."""
_TOP = 3
"""Paragraphs among which a heading is the title of it all."""


class Properties(NamedTuple):
    """What a document says of itself, as it says it; empty where it says nothing."""

    title: str = ""
    author: str = ""
    created: str = ""
    modified: str = ""


def read_written(
    paragraphs: Iterable[Paragraph], properties: Properties, notices: Iterable[str]
) -> Iterator[ParsedArticle | LeftOut]:
    """Yield the articles of a document: those of an export of a database, else the whole as one.

    Names that programs put where a person's should be are none. `notices` are asked once the
    paragraphs have been read. `ReadError` where it has no text, or more than any book.
    """
    service, paragraphs = look_ahead(paragraphs, lambda paragraph: paragraph.text)
    if service is not None:
        yield from read_documents(service, (paragraph.text for paragraph in paragraphs))
    else:
        yield _make_article(paragraphs, properties, notices)


def _make_article(
    paragraphs: Iterable[Paragraph], properties: Properties, notices: Iterable[str]
) -> ParsedArticle:
    kept: list[Paragraph] = []
    room = LARGEST_BOOK
    for paragraph in paragraphs:
        room -= len(paragraph.text)
        if room < 0:
            raise ReadError("has too much text for a document")
        kept.append(paragraph)
    if not kept:
        raise ReadError("has no text")
    created, modified = (_parse_time(one) for one in (properties.created, properties.modified))
    return ParsedArticle(
        join_paragraphs(kept),
        _choose_title(kept, properties.title),
        author=choose_author(properties.author),
        published=created,
        notice=join_words(one for one in notices if one),
        modified=modified if modified > created else "",
    )


def _parse_time(stated: str) -> str:
    time = parse_date(stated) or ""
    return "" if time == _TEMPLATE else time


def _choose_title(paragraphs: list[Paragraph], stated: str) -> str:
    stated = " ".join(stated.split())
    if stated and not _UNTITLED.fullmatch(stated):
        return stated
    return next((one.text for one in islice(paragraphs, _TOP) if one.level == 1), "")
