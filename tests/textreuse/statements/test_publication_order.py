from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from textreuse import has_time, rank_dates

DATES = st.none() | st.sampled_from(
    ["2026-03-05", "2026-03-05T10:00:00Z", "2026-03-05T18:00:00Z", "2026-03-06", "2026-03-04"]
)


@given(st.lists(DATES, max_size=8))
def test_a_rank_counts_the_earlier_dates_and_unknown_ones_have_none(
    published: list[str | None],
) -> None:
    found = rank_dates(published)
    assert [rank is None for rank in found] == [date is None for date in published]
    known = sorted(rank for rank in found if rank is not None)
    assert all(rank <= place for place, rank in enumerate(known, 1))
    for one, first in zip(published, found, strict=True):
        for other, second in zip(published, found, strict=True):
            if first is not None and second is not None and first < second:
                assert one is not None
                assert other is not None
                assert one < other


def test_on_a_day_of_which_one_time_is_unknown_nobody_is_first() -> None:
    dates = ["2026-03-05T18:00:00Z", None, "2026-03-05", "2026-03-05T10:00:00Z", "2026-03-06"]
    assert rank_dates(dates) == [1, None, 1, 1, 4]


def test_a_day_has_no_time() -> None:
    assert [has_time(date) for date in (None, "", "2026-03-05", "2026-03-05T10:00:00Z")] == [
        False,
        False,
        False,
        True,
    ]
