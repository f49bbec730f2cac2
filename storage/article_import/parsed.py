"""What a parser found, as plain values that go through a pipe."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from storage.wording.terminal_text import fit_utf8

# What the engine takes for the beginning of a word, but for letters that are blank by design.
_WORD = re.compile("[^\\W_\u02bc\u115f\u1160\u3164\uffa0]")


class ParsedArticle(NamedTuple):
    """The text of one document and what it says about itself; empty where it says nothing."""

    text: str
    title: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    """ISO 8601."""
    url: str = ""
    notice: str = ""
    """A sentence about it that begins after its name, without a full stop."""

    @property
    def has_words(self) -> bool:
        """Whether there is anything to read: not only punctuation, symbols, what nobody sees."""
        return _WORD.search(self.text) is not None


class FeedEntry(NamedTuple):
    """One entry of a feed, or one feed of a list of feeds."""

    title: str
    link: str = ""
    author: str = ""
    published: str = ""
    content: str = ""
    """Markup, where the feed carries the whole text."""


class Listing(NamedTuple):
    """A feed with its entries, or a list of feeds; nothing of it is an article yet."""

    title: str
    entries: list[FeedEntry]
    of_feeds: bool = False
    typed: str = ""
    """What a person named to come to it: an address, a file. No parser knows that."""


def to_plain(value: ParsedArticle | Listing) -> dict[str, Any]:
    """Return `value` as JSON can carry it."""
    if isinstance(value, ParsedArticle):
        return {name: fit_utf8(part) for name, part in value._asdict().items()}
    return value._asdict() | {"entries": [entry._asdict() for entry in value.entries]}


def from_plain(value: dict[str, Any]) -> ParsedArticle | Listing:
    """Return what `to_plain` was given."""
    if "entries" not in value:
        return ParsedArticle(**value)
    return Listing(**value | {"entries": [FeedEntry(**entry) for entry in value["entries"]]})
