from __future__ import annotations

from collections import Counter
from itertools import accumulate, chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from tests.textreuse.drawn_news import news_stories
from tests.textreuse.news import MASKS
from tests.textreuse.places import clause_range
from tests.textreuse.reports import two_articles
from tests.textreuse.stages import count_texts, weigh_pair
from tests.textreuse.stories import quick
from textreuse.paraphrase.clause_fit import Fit
from textreuse.paraphrase.reaches import MOST_MOVES, Reach, may_be_alike
from textreuse.paraphrase.weighted_clauses import ArticleClauses, Rarity, WeightedClauses

FEWEST = 5

clauses = st.lists(st.lists(st.integers(0, 6), min_size=1, max_size=9), min_size=1, max_size=7)


def reach_of(told: list[list[int]]) -> Reach:
    edges = list(accumulate(map(len, told), initial=0))
    return Reach(clause_range(0, len(told)), edges, [form for clause in told for form in clause])


@quick
@given(clauses, clauses, st.integers(1, 9))
def test_whatever_two_stretches_have_in_common_may_be(
    left: list[list[int]], right: list[list[int]], fewest: int
) -> None:
    both = reach_of(left), reach_of(right)

    assert not may_be_alike(*both, 1.01, fewest)
    for ours in stretches_of(left, fewest):
        for theirs in stretches_of(right, fewest):
            common = (Counter(ours) & Counter(theirs)).total()
            similarity = 2 * common / (len(ours) + len(theirs))
            assert not common or may_be_alike(*both, similarity - 1e-9, fewest)


def stretches_of(told: list[list[int]], fewest: int) -> list[list[int]]:
    """Return all stretches of clauses of at least so many words."""
    places = combinations(range(len(told) + 1), 2)
    joined = [[*chain.from_iterable(told[start:stop])] for start, stop in places]
    return [stretch for stretch in joined if len(stretch) >= fewest]


def test_no_more_may_be_in_common_than_is_where_two_stretches_are_all() -> None:
    left, right = reach_of([[1, 2, 3, 4, 5, 6]]), reach_of([[1, 2, 3, 7]])

    assert may_be_alike(left, right, 0.6, 4)
    assert not may_be_alike(left, right, 0.61, 4)
    assert not may_be_alike(left, right, 0.01, FEWEST)


def test_a_reach_is_a_sentence_more_on_either_side_in_one_paragraph() -> None:
    first = "One goat ran away.\n\n"
    sheep = [f"Sheep {number} came home, and nobody saw it." for number in range(5)]
    found = count_texts("", first + " ".join(sheep))
    prose = ArticleClauses(found, 1)

    assert prose.reach(clause_range(1, 2)).clauses == clause_range(1, 5)
    assert prose.reach(clause_range(5, 7)).clauses == clause_range(3, 9)
    assert prose.reach(clause_range(9, 11)).clauses == clause_range(7, 11)
    assert prose.reach(clause_range(0, 1)).clauses == clause_range(0, 1)
    assert len(prose.reach(clause_range(0, 1)).different_forms) == 4


def test_a_reach_in_an_endless_sentence_has_no_more_clauses_than_a_fit_ever_adds() -> None:
    found = count_texts("", ", ".join(f"sheep number {number} came home" for number in range(900)))
    prose = ArticleClauses(found, 1)

    for first, last in ((0, 2), (450, 451), (899, 900)):
        opening = clause_range(first, last)
        clauses = prose.reach(opening).clauses
        assert clauses.start == max(0, first - MOST_MOVES)
        assert clauses.stop == min(900, last + MOST_MOVES)


@quick
@given(news_stories())
def test_fits_stay_within_their_reaches(texts: list[str]) -> None:
    found = weigh_pair(*texts)
    rarity = Rarity(found)
    left, right = (ArticleClauses(found.of_all, article) for article in found.pair)
    both = WeightedClauses(left, rarity), WeightedClauses(right, rarity)
    for number in range(min(len(left.clauses), len(right.clauses), 8)):
        here = clause_range(number, number + 1)
        fit = Fit(both, here, here, (set(), set()))

        fit.climb()

        reaches = left.reach(here), right.reach(here)
        for side, reach in enumerate(reaches):
            assert fit.first[side] in reach.clauses
            assert fit.last[side] in reach.clauses
        common = reaches[0].different_forms & reaches[1].different_forms
        assert fit.shared.keys() <= common


def test_what_a_fit_has_in_common_reaches_no_farther_than_its_bound() -> None:
    found = weigh_pair(*two_articles(*MASKS))
    left, right = (ArticleClauses(found.of_all, article) for article in found.pair)
    rarity = Rarity(found)
    both = WeightedClauses(left, rarity), WeightedClauses(right, rarity)
    openings = left.find_overlaps(found.units[3]), clause_range(4, 5)
    fit = Fit(both, *openings, (set(), set()))
    fit.climb()

    ours, theirs = (found.of_all.forms[slice(*fit.place(side))] for side in (0, 1))
    similarity = 2 * (Counter(ours) & Counter(theirs)).total() / (len(ours) + len(theirs))
    assert similarity > 0.4
    assert may_be_alike(left.reach(openings[0]), right.reach(openings[1]), similarity, FEWEST)
