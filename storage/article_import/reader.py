"""Reading one thing after another: files, addresses, what was handed over, entries of feeds."""

from __future__ import annotations

from pathlib import Path, PurePath
from types import TracebackType
from typing import NamedTuple, Self
from urllib.parse import unquote, urlsplit

from storage.article_import import guess_metadata
from storage.article_import.file_types import (
    ANNOTATIONS,
    NOT_READ,
    describe_formats,
    find_by_ending,
    find_by_type,
    guess_by_look,
)
from storage.article_import.formats.plain_text import TEXT
from storage.article_import.input_format import Document, InputFormat
from storage.article_import.parsed import Listing, ParsedArticle
from storage.article_import.sandbox import Parser, TooSlowError
from storage.article_import.things import (
    Given,
    LinkedFeed,
    Thing,
    WantedEntry,
    find_typed,
    name_thing,
)
from storage.article_import.web.fetch import FetchedFile, fetch
from storage.article_import.web.urls import canonicalize, hide_user, is_address
from storage.errors import ReadError
from storage.files import read_file
from storage.models import NewArticle
from storage.wording.terminal_text import fit_utf8, shorten

_BEGINNING = 60
"""Characters of a text without headline and name that stand for a title."""


class Reading(NamedTuple):
    """What came of one thing: an article, or a feed, or a sentence that says why neither."""

    name: str
    article: NewArticle | None = None
    notice: str = ""
    """A sentence about what was read, where there is one worth telling."""
    problem: str = ""
    listing: Listing | None = None


class Reader:
    """Reads things; plain text here, all else in a process of its own, until it is closed.

    To be used by one thread at a time.
    """

    def __init__(
        self, outlet: str = "", *, allow_local: bool = False, parser: Parser | None = None
    ) -> None:
        """Make one; `outlet` is the outlet of all that is read, where it is not empty."""
        self._outlet = outlet
        self._allow_local = allow_local
        self._parser = parser or Parser()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._parser.close()

    def read(self, thing: Thing) -> Reading:
        """Read one thing; what is wrong with it is told in the answer, never raised."""
        name = name_thing(thing)
        try:
            if isinstance(thing, WantedEntry):
                reading = self._read_entry(thing)
            elif isinstance(thing, Given):
                reading = self._read_given(thing)
            elif isinstance(thing, LinkedFeed):
                reading = self._read_address(thing.address, thing.typed)
            elif is_address(thing):
                reading = self._read_address(thing, thing)
            else:
                reading = self._read_file(Path(thing))
        except ReadError as error:
            return Reading(name, problem=str(error))
        article, listing = reading.article, reading.listing
        if article is not None and self._outlet:
            article = article._replace(outlet=self._outlet)
        if listing is not None:
            listing = listing._replace(typed=find_typed(thing))
        return reading._replace(name=name, article=article, listing=listing)

    def _read_file(self, path: Path) -> Reading:
        input_format = find_by_ending(path.name)
        called = NOT_READ.get(path.suffix.lower())
        if input_format is None and called is not None and path.exists():
            raise ReadError(f"{path} is {called}; Copydesk reads {describe_formats()}.")
        if path.suffix.lower() in ANNOTATIONS and path.exists():
            raise ReadError(
                f"{path} is not an article; if it has annotations, use `copydesk import`."
            )
        data = read_file(path)
        input_format = input_format or guess_by_look(data)
        if input_format is TEXT and path.suffix.lower() == ".xml":
            raise ReadError(f"{path} is XML but not a feed.")
        reading = self._parse(input_format, Document(data), str(path), path)
        if reading.article is None:
            return reading
        return reading._replace(article=reading.article._replace(path=fit_utf8(str(path))))

    def _read_given(self, given: Given) -> Reading:
        input_format = TEXT if given.is_text else guess_by_look(given.data)
        reading = self._parse(input_format, Document(given.data), given.name)
        article = reading.article
        if article is not None and article.title == guess_metadata.UNTITLED:
            # Where no file has a name, the first paragraph is the likeliest headline.
            begins, _, rest = article.text.strip().partition("\n\n")
            title = shorten(" ".join((begins if rest else article.text).split()), _BEGINNING)
            reading = reading._replace(article=article._replace(title=title))
        return reading

    def _read_address(self, address: str, typed: str, *, is_name: bool = True) -> Reading:
        """Read what lies there, to which `typed` led; where `is_name` it may be called after it."""
        fetched = fetch(address, typed=typed, allow_local=self._allow_local)
        told = hide_user(fetched.url)
        path = PurePath(unquote(urlsplit(fetched.url).path))
        document = Document(fetched.data, fetched.charset, fetched.url)
        reading = self._parse(
            _choose_format(fetched, path), document, told, path if is_name else None
        )
        article = reading.article
        if article is None:
            return reading
        url = article.url or canonicalize(fetched.url)
        outlet = article.outlet or guess_metadata.extract_site(url)
        return reading._replace(article=article._replace(url=url, outlet=outlet))

    def _parse(
        self,
        input_format: InputFormat,
        document: Document,
        name: str,
        path: PurePath | None = None,
    ) -> Reading:
        try:
            if input_format.is_plain:
                found = input_format.read(document)
            else:
                found = self._parser.parse(input_format, document)
        except ReadError as error:
            raise ReadError(f"{name} {error}.") from error
        if isinstance(found, Listing):
            return Reading(name, listing=found)
        if not found.has_words:
            raise ReadError(f"{name} has no text.")
        article = _make_article(found, path, is_plain=input_format.is_plain)
        return Reading(name, article, _make_sentence(name, found.notice))

    def _read_entry(self, wanted: WantedEntry) -> Reading:
        from storage.article_import.formats.html import PAGE

        entry = wanted.entry
        name = hide_user(entry.link) or entry.title
        try:
            if not entry.link:
                raise ReadError(f"{name} has no address.")
            reading = self._read_address(entry.link, wanted.typed, is_name=False)
            if reading.listing is not None:
                raise ReadError(f"{name} is a feed, not an article.")
        except ReadError as error:
            if not entry.content or isinstance(error.__cause__, TooSlowError):
                raise  # what the feed holds is much the same
            markup = f"<html><body><article>{entry.content}</article></body></html>".encode()
            reading = self._parse(PAGE, Document(markup), name)
            why = str(error).rstrip(".")
            notice = f"{entry.title}: {why}; the text in the feed was used instead."
            reading = reading._replace(notice=notice)
        return reading._replace(article=_complete_from_feed(reading.article, wanted))


def _choose_format(fetched: FetchedFile, path: PurePath) -> InputFormat:
    """Return what was fetched: what the server says, unless it plainly is something else."""
    from storage.article_import.formats.html import PAGE

    said = find_by_type(fetched.content_type)
    looks = guess_by_look(fetched.data)
    if said is None:
        return find_by_ending(path.name) or looks
    if said in (PAGE, TEXT) and looks.is_unmistakable:
        return looks  # many servers name no better type
    return said


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
    )


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
    )


def _make_sentence(name: str, said: str) -> str:
    return f"{name} {said}." if said else ""
