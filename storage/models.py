"""What the library holds, as plain values. Times are ISO 8601 in UTC."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Article:
    """One text with its metadata; `id` follows from the text alone."""

    id: str
    text: str
    title: str
    outlet: str
    """Who published it; empty where unknown."""
    author: str | None
    published: str | None
    url: str | None
    path: str | None
    """The file it came from."""
    words: int
    added: str
    previous: str | None = None
    """The id of the article that this is a newer version of; see `tables.article_versions`."""
    modified: str | None = None
    """When it was last changed, as it says itself."""
    captured: str | None = None
    """When an archive or a browser saved this copy."""
    citation_key: str | None = None
    """What the reader's own bibliography calls it."""
    item: str | None = None
    """What its agency calls it, in all its versions."""
    details: str | None = None
    """What few articles have, as `tables.article_details` reads it."""

    @property
    def name(self) -> str:
        """What to call it in little room: the outlet, else the title."""
        return self.outlet or self.title


class NewArticle(NamedTuple):
    """An article that is to be added, before the library knows it."""

    text: str
    title: str
    outlet: str = ""
    author: str | None = None
    published: str | None = None
    url: str | None = None
    path: str | None = None
    modified: str | None = None
    captured: str | None = None
    citation_key: str | None = None
    item: str | None = None
    details: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """A named, ordered set of articles that are read together."""

    id: str
    name: str
    articles: tuple[str, ...]
    """Ids, in reading order."""
    created: str
    """Empty for a comparison that nobody kept yet."""

    @property
    def is_kept(self) -> bool:
        """Whether the library has it, be it in the trash."""
        return bool(self.created)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the quote stood, what it said, and what stood around it; offsets in code points."""

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Target:
    """One place of an annotation."""

    article: str
    anchor: Anchor
    orphaned: str | None = None
    """When the reader said that it is to stay without its text."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A mark on at least one place, with any of: tags, a note."""

    id: str
    targets: tuple[Target, ...]
    tags: tuple[str, ...]
    note: str
    created: str
    updated: str
    imported: str | None = field(default=None, compare=False)
    """When it was imported, while its note is as it was then: it may be somebody else's."""
    coder: str = ""
    """Who made it; empty where nobody was named."""

    def find_anchors(self, article: str) -> tuple[Anchor, ...]:
        """Return the anchors of those targets that lie in `article`."""
        return tuple(target.anchor for target in self.targets if target.article == article)
