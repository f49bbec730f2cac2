from __future__ import annotations

from collections import Counter

from hypothesis import given

from tests.textreuse.drawn_news import news_stories
from tests.textreuse.news import MASKS
from tests.textreuse.places import clause_range
from tests.textreuse.reports import two_articles
from tests.textreuse.stages import weigh_pair
from tests.textreuse.stories import quick
from textreuse.paraphrase.clause_fit import Fit
from textreuse.paraphrase.clauses import ClauseIndex
from textreuse.paraphrase.stems import NO_TERM
from textreuse.paraphrase.tf_isf import PairVectors
from textreuse.paraphrase.weighted_clauses import ArticleClauses, Rarity, WeightedClauses
from textreuse.text.corpus import Stretch


@quick
@given(news_stories())
def test_fits_say_what_corresponds_and_never_get_worse(texts: list[str]) -> None:
    found = weigh_pair(*texts)
    rarity = Rarity(found)
    both = weigh_clauses(found, rarity)
    for number in range(min(len(both[0].clauses), len(both[1].clauses), 5)):
        closed = {ClauseIndex(number + 1)}, {ClauseIndex(number - 1)}
        here = clause_range(number, number + 1)
        fit = Fit(both, here, here, closed)
        before = score(found, rarity, fit)

        fit.climb()

        assert score(found, rarity, fit) >= before - 1e-9
        ours, theirs = (bag_at(found, fit.place(side)) for side in (0, 1))
        common = ours & theirs
        assert fit.shared == {term: common[term] for term in common if rarity[term]}
        for side, prose in enumerate(both):
            first, last = fit.first[side], fit.last[side]
            assert closed[side].isdisjoint(clause_range(first, last + 1))
            assert prose.clauses[last].sentence - prose.clauses[first].sentence <= 1
            assert fit.place(side) == (prose.clauses[first].first, prose.clauses[last].last)


def score(found: PairVectors, rarity: Rarity, fit: Fit) -> float:
    """Return what corresponds, on both sides, less three tenths of all that stands there."""
    ours, theirs = (bag_at(found, fit.place(side)) for side in (0, 1))
    return 2 * weight_of(rarity, ours & theirs) - 0.3 * weight_of(rarity, ours + theirs)


def weigh_clauses(found: PairVectors, rarity: Rarity) -> tuple[WeightedClauses, WeightedClauses]:
    left, right = (ArticleClauses(found.of_all, article) for article in found.pair)
    return WeightedClauses(left, rarity), WeightedClauses(right, rarity)


def weight_of(rarity: Rarity, bag: Counter[int]) -> float:
    return sum(count * rarity[term] for term, count in bag.items())


def bag_at(found: PairVectors, place: Stretch) -> Counter[int]:
    return Counter(term for term in found.of_all.terms.at[slice(*place)] if term != NO_TERM)


def test_a_fit_grows_over_what_corresponds_and_leaves_the_rest() -> None:
    one, other = two_articles(
        f"The opera still waits for a curtain, and {MASKS[0]}",
        f"{MASKS[1][:-1]}, experts in Ravensberg believe.",
    )
    found = weigh_pair(one, other)
    both = weigh_clauses(found, Rarity(found))
    fit = Fit(both, both[0].find_overlaps(found.units[3]), clause_range(4, 5), (set(), set()))

    fit.climb()

    told = [text_at(found, fit.place(side)) for side in (0, 1)]
    assert told == [f"and {MASKS[0][:-1]}", MASKS[1][:-1]]


def text_at(found: PairVectors, place: Stretch) -> str:
    span = found.corpus.span(*place)
    return found.corpus.texts[span.article][span.start : span.end]
