from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from storage.wording.natural_order import rank_naturally
from tests.storage.desk import quickly


def test_numbers_stand_by_what_they_are_worth() -> None:
    names = [
        "Outlet 10",
        "outlet 2",
        "Outlet 2b",
        "Outlet 2",
        "outlet",
        "Österreich 1",
        "0",
        "٣",
        "",
    ]

    assert sorted(names, key=rank_naturally) == [
        *("", "0", "outlet", "Outlet 2", "outlet 2", "Outlet 2b", "Outlet 10", "Österreich 1", "٣"),
    ]


@quickly
@given(st.integers(0), st.integers(0), st.integers(0, 3))
def test_it_is_the_order_of_numbers(one: int, other: int, zeros: int) -> None:
    ranks = [rank_naturally(f"No {'0' * zeros}{number}!") for number in (one, other)]

    assert (ranks[0] < ranks[1]) == (one < other)


def test_a_number_may_be_longer_than_python_reads() -> None:
    assert rank_naturally("9" * 10_000) < rank_naturally("1" + "0" * 10_000)
