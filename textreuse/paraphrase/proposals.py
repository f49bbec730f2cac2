"""Proposals: pairs of units, of two articles, that have a few telling terms in common.

Found for all pairs of articles at once, by counting: most pairs of units have one such term or
none, and nothing else is ever asked of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import chain

from textreuse.paraphrase.sentence_units import UnitIndex
from textreuse.paraphrase.tf_isf import Postings, Units

_LEAST_COMMON = 2
"""Different terms that two units must have in common, the commonest words of their languages left
out: less is no statement."""

_COMMON_SHARE = 0.12
"""Share of the units of two articles above which a term proposes nothing; it still counts in what
rarer terms propose. Nearly all pairs with a high cosine have a rarer term in common, and "the" or a
story's own name would propose every pair."""
_FEW_UNITS, _MANY_UNITS = 6, 60
"""Units in which a term may always stand and still propose; and may never, however many there are,
so that the work grows with the length of the texts, not with its square."""

UnitPair = tuple[UnitIndex, UnitIndex]


def limit_proposing_terms(units: int) -> float:
    """Return in how many of the units of two articles a term may stand and still propose."""
    return min(max(_FEW_UNITS, _COMMON_SHARE * units), _MANY_UNITS)


class _Earlier:
    """The units of earlier articles that have a term, as a list an article."""

    def __init__(self) -> None:
        self.articles: list[int] = []
        self.units: list[list[UnitIndex]] = []
        self.most = 0
        """Units in the longest list."""

    def add(self, article: int, units: list[UnitIndex]) -> None:
        self.articles.append(article)
        self.units.append(units)
        self.most = max(self.most, len(units))


def propose_pairs(units: Units) -> dict[tuple[int, int], list[UnitPair]]:
    """Return for each pair of articles (left < right) the pairs of units that may correspond."""
    proposed: defaultdict[tuple[int, int], list[UnitPair]] = defaultdict(list)
    owner = [article for article, of_article in enumerate(units.articles) for _ in of_article]
    earlier: defaultdict[int, _Earlier] = defaultdict(_Earlier)
    for article, postings in enumerate(units.telling):
        for right, met in _meet(units, article, postings, earlier):
            counts = Counter(chain.from_iterable(met))
            for left in [left for left, count in counts.items() if count >= _LEAST_COMMON]:
                proposed[owner[left], article].append((left, right))
        for term, of_article in postings.items():
            earlier[term].add(article, of_article)
    return proposed


def _meet(
    units: Units, article: int, postings: Postings, earlier: Mapping[int, _Earlier]
) -> list[tuple[UnitIndex, list[list[UnitIndex]]]]:
    """Return for each unit of an article the lists of earlier ones that have one of its terms."""
    sizes = [len(of_article) for of_article in units.articles[: article + 1]]
    most = [limit_proposing_terms(one + sizes[-1]) for one in sizes]
    least = min(most)
    met: defaultdict[UnitIndex, list[list[UnitIndex]]] = defaultdict(list)
    for term in earlier.keys() & postings.keys():
        rights, known = postings[term], earlier[term]
        lists = known.units
        if known.most + len(rights) > least:
            lists = [
                lefts
                for other, lefts in zip(known.articles, lists, strict=True)
                if len(lefts) + len(rights) <= most[other]
            ]
        for right in rights if lists else ():
            met[right].extend(lists)
    return sorted(met.items())
