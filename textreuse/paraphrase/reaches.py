"""Reaches: all clauses that a paraphrase begun with some may come to have.

They tell, before anything is fitted, how much two stretches can have in common at most.
"""

from __future__ import annotations

from functools import cached_property
from itertools import accumulate

from textreuse.paraphrase.clauses import ClauseIndex
from textreuse.structures.ranges import Range

MOST_MOVES = 16
"""Clauses that a fit adds or drops in all. News and essays need five; in a sentence of a thousand
clauses that agree the edge would run to both its ends, from every match in it."""


class Reach:
    """Clauses in a row, and the forms (see `tf_isf.Units`) of their words."""

    def __init__(self, clauses: Range[ClauseIndex], edges: list[int], forms: list[int]) -> None:
        """Take the row `clauses`; into `forms`, at `edges`, each begins, and the last ends."""
        self.clauses = clauses
        self._edges, self.forms = edges, forms
        self._rows: dict[int, list[tuple[int, int]]] = {}

    @cached_property
    def different_forms(self) -> frozenset[int]:
        """The forms, each once."""
        return frozenset(self.forms)

    def bound_share(self, other: Reach, fewest: int) -> float:
        """Return a share, 0..1, that no stretch of these clauses exceeds.

        It is that of its words which `other` has, of those of at least `fewest` words; 0 where
        there is none.
        """
        if fewest not in self._rows:
            self._rows[fewest] = _list_rows(self._edges, fewest)
        found = list(accumulate(map(other.different_forms.__contains__, self.forms), initial=0))
        shares = [
            (found[stop] - found[start]) / (stop - start) for start, stop in self._rows[fewest]
        ]
        return max(shares, default=0.0)


def may_be_alike(left: Reach, right: Reach, similarity: float, fewest: int) -> bool:
    """Tell whether two stretches of clauses can have this share, above 0, of words in common.

    Each is at least `fewest` words long. With a share a of the one and b of the other they have
    twice as many words in common, to all of them, as the harmonic mean of a and b.
    """
    # What is needed on the one side if all of the other corresponds: most fail here.
    needed = similarity / (2 - similarity)
    one = left.bound_share(right, fewest)
    if one < needed or not one:
        return False
    other = right.bound_share(left, fewest)
    return 2 * one * other >= similarity * (one + other)


def _list_rows(edges: list[int], fewest: int) -> list[tuple[int, int]]:
    """Return rows of clauses that make up every one of at least `fewest` words, end to end.

    So no row has a greater share of anything than the one of these that has most. They are the
    shortest from each clause on, and those that are too little longer to be cut in two.
    """
    rows = []
    for at, start in enumerate(edges):
        shortest = 0
        for stop in edges[at + 1 :]:
            size = stop - start
            if size >= fewest:
                shortest = shortest or size
                if size - shortest >= fewest:
                    break
                rows.append((start, stop))
    return rows
