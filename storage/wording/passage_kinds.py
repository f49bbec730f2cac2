"""The kinds of passages as a reader is shown them: in what order, and in which words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from storage.wording.percent import format_similarity
from textreuse import KINDS, Kind, Passage

PassageStyle = Kind | Literal["repeat"]
"""What tells a passage from others on the screen and in a report."""
PASSAGE_STYLES: tuple[PassageStyle, ...] = (*KINDS, "repeat")
"""From the surest to the least; what only repeats inside its article comes last."""


class KindWords(NamedTuple):
    """How a kind is spoken of."""

    legend: str
    """What such words are, in the legend of a report."""
    likeness: str
    """How like two copies are; `{}` stands for a similarity in per cent."""


KIND_WORDS: dict[Kind, KindWords] = {
    "verbatim": KindWords("the same words", "same words"),
    "edited": KindWords("edited", "{} the same"),
    "paraphrase": KindWords("in other words", "in other words, {} the same"),
}


def describe_likeness(kind: Kind, similarity: float) -> str:
    """Return how like two copies of that kind are."""
    return KIND_WORDS[kind].likeness.format(format_similarity(similarity))


def find_style(passage: Passage) -> PassageStyle:
    """Return the style of a passage: its kind, unless both sides lie in one article."""
    return "repeat" if passage.left.article == passage.right.article else passage.kind


def find_styles(passages: Iterable[Passage]) -> list[PassageStyle]:
    """Return the styles of some passages, each once, the surest first."""
    found = {find_style(passage) for passage in passages}
    return [style for style in PASSAGE_STYLES if style in found]
