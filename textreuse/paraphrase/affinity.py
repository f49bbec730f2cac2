"""Affinity: how much two articles have to do with each other, told by the terms they share.

Two reports of one event share half of their names and a third of their other terms; of two
articles about different events hardly any pair reaches half of that. So what looks alike in two
articles is believed the less, the less else they share.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from itertools import chain

from textreuse.paraphrase.tf_isf import Units

_EVEN, _STEEPNESS = 0.6, 12.0
"""Affinity at which two articles are as likely as not to report one event, and how fast that
changes. A logistic regression on 150 pairs of reports of one event and 250 of different ones
(BASIL) gives .51 and 23, and mistakes none; different events on one topic need more doubt."""

_MOST = 3.0
"""Most that is ever discounted: what a report surely took from another it may have taken alone."""


def measure_affinities(units: Units) -> dict[tuple[int, int], float]:
    """Return the affinity, 0..2, of each two articles (left < right); 0 where it is missing.

    The share of the telling terms of the one with fewer that stand in the other, framing words
    left out, and the same of its names.
    """
    framing = map(units.terms.framing.__getitem__, units.corpus.languages)
    terms = [
        postings.keys() - left_out
        for postings, left_out in zip(units.telling, framing, strict=True)
    ]
    names = [units.names.list_names(article) for article in range(len(terms))]
    shares: defaultdict[tuple[int, int], float] = defaultdict(float)
    for of_articles in (terms, names):
        for (left, right), common in _count_common(of_articles).items():
            shares[left, right] += common / min(len(of_articles[left]), len(of_articles[right]))
    return shares


def discount(affinity: float) -> float:
    """Return what is taken from the log odds that two stretches of such articles say the same.

    It is the negative logarithm of the odds that they report one event: next to nothing for those
    that do.
    """
    return min(_MOST, math.log1p(math.exp(_STEEPNESS * (_EVEN - affinity))))


def _count_common(of_articles: Sequence[Collection[int]]) -> dict[tuple[int, int], int]:
    """Count the terms that each two articles share; those that share none are missing."""
    having: defaultdict[int, list[int]] = defaultdict(list)
    common: dict[tuple[int, int], int] = {}
    for article, terms in enumerate(of_articles):
        earlier = Counter(chain.from_iterable(map(having.__getitem__, terms)))
        common.update(((other, article), count) for other, count in earlier.items())
        for term in terms:
            having[term].append(article)
    return common
