"""Articles out of the records of a reference manager."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from storage.article_import.formats.references.attached_files import read_attached
from storage.article_import.formats.references.reference import Reference
from storage.article_import.parsed import FeedEntry, Found, LeftOut, Listing, ParsedArticle
from storage.errors import ReadError
from storage.limits import MOST_RECORDS
from storage.models import NewArticle
from storage.tables.article_details import write_details
from storage.tables.article_fields import parse_address, parse_citation_key
from storage.wording.plural import pluralize
from storage.wording.terminal_text import shorten

_TITLE = 60
_Article = TypeVar("_Article", ParsedArticle, NewArticle)


def read_references(references: Iterable[Reference | LeftOut], path: str) -> Iterator[Found]:
    """Yield the articles whose files lie beside the export at `path`, then what can be fetched.

    What the record says comes before what its file says. Records without a file that has a text are
    listed by their addresses; those without an address are left out by their titles. Where `path`
    is empty no file is looked for.
    """
    to_fetch: list[FeedEntry] = []
    for number, reference in enumerate(references, 1):
        if isinstance(reference, LeftOut):
            yield reference
            continue
        address = parse_address(reference.url) or ""
        called = f"“{shorten(reference.title, _TITLE)}”" if reference.title else f"record {number}"
        try:
            if not path or not reference.files:
                raise ReadError("has no file with a text")
            found = read_attached(reference.files, Path(path).parent, address)
            yield complete(found, reference, address)
        except ReadError as error:
            if not address:
                yield LeftOut(called, f"{error}, and no address")
            elif len(to_fetch) < MOST_RECORDS:
                to_fetch.append(_make_entry(reference, address))
            else:
                raise ReadError(f"has more than {MOST_RECORDS:,} records; split it") from None
    if to_fetch:
        records = pluralize(len(to_fetch), "record")
        yield Listing("", to_fetch, note=f"No text is attached to {records}, listed by address")


def complete(found: _Article, reference: Reference, address: str) -> _Article:
    """Return an article with what its record says: somebody may have corrected that.

    Only what a copy says of itself comes before it: when it was made, where the article stood.
    """
    stated = {
        "title": reference.title,
        "outlet": reference.outlet,
        "author": reference.author,
        "published": reference.published,
        "url": address,
        "citation_key": parse_citation_key(reference.citation_key),
        "captured": found.captured or reference.captured,
        "details": found.details or write_details({"section": reference.section}),
    }
    return found._replace(**{name: value for name, value in stated.items() if value})


def _make_entry(reference: Reference, address: str) -> FeedEntry:
    title = reference.title or address
    key = reference.citation_key
    return FeedEntry(title, address, reference.author, reference.published, citation_key=key)
