"""Paraphrases: the same statement in other words.

Sentences that share rare terms propose them (tf·isf cosine, see `sentence_matches`). Each is fitted
to the clauses that correspond, and believed only if more agrees than names and attributions: those
are what two sentences on one topic have in common that make different statements.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from typing import NamedTuple

from textreuse.paraphrase.candidates import find_candidates
from textreuse.paraphrase.clause_fit import Fit
from textreuse.paraphrase.sentence_similarity import SentenceSimilarity
from textreuse.paraphrase.stems import NO_TERM
from textreuse.paraphrase.tf_isf import Units
from textreuse.paraphrase.weighted_clauses import ArticleClauses, Rarity, WeightedClauses
from textreuse.passages.alignment import Box, find_common_runs
from textreuse.passages.exact_coverage import ExactCoverage, are_related
from textreuse.passages.passages import REWORDED, Passage, choose_kind, make_passage
from textreuse.settings import Settings
from textreuse.structures.ranges import Range
from textreuse.text.corpus import Corpus, Position

_CONTENT, _CONTENT_TERMS = 1.2, 2
"""Weight and number of the terms that correspond and are no names. A term that stands in these two
sentences only weighs almost 1."""
_LOPSIDED = 1.7
"""How many times as many words as the shorter side the longer may have: what goes on much longer
says more."""

_COPIED = 0.5
"""Share of a stretch that exact passages have elsewhere, from which on it is held for copied."""


class _Bar(NamedTuple):
    """What a paraphrase must reach to be believed."""

    score: float
    """Of the fit: what corresponds on both sides, beyond its price."""
    common: float
    """Weight of what corresponds."""
    agreement: float
    """Share of the weight of both sides together, names left out, that must correspond."""


_UNRELATED = _Bar(score=2.6, common=2.5, agreement=0.35)
_RELATED = _Bar(score=-0.3, common=2.0, agreement=0.30)
"""The bar between any two articles, and between related ones (see `exact_coverage`), which may pay
more for clauses than corresponds: what they have in common is proven already."""


def find_paraphrases(
    similarity: SentenceSimilarity,
    shared: Mapping[tuple[int, int], ExactCoverage],
    settings: Settings,
) -> list[Passage]:
    """Return the paraphrases between different articles.

    Where more than a paraphrase's words correspond, in order, they are edited or verbatim.
    A clause that exact passages, `shared`, take from the one place to the other, or half of it, is
    no part of them. Of several paraphrases of one place the best stays, and others only where half
    of a side is new, so that their number is linear in the length of the texts.
    """
    clauses = cache(partial(ArticleClauses, similarity.units))
    found: list[Passage] = []
    for pair, proposed in similarity.proposals.items():
        vectors = similarity.weigh_pair(pair)
        rarity = Rarity(vectors)
        articles = (
            WeightedClauses(clauses(pair[0]), rarity),
            WeightedClauses(clauses(pair[1]), rarity),
        )
        between = shared.get(pair, ExactCoverage())
        related = are_related(vectors.corpus, pair, between)
        fits: dict[tuple[int, ...], Fit] = {}
        for fit in find_candidates(vectors, rarity, articles, proposed, between, related=related):
            # What has been copied already is hardly said again in other words.
            new = all(between.share(side, *fit.place(side)) < _COPIED for side in (0, 1))
            if _convinces(
                vectors.corpus, fit, rarity, _RELATED if related and new else _UNRELATED, settings
            ):
                fits[*fit.first, *fit.last] = fit
        best = _choose_best(fits.values(), between)
        found.extend(_make_passage(similarity.units, fit, settings) for fit in best)
    return found


def _convinces(corpus: Corpus, fit: Fit, rarity: Rarity, bar: _Bar, settings: Settings) -> bool:
    sizes = [corpus.size(*fit.place(side)) for side in (0, 1)]
    if (
        fit.score < bar.score
        or fit.common < bar.common
        or min(sizes) < settings.min_words
        or max(sizes) > _LOPSIDED * min(sizes)
    ):
        return False
    shared = fit.shared
    content = rarity.weigh_content(shared)
    return (
        content >= _CONTENT
        and rarity.count_content_terms(shared) >= _CONTENT_TERMS
        and 2 * content >= bar.agreement * sum(map(rarity.weigh_content, fit.bags))
    )


def _choose_best(fits: Iterable[Fit], between: ExactCoverage) -> Iterator[Fit]:
    """Choose the best first; each must have half of a side that none before it has.

    What exact passages cover counts as had: a place with its copy needs no paraphrase of it.
    """
    covered = between.words(0), between.words(1)
    ranked: dict[float, list[Fit]] = {}
    for fit in fits:
        ranked.setdefault(-round(fit.score, 9), []).append(fit)
    for rank in sorted(ranked):
        # Equals are judged together, before any of them counts as covering: no order is favoured.
        places = [(fit, [Range(*fit.place(side)) for side in (0, 1)]) for fit in ranked[rank]]
        kept = [
            (fit, here)
            for fit, here in places
            if any(
                2 * len(taken.intersection(place)) <= len(place)
                for place, taken in zip(here, covered, strict=True)
            )
        ]
        for fit, here in kept:
            for place, taken in zip(here, covered, strict=True):
                taken.update(place)
            yield fit


def _make_passage(units: Units, fit: Fit, settings: Settings) -> Passage:
    """Return the passage of a fit, of the kind that follows from its words."""
    tokens = units.corpus.tokens
    (left, left_end), (right, right_end) = fit.place(0), fit.place(1)
    runs = tuple(
        (Position(left + mine), Position(right + yours), size)
        for mine, yours, size in find_common_runs(tokens[left:left_end], tokens[right:right_end])
    )
    box = Box(left, left_end, right, right_end, runs)
    kind = choose_kind(box.similarity, settings)
    if kind not in REWORDED:
        return make_passage(units.corpus, box, kind, box.similarity)
    corresponding = _count_forms(units, left, left_end) & _count_forms(units, right, right_end)
    similarity = 2 * corresponding.total() / (left_end - left + right_end - right)
    return make_passage(units.corpus, box, kind, similarity)


def _count_forms(units: Units, first: Position, last: Position) -> Counter[tuple[int, int]]:
    """Count the words at `first:last`: by their term, or as they stand where they have none."""
    tokens, at = units.corpus.tokens, units.terms.at
    return Counter(
        (at[position], tokens[position] if at[position] == NO_TERM else 0)
        for position in range(first, last)
    )
