"""Two texts under each other, sign by sign, as passim writes them."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

GAP = "-"
HYPHEN = "\u2010"
"""What stands for a hyphen of the text, as a gap looks like one; passim has it so."""


class Alignment(NamedTuple):
    """Both texts with gaps, equally long."""

    left: str
    right: str
    matches: int
    """Places at which both are the same but for case, or white space."""


def align_texts(left: str, right: str) -> Alignment:
    """Return an alignment with the fewest signs changed, put in or left out (Levenshtein)."""
    left, right = left.replace(GAP, HYPHEN), right.replace(GAP, HYPHEN)
    ours: list[str] = []
    theirs: list[str] = []
    for step in Levenshtein.opcodes(left, right):
        here = left[step.src_start : step.src_end]
        there = right[step.dest_start : step.dest_end]
        # One of them is empty where something was put in or left out; else they are equally long.
        ours.append(here or GAP * len(there))
        theirs.append(there or GAP * len(here))
    one, other = "".join(ours), "".join(theirs)
    return Alignment(one, other, _count_matches(one, other))


def _count_matches(one: str, other: str) -> int:
    if one == other:
        return len(one)
    return sum(
        a == b or a.lower() == b.lower() or (a.isspace() and b.isspace())
        for a, b in zip(one, other, strict=True)
    )
