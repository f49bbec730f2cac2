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


Thing = str | Given | WantedEntry | LinkedFeed
"""What is read: a string is the name of a file, or an address, as a person named it."""


def name_thing(thing: Thing) -> str:
    """Return what to call a thing in messages; of an address without what is secret in it."""
    if isinstance(thing, WantedEntry):
        return hide_user(thing.entry.link) or thing.entry.title
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
    if isinstance(thing, str):
        return thing
    return "" if isinstance(thing, Given) else thing.typed


def choose_from(listing: Listing, entries: Sequence[FeedEntry]) -> list[Thing]:
    """Return what is to be read of a listing when these entries of it are chosen."""
    if listing.of_feeds:
        return [LinkedFeed(entry.link, listing.typed) for entry in entries]
    return [WantedEntry(entry, listing.title, listing.typed) for entry in entries]
