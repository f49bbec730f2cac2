"""Proposals: pairs of units, of two articles, that have rare terms in common.

Found for all pairs of articles at once, by counting: most pairs of units have none, and nothing
else is ever asked of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import chain

from textreuse.paraphrase.affinity import discount
from textreuse.paraphrase.sentence_units import UnitIndex
from textreuse.paraphrase.tf_isf import Postings, Units

UnitPair = tuple[UnitIndex, UnitIndex]

_PLACES = 6
"""Pairs of units, one of either article, that may have a term in common which still proposes them.
What no such term proposes readers hardly ever called the same; and the work is linear."""

_DISCOUNT_OF_TERM = 1.0
"""Each time that much is taken from the odds of two articles (see `affinity.discount`) one term
more must propose a pair: what little they have in common is not looked at in vain."""


class _Earlier:
    """The units of earlier articles that have a term, as a list an article."""

    def __init__(self) -> None:
        self.units: list[list[UnitIndex]] = []
        self.most = 0
        """Units in the longest list."""

    def add(self, units: list[UnitIndex]) -> None:
        self.units.append(units)
        self.most = max(self.most, len(units))


def propose_pairs(
    units: Units, affinities: Mapping[tuple[int, int], float]
) -> dict[tuple[int, int], list[UnitPair]]:
    """Return for each pair of articles (left < right) the pairs of units that may correspond.

    Between two articles of the same text none: what has its copy needs no paraphrase.
    """
    same = units.corpus.same
    needed = {
        pair: int(discount(affinity) / _DISCOUNT_OF_TERM) for pair, affinity in affinities.items()
    }
    proposed: defaultdict[tuple[int, int], list[UnitPair]] = defaultdict(list)
    owner = [article for article, of_article in enumerate(units.articles) for _ in of_article]
    earlier: defaultdict[int, _Earlier] = defaultdict(_Earlier)
    for article, postings in enumerate(units.telling):
        if len({*same[: article + 1]}) > 1:
            least = min((needed.get((other, article), 0) for other in range(article)), default=0)
            for right, met in _meet(postings, earlier):
                counts = Counter(chain.from_iterable(met))
                for left in [left for left, count in counts.items() if count > least]:
                    pair = owner[left], article
                    if same[pair[0]] != same[article] and counts[left] > needed.get(pair, 0):
                        proposed[pair].append((left, right))
        for term, of_article in postings.items():
            earlier[term].add(of_article)
    return proposed


def _meet(
    postings: Postings, earlier: Mapping[int, _Earlier]
) -> list[tuple[UnitIndex, list[list[UnitIndex]]]]:
    """Return for each unit of an article the lists of earlier ones that a term of it proposes."""
    met: defaultdict[UnitIndex, list[list[UnitIndex]]] = defaultdict(list)
    for term in earlier.keys() & postings.keys():
        rights, known = postings[term], earlier[term]
        lists = known.units
        if known.most * len(rights) > _PLACES:
            lists = [lefts for lefts in lists if len(lefts) * len(rights) <= _PLACES]
        for right in rights if lists else ():
            met[right].extend(lists)
    return sorted(met.items())
