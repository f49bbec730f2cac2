"""Places as the engine counts them, made of plain numbers."""

from __future__ import annotations

from textreuse.merged_regions.clusters import Area
from textreuse.paraphrase.clauses import ClauseIndex
from textreuse.paraphrase.sentence_matches import Match
from textreuse.paraphrase.sentence_units import UnitIndex
from textreuse.passages.alignment import Box
from textreuse.passages.exact_matches import Seed
from textreuse.structures.ranges import Range
from textreuse.text.corpus import Position, Stretch


def stretch(first: int, last: int) -> Stretch:
    return Position(first), Position(last)


def positions(first: int, last: int) -> Range[Position]:
    return Range(first, last)


def make_seed(left: int, right: int, size: int) -> Seed:
    return Seed(Position(left), Position(right), size)


def make_box(
    left: int, left_end: int, right: int, right_end: int, *runs: tuple[int, int, int]
) -> Box:
    same = tuple((Position(here), Position(there), size) for here, there, size in runs)
    return Box(*stretch(left, left_end), *stretch(right, right_end), same)


def make_match(left: int, right: int, cosine: float, dice: float) -> Match:
    return Match(UnitIndex(left), UnitIndex(right), cosine, dice)


def units(first: int, last: int) -> tuple[UnitIndex, UnitIndex]:
    return UnitIndex(first), UnitIndex(last)


def make_area(left: int, left_last: int, right: int, right_last: int) -> Area:
    return Area(*units(left, left_last), *units(right, right_last))


def clause_range(first: int, last: int) -> Range[ClauseIndex]:
    return Range(first, last)
