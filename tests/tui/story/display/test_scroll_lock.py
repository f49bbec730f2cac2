from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from textreuse import compare
from tui.story.display.layout import Layout
from tui.story.display.scroll_lock import (
    Point,
    ScrollLock,
    ScrollLocks,
    find_heaviest_chain,
    lock_layouts,
    pair_places,
)
from tui.story.page import Page

POINTS = st.lists(
    st.builds(Point, st.integers(-5, 60), st.integers(-5, 60), st.integers(1, 30)), max_size=30
)
ENDS = st.builds(Point, st.integers(0, 50), st.integers(0, 50))
START = Point(0, 0)


@given(points=POINTS, end=ENDS)
def test_going_down_in_one_never_moves_the_other_up(points: list[Point], end: Point) -> None:
    locked = ScrollLock(points, START, end)
    rows = [locked.row_beside(row) for row in range(-2, end.leader + 3)]
    assert rows == sorted(rows)


@given(points=POINTS, end=ENDS)
def test_starts_and_ends_line_up(points: list[Point], end: Point) -> None:
    locked = ScrollLock(points, START, end)
    assert locked.row_beside(0) == 0
    if end.leader:
        assert locked.row_beside(end.leader) == end.follower


@given(points=POINTS, end=ENDS)
def test_what_is_locked_stands_exactly_beside_its_copy(points: list[Point], end: Point) -> None:
    locked = ScrollLock(points, START, end)
    assert all(locked.row_beside(point.leader) == point.follower for point in locked.points)


@given(end=ENDS, row=st.integers(0, 50))
def test_without_anything_in_common_the_texts_pass_in_proportion(end: Point, row: int) -> None:
    locked = ScrollLock([], START, end)
    if row < end.leader:
        assert abs(locked.row_beside(row) - row * end.follower / end.leader) < 1


@given(
    points=st.lists(
        st.builds(Point, st.integers(0, 6), st.integers(0, 6), st.integers(1, 9)), max_size=7
    )
)
def test_the_chain_is_the_heaviest_of_all_that_go_on_in_both_texts(points: list[Point]) -> None:
    chain = find_heaviest_chain(points)
    assert _goes_on(chain)
    merged = {point[:2]: 0 for point in points}
    for point in points:
        merged[point[:2]] += point.weight
    places = [Point(*place, weight) for place, weight in sorted(merged.items())]
    heaviest = max(
        sum(point.weight for point in some)
        for count in range(len(places) + 1)
        for some in combinations(places, count)
        if _goes_on(some)
    )
    assert sum(point.weight for point in chain) == heaviest


def _goes_on(points: list[Point] | tuple[Point, ...]) -> bool:
    return all(
        one.leader < other.leader and one.follower <= other.follower
        for one, other in pairwise(points)
    )


def _filler(of: str, count: int) -> str:
    return "\n\n".join(f"{of} {number} {of[::-1]} says nothing else." for number in range(count))


SHARED = "Nobody on the quay had ever seen the gates stand open in such a wind before."
MOVED = "The harbour master, who was at dinner, was told of it by a boy on a bicycle."


def test_a_shared_passage_stands_on_the_same_row_of_the_screen() -> None:
    texts = [
        f"{_filler('ice', 40)}\n\n{SHARED}\n\n{_filler('elm', 60)}",
        f"{_filler('oak', 70)}\n\n{SHARED}\n\n{_filler('fog', 30)}",
    ]
    layouts = [Layout(Page(text), 40) for text in texts]
    height = 21
    locked = lock_layouts(pair_places(compare(texts).groups, 0, 1), layouts[0], layouts[1], height)
    here, there = (
        layout.row_of(text.index(SHARED)) for layout, text in zip(layouts, texts, strict=True)
    )
    screen_row = height // 3
    assert locked.row_beside(here - screen_row) == there - screen_row
    ends = [len(layout.rows) - height for layout in layouts]
    assert locked.row_beside(ends[0]) == ends[1]


def test_a_passage_that_was_moved_does_not_make_the_other_text_jump_back() -> None:
    texts = [
        f"{_filler('ice', 30)}\n\n{SHARED} {SHARED[::-1]}\n\n{MOVED}\n\n{_filler('elm', 30)}",
        f"{MOVED}\n\n{_filler('oak', 30)}\n\n{SHARED} {SHARED[::-1]}\n\n{_filler('fog', 30)}",
    ]
    layouts = [Layout(Page(text), 40) for text in texts]
    locked = lock_layouts(pair_places(compare(texts).groups, 0, 1), layouts[0], layouts[1], 20)
    rows = [locked.row_beside(row) for row in range(len(layouts[0].rows))]
    assert rows == sorted(rows)
    assert max(other - one for one, other in pairwise(rows)) < 10


def test_a_lock_is_kept_until_the_texts_are_laid_out_anew() -> None:
    texts = [SHARED, SHARED]
    layouts = [Layout(Page(text), 40) for text in texts]
    locks = ScrollLocks(compare(texts).groups)
    first = locks.lock_between(0, layouts[0], 1, layouts[1], 20)
    assert locks.lock_between(0, layouts[0], 1, layouts[1], 20) is first
    assert locks.lock_between(0, Layout(Page(texts[0]), 30), 1, layouts[1], 20) is not first
