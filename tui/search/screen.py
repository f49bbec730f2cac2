"""Full-text search over the articles, notes and tags of the library."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import DataTable, Static

from storage.library import Library
from storage.search.full_text import MOST, SearchHit
from storage.search.query import parse_query
from storage.search.snippets import Snippet
from storage.wording.columns import ColumnNeed, share_room
from storage.wording.name_cutting import cut_names
from storage.wording.terminal_text import reveal_cells, reveal_line
from tui.base.command_screen import CommandScreen
from tui.base.destinations import FoundPlace
from tui.keys.bindings import bind_screen
from tui.keys.table import Where
from tui.widgets.key_line import KeyLine
from tui.widgets.line_input import LineInput
from tui.widgets.list_table import ListTable

_COLUMNS = ("in", "outlet", "title", "words")
_TITLE = 34
_OUTLET = 18
_LEAST = 12
"""Cells that outlets and titles keep."""
_WORDS = 20, 44
"""Cells that the words found keep, and those that they have before the others have more."""
_NOTHING = "Nothing has all these words. Remove one, or search for a beginning: flood*"
_HINT = """\
Words, "exact phrase", begin*; outlet:NAME tag:NAME story:NAME after:2026-03 before:2027"""


class SearchScreen(CommandScreen):
    """A line to write in, and what is found, while one writes.

    What is opened lies over it, so that one comes back to what was found.
    """

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bind_screen("search")
    place: ClassVar[Where] = "search"

    def __init__(self, library: Library, typed: str = "") -> None:
        """Begin with what is `typed`, and on its results."""
        super().__init__(library)
        self._typed = typed
        self._found: list[SearchHit] = []

    def compose(self) -> ComposeResult:
        """Put the line over the results."""
        yield LineInput(
            self._typed, placeholder="Search all articles, notes and tags", compact=True
        )
        yield Static(Content(_HINT), id="search-told")
        yield ListTable(id="search-found", cursor_type="row", zebra_stripes=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Name the columns and wait for words."""
        for name in _COLUMNS:
            self._table.add_column(name, width=len(name))
        (self._table if self._typed else self.query_one(LineInput)).focus()

    def on_screen_resume(self) -> None:
        """Show what is found by now."""
        self.reload()

    @property
    def _table(self) -> ListTable:
        return self.query_one("#search-found", ListTable)

    @on(LineInput.Changed)
    def reload(self) -> None:
        """Show what is found by what is written so far; the last word may be a beginning."""
        typed = self.query_one(LineInput).value
        query = parse_query(typed, is_unfinished=True)
        with self.tell_errors():
            self._found = self.library.search.find(query)
        told = _HINT
        if typed.strip():
            count = len(self._found)
            told = f"{count} found" if count < MOST else f"the best {count}"
            told = told if count else _NOTHING
            told = " ".join([*self.library.search.explain(query, found=bool(count)), told])
        self.query_one("#search-told", Static).update(Content(told))
        self._show()

    def on_resize(self) -> None:
        """Cut what is long for the new width."""
        self._show()

    def snapshot(self) -> object:
        """Return what is found."""
        return self._found

    def _show(self) -> None:
        """Fill the table; outlets and titles give way to the words found."""
        table, found = self._table, self._found
        outlets = [reveal_line(one.outlet) for one in found]
        titles = [reveal_line(one.title) for one in found]
        needs = [
            ColumnNeed(_measure([_COLUMNS[0], *(one.kind for one in found)])),
            ColumnNeed(min(_measure([_COLUMNS[1], *outlets]), _OUTLET), _LEAST),
            ColumnNeed(min(_measure([_COLUMNS[2], *titles]), _TITLE), _LEAST),
            ColumnNeed(_measure([_COLUMNS[3], *(one.snippet.text for one in found)]), *_WORDS),
        ]
        blanks = 2 * table.cell_padding * len(_COLUMNS) + table.styles.scrollbar_size_vertical
        widths = share_room(needs, self.size.width - blanks)
        for column, width in zip(table.ordered_columns, widths, strict=True):
            column.width = width
        _, outlet_width, title_width, words = widths
        table.fill(
            [
                (str(number), (one.kind, outlet, title, _embolden(one.snippet.fit(words))))
                for number, (one, outlet, title) in enumerate(
                    zip(
                        found,
                        cut_names(outlets, outlet_width),
                        cut_names(titles, title_width),
                        strict=True,
                    )
                )
            ]
        )

    @on(LineInput.Submitted)
    @on(DataTable.RowSelected)
    def action_go(self) -> None:
        """Go from the words to the results; from there open the one under the cursor."""
        if not self._found:
            return
        if not self._table.has_focus:
            self._table.focus()
            return
        found = self._found[int(self._table.chosen or 0)]
        self.app.open_found(FoundPlace(found.article, found.start, found.annotation))

    def action_words(self) -> None:
        """Change the words."""
        self.query_one(LineInput).focus()


def _measure(texts: Iterable[str]) -> int:
    return max(map(cell_len, texts))


def _embolden(snippet: Snippet) -> Text:
    """Return a snippet, sign for sign, with its matches in bold."""
    text = Text(reveal_cells(snippet.text), no_wrap=True)
    for begin, end in snippet.matches:
        text.stylize(Style(bold=True, underline=True), begin, end)
    return text if text.plain.strip() else Text(reveal_line(snippet.text) or " ")
