"""Articles into the library."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from storage.article_import.parsed import FeedEntry, Listing
from storage.article_import.reader import Reader
from storage.article_import.readings import Reading, mark_last
from storage.article_import.things import Thing, choose_from, is_quick, list_meant
from storage.errors import ReadError
from storage.library import Library
from storage.models import Article, NewArticle

_TOGETHER = 20
"""Articles that are stored in one transaction: each transaction waits for the disk."""
_CHARACTERS_TOGETHER = 2**20
"""Characters of these articles after which they are stored: longer ones need their room."""
_AT_LEAST_EVERY = 0.25
"""Seconds after which what was read is stored."""


class Outcome(NamedTuple):
    """What came of one thing, and how far the whole is."""

    name: str
    article: Article | None
    is_new: bool
    notice: str
    """A sentence about what was read, where there is one worth telling."""
    problem: str
    """Why it is not in the library; empty where it is."""
    listing: Listing | None
    """What a feed lists; nothing of it is in the library."""
    done: int
    total: int
    version: Literal["", "new version", "older version"] = ""
    """What a new article is of others that are there; empty where it is of none."""


def import_articles(
    library: Library,
    things: Sequence[Thing],
    outlet: str = "",
    *,
    columns: str = "",
    allow_local: bool = False,
    has_places: bool = True,
    choose: Callable[[Listing], Sequence[FeedEntry]] = lambda _listing: (),
    check: Callable[[int, int], None] = lambda _done, _total: None,
) -> Generator[Outcome, None, None]:
    """Read things one after another, and store what they hold; tells of each article.

    A folder has to be put into its files before (`gather.expand_folders`). Of a feed the entries
    that `choose` returns are added too; a `ReadError` of its is told like any other. `columns` says
    what the columns of tables have, where their names do not (`text=body,date=pub`). `check` is
    called with how many of how many are done before each is read or stored; what it raises ends the
    import, as closing the generator does. Whatever ends it: what was told stays in the library.
    Without `has_places` files go once they are read, and it is not kept where they lay.
    """
    place = _resolve_path if has_places else _drop_path
    pending: list[_Read] = []
    waiting = list(things)
    done = 0

    def store() -> list[Outcome]:
        check(done, len(waiting))
        with library.transaction():
            return [_store_reading(library, read, len(waiting), place) for read in pending]

    with Reader(outlet, columns=columns, allow_local=allow_local) as reader:
        since = time.monotonic()
        for thing in waiting:  # it grows by what is chosen from feeds
            if pending and not is_quick(thing):
                yield from store()
                pending.clear()
            check(done, len(waiting))
            for reading, is_last in mark_last(reader.read(thing)):
                if reading.listing is not None:
                    reading = _extend_waiting(thing, reading, waiting, choose)
                done += is_last
                pending.append(_Read(reading, done))
                if _are_enough(pending) or time.monotonic() - since > _AT_LEAST_EVERY:
                    yield from store()
                    pending.clear()
                    since = time.monotonic()
        if pending:
            yield from store()


class _Read(NamedTuple):
    """What was read and is to be stored."""

    reading: Reading
    done: int
    """How many things had been read to their end with it."""


def _are_enough(pending: Sequence[_Read]) -> bool:
    articles = (one.reading.article for one in pending)
    length = sum(len(article.text) for article in articles if article is not None)
    return len(pending) >= _TOGETHER or length > _CHARACTERS_TOGETHER


def _extend_waiting(
    thing: Thing,
    reading: Reading,
    waiting: list[Thing],
    choose: Callable[[Listing], Sequence[FeedEntry]],
) -> Reading:
    listing = reading.listing
    assert listing is not None
    if listing.is_whole:
        waiting += list_meant(thing, listing)
        return reading._replace(listing=None)
    try:
        waiting += choose_from(thing, listing, choose(listing))
    except ReadError as error:
        return Reading(reading.name, problem=f"{reading.name} {error}.")
    return reading


def _store_reading(
    library: Library, read: _Read, total: int, place: Callable[[NewArticle], NewArticle]
) -> Outcome:
    reading = read.reading
    article, is_new = None, False
    if reading.article is not None:
        article, is_new = library.articles.add(
            place(reading.article), may_be_edited_file=not reading.is_one_of_several
        )
    return Outcome(
        reading.name,
        article,
        is_new,
        reading.notice,
        reading.problem,
        reading.listing,
        read.done,
        total,
        _find_version(library, article.id) if article is not None and is_new else "",
    )


def _find_version(library: Library, article_id: str) -> Literal["", "new version", "older version"]:
    """Say whether an article has other versions, and whether one of them is newer."""
    versions = library.articles.find_versions(article_id)
    if len(versions) == 1:
        return ""
    return "new version" if versions[-1] == article_id else "older version"


def add_articles(library: Library, articles: Sequence[NewArticle]) -> list[tuple[Article, bool]]:
    """Store the articles, all or none; tells of each article whether it is new."""
    with library.transaction():
        return [library.articles.add(_resolve_path(article)) for article in articles]


def _drop_path(article: NewArticle) -> NewArticle:
    return article._replace(path=None)


def _resolve_path(article: NewArticle) -> NewArticle:
    if not article.path:
        return article
    return article._replace(path=str(Path(article.path).absolute()))
