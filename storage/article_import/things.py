"""What can be read: names that were typed, what was handed over, what a listing leads to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from storage.article_import.file_types import find_by_ending
from storage.article_import.parsed import FeedEntry, Listing
from storage.article_import.web.urls import hide_user, is_address


class Given(NamedTuple):
    """Something that was handed over: standard input, a paste."""

    name: str
    """What to call it in messages."""
    data: bytes
    is_text: bool = False
    """Whether it is text, whatever it looks like."""


class WantedEntry(NamedTuple):
    """An entry of a feed that is to be added."""

    entry: FeedEntry
    feed: str = ""
    """The feed's title."""
    typed: str = ""
    """The address or file that a person named and that led here."""


class LinkedFeed(NamedTuple):
    """A feed that a list of feeds leads to."""

    address: str
    typed: str = ""
    """The address or file that a person named and that led here."""


class WantedRecords(NamedTuple):
    """Entries of an archive that are to be added; they are read in one go."""

    archive: str | Given
    """The file or address as a person named it, or what was handed over."""
    records: tuple[str, ...]
    """`FeedEntry.record` of each."""


Thing = str | Given | WantedEntry | WantedRecords | LinkedFeed
"""What is read: a string is the name of a file, or an address, as a person named it."""


def find_collection(name: str) -> str | None:
    """Return the collection of Zotero that a name means, empty for all; None where it is none."""
    start, colon, named = name.partition(":")
    return named.strip() if colon and start.lower() == "zotero" else None


def name_thing(thing: Thing) -> str:
    """Return what to call a thing in messages; of an address without what is secret in it."""
    if isinstance(thing, WantedEntry):
        return hide_user(thing.entry.link) or thing.entry.title
    if isinstance(thing, WantedRecords):
        return name_thing(thing.archive)
    if isinstance(thing, Given):
        return thing.name
    name = thing.address if isinstance(thing, LinkedFeed) else thing
    return hide_user(name) if is_address(name) else name


def is_quick(thing: Thing) -> bool:
    """Tell whether a thing is read in next to no time."""
    if not isinstance(thing, str) or is_address(thing):
        return False
    input_format = find_by_ending(thing)
    return input_format is not None and input_format.is_plain


def find_typed(thing: Thing) -> str:
    """Return what a person named to come to a thing; empty for what was handed over."""
    if isinstance(thing, WantedRecords):
        return find_typed(thing.archive)
    if isinstance(thing, str):
        return thing
    return "" if isinstance(thing, Given) else thing.typed


def list_meant(thing: Thing, listing: Listing | None) -> list[Thing]:
    """Return what a thing leads to without a choice: the addresses of a list of them."""
    if listing is None or not listing.is_whole:
        return []
    return choose_from(thing, listing, listing.entries)


def choose_from(thing: Thing, listing: Listing, entries: Sequence[FeedEntry]) -> list[Thing]:
    """Return what is to be read when these entries are chosen of the listing that `thing` holds."""
    typed = find_typed(thing)
    if listing.of_feeds:
        return [LinkedFeed(entry.link, typed) for entry in entries]
    found: list[Thing] = [
        WantedEntry(entry, listing.title, typed) for entry in entries if not entry.record
    ]
    records = tuple(entry.record for entry in entries if entry.record)
    if isinstance(thing, str) and find_collection(thing) is not None:
        found += [WantedRecords(thing, (one,)) for one in records]  # they may have to be fetched
    elif records and isinstance(thing, str | Given):
        found.append(WantedRecords(thing, records))
    return found
