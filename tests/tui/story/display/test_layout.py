from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content

from tests.budget import examples
from tui.story.display.layout import Layout, is_plain, wrap, wrap_any
from tui.story.page import GRAPHEME, Page

TEXTS = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("abc  .\n\t\u0301\u200d👩👧🇩🇪é東京ไท\x1b\u00ad\u00a0"),
    ),
    max_size=200,
)


@given(text=TEXTS, width=st.integers(10, 40))
@examples(100)
def test_rows_show_every_visible_character_once_in_order_and_never_too_wide(
    text: str, width: int
) -> None:
    page = Page(text)
    layout = Layout(page, width)
    shown = [offset for start, end in layout.rows for offset in range(start, end)]
    assert shown == sorted(set(shown))
    visible = {offset for offset, sign in enumerate(page.shown) if not sign.isspace()}
    blank = {offset for offset, sign in enumerate(text) if sign.isspace()}
    assert visible - blank <= set(shown)
    for start, end in layout.rows:
        assert cell_len(page.shown[start:end]) <= width


@pytest.mark.parametrize("mark", ["\n", "\x0b", "\x0c", "\u2028", "\u2029"])
def test_a_blank_line_is_a_blank_row_whichever_sign_ends_it(mark: str) -> None:
    assert len(Layout(Page(f"Owl.{mark}Mill."), 40).rows) == 2
    assert len(Layout(Page(f"Owl.{mark}{mark}Mill."), 40).rows) == 3


@given(text=TEXTS, width=st.integers(10, 40))
@examples(100)
def test_a_character_is_found_where_it_is_drawn(text: str, width: int) -> None:
    page = Page(text)
    layout = Layout(page, width)
    for row, (start, end) in enumerate(layout.rows):
        for offset in range(start, end):
            assert layout.row_of(offset) == row
        for match in GRAPHEME.finditer(page.shown, start, end):
            found = layout.offset_at(row, layout.column_of(match.start()))
            assert found == match.start() or not cell_len(match.group())


def test_paragraphs_stand_apart_and_lists_of_short_lines_do_not() -> None:
    layout = Layout(Page("A first paragraph that is long.\nB\nC\n\nD"), 20)
    assert [end - start for start, end in layout.rows].count(0) == 2


def test_the_row_of_a_space_between_rows_is_the_row_before() -> None:
    layout = Layout(Page("aaaa bbbb cccc dddd"), 10)
    assert layout.rows == [(0, 9), (10, 19)]
    assert layout.row_of(9) == 0


@given(
    text=st.text(st.sampled_from("abcdefgh   .’—é§\u00ad‐…\t\n東\u0301"), max_size=300),
    width=st.integers(2, 40),
)
@examples(100)
def test_plain_text_is_cut_as_any_other(text: str, width: int) -> None:
    page = Page(text)
    for start, end in page.paragraphs:
        as_any = list(wrap_any(page.shown, start, end, width))
        assert list(wrap(page.shown, start, end, width)) == as_any


@given(text=TEXTS, width=st.integers(2, 40))
@examples(100)
def test_any_text_is_cut_as_textual_wraps_it(text: str, width: int) -> None:
    page = Page(text)
    for start, end in page.paragraphs:
        lines = [line.plain.strip(" ") for line in Content(page.shown[start:end]).wrap(width)]
        rows = wrap_any(page.shown, start, end, width)
        assert [page.shown[first:last] for first, last in rows] == [line for line in lines if line]


def test_plain_characters_take_one_cell_and_join_no_neighbour() -> None:
    plain = [sign for sign in map(chr, range(0x110000)) if is_plain(sign)]
    assert len(plain) > 500
    assert {cell_len(sign) for sign in plain} == {1}
    row = "".join(plain)
    assert all(len(grapheme) == 1 for grapheme in GRAPHEME.findall(row + row[::-1]))
