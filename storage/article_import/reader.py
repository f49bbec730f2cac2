"""Reading one thing after another: files, addresses, what was handed over, entries of feeds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Self
from urllib.parse import unquote, urlsplit

from storage.article_import import guess_metadata
from storage.article_import.file_types import guess_by_look
from storage.article_import.formats.plain_text import TEXT
from storage.article_import.input_format import Document, InputFormat, iterate_found
from storage.article_import.opening import choose_format, open_file, refuse_annotations
from storage.article_import.parsed import Listing
from storage.article_import.readings import (
    Reading,
    mark_last,
    name_untitled,
    take_one_of_several,
    take_only,
)
from storage.article_import.sandbox import Parser, TooSlowError
from storage.article_import.things import (
    Given,
    LinkedFeed,
    Thing,
    WantedEntry,
    WantedRecords,
    find_collection,
    find_typed,
    name_thing,
)
from storage.article_import.web.fetch import Fetch, fetch
from storage.article_import.web.urls import canonicalize, hide_user, is_address
from storage.errors import ReadError
from storage.models import NewArticle
from storage.tables.article_fields import parse_citation_key
from storage.wording.terminal_text import fit_utf8

if TYPE_CHECKING:
    from storage.article_import.services.zotero_articles import ZoteroItem


class Reader:
    """Reads things; plain text here, all else in a process of its own, until it is closed.

    To be used by one thread at a time.
    """

    def __init__(
        self,
        outlet: str = "",
        *,
        columns: str = "",
        allow_local: bool = False,
        parser: Parser | None = None,
        fetch: Fetch = fetch,
    ) -> None:
        """Make one; `outlet` is the outlet of all that is read, where it is not empty.

        `columns` says which columns of tables have what, as far as their names do not.
        """
        self._outlet = outlet
        self._columns = columns
        self._allow_local = allow_local
        self._parser = parser or Parser()
        self._fetch = fetch

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self._parser.close()

    def read(self, thing: Thing) -> Iterator[Reading]:
        """Read one thing, and tell of each article that it holds, and of each that is left out.

        What is wrong with it is told in an answer, never raised; there is one at least.
        """
        name = name_thing(thing)
        try:
            for reading in self._read_thing(thing):
                yield self._complete(reading._replace(name=name), thing)
        except ReadError as error:
            yield Reading(name, problem=str(error))

    def _read_thing(self, thing: Thing) -> Iterator[Reading]:
        if isinstance(thing, WantedEntry):
            return self._read_entry(thing)
        if isinstance(thing, LinkedFeed):
            return self._read_address(thing.address, thing.typed)
        if isinstance(thing, WantedRecords):
            return self._read_named(thing.archive, thing.records)
        return self._read_named(thing)

    def _read_named(self, named: str | Given, wanted: tuple[str, ...] = ()) -> Iterator[Reading]:
        """Read what a person named or handed over; of an archive, the `wanted` records."""
        if isinstance(named, Given):
            return self._read_given(named, wanted)
        if is_address(named):
            return self._read_address(named, named, wanted=wanted)
        collection = find_collection(named)
        if collection is not None:
            return self._read_zotero(collection, wanted)
        return self._read_file(Path(named), wanted)

    def _complete(self, reading: Reading, thing: Thing) -> Reading:
        article, listing = reading.article, reading.listing
        if article is not None and self._outlet:
            article = article._replace(outlet=self._outlet)
        if listing is not None:
            listing = listing._replace(typed=find_typed(thing))
        return reading._replace(article=article, listing=listing)

    def _read_file(self, path: Path, wanted: tuple[str, ...]) -> Iterator[Reading]:
        document, input_format = open_file(path, self._columns)
        for reading in self._parse(input_format, document._replace(wanted=wanted), str(path), path):
            article = reading.article
            if article is not None:
                article = article._replace(path=fit_utf8(str(path)))
            yield reading._replace(article=article)

    def _read_zotero(self, collection: str, wanted: tuple[str, ...]) -> Iterator[Reading]:
        from storage.article_import.services import zotero_articles  # hardly anybody names it

        if not wanted:
            yield Reading("Zotero", listing=zotero_articles.list_items(collection))
        for key in wanted:
            yield from self._read_item(zotero_articles.find_item(key))

    def _read_item(self, item: ZoteroItem) -> Iterator[Reading]:
        """Read the first of an item's files that has a text, else what lies at its address."""
        from storage.article_import.formats.references.reference_articles import complete

        known = item.reference
        notices: list[str] = []
        readings: list[Reading] = []
        for path in item.files:
            try:
                readings = list(self._read_file(path, ()))
                break
            except ReadError as error:
                notices.append(str(error))
        if not readings:
            if not known.url:
                why = f"“{known.title}” has neither file nor address."
                raise ReadError(notices[0] if notices else why)
            readings = list(self._read_address(known.url, "zotero:", is_name=not known.title))
            known = known._replace(captured="")  # another copy was looked at then
        for one in readings:
            article = None if one.article is None else complete(one.article, known, known.url)
            yield one._replace(article=article, notice=" ".join([*notices, one.notice]).strip())

    def _read_given(self, given: Given, wanted: tuple[str, ...]) -> Iterator[Reading]:
        input_format = TEXT if given.is_text else guess_by_look(given.data)
        if not given.is_text:
            refuse_annotations(given.name, input_format, given.data)
        for reading in self._parse(input_format, Document(given.data, wanted=wanted), given.name):
            yield name_untitled(reading)

    def _read_address(
        self, address: str, typed: str, *, is_name: bool = True, wanted: tuple[str, ...] = ()
    ) -> Iterator[Reading]:
        """Read what lies there, to which `typed` led; where `is_name` it may be called after it."""
        fetched = self._fetch(address, typed=typed, allow_local=self._allow_local)
        told = hide_user(fetched.url)
        path = PurePath(unquote(urlsplit(fetched.url).path))
        document = Document(fetched.data, fetched.charset, fetched.url, wanted=wanted)
        for reading in self._parse(
            choose_format(fetched, path), document, told, path if is_name else None
        ):
            article = reading.article
            if article is not None:
                url = article.url or canonicalize(fetched.url)
                outlet = article.outlet or guess_metadata.extract_site(url)
                article = article._replace(url=url, outlet=outlet)
            yield reading._replace(article=article)

    def _parse(
        self,
        input_format: InputFormat,
        document: Document,
        name: str,
        path: PurePath | None = None,
    ) -> Iterator[Reading]:
        """Yield what a document holds; where that is one article, it may be called after `path`."""
        document = document._replace(columns=self._columns)
        if input_format.is_plain:
            found = iterate_found(input_format, document)
        else:
            found = self._parser.parse(input_format, document)
        number = 0
        try:
            for number, (one, is_last) in enumerate(mark_last(found), 1):
                if isinstance(one, Listing):
                    yield Reading(name, listing=one)
                elif is_last and number == 1:
                    yield take_only(one, name, path, is_plain=input_format.is_plain)
                else:
                    yield take_one_of_several(one, name, number)
        except ReadError as error:
            raise ReadError(f"{name} {error}.") from error
        if number == 0:
            raise ReadError(f"{name} has no text.")

    def _read_entry(self, wanted: WantedEntry) -> Iterator[Reading]:
        entry = wanted.entry
        name = hide_user(entry.link) or entry.title
        try:
            if not entry.link:
                raise ReadError(f"{name} has no address.")
            readings = list(self._read_address(entry.link, wanted.typed, is_name=not entry.title))
            if readings[0].listing is not None:
                raise ReadError(f"{name} is a feed, not an article.")
        except ReadError as error:
            if not entry.content or isinstance(error.__cause__, TooSlowError):
                raise  # what the feed holds is much the same
            why = str(error).rstrip(".")
            notice = f"{entry.title}: {why}; the text in the feed was used instead."
            readings = [self._read_content(wanted, name)._replace(notice=notice)]
        for reading in readings:
            yield reading._replace(article=_complete_from_feed(reading.article, wanted))

    def _read_content(self, wanted: WantedEntry, name: str) -> Reading:
        """Read the text that the feed itself holds."""
        from storage.article_import.formats.pages.html import PAGE

        content = wanted.entry.content
        markup = f"<html><body><article>{content}</article></body></html>".encode()
        (reading,) = self._parse(PAGE, Document(markup), name)
        return reading


def _complete_from_feed(article: NewArticle | None, wanted: WantedEntry) -> NewArticle | None:
    """Let the feed say what the page did not."""
    if article is None:
        return None
    entry = wanted.entry
    url = article.url
    if not url and is_address(entry.link):
        try:
            url = canonicalize(entry.link)
        except ReadError:
            url = None
    outlet = article.outlet if article.outlet != guess_metadata.extract_site(url or "") else ""
    untitled = article.title == guess_metadata.UNTITLED
    return article._replace(
        title=entry.title if untitled and entry.title else article.title,
        outlet=outlet or wanted.feed or article.outlet or guess_metadata.extract_site(url or ""),
        author=article.author or entry.author or None,
        published=article.published or entry.published or None,
        url=url,
        citation_key=article.citation_key or parse_citation_key(entry.citation_key),
    )
