from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.textreuse.stories import quick
from textreuse.paraphrase.agreement import Evidence, measure_margins, measure_nearby
from textreuse.paraphrase.sentence_units import UnitIndex

SOME = Evidence(similarity=0.5, content=2, names=1, figures=1, margin=0.1, nearby=0.2)


def pair(left: int, right: int) -> tuple[int, int]:
    return UnitIndex(left), UnitIndex(right)


@pytest.mark.parametrize("more", Evidence._fields)
def test_whatever_speaks_for_it_raises_the_odds(more: str) -> None:
    raised = SOME._replace(**{more: getattr(SOME, more) + 0.3})

    assert raised.log_odds > SOME.log_odds


def test_the_similarity_that_is_needed_reaches_the_odds_and_no_more() -> None:
    needed = SOME._replace(similarity=SOME.need_similarity(1.5))

    assert needed.log_odds == pytest.approx(1.5)
    assert needed.need_similarity(1.5) == pytest.approx(needed.similarity)


def test_a_word_that_says_something_counts_more_than_a_name() -> None:
    assert SOME._replace(content=4).log_odds > SOME._replace(names=3).log_odds


def test_a_pair_without_a_rival_is_ahead_by_all_of_its_cosine() -> None:
    assert measure_margins({pair(0, 5): 0.4}) == {pair(0, 5): pytest.approx(0.4)}


def test_the_best_rival_of_either_unit_counts() -> None:
    margins = measure_margins({pair(0, 5): 0.5, pair(0, 6): 0.2, pair(1, 5): 0.3})

    assert margins[pair(0, 5)] == pytest.approx(0.2)
    assert margins[pair(0, 6)] == pytest.approx(-0.3)
    assert margins[pair(1, 5)] == pytest.approx(-0.2)


def test_a_sentence_told_twice_is_no_rival_of_itself() -> None:
    margins = measure_margins({pair(0, 5): 0.5, pair(0, 6): 0.5, pair(0, 7): 0.1})

    assert margins[pair(0, 5)] == margins[pair(0, 6)] == pytest.approx(0.4)


def test_units_beside_a_pair_speak_for_it_in_the_same_order_only() -> None:
    cosines = {pair(3, 8): 0.5, pair(4, 9): 0.2, pair(1, 7): 0.3, pair(2, 9): 0.9, pair(6, 11): 0.8}

    assert measure_nearby(cosines, pair(3, 8)) == 0.3
    assert measure_nearby(cosines, pair(1, 20)) == 0


@quick
@given(
    st.dictionaries(
        st.builds(pair, st.integers(0, 4), st.integers(10, 14)), st.floats(0, 1), max_size=12
    )
)
def test_margins_are_those_of_a_slow_search(
    cosines: dict[tuple[int, int], float],
) -> None:
    for (left, right), margin in measure_margins(cosines).items():
        cosine = cosines[left, right]
        rivals = [
            other
            for (one, another), other in cosines.items()
            if (one == left) != (another == right) and abs(other - cosine) > 1e-9
        ]
        assert margin == pytest.approx(cosine - max(rivals, default=0.0), abs=1e-6)
