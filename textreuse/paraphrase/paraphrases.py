"""Paraphrases: the same statement in other words.

Sentences that have rare terms in common propose them (see `proposals`). Each is fitted to the
clauses that correspond, and believed as far as readers believe its like (see `agreement`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from typing import NamedTuple

from textreuse.paraphrase.affinity import discount
from textreuse.paraphrase.agreement import Evidence
from textreuse.paraphrase.candidates import Bars, Candidate, find_candidates
from textreuse.paraphrase.clause_fit import Fit
from textreuse.paraphrase.codes import Codes
from textreuse.paraphrase.sentence_similarity import SentenceSimilarity
from textreuse.paraphrase.tf_isf import Units
from textreuse.paraphrase.weighted_clauses import ArticleClauses, Rarity, WeightedClauses
from textreuse.passages.alignment import Box, find_common_runs, measure_common
from textreuse.passages.exact_coverage import ExactCoverage
from textreuse.passages.passages import REWORDED, Passage, choose_kind, make_passage
from textreuse.settings import WEAK, Settings
from textreuse.structures.ranges import Range
from textreuse.text.corpus import Position

_LIKELY, _POSSIBLE = -0.5, -2.8
"""Log odds (see `agreement`) of a reader's agreeing that a paraphrase needs, and a weak one.

Of 107 paraphrases at the first a reader agreed with 62 %, and with another 25 % in part."""

_SAID_ALREADY = 0.5
"""What is taken from the log odds where half of a side is told better elsewhere: readers pair a
statement with its best place only."""

_LEAST_SIMILARITY = 0.25
"""Share of words that must correspond in a paraphrase that is not weak. Below it rare words in
common are those of the topic."""

_WORDS_OF_CONTENT = 2
"""Fewest that either side must have by itself, figures among them: with one it is a name with its
title, or says who spoke. Of 61 such passages readers agreed with 27."""

_LOPSIDED = 3.0
"""How many times as many words as the shorter side the longer may have: what goes on much longer
says more."""


def find_paraphrases(
    similarity: SentenceSimilarity,
    shared: Mapping[tuple[int, int], ExactCoverage],
    settings: Settings,
) -> list[Passage]:
    """Return the paraphrases between different articles, weak ones only where they are asked for.

    Where more than a paraphrase's words correspond, in order, they are edited or verbatim.
    A clause that exact passages, `shared`, take from the one place to the other, or half of it, is
    no part of them. Of several paraphrases of one place the best stays, and others only where half
    of a side is new, so that their number is linear in the length of the texts.
    """
    units = similarity.units
    clauses = cache(partial(ArticleClauses, units))
    codes = Codes(units.corpus)
    with_weak = settings.sensitivity == WEAK
    least = _POSSIBLE if with_weak else _LIKELY
    found: list[Passage] = []
    for pair, proposed in similarity.proposals.items():
        vectors = similarity.weigh_pair(pair)
        rarity = Rarity(vectors)
        articles = (
            WeightedClauses(clauses(pair[0]), rarity),
            WeightedClauses(clauses(pair[1]), rarity),
        )
        between = shared.get(pair, ExactCoverage())
        unlikeness = discount(similarity.affinities[pair])
        believed: dict[tuple[int, ...], _Belief] = {}
        bars = Bars(_POSSIBLE + unlikeness, least + unlikeness, settings.fewest_words)
        for candidate in find_candidates(vectors, articles, proposed, between, bars):
            if _is_balanced(articles, candidate.fit, settings):
                belief = _believe(units, rarity, codes, candidate, unlikeness)
                # Weak ones are chosen last: no sure one hangs on them.
                if belief is not None and (with_weak or not belief.weak):
                    place = (*candidate.fit.first, *candidate.fit.last)
                    if belief.odds >= believed.get(place, belief).odds:
                        believed[place] = belief
        found.extend(
            _make_passage(units, belief, settings)
            for belief in _choose_best(believed.values(), between)
        )
    return found


class _Belief(NamedTuple):
    """A fit, and how far it is believed."""

    fit: Fit
    similarity: float
    odds: float
    """Log odds that a reader agrees."""
    weak: bool

    def doubt(self, doubt: float) -> _Belief:
        """Return the same, believed less."""
        odds = self.odds - doubt
        return self._replace(odds=odds, weak=self.weak or odds < _LIKELY)


def _is_balanced(
    articles: tuple[WeightedClauses, WeightedClauses], fit: Fit, settings: Settings
) -> bool:
    """Tell whether a fit is long enough on both sides, and on neither too long for the other."""
    left, right = articles[0].size(fit.place(0)), articles[1].size(fit.place(1))
    fewer, more = (left, right) if left < right else (right, left)
    return fewer >= settings.fewest_words and more <= _LOPSIDED * fewer


def _believe(
    units: Units, rarity: Rarity, codes: Codes, candidate: Candidate, unlikeness: float
) -> _Belief | None:
    """Return how far a reader would believe a candidate; None where not even as a weak one."""
    fit = candidate.fit
    similarity = _measure_similarity(units, fit)
    anchors = rarity.count_anchors(fit.shared)
    evidence = Evidence(similarity, *anchors, candidate.margin, candidate.nearby)
    odds = round(evidence.log_odds - unlikeness, 9)
    if odds < _POSSIBLE:
        return None
    weak = (
        odds < _LIKELY
        or similarity < _LEAST_SIMILARITY
        # What has nothing but names in common is about the same people, and may say anything.
        or not anchors.content
        # One model is not the other, however alike what is said of them.
        or codes.disagree(fit.place(0), fit.place(1))
        or any(
            rarity.count_words_of_content({*units.terms.at[slice(*fit.place(side))]})
            < _WORDS_OF_CONTENT
            for side in (0, 1)
        )
    )
    return _Belief(fit, similarity, odds, weak)


def _choose_best(beliefs: Iterable[_Belief], between: ExactCoverage) -> Iterator[_Belief]:
    """Choose the best first; each must have half of a side that none before it has.

    One that has not half of both is believed less. What exact passages cover counts as had: a place
    with its copy needs no paraphrase of it.
    """
    covered = between.words(0), between.words(1)
    ranked: dict[tuple[bool, float], list[_Belief]] = {}
    for belief in beliefs:
        ranked.setdefault((belief.weak, -belief.odds), []).append(belief)
    for rank in sorted(ranked):
        # Equals are judged together, before any of them counts as covering: no order is favoured.
        places = [
            (belief, [Range(*belief.fit.place(side)) for side in (0, 1)]) for belief in ranked[rank]
        ]
        kept = []
        for belief, here in places:
            new = [
                2 * len(taken.intersection(place)) <= len(place)
                for place, taken in zip(here, covered, strict=True)
            ]
            chosen = belief if all(new) else belief.doubt(_SAID_ALREADY)
            if any(new) and chosen.odds >= _POSSIBLE:
                kept.append((chosen, here))
        for belief, here in kept:
            for place, taken in zip(here, covered, strict=True):
                taken.update(place)
            yield belief


def _make_passage(units: Units, belief: _Belief, settings: Settings) -> Passage:
    """Return the passage of a fit, of the kind that follows from its words."""
    tokens = units.corpus.tokens
    (left, left_end), (right, right_end) = belief.fit.place(0), belief.fit.place(1)
    runs = tuple(
        (Position(left + mine), Position(right + yours), size)
        for mine, yours, size in find_common_runs(tokens[left:left_end], tokens[right:right_end])
    )
    box = Box(left, left_end, right, right_end, runs)
    kind = choose_kind(box.similarity, settings)
    # Words that are the same, in the same order, must be as many as in any other such passage.
    few = kind not in REWORDED and measure_common(units.corpus, box) < settings.fewest_words
    similarity = belief.similarity if kind in REWORDED else box.similarity
    passage = make_passage(units.corpus, box, kind, similarity)
    return replace(passage, by_terms=True, weak=belief.weak or few)


def _measure_similarity(units: Units, fit: Fit) -> float:
    """Return the share of words of one stem on both sides, in any order, 0..1."""
    ours, theirs = (units.forms[slice(*fit.place(side))] for side in (0, 1))
    common = 0
    for form in set(ours).intersection(theirs):
        # Most stand once: counted on one side, they need not be on the other.
        count = ours.count(form)
        common += 1 if count == 1 else min(count, theirs.count(form))
    return 2 * common / (len(ours) + len(theirs))
