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
    modified: str = ""
    """When it was last changed, as it says itself; ISO 8601."""
    captured: str = ""
    """When an archive or a browser saved this copy; ISO 8601."""
    citation_key: str = ""
    """What a bibliography calls it."""
    item: str = ""
    """What an agency calls it, in all its versions."""
    details: str = ""
    """What few articles have, of `article_details.write_details`."""

    @property
    def has_words(self) -> bool:
        """Whether there is anything to read: not only punctuation, symbols, what nobody sees."""
        return _WORD.search(self.text) is not None


class LeftOut(NamedTuple):
    """One of the articles of a document, which cannot be read; the others can."""

    name: str
    """What it is called there: a title, `article 3`."""
    why: str
    """In words that follow the name, without a full stop."""


class FeedEntry(NamedTuple):
    """One entry of a feed, one feed of a list of feeds, or one record of an archive."""

    title: str
    link: str = ""
    author: str = ""
    published: str = ""
    content: str = ""
    """Markup, where the feed carries the whole text."""
    record: str = ""
    """Where it stands in the archive, in words of the format's own; empty for what has to be
    fetched."""
    citation_key: str = ""
    """What a bibliography calls it."""


class Listing(NamedTuple):
    """What can be chosen from a feed, a list of feeds or an archive; nothing is an article yet."""

    title: str
    entries: list[FeedEntry]
    of_feeds: bool = False
    note: str = ""
    """A sentence about all of it, without a full stop."""
    is_whole: bool = False
    """Whether all of it is meant, as if each address had been typed: nothing is chosen from it."""
    typed: str = ""
    """What a person named to come to it: an address, a file; empty for what was handed over. No
    parser knows that."""


Found = ParsedArticle | LeftOut | Listing
"""What a document holds: one article, several with what is left out among them, or a listing."""


def to_plain(value: Found) -> dict[str, Any]:
    """Return `value` as JSON can carry it; never an empty dictionary."""
    if isinstance(value, Listing):
        return value._asdict() | {"entries": [entry._asdict() for entry in value.entries]}
    return {name: fit_utf8(part) for name, part in value._asdict().items()}


def from_plain(value: dict[str, Any]) -> Found:
    """Return what `to_plain` was given."""
    if "entries" in value:
        return Listing(**value | {"entries": [FeedEntry(**entry) for entry in value["entries"]]})
    return LeftOut(**value) if "why" in value else ParsedArticle(**value)
