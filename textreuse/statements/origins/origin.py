"""What is told of where words came from: values alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from textreuse.derivation import Derivation
from textreuse.passages.groups import Group
from textreuse.text.spans import Span

OriginKind = Literal["wire", "release", "outlet", "unknown"]
"""A news agency, a press release or statement, one of the articles, something outside the story."""

OverlapKind = Literal["none", "quotations", "common origin", "outlet to outlet"]
"""Nothing; the same quotations and nothing else; words of something outside both; words of
one in the other."""


class Origin(NamedTuple):
    """One independent origin of a story, and the articles that rest on it."""

    articles: tuple[int, ...]
    """Ascending; every article of a story is in exactly one origin."""
    kind: OriginKind
    name: str
    """The agency's, the outlet's; empty where there is none."""
    evidence: tuple[Span, ...]
    """Credits and words that tell it, by place."""
    why: str
    """One sentence; articles are called by their names."""


class ArticleDerivation(NamedTuple):
    """How much of one article comes from the others."""

    article: int
    derivation: Derivation
    words: int
    """Those that were most likely taken."""
    of: int
    """All words but boilerplate."""
    sources: tuple[tuple[int, int], ...]
    """The other articles that have them and how many of them, most first."""
    spans: tuple[Span, ...]
    """The words themselves."""
    why: str
    """One sentence; articles are called by their names."""


class Overlap(NamedTuple):
    """What two articles have in common, and what that comes of."""

    articles: tuple[int, int]
    kind: OverlapKind
    later: int | None
    """The article that has its words from the other, where dates and containment agree."""
    shared_words: tuple[int, int]
    """Of each of the two."""
    in_quotations: tuple[int, int]
    """Of these, the words inside quotations."""
    evidence: tuple[Span, ...]
    why: str
    """One sentence, and a second where a text says that what both quote is from a statement;
    articles are called by their names."""
    alike_words: int = 0
    """Those that are the same in both, in the same order, outside quotations."""


class Carrier(NamedTuple):
    """An article that has a passage or an utterance, and when it was published."""

    article: int
    published: str | None
    """ISO 8601, a day or a time in UTC."""
    rank: int | None
    """Its place in the order, from 1; equal where nothing tells who came first."""
    spans: tuple[Span, ...]
    gap: str = ""
    """How long after the one before it in the order: `25 min`, `2 h 25 min`, `3 days`; empty where
    that is not known, and of the first."""


class Trace(NamedTuple):
    """Who carries one passage or utterance."""

    carriers: tuple[Carrier, ...]
    """First to last, those without a date behind all others; ranked among themselves."""
    why: str
    """What the order tells, and what cannot be concluded from it; articles by their names."""


class Missing(NamedTuple):
    """What most other articles carry, and this one leaves out."""

    article: int
    group: Group
    carriers: tuple[int, ...]


@dataclass(frozen=True)
class Origins:
    """All that is told of where the words of a story came from."""

    independent: tuple[Origin, ...]
    """By their first article."""
    derivations: tuple[ArticleDerivation, ...]
    """One an article, in their order."""
    overlaps: tuple[Overlap, ...]
    """One a pair of articles, in their order."""
    order: tuple[Carrier, ...]
    """The articles in the order of publication, those without a date last; `spans` are empty."""
