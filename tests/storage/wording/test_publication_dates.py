from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.wording.publication_dates import (
    format_day,
    format_day_and_time,
    order_letters,
    sort_by_publication,
    sort_spans_by_publication,
)
from tests.storage.desk import OWL, unstored
from textreuse import Span, has_time, rank_dates

DATES = st.none() | st.sampled_from(
    ["2026-03-05", "2026-03-05T10:00:00Z", "2026-03-05T18:00:00Z", "2026-03-06", "2026-03-04"]
)
STORIES = st.lists(DATES, max_size=8)


def test_on_a_day_of_which_one_time_is_unknown_nobody_is_first() -> None:
    dates = ["2026-03-05T18:00:00Z", None, "2026-03-05", "2026-03-05T10:00:00Z", "2026-03-06"]
    assert order_letters("ABCDE", dates) == "A, C and D, then E"
    assert order_letters("AB", [None, ""]) == ""


def in_order(published: list[str | None]) -> list[int]:
    return sort_by_publication(range(len(published)), published.__getitem__)


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (["2026-03-05", "2026-03-05T10:00:00Z"], "AB"),
        (["2026-03-05T10:00:00Z", "2026-03-05"], "AB"),
        (["2026-03-05T10:00:00Z", "2026-03-05T10:00:00Z"], "AB"),
        (["2026-03-05T18:00:00Z", "2026-03-05T10:00:00Z"], "BA"),
        (["2026-03-05T18:00:00Z", "2026-03-05", "2026-03-05T10:00:00Z"], "CBA"),
        ([None, "2026-03-06", "2026-03-05", "", "2026-03-05T10:00:00Z"], "CEBAD"),
        (["2026-03-06", "2026-03-05T23:59:59Z"], "BA"),
    ],
)
def test_what_has_one_place_stays_as_given_but_for_known_times(
    dates: list[str | None], order: str
) -> None:
    assert "".join("ABCDE"[at] for at in in_order(dates)) == order


@given(STORIES)
def test_the_order_has_everything_once_and_is_that_of_the_ranks(
    published: list[str | None],
) -> None:
    order = in_order(published)

    assert sorted(order) == list(range(len(published)))
    places = [rank_dates(published)[at] or len(published) + 1 for at in order]
    assert places == sorted(places)
    times = [date for at in order if (date := published[at]) and "T" in date]
    assert times == sorted(times)
    again = [published[at] for at in order]
    assert in_order(again) == list(range(len(order)))
    for date in set(published):
        same = [at for at in order if published[at] == date]
        assert same == sorted(same)


@given(STORIES, st.data())
def test_places_in_articles_come_by_article_and_offset(
    published: list[str | None], data: st.DataObject
) -> None:
    articles = [unstored(number, OWL, date) for number, date in enumerate(published)]
    indexes = st.sampled_from(range(len(articles))) if articles else st.nothing()
    spans = data.draw(st.lists(st.builds(Span, indexes, st.integers(0, 3), st.just(9)), max_size=9))

    found = sort_spans_by_publication(spans, articles)

    assert sorted(found) == sorted(spans)
    order = in_order(published)
    keys = [(order.index(span.article), span.start) for span in found]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        (None, ("", "", False)),
        ("", ("", "", False)),
        ("2026-03-05", ("2026-03-05", "2026-03-05", False)),
        ("2026-03-05T10:04:59Z", ("2026-03-05", "2026-03-05 10:04", True)),
    ],
)
def test_a_date_is_shown_with_or_without_its_time(
    published: str | None, shown: tuple[str, str, bool]
) -> None:
    assert (format_day(published), format_day_and_time(published), has_time(published)) == shown
