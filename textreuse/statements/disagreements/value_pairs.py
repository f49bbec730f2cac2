"""Pair the values of two articles that are values of the same thing, and differ."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import inf

from textreuse.statements.disagreements.article_values import MOST_MET, ArticleValues
from textreuse.statements.disagreements.contexts import Contexts
from textreuse.statements.disagreements.value_rules import V, ValueRules
from textreuse.statements.disagreements.words.opposite_words import Gap, OppositeWords
from textreuse.text.corpus import Corpus, Stretch

_WIDEST_GAP = 8
"""Words of a gap, on either side, that are taken for one another."""


def pair_values(
    ours: ArticleValues[V],
    theirs: ArticleValues[V],
    rules: ValueRules[V],
    contexts: Contexts,
    opposite: OppositeWords,
) -> list[tuple[V, V]]:
    """Return the pairs of values of one thing that do not agree, each value in one at most.

    Values that stand in the same place of an edited passage are paired, and those that alone differ
    in a paraphrase; of the others those whose contexts are most alike, where no value that agrees
    stands in one more alike.
    """
    if not ours.values or not theirs.values:
        return []
    found = list(_pair_opposite(ours, theirs, rules, contexts, opposite))
    taken = {(side, pair[side].at) for pair in found for side in (0, 1)}
    settled: dict[tuple[int, Stretch], float] = {}
    candidates = []
    for mine, yours in _propose(ours, theirs, rules, contexts):
        if not rules.are_comparable(mine, yours):
            continue
        likeness = contexts.measure(mine.at, yours.at)
        if rules.agree(mine, yours):
            score = rules.settle(likeness)
            for key in ((0, mine.at), (1, yours.at)):
                settled[key] = max(score, settled.get(key, 0.0))
        elif rules.are_of_one_thing(mine, yours, likeness):
            candidates.append((-likeness.score, -likeness.share, mine.at, yours.at, mine, yours))
    for mine, yours in _pair_reworded(ours, theirs, rules, contexts, opposite):
        # That it is one statement says more than any context, but not of what both have anywhere.
        candidates.append((-inf, -inf, mine.at, yours.at, mine, yours))
    for score, _, here, there, mine, yours in sorted(candidates, key=lambda one: one[:4]):
        keys = {(0, here), (1, there)}
        if taken.isdisjoint(keys) and all(settled.get(key, -1.0) < -score for key in keys):
            taken |= keys
            found.append((mine, yours))
    return found


def _propose(
    ours: ArticleValues[V], theirs: ArticleValues[V], rules: ValueRules[V], contexts: Contexts
) -> Iterator[tuple[V, V]]:
    """Yield the values of one sort with a rare term in common, or what links them anywhere."""
    for number, mine in enumerate(ours.values):
        for yours in ours.list_met(number, theirs, contexts, rules):
            yield mine, theirs.values[yours]


def _pair_opposite(
    ours: ArticleValues[V],
    theirs: ArticleValues[V],
    rules: ValueRules[V],
    contexts: Contexts,
    opposite: OppositeWords,
) -> Iterator[tuple[V, V]]:
    """Yield the values that stand alone over one another in a gap of an edited passage.

    And those in a gap of a paraphrase whose contexts say, too, that they are of the same.
    """
    corpus = opposite.corpus
    mine, yours = _sort_by_gap(ours.values, 0, opposite), _sort_by_gap(theirs.values, 1, opposite)
    by_sentence = ours.by_sentence, theirs.by_sentence
    told: set[tuple[Stretch, Stretch]] = set()
    for gap in sorted(mine.keys() & yours.keys()):
        if any(last - first > _WIDEST_GAP for first, last in opposite.measure_gap(gap)):
            continue
        if any(rules.agree(one, two) for one, two in product(mine[gap], yours[gap])):
            continue  # told in another order
        # What stands a few words on in the other article has only changed its place.
        left = [
            one
            for one in mine[gap]
            if not _has_equal(one, yours[gap], by_sentence[1], rules, corpus)
        ]
        right = [
            two
            for two in yours[gap]
            if not _has_equal(two, mine[gap], by_sentence[0], rules, corpus)
        ]
        if len(left) == len(right) == 1 and rules.may_stand_for(left[0], right[0]):
            pair = left[0].at, right[0].at
            if opposite.is_reworded(gap) and not rules.are_of_one_frame(
                left[0], right[0], contexts.measure(*pair)
            ):
                continue
            if pair not in told and opposite.are_in_line(gap, *pair):
                told.add(pair)
                yield left[0], right[0]


def _pair_reworded(
    ours: ArticleValues[V],
    theirs: ArticleValues[V],
    rules: ValueRules[V],
    contexts: Contexts,
    opposite: OppositeWords,
) -> Iterator[tuple[V, V]]:
    """Yield the values of a paraphrase of which each has but the other that may be its pair."""
    corpus = opposite.corpus
    by_sentence = ours.by_sentence, theirs.by_sentence
    for sides in opposite.paraphrases:
        held = _list_inside(ours.values, sides[0]), _list_inside(theirs.values, sides[1])
        if not all(held) or max(map(len, held)) > MOST_MET:
            continue
        left, right = (
            [
                value
                for value in held[side]
                if not _has_equal(value, held[1 - side], by_sentence[1 - side], rules, corpus)
            ]
            for side in (0, 1)
        )
        met = [pair for pair in product(left, right) if rules.are_comparable(*pair)]
        for mine, yours in met:
            if sum(mine is one or yours is two for one, two in met) > 1:
                continue
            alone = sum(rules.are_comparable(mine, two) for two in held[1]) == 1
            alone &= sum(rules.are_comparable(one, yours) for one in held[0]) == 1
            likeness = contexts.measure(mine.at, yours.at)
            if rules.are_of_one_paraphrase(mine, yours, likeness, alone=alone):
                yield mine, yours


def _list_inside(values: Sequence[V], stretch: Stretch) -> list[V]:
    """Return the values, of those in order, that lie inside a stretch."""
    low = bisect_left(values, stretch[0], key=lambda value: value.at[0])
    high = bisect_left(values, stretch[1], lo=low, key=lambda value: value.at[0])
    return [value for value in values[low:high] if value.at[1] <= stretch[1]]


def _has_equal(
    value: V,
    opposite: Sequence[V],
    by_sentence: dict[Stretch, list[V]],
    rules: ValueRules[V],
    corpus: Corpus,
) -> bool:
    """Tell whether a value has one that agrees in the sentences of those `opposite` to it."""
    sentences = {corpus.sentence(other.at[0]) for other in opposite}
    if sum(len(by_sentence[sentence]) for sentence in sentences) > MOST_MET:
        return True  # a list or table, of which nobody can tell
    return any(
        rules.are_comparable(value, other) and rules.agree(value, other)
        for sentence in sentences
        for other in by_sentence[sentence]
    )


def _sort_by_gap(values: Iterable[V], side: int, opposite: OppositeWords) -> dict[Gap, list[V]]:
    found: dict[Gap, list[V]] = {}
    for value in values:
        for gap in opposite.find_gaps(side, value.at):
            found.setdefault(gap, []).append(value)
    return found
