"""What came of things: found articles made into new ones, and the sentences about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import NamedTuple, TypeVar

from storage.article_import import guess_metadata
from storage.article_import.parsed import LeftOut, Listing, ParsedArticle
from storage.errors import ReadError
from storage.models import NewArticle
from storage.tables.article_fields import parse_citation_key
from storage.wording.terminal_text import shorten
from storage.wording.written_dates import parse_date

_T = TypeVar("_T")

_BEGINNING = 60
"""Characters of a text without headline and name that stand for a title."""


class Reading(NamedTuple):
    """What came of a thing: an article, or a listing, or a sentence that says why neither."""

    name: str
    article: NewArticle | None = None
    notice: str = ""
    """A sentence about what was read, where there is one worth telling."""
    problem: str = ""
    listing: Listing | None = None
    is_one_of_several: bool = False
    """Whether its document holds other articles too."""


def take_only(
    found: ParsedArticle | LeftOut, name: str, path: PurePath | None, *, is_plain: bool
) -> Reading:
    """Return the one article of a document."""
    if isinstance(found, LeftOut):
        raise ReadError(found.why)
    if not found.has_words:
        raise ReadError("has no text")
    article = _make_article(found, path, is_plain=is_plain)
    return Reading(name, article, _make_sentence(name, found.notice))


def take_one_of_several(found: ParsedArticle | LeftOut, name: str, number: int) -> Reading:
    """Return one article of a document, of which it is the one with that number."""
    if isinstance(found, LeftOut):
        return Reading(name, problem=f"{name}, {found.name} {found.why}.")
    called = f"{name}, {shorten(found.title, _BEGINNING) or f'article {number}'}"
    if not found.has_words:
        return Reading(name, problem=f"{called} has no text.")
    article = _make_article(found, None, is_plain=False)
    notice = _make_sentence(called, found.notice)
    return name_untitled(Reading(name, article, notice, is_one_of_several=True))


def _make_article(found: ParsedArticle, path: PurePath | None, *, is_plain: bool) -> NewArticle:
    guessed = guess_metadata.guess_metadata(found.text, path)
    author, url = (guessed.author, guessed.url) if is_plain else (None, None)
    return NewArticle(
        found.text,
        " ".join(found.title.split())[:300] or guessed.title,
        found.outlet or guessed.outlet,
        found.author or author,
        found.published or guessed.published,
        found.url or url,
        modified=parse_date(found.modified) or guessed.modified,
        captured=parse_date(found.captured) or guessed.captured,
        citation_key=parse_citation_key(found.citation_key) or guessed.citation_key,
        item=found.item or None,
        details=found.details or None,
    )


def name_untitled(reading: Reading) -> Reading:
    """Give its article a title where no file has a name: what it begins with.

    The first paragraph is the likeliest headline.
    """
    article = reading.article
    if article is None or article.title != guess_metadata.UNTITLED:
        return reading
    begins, _, rest = article.text.strip().partition("\n\n")
    title = shorten(" ".join((begins if rest else article.text).split()), _BEGINNING)
    return reading._replace(article=article._replace(title=title))


def _make_sentence(name: str, said: str) -> str:
    return f"{name} {said}." if said else ""


def mark_last(values: Iterable[_T]) -> Iterator[tuple[_T, bool]]:
    """Yield each value with whether it is the last one."""
    waiting: list[_T] = []
    for value in values:
        if waiting:
            yield waiting.pop(), False
        waiting.append(value)
    if waiting:
        yield waiting.pop(), True
