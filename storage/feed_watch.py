"""Watching feeds: new entries come into the library, and are held against what is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from storage.article_import.parsed import FeedEntry, Listing
from storage.article_import.reader import Reader
from storage.article_import.readings import Reading
from storage.article_import.sandbox import Parser
from storage.article_import.things import Thing, choose_from
from storage.article_import.web.polite_fetch import HostPace, PoliteFetcher
from storage.article_import.web.urls import canonicalize, hide_user
from storage.discovery.carriers import find_carriers
from storage.errors import CopydeskError, ReadError
from storage.ids import make_text_id
from storage.library import Library
from storage.models import Article
from storage.tables.page_validators import Validators
from textreuse import split_words


class Carried(NamedTuple):
    """An article of the library of which a newcomer carries some."""

    article: Article
    words: int
    """Of its words those that stand in the newcomer."""
    of: int
    """All of them."""

    @property
    def share(self) -> float:
        """What part of it that is, 0..1."""
        return self.words / self.of if self.of else 0.0


class Arrival(NamedTuple):
    """What came of one entry of a feed, or of a feed."""

    article: Article | None = None
    """What is in the library now; None where nothing could be had."""
    carried: tuple[Carried, ...] = ()
    """The newest versions of other articles of which it carries enough, most first."""
    notice: str = ""
    """A sentence about what was read, where there is one worth telling."""
    problem: str = ""
    """Why nothing could be had; empty where something was."""


class FeedWatch:
    """Looks at feeds, as often as it is asked to, and knows what it has seen.

    To be used by one thread at a time; close it when done.
    """

    def __init__(
        self,
        feeds: Sequence[str],
        least_share: float,
        *,
        allow_local: bool = False,
        pace: HostPace | None = None,
    ) -> None:
        """Make one; an article of which `least_share` of the words is carried is told."""
        self._feeds = feeds
        self._least = least_share
        self._fetcher = PoliteFetcher(pace)
        self._parser = Parser()
        self._reader = Reader(
            allow_local=allow_local, parser=self._parser, fetch=self._fetcher.fetch
        )
        self._given: dict[str, Validators] = {}
        """What the server of each feed gave last."""
        self._seen: set[str] = set()
        """The addresses of entries that were read, or could not be."""

    def close(self) -> None:
        """End the process that reads pages."""
        self._parser.close()

    def look(self, library: Library) -> Iterator[Arrival]:
        """Read the entries that neither the library nor this has seen; tell what came of each.

        What is told is in the library. An entry that cannot be read is told once.
        """
        for feed in self._feeds:
            self._fetcher.known = self._given.get(feed, Validators())
            reading = next(self._reader.read(feed))
            if self._fetcher.is_unchanged:
                continue
            if reading.listing is None or reading.listing.of_feeds:
                yield Arrival(problem=reading.problem or f"{reading.name} is not a feed.")
                continue
            self._fetcher.known = Validators()
            given = self._fetcher.given
            for thing in self._list_new(library, feed, reading.listing):
                for one in self._reader.read(thing):
                    arrival = self._take(library, one)
                    if arrival is not None:
                        yield arrival
            # Not before: what was broken off is read at the next look.
            self._given[feed] = given

    def _list_new(self, library: Library, feed: str, listing: Listing) -> Iterator[Thing]:
        for entry in listing.entries:
            known_as = _name_entry(entry)
            if known_as and known_as not in self._seen:
                if not _has(library, known_as):
                    yield from choose_from(feed, listing, [entry])
                self._seen.add(known_as)

    def _take(self, library: Library, reading: Reading) -> Arrival | None:
        """Store what was read; None where the library has, or had, it at another address."""
        if reading.article is None:
            return Arrival(problem=reading.problem)
        if library.trash.has_text(make_text_id(reading.article.text)):
            return None
        try:
            article, is_new = library.articles.add(reading.article)
            if not is_new:
                return None
            found = self._find_carried(library, article)
            carried = tuple(sorted(found, key=lambda one: -one.share))
            if carried:
                told = ((one.article.id, one.words, one.of) for one in carried)
                library.newcomers.put(article.id, told)
        except CopydeskError as error:
            return Arrival(problem=str(error))
        return Arrival(article, carried, reading.notice)

    def _find_carried(self, library: Library, article: Article) -> Iterator[Carried]:
        for one in find_carriers(library, article):
            words = split_words(one.article.text)
            carried = Carried(one.article, words.count_within(one.places), len(words))
            is_newest = library.articles.find_versions(one.article.id)[-1] == one.article.id
            if carried.share >= self._least and is_newest:
                yield carried


def _has(library: Library, url: str) -> bool:
    """Tell whether the library has, or had, an article with that address."""
    return library.articles.find_at(url) is not None or library.trash.has_address(url)


def _name_entry(entry: FeedEntry) -> str:
    """Return the address of an entry; empty where it has none."""
    try:
        return canonicalize(entry.link) if entry.link else ""
    except ReadError:
        return hide_user(entry.link)
