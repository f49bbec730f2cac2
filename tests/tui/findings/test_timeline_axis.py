from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from textreuse import Carrier, Edge, Timeline
from tui.findings.timeline_axis import draw_axis, find_source

MORNING, NOON, EVENING = (f"2026-03-05T{hour}:00:00Z" for hour in ("08", "12", "20"))


def timeline(*published: str | None, edges: tuple[Edge, ...] = ()) -> Timeline:
    rows = (
        Carrier(article, date, None if date is None else article + 1, ())
        for article, date in enumerate(published)
    )
    return Timeline(tuple(rows), (), edges)


def descent(source: int, target: int, *, is_main: bool = True) -> Edge:
    return Edge(source, target, 50, "descent", is_main)


def test_marks_stand_by_time_from_end_to_end() -> None:
    assert draw_axis(timeline(MORNING, NOON, EVENING), {0, 2}, 13) == [
        "●            ",
        "    ○        ",
        "            ●",
    ]


def test_lines_lead_from_one_article_to_all_that_have_its_words() -> None:
    drawn = draw_axis(
        timeline(MORNING, NOON, EVENING, edges=(descent(0, 1), descent(0, 2))), (), 13
    )

    assert drawn == [
        "○            ",
        "├───○        ",
        "╰───────────○",
    ]


def test_a_line_goes_past_what_it_does_not_lead_to() -> None:
    assert draw_axis(timeline(MORNING, NOON, EVENING, edges=(descent(0, 2),)), (), 13) == [
        "○            ",
        "│   ○        ",
        "╰───────────○",
    ]


def test_an_article_that_has_words_of_one_may_give_to_another() -> None:
    edges = descent(0, 1), descent(1, 2)

    assert draw_axis(timeline(MORNING, NOON, EVENING, edges=edges), (), 13) == [
        "○            ",
        "╰───○        ",
        "    ╰───────○",
    ]


def test_lines_that_are_not_the_main_ones_are_left_out() -> None:
    edges = descent(0, 1), descent(0, 2, is_main=False), descent(1, 2)

    assert draw_axis(timeline(MORNING, NOON, EVENING, edges=edges), (), 13)[1] == "╰───○        "


def test_what_has_no_date_stands_apart_behind_a_question_mark() -> None:
    assert draw_axis(timeline(MORNING, EVENING, None), {2}, 13) == [
        "○            ",
        "          ○  ",
        "           ?●",
    ]


def test_articles_of_one_time_stand_under_each_other() -> None:
    assert draw_axis(timeline(NOON, NOON), (), 9) == ["○        ", "○        "]


def test_a_date_that_cannot_be_read_is_as_good_as_none() -> None:
    assert draw_axis(timeline("soon", None), (), 5)[1] == "   ?○"


def test_the_source_of_an_article_is_where_its_line_comes_from() -> None:
    story = timeline(MORNING, NOON, EVENING, edges=(descent(0, 2, is_main=False), descent(1, 2)))

    assert find_source(story, 2) == descent(1, 2)
    assert find_source(story, 0) is None


@given(
    st.lists(st.none() | st.datetimes().map(lambda one: one.isoformat()), max_size=6),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=8),
    st.integers(0, 30),
)
def test_every_row_is_as_wide_as_asked_for(
    published: list[str | None], pairs: list[tuple[int, int]], width: int
) -> None:
    count = len(published)
    edges = tuple(descent(*pair) for pair in pairs if max(pair) < count)

    drawn = draw_axis(timeline(*published, edges=edges), (), width)

    assert [cell_len(row) for row in drawn] == [max(2, width)] * count
    assert all(row.count("○") == 1 for row in drawn)
