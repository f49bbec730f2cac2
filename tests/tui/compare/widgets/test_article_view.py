"""What a view draws, for any text, and what it tells of the mouse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from textual.app import App, ComposeResult
from textual.message import Message
from textual.strip import Strip

from storage.library import Library
from tests.tui.driver import reading_sample
from tests.tui.story.display.test_layout import TEXTS
from tui.compare.widgets.article_view import ArticleView
from tui.compare.widgets.drawn_row import GUTTER, DrawnRow, draw
from tui.compare.widgets.highlight_colours import HighlightColours
from tui.story.display.highlighted_rows import HighlightedRows, sort_by_layer
from tui.story.display.layout import Layout
from tui.story.display.styles import STYLES, Highlight
from tui.story.page import Page

CURSOR = Style(reverse=True)
HIGHLIGHTS = st.lists(
    st.builds(
        lambda start, length, style: Highlight(start, start + length, style, "7"),
        st.integers(0, 199),
        st.integers(1, 80),
        st.sampled_from(STYLES),
    ),
    max_size=6,
)


def _drawn(page: Page, layout: Layout, cursor: int, highlights: list[Highlight]) -> Iterator[Strip]:
    rows = HighlightedRows(layout, highlights)
    for number, extent in enumerate(layout.rows):
        here = number == layout.row_of(cursor)
        at = layout.clip(page.grapheme_at(cursor)) if here else None
        row = DrawnRow(
            extent, sort_by_layer(rows.highlights_on(number)), rows.label_of(number), at, True, None
        )
        yield draw(row, page.shown, lambda *over: CURSOR if "cursor" in over else Style())


@given(text=TEXTS, highlights=HIGHLIGHTS, width=st.integers(10, 40))
def test_highlights_never_change_how_wide_a_row_is(
    text: str, highlights: list[Highlight], width: int
) -> None:
    page = Page(text)
    layout = Layout(page, width)
    highlights = [one for one in highlights if one.end <= len(text)]
    plain = _drawn(page, layout, len(text), [])
    for strip, unmarked, (start, end) in zip(
        _drawn(page, layout, len(text), highlights), plain, layout.rows, strict=True
    ):
        assert strip.text == unmarked.text or highlights
        assert sum(cell_len(segment.text) for segment in strip) == sum(
            cell_len(segment.text) for segment in unmarked
        )
        assert cell_len(page.shown[start:end]) <= width


@given(text=TEXTS, width=st.integers(10, 40), at=st.integers(0, 199))
@example(text="\r0", width=10, at=0)
@example(text="\u200d", width=12, at=0)
def test_the_cursor_is_seen_wherever_it_is(text: str, width: int, at: int) -> None:
    page = Page(text)
    layout = Layout(page, width)
    cursor = min(at, len(text))
    seen = [
        segment.text
        for strip in _drawn(page, layout, cursor, [])
        for segment in strip
        if segment.style == CURSOR
    ]
    assert cell_len("".join(seen)) > 0


def test_a_cursor_on_the_space_between_two_rows_stands_in_the_margin() -> None:
    page = Page("aaaa bbbb cccc dddd")
    first, second = _drawn(page, Layout(page, 9), 9, [])
    assert first.text.endswith("bbbb ")
    assert next(reversed(list(first))).style == CURSOR
    assert all(segment.style != CURSOR for segment in second)


def test_in_a_layer_above_a_highlight_lies_over_those_below() -> None:
    highlights = [
        Highlight(0, 5, "annotation"),
        Highlight(0, 5, "current"),
        Highlight(0, 5, "repeat"),
    ]
    assert [one.style for one in sort_by_layer(highlights)] == ["repeat", "current", "annotation"]


class _Reader(App[None]):
    def __init__(self) -> None:
        super().__init__()
        words = " ".join(f"word{number}" for number in range(200))
        self._colours = HighlightColours()
        self.view = ArticleView(Page(words), 0, self._colours)
        self.told: list[tuple[str, int]] = []

    def compose(self) -> ComposeResult:
        yield self._colours
        yield self.view

    def on_article_view_clicked(self, event: ArticleView.Clicked) -> None:
        self._tell(event, event.offset)

    def on_article_view_double_clicked(self, event: ArticleView.DoubleClicked) -> None:
        self._tell(event, event.offset)

    def on_article_view_drag_started(self, event: ArticleView.DragStarted) -> None:
        self._tell(event, event.offset)

    def on_article_view_dragged(self, event: ArticleView.Dragged) -> None:
        self._tell(event, event.offset)

    def _tell(self, event: Message, offset: int) -> None:
        self.told.append((type(event).__name__, offset))


async def test_dragging_tells_where_it_began_and_where_it_is_and_is_no_click() -> None:
    app = _Reader()
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.mouse_down(app.view, offset=(GUTTER, 0))
        await pilot.hover(app.view, offset=(GUTTER, 0))
        await pilot.hover(app.view, offset=(GUTTER + 3, 0))
        await pilot.hover(app.view, offset=(GUTTER + 6, 0))
        await pilot.mouse_up(app.view, offset=(GUTTER + 6, 0))
        await pilot.hover(app.view, offset=(GUTTER + 9, 0))
        await pilot.pause()
        assert app.told == [("DragStarted", 0), ("Dragged", 3), ("Dragged", 6)]


async def test_dragging_beyond_the_edge_scrolls() -> None:
    app = _Reader()
    async with app.run_test(size=(40, 11)) as pilot:
        app.view.styles.height = 10
        await pilot.pause()
        await pilot.mouse_down(app.view, offset=(GUTTER, 5))
        for column in range(4):
            await pilot.hover(None, offset=(GUTTER + column, 10))
        assert app.view.top_row == 4
        await pilot.mouse_up(None, offset=(GUTTER, 10))
        assert app.told[0][0] == "DragStarted"
        assert app.told[-1][0] == "Dragged"


async def test_two_clicks_on_one_place_are_a_click_and_a_double_click() -> None:
    app = _Reader()
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.click(app.view, offset=(GUTTER + 2, 0), times=2)
        await pilot.pause()
        assert app.told == [("Clicked", 2), ("DoubleClicked", 2)]


async def test_nothing_is_drawn_anew_for_what_is_out_of_sight() -> None:
    app = _Reader()
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        before = app.view.render_lines(app.view.region)
        app.view.set_current([Highlight(1000, 1010, "current")])
        after = app.view.render_lines(app.view.region)
        assert all(one is other for one, other in zip(before, after, strict=True))


@pytest.mark.parametrize("theme", ["textual-light", "textual-dark"])
async def test_another_theme_is_another_picture(library: Library, theme: str) -> None:
    async with reading_sample(library) as reader:
        view = reader.view("A")
        before = view.render_lines(view.region.reset_offset)
        reader.app.theme = "nord"
        await reader.press("j")
        reader.app.theme = theme
        await reader.press("k")
        after = view.render_lines(view.region.reset_offset)
        styles = [
            {segment.style for strip in strips for segment in strip} for strips in (before, after)
        ]
        assert (styles[0] == styles[1]) == (theme == "textual-dark")
