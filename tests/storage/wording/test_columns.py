from __future__ import annotations

from storage.wording.columns import ColumnNeed, Head, draw_heads, share_room


def test_where_all_fits_each_column_has_what_it_needs() -> None:
    assert share_room([ColumnNeed(5), ColumnNeed(20, 8), ColumnNeed(30, 8, 20)], 60) == [5, 20, 30]


def test_what_is_wanted_comes_before_all_that_gives_way() -> None:
    assert share_room([ColumnNeed(5), ColumnNeed(40, 8), ColumnNeed(90, 10, 30)], 50) == [5, 15, 30]


def test_the_narrowest_grow_first() -> None:
    assert share_room([ColumnNeed(30, 4), ColumnNeed(10, 4), ColumnNeed(30, 4)], 40) == [15, 10, 15]


def test_where_there_is_no_room_each_has_its_least() -> None:
    assert share_room([ColumnNeed(5), ColumnNeed(40, 8), ColumnNeed(6, 10)], 10) == [5, 8, 6]


def test_the_head_of_numbers_ends_with_them_and_takes_no_room() -> None:
    heads = [Head("story", 1, 20), Head("articles", 22, 24, is_number=True), Head("tags", 26, 34)]

    line, places = draw_heads(heads, 34)

    assert line == " story          articles  tags    "
    assert places == [(1, 6), (16, 24), (26, 30)]


def test_what_is_left_of_a_wide_head_gives_way() -> None:
    heads = [Head("", 0, 1), Head("title", 2, 8), Head("passages", 9, 11, is_number=True)]

    assert draw_heads(heads, 12)[0] == "   passages "
    assert draw_heads([heads[0], heads[1]._replace(start=1), heads[2]], 15)[0] == " … passages    "
