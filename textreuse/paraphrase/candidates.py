"""Candidates: the places where one article may say in other words what the other says.

Sentences that have telling terms in common propose them (see `proposals`), as far as they are alike
and exact passages do not cover them already; each is fitted to the clauses that correspond.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple, cast

from textreuse.paraphrase.agreement import Evidence, measure_margins, measure_nearby
from textreuse.paraphrase.clause_fit import Fit
from textreuse.paraphrase.clauses import Clause, ClauseIndex
from textreuse.paraphrase.proposals import UnitPair
from textreuse.paraphrase.reaches import may_be_alike
from textreuse.paraphrase.sentence_units import UnitIndex
from textreuse.paraphrase.tf_isf import PairVectors
from textreuse.paraphrase.weighted_clauses import WeightedClauses, find_longest_row
from textreuse.passages.exact_coverage import ExactCoverage
from textreuse.structures.ranges import Range
from textreuse.text.corpus import Position, Stretch

_LEAST_COSINE = 0.1
_LEAST_ANCHORS = 0.2
"""Cosine and anchors (see `tf_isf`) of two units below which hardly a reader agrees that they say
the same: much of what is proposed lies below and needs no fitting. As no term is an anchor of many
pairs, few pairs of one unit remain, however often a text says the same in other words."""

_FITTED = 0.2
"""By how much the similarity of a fit exceeds the share of different terms that its units have in
common, at most: of 2,066 fits that were believed at all one exceeds it by more."""


_ROUNDING = 1e-6

_NONE: frozenset[ClauseIndex] = frozenset()


class Bars(NamedTuple):
    """The log odds of a reader's agreeing that are worth a fit."""

    likely: float
    """What it must be likely to reach, by its units."""
    least: float
    """What it must be able to reach at all, `likely` or more."""
    fewest_words: int
    """Fewest that either of its sides must have."""


class Candidate(NamedTuple):
    """Two stretches of clauses that may say the same."""

    fit: Fit
    margin: float
    nearby: float
    """Of its units (see `agreement.Evidence`)."""


def find_candidates(
    vectors: PairVectors,
    articles: tuple[WeightedClauses, WeightedClauses],
    proposed: Iterable[UnitPair],
    between: ExactCoverage,
    bars: Bars,
) -> Iterator[Candidate]:
    """Fit a paraphrase to each good pair of units, as far as exact passages leave it open.

    A pair of which no fit is likely, or able, to pass the `bars` is passed over.
    """
    # Told first: between copies most of what is proposed stands in one of their passages.
    open_pairs = [pair for pair in proposed if not _is_copied(vectors, *pair, between)]
    cosines: dict[tuple[int, int], float] = {
        pair: vectors.measure_cosine(*pair) for pair in open_pairs
    }
    margins = measure_margins(cosines)
    for pair in open_pairs:
        if cosines[pair] < _LEAST_COSINE:
            continue
        around = margins[pair], measure_nearby(cosines, pair)
        if not _promises(vectors, pair, around, bars.likely):
            continue
        opening = _find_opening(vectors, articles, pair, between)
        if opening is not None and _may_reach(articles, opening, around, bars):
            fit = Fit(articles, *opening)
            fit.climb()
            yield Candidate(fit, *around)


def _promises(
    vectors: PairVectors, pair: UnitPair, around: tuple[float, float], least: float
) -> bool:
    ours, theirs = vectors.bags[pair[0]], vectors.bags[pair[1]]
    common = ours.keys() & theirs.keys()
    anchors = vectors.count_anchors(common)
    if anchors < _LEAST_ANCHORS:
        return False
    similarity = 2 * len(common) / (len(ours) + len(theirs))
    return Evidence(similarity + _FITTED, anchors, 0.0, 0.0, *around).log_odds >= least


def _may_reach(
    articles: tuple[WeightedClauses, WeightedClauses],
    opening: _Opening,
    around: tuple[float, float],
    bars: Bars,
) -> bool:
    """Tell whether any fit begun with `opening` can reach the least odds, and say something.

    Hardly one cannot reach what it is likely to.
    """
    if bars.least <= bars.likely:
        return True
    ours, theirs = articles[0].reach(opening.left), articles[1].reach(opening.right)
    common = ours.different_forms & theirs.different_forms
    anchors = articles[0].rarity.count_anchors(common)
    if not anchors.content:
        return False
    evidence = Evidence(0.0, *anchors, *around)
    needed = max(_ROUNDING, evidence.need_similarity(bars.least) - _ROUNDING)
    return may_be_alike(ours, theirs, needed, bars.fewest_words)


def _find_opening(
    vectors: PairVectors,
    articles: tuple[WeightedClauses, WeightedClauses],
    pair: UnitPair,
    between: ExactCoverage,
) -> _Opening | None:
    """Begin with the open clauses of two matched units; None where one has none."""
    units = vectors.units[pair[0]], vectors.units[pair[1]]
    places = between.near(*units)
    closed: tuple[Container[ClauseIndex], Container[ClauseIndex]] = _NONE, _NONE
    if not places:
        return _Opening(articles[0].find_row(units[0]), articles[1].find_row(units[1]), closed)
    closed = (
        _Closed(articles[0], [ours for ours, _ in places]),
        _Closed(articles[1], [theirs for _, theirs in places]),
    )
    left, right = (
        find_longest_row(article.clauses, article.find_overlaps(unit), of_side)
        for article, unit, of_side in zip(articles, units, closed, strict=True)
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
    closed: tuple[Container[ClauseIndex], Container[ClauseIndex]]
    """What an exact passage takes from the one place to the other, left and right."""
