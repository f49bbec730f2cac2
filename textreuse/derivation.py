"""Derived: which words of an article were most likely taken from the others, and how many.

Wider than passages: what was rewritten leaves no six words in a row, but in a sentence that was
taken most telling words still stand beside each other as they do in the other article (see
`term_pairs`).
An estimate, not a finding: two reports of one event share names and facts without either having
seen the other.

The figures were chosen on half of METER (Clough, Gaizauskas, Piao, Wilks 2002: newspaper articles
beside the agency copy on the same event, journalists having marked what was taken),
cross-validated by story. They lie on a plateau: reaches and weight may change by a quarter, the
least evidence by a tenth, for .004 F1. Logistic regression that is given lengths of common runs,
passages, regions, matches of units and rarity besides gains half a hundredth at most.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, compress, pairwise, repeat
from math import exp, inf
from operator import add, mul
from typing import Literal, NamedTuple

from textreuse.comparison import Comparison
from textreuse.structures.ranges import Range
from textreuse.text.corpus import Position, Stretch
from textreuse.text.spans import Span

Derivation = Literal["wholly", "partly", "not"]
"""How much of an article comes from the others."""

_NEAR, _WIDE = 2.5, 15.0
"""Telling words over which what stands around a word loses 63 % of its weight: a clause, and a
few sentences."""

_WIDE_WEIGHT = 1 / 3
"""Weight of the wide surroundings, the near ones having the rest: the same clause says more in a
paragraph that is mostly taken."""

_LEAST_EVIDENCE = 0.38
"""Share of the telling words around, weighted, that must stand in a pair of the other article."""

_FEW = 24
"""Paired words of two articles of which it is soon told whether there can be enough evidence."""
_TOLERANCE = 1e-9

_COPIED = 4
"""Words in a row of a passage, a CJK or Thai character being half a word, that are taken whatever
stands around them: on METER nine in ten letters of such runs were. Shorter runs of an edited
passage may be there by chance."""

_WHOLLY, _PARTLY = 0.9, 0.4
"""Least share of the words, from which on an article is wholly or partly derived. Of articles that
journalists called not derived, half have more than 38 %: the names, charges and quotes that two
reports of one trial have in common without either having seen the other."""


def derived(comparison: Comparison, article: int) -> tuple[Span, ...]:
    """Return the words of `article` most likely taken from other articles: sorted, disjoint.

    Spans begin and end with a word and hold no boilerplate. Taken is all of an article that is
    word for word the same as another, and nothing of one that shares no two words with any other.
    Every other article is asked by itself, so that no sentence is pieced together from many.
    Bounded work for each word and other article.
    """
    others = [other for other in range(len(comparison.texts)) if other != article]
    if _has_copy(comparison, article, others):
        return _list_spans(
            comparison, article, bytearray(b"\1") * len(comparison.corpus.words[article])
        )
    evidence = _Evidence(comparison, article)
    enough = evidence.start()
    for paired in evidence.sort_by_other().values():
        evidence.flag_paired(paired, enough)
    return _list_taken(comparison, article, others, evidence, enough)


class Sources(NamedTuple):
    """The words of an article that come from others, and from which."""

    spans: tuple[Span, ...]
    """As `derived` has them, where no others but those asked about are there."""
    by_article: dict[int, tuple[Span, ...]]
    """The same where that article is the only other; those of which nothing was taken are left
    out. All together have the `spans`, but for a word here and there between two of which one
    comes from one article, one from another."""


def find_sources(comparison: Comparison) -> Iterator[Sources]:
    """Tell of each article, in their order, which of its words most likely come from which other.

    About as much work as `derived` of all articles.
    """
    for article in range(len(comparison.texts)):
        evidence = _Evidence(comparison, article)
        common = evidence.sort_by_other()
        together = evidence.start()
        by_article = {}
        for other in range(len(comparison.texts)):
            if other == article:
                continue
            enough = evidence.start()
            if other in common:
                evidence.flag_paired(common[other], enough)
            if any(enough):
                for index in compress(range(len(enough)), enough):
                    together[index] = 1
            if spans := _list_taken(comparison, article, (other,), evidence, enough):
                by_article[other] = spans
        others = tuple(by_article)
        spans = _list_taken(comparison, article, others, evidence, together)
        yield Sources(spans, by_article)


def classify_derivation(comparison: Comparison, article: int) -> Derivation:
    """Tell how much of `article` is derived, by the share of its words; "not" without words.

    Boilerplate counts neither way.
    """
    words = comparison.word_count(article)
    words -= comparison.word_count(article, comparison.boilerplate(article))
    return classify_share(comparison.word_count(article, derived(comparison, article)), words)


def classify_share(taken: int, words: int) -> Derivation:
    """Tell what an article is of whose `words` so many were `taken`."""
    share = taken / max(1, words)
    if share >= _WHOLLY:
        return "wholly"
    return "partly" if share >= _PARTLY else "not"


def _list_taken(
    comparison: Comparison,
    article: int,
    others: Sequence[int],
    evidence: _Evidence,
    enough: bytearray,
) -> tuple[Span, ...]:
    """Return what was taken of `others`, which gave `enough` evidence: see `derived`."""
    corpus = comparison.corpus
    base, row = corpus.first[article], corpus.words[article]
    if _has_copy(comparison, article, others):
        taken = bytearray(b"\1") * len(row)
    elif not any(enough) and not any(map(evidence.list_copied, others)):
        return ()
    else:
        taken = bytearray(len(row))
        for first, last in evidence.list_rewritten(enough):
            taken[first - base : last - base] = b"\1" * (last - first)
        for copied in chain.from_iterable(map(evidence.list_copied, others)):
            taken[copied.start - base : copied.stop - base] = b"\1" * len(copied)
    return _list_spans(comparison, article, taken)


def _has_copy(comparison: Comparison, article: int, others: Iterable[int]) -> bool:
    """Tell whether one of `others` is word for word the same."""
    words = comparison.corpus.words
    return any(words[other].keys == words[article].keys for other in others)


def _list_spans(comparison: Comparison, article: int, taken: bytearray) -> tuple[Span, ...]:
    """Return the words of `article` that are flagged, but for those that were left out."""
    corpus = comparison.corpus
    base = corpus.first[article]
    for position in corpus.list_barriers(base, Position(base + len(taken))):
        taken[position - base] = 0
    return tuple(
        corpus.span(Position(base + first), Position(base + last))
        for first, last in _find_stretches(taken)
    )


class _Evidence:
    """What tells of the words of `article` that they come from another."""

    def __init__(self, comparison: Comparison, article: int) -> None:
        self._comparison = comparison
        self._article = article
        self._copied: dict[int, list[Range[Position]]] = {}
        self._collect_copied(article)
        self._positions, self._members = comparison.sentence_similarity.term_pairs[article]
        units = comparison.sentence_similarity.units.units
        self._unit_of = [bisect_right(units, (at, inf)) for at in self._positions]
        self._words_of: dict[int, list[int]] = {}
        for index, unit in enumerate(self._unit_of):
            self._words_of.setdefault(unit, []).append(index)
        self._near = _Surroundings(len(self._positions), _NEAR)
        self._wide = _Surroundings(len(self._positions), _WIDE)

    def list_copied(self, other: int) -> Sequence[Range[Position]]:
        """Return the positions of each longer run that passages have in common with `other`."""
        return self._copied.get(other, ())

    def _collect_copied(self, article: int) -> None:
        corpus = self._comparison.corpus
        for passage in self._comparison.passages_of(article):
            ends = passage.pair
            if ends[0] != ends[1]:
                side = ends.index(article)
                for run in passage.runs:
                    positions = corpus.positions(run[side])
                    if corpus.size(positions.start, positions.stop) >= _COPIED:
                        self._copied.setdefault(ends[1 - side], []).append(positions)

    def start(self) -> bytearray:
        """Return a flag for each telling word, none of them set."""
        return bytearray(len(self._positions))

    def list_rewritten(self, enough: bytearray) -> Iterator[Stretch]:
        """Yield `first:last` of positions that together are all with enough evidence."""
        for position in compress(self._positions, enough):
            yield position, Position(position + 1)
        # The words between two telling ones are too common to be judged by themselves.
        corpus = self._comparison.corpus
        for index, (one, following) in enumerate(pairwise(self._positions)):
            if enough[index] and enough[index + 1] and corpus.is_unbroken(one, following):
                yield one, following

    def sort_by_other(self) -> dict[int, set[int]]:
        """Return by other article the telling words that stand in a pair which it has too."""
        having = self._comparison.sentence_similarity.articles_of_pairs
        found: dict[int, set[int]] = {}
        for pair in self._members.keys() & having.keys():
            for other in having[pair]:
                found.setdefault(other, set()).update(self._members[pair])
        found.pop(self._article, None)
        return found

    def flag_paired(self, members: set[int], enough: bytearray) -> None:
        """Flag the telling words with enough evidence where those in `members` are paired."""
        if len(members) <= _FEW and not self._may_be_enough(members):
            return
        # A sentence without a pair is only next to one that was taken.
        touched = sorted({self._unit_of[index] for index in members})
        asked = list(chain.from_iterable(map(self._words_of.__getitem__, touched)))
        if not all(map(enough.__getitem__, asked)):
            values = [index in members for index in asked]
            for index, evidence in zip(asked, self._weigh(asked, values), strict=True):
                if evidence >= _LEAST_EVIDENCE:
                    enough[index] = 1

    def _may_be_enough(self, paired: set[int]) -> bool:
        """Tell, quickly, whether there can be enough evidence anywhere.

        Between two paired words both sums are convex, and what they are divided by is concave: each
        share is largest at a paired word, or at an end of the text.
        """
        if not paired:
            return False
        places = sorted(paired | {0, len(self._positions) - 1})
        values = [place in paired for place in places]
        near, wide = self._near.shares(places, values), self._wide.shares(places, values)
        return _mix(max(near), max(wide)) >= _LEAST_EVIDENCE - _TOLERANCE

    def _weigh(self, places: Sequence[int], values: Sequence[int]) -> Iterator[float]:
        near, wide = self._near.shares(places, values), self._wide.shares(places, values)
        return map(_mix, near, wide)


def _mix(near: float, wide: float) -> float:
    return near + _WIDE_WEIGHT * (wide - near)


class _Surroundings:
    """Weighted shares around places of a row; weights fall by e over `reach` places."""

    def __init__(self, length: int, reach: float) -> None:
        decay = exp(-1 / reach)
        self._powers = list(accumulate(repeat(decay, length), mul, initial=1.0))
        self._weights = self._sum_up(range(length), [1] * length)

    def shares(self, places: Sequence[int], values: Sequence[int]) -> list[float]:
        """Return the weighted mean of the row around each of `places`, ascending.

        `values` are those at the places; at all others they are 0.
        """
        sums = self._sum_up(places, values)
        return [sum_ / self._weights[at] for at, sum_ in zip(places, sums, strict=True)]

    def _sum_up(self, places: Sequence[int], values: Sequence[int]) -> list[float]:
        decays = [self._powers[following - at] for at, following in pairwise(places)]
        forward = _decay(decays, values)
        backward = reversed(_decay(reversed(decays), reversed(values)))
        # Every place itself is in both sums.
        return [
            sum_ - value for sum_, value in zip(map(add, forward, backward), values, strict=True)
        ]


def _decay(decays: Iterable[float], values: Iterable[int]) -> list[float]:
    """Return for each value the sum up to it; from one to the next it shrinks to a share."""
    total, sums = 0.0, []
    for share, value in zip(chain((0.0,), decays), values, strict=False):
        total = total * share + value
        sums.append(total)
    return sums


def _find_stretches(taken: bytearray) -> Iterator[tuple[int, int]]:
    """Yield the longest `first:last` of set flags, in order."""
    first = taken.find(1)
    while first >= 0:
        last = taken.find(0, first)
        last = len(taken) if last < 0 else last
        yield first, last
        first = taken.find(1, last)
