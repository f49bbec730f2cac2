"""Units that every coder gives one value: whole articles, their sentences, their code points.

For each tag there are the patterns of each article by themselves, so that articles can be drawn.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Literal, get_args

from storage.agreement.coded_material import CodedMaterial
from storage.agreement.nominal import Pattern
from storage.agreement.unitizing import Unit, join_overlapping
from textreuse import split_sentences

UnitKind = Literal["sentence", "character"]
"""What a text is cut into where coders chose places in it."""
UNIT_KINDS: tuple[UnitKind, ...] = get_args(UnitKind)
NO_VALUE = "(none)"
"""What an article has for a variable that a coder who is done with it gave no value."""


class Units:
    """The units of a material; in each article those of no interest are all alike.

    Who is not done with an article has said nothing of its units: None.
    """

    def __init__(self, material: CodedMaterial, kind: UnitKind) -> None:
        self._material = material
        self._kind = kind

    def count_of_places(self, tag: str) -> list[Counter[Pattern]]:
        """Return by article how often which coders marked a unit with a tag, or part of it."""
        found = []
        for at in range(len(self._material.articles)):
            marked = [join_overlapping(coder[at]) for coder in self._material.places[tag]]
            found.append(self._count(at, marked))
        return found

    def count_of_tags(self, tag: str) -> list[Counter[Pattern]]:
        """Return by article which coders gave it a tag as a whole."""
        return [
            self._miss(at, Counter([tuple(at in its for its in self._material.article_tags[tag])]))
            for at in range(len(self._material.articles))
        ]

    def count_of_values(self, variable: str) -> list[Counter[Pattern]]:
        """Return by article which values coders gave it."""
        return [
            self._miss(
                at,
                Counter([tuple(one.get(at, NO_VALUE) for one in self._material.values[variable])]),
            )
            for at in range(len(self._material.articles))
        ]

    def _count(self, at: int, marked: Sequence[Sequence[Unit]]) -> Counter[Pattern]:
        if not any(marked):
            return self._unmarked[at]
        if self._kind == "character":
            return self._miss(at, _count_characters(marked, len(self._material.texts[at])))
        sentences = self._sentences[at]
        ends = [end for _, end in sentences]
        met = [set(_list_met(sentences, ends, units)) for units in marked]
        counted: Counter[Pattern] = Counter(
            tuple(one in its for its in met) for one in range(len(sentences))
        )
        return self._miss(at, counted)

    def _miss(self, at: int, counted: Counter[Pattern]) -> Counter[Pattern]:
        """Return what was counted in an article without the values of who is not done with it."""
        done = self._material.done[at]
        if len(done) == len(self._material.coders):
            return counted
        return Counter(
            {
                tuple(value if coder in done else None for coder, value in enumerate(pattern)): many
                for pattern, many in counted.items()
            }
        )

    @cached_property
    def _unmarked(self) -> list[Counter[Pattern]]:
        """What is counted by article where nobody marked anything."""
        nobody = (False,) * len(self._material.coders)
        units = self._material.texts if self._kind == "character" else self._sentences
        return [self._miss(at, Counter({nobody: len(its)})) for at, its in enumerate(units)]

    @cached_property
    def _sentences(self) -> list[list[Unit]]:
        return [split_sentences(text) for text in self._material.texts]


def _list_met(
    sentences: Sequence[Unit], ends: Sequence[int], units: Sequence[Unit]
) -> Iterator[int]:
    """Yield the numbers of the sentences of which any part lies in the units."""
    for start, end in units:
        at = bisect_right(ends, start)
        while at < len(sentences) and sentences[at][0] < end:
            yield at
            at += 1


def _count_characters(marked: Sequence[Sequence[Unit]], length: int) -> Counter[Pattern]:
    edges = sorted({0, length, *(edge for units in marked for unit in units for edge in unit)})
    found: Counter[Pattern] = Counter()
    for start, end in pairwise(edges):
        found[tuple(_has(units, start) for units in marked)] += end - start
    return found


def _has(units: Sequence[Unit], place: int) -> bool:
    at = bisect_right(units, (place, float("inf"))) - 1
    return at >= 0 and place < units[at][1]
