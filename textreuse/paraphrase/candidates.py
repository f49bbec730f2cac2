"""Candidates: the places where one article may say in other words what the other says.

Sentences that have telling terms in common propose them (see `proposals`), as far as they are alike
and exact passages do not cover them already; each is fitted to the clauses that correspond.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, cast

from textreuse.paraphrase.clause_fit import Fit
from textreuse.paraphrase.clauses import Clause, ClauseIndex
from textreuse.paraphrase.mutual_matches import keep_mutual_matches
from textreuse.paraphrase.proposals import UnitPair
from textreuse.paraphrase.sentence_matches import Match, measure_match
from textreuse.paraphrase.sentence_units import UnitIndex
from textreuse.paraphrase.tf_isf import PairVectors
from textreuse.paraphrase.weighted_clauses import Rarity, WeightedClauses
from textreuse.passages.exact_coverage import ExactCoverage
from textreuse.structures.ranges import Range
from textreuse.text.corpus import Position, Stretch

_MUTUAL = 0.7
"""Share of the best cosine of either sentence that their match needs to propose a paraphrase."""
_COSINE, _RELATED_COSINE = 0.25, 0.2
"""Cosine that the match needs, between any articles and between related ones (see
`exact_coverage`)."""

_MOST_MATCHES = 6
"""Matches of one unit that are followed. News has at most five; a refrain that is reworded each
time would be held against each of its hundred others."""

_PROMISE = 2.2
"""Weight of the terms that two matched sentences have in common, below which no fit of them is
likely to convince. Half of all matches lie below and need no fitting."""


def find_candidates(
    vectors: PairVectors,
    rarity: Rarity,
    articles: tuple[WeightedClauses, WeightedClauses],
    proposed: Iterable[UnitPair],
    between: ExactCoverage,
    *,
    related: bool,
) -> Iterator[Fit]:
    """Fit a paraphrase to each match that exact passages leave open, if it is a good one."""
    openings: dict[Match, _Opening] = {}
    least = _RELATED_COSINE if related else _COSINE
    for left, right in proposed:
        # Told first: between copies most of what is proposed stands in one of their passages.
        if _is_copied(vectors, left, right, between) or not _promises(vectors, rarity, left, right):
            continue
        match = measure_match(vectors, left, right)
        if match is not None and match.cosine >= least:
            opening = _find_opening(vectors, articles, match, between)
            if opening is not None:
                openings[match] = opening
    for match in _keep_nearest(vectors, keep_mutual_matches(list(openings), _MUTUAL)):
        fit = Fit(articles, *openings[match])
        fit.climb()
        yield fit


def _keep_nearest(vectors: PairVectors, matches: Sequence[Match]) -> list[Match]:
    """Return the matches that are among the `_MOST_MATCHES` nearest, by place, of both units."""
    counts = Counter((side, match.unit(side)) for match in matches for side in (0, 1))
    if max(counts.values(), default=0) <= _MOST_MATCHES:
        return list(matches)
    of_unit: dict[tuple[int, UnitIndex], list[int]] = {}
    for match in matches:
        for side in (0, 1):
            of_unit.setdefault((side, match.unit(side)), []).append(
                _measure_distance(vectors, match)
            )
    widest = {
        unit: sorted(distances)[_MOST_MATCHES - 1]
        for unit, distances in of_unit.items()
        if len(distances) > _MOST_MATCHES
    }
    return [
        match
        for match in matches
        if all(
            _measure_distance(vectors, match) <= widest.get((side, match.unit(side)), math.inf)
            for side in (0, 1)
        )
    ]


def _measure_distance(vectors: PairVectors, match: Match) -> int:
    """Return how many units further into its article one unit of a match lies than the other."""
    left, right = (
        unit - vectors.of_all.articles[article].start
        for article, unit in zip(vectors.pair, (match.left, match.right), strict=True)
    )
    return abs(left - right)


def _promises(vectors: PairVectors, rarity: Rarity, left: UnitIndex, right: UnitIndex) -> bool:
    common = vectors.bags[left].keys() & vectors.bags[right].keys()
    # None weighs more than one, and to weigh them takes longer than to count them.
    return len(common) >= _PROMISE and sum(map(rarity.__getitem__, common)) >= _PROMISE


def _find_opening(
    vectors: PairVectors,
    articles: tuple[WeightedClauses, WeightedClauses],
    match: Match,
    between: ExactCoverage,
) -> _Opening | None:
    """Begin with the open clauses of two matched units; None where one has none."""
    units = vectors.units[match.left], vectors.units[match.right]
    places = between.near(*units)
    closed = (
        _Closed(articles[0], [ours for ours, _ in places]),
        _Closed(articles[1], [theirs for _, theirs in places]),
    )
    left, right = (
        _find_longest_row(article.find_overlaps(unit), shut)
        for article, unit, shut in zip(articles, units, closed, strict=True)
    )
    return _Opening(left, right, closed) if left and right else None


def _is_copied(
    vectors: PairVectors, left: UnitIndex, right: UnitIndex, between: ExactCoverage
) -> bool:
    """Tell whether an exact passage holds all sentences of one of two units: no clause is open."""
    places = between.near(vectors.units[left], vectors.units[right])
    sentences = vectors.of_all.sentences if places else ()
    return any(
        _holds(ours, sentences[left]) or _holds(theirs, sentences[right]) for ours, theirs in places
    )


def _holds(place: Range[Position], stretch: Stretch) -> bool:
    return place.start <= stretch[0] and stretch[1] <= place.stop


def _count_overlap(clause: Clause, place: Range[Position]) -> int:
    return min(clause.last, place.stop) - max(clause.first, place.start)


def _find_longest_row(
    numbers: Range[ClauseIndex], closed: Container[ClauseIndex]
) -> Range[ClauseIndex]:
    """Return the longest part of `numbers` with none that is closed; the first of equals."""
    shut = [number for number in numbers if number in closed]
    borders = [numbers.start - 1, *shut, numbers.stop]
    rows: Iterator[Range[ClauseIndex]] = (Range(one + 1, other) for one, other in pairwise(borders))
    return max(rows, key=len)


class _Closed(Container[ClauseIndex]):
    """The clauses of `text` that lie half or more in one of the stretches `covered`.

    Told when asked: a passage may cover a thousand clauses, of which a fit meets a few.
    """

    def __init__(self, text: WeightedClauses, covered: Sequence[Range[Position]]) -> None:
        self._clauses, self._covered = text.clauses, covered

    def __contains__(self, number: object) -> bool:
        clause = self._clauses[cast(ClauseIndex, number)]
        return any(2 * _count_overlap(clause, place) >= clause.length for place in self._covered)


class _Opening(NamedTuple):
    """The clauses that a paraphrase is begun with."""

    left: Range[ClauseIndex]
    right: Range[ClauseIndex]
    closed: tuple[_Closed, _Closed]
    """What an exact passage takes from the one place to the other, left and right."""
