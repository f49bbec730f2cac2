"""The kinds of passages as a reader is shown them: in what order, and in which words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from storage.wording.percent import format_similarity
from textreuse import KINDS, Kind, Passage

PassageStyle = Kind | Literal["repeat"]
"""What tells a passage from others on the screen and in a report."""
PASSAGE_STYLES: tuple[PassageStyle, ...] = (*KINDS, "repeat")
"""From the surest to the least; what only repeats inside its article comes last."""
WEAK_MATCH = "weak match"
"""What is said of whatever only the last step of sensitivity shows, of any kind."""


_LIKENESS: dict[Kind, str] = {
    "verbatim": "same words",
    "edited": "{} the same",
    "paraphrase": "in other words, {} the same",
}
"""How like two copies are; `{}` stands for a similarity in per cent."""


def describe_likeness(kind: Kind, similarity: float, *, weak: bool = False) -> str:
    """Return how like two copies of that kind are, and whether they are a weak match."""
    return add_doubt(_LIKENESS[kind].format(format_similarity(similarity)), weak=weak)


def add_doubt(said: str, *, weak: bool) -> str:
    """Return what is said of a passage, with that it is a weak match where it is one."""
    return f"{said}, {WEAK_MATCH}" if weak else said


def find_style(passage: Passage) -> PassageStyle:
    """Return the style of a passage: its kind, unless both sides lie in one article."""
    return "repeat" if passage.left.article == passage.right.article else passage.kind


def find_styles(passages: Iterable[Passage]) -> list[PassageStyle]:
    """Return the styles of some passages, each once, the surest first."""
    found = {find_style(passage) for passage in passages}
    return [style for style in PASSAGE_STYLES if style in found]


def describe_styles(passages: Iterable[Passage], between: str = ", ") -> str:
    """Return the styles of some passages in words, and that they are weak where all of them are."""
    told = tuple(passages)
    return add_doubt(between.join(find_styles(told)), weak=all(one.weak for one in told))
