"""Counts: tags down, outlets or the like across, and bars of the tag under the cursor."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from storage.coder import name_coder
from storage.counts.count_table import CountRow, CountTable
from storage.counts.counting import count
from storage.counts.written_table import write_csv, write_markdown
from storage.library import Library
from storage.tables.decisions import SETTLED
from storage.tables.hidden_names import tell_hidden
from storage.wording.joined_words import join_some
from storage.wording.name_cutting import NameCutter
from storage.wording.terminal_text import reveal_line
from tui.base.command_screen import CommandScreen
from tui.counts.bars import draw_bar
from tui.counts.count_choice import CountChoice
from tui.keys.bindings import bind_screen
from tui.keys.table import Where
from tui.prompts.file_prompt import FileContent, ask_which_file
from tui.search.screen import SearchScreen
from tui.widgets.columns import Column
from tui.widgets.key_line import KeyLine
from tui.widgets.row_list import RowList

_TAG, _TOTAL, _BAR, _CELL = 24, 6, 12, 10
"""Cells of the columns; a tag keeps so many at least, and what is counted by has so many."""
_WIDEST_CELL = 24
"""Cells of the latter where all of them have room."""
_GAP = 2
_NAME, _COUNT, _LONGEST_BAR = 28, 6, 60
_EMPTY = "Nothing is tagged {where} yet. In a text, {tag}: tag"
_WRITE = "A file: CSV, or Markdown where its name ends in .md"


def share_out(left: int, longest: int) -> tuple[int, int]:
    """Return the widths of tags and bars where tags have `left` cells beside the shortest bars.

    The numbers stand close to the `longest` tag, and bars have what it leaves. A width of 0 is all
    that there is, where that is too little.
    """
    if longest > left:
        return 0, _BAR
    return longest, min(_BAR + left - longest, _LONGEST_BAR)


class CountsScreen(CommandScreen):
    """The counts of a library, or of some of its articles."""

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bind_screen("counts")
    place: ClassVar[Where] = "counts"

    def __init__(
        self, library: Library, articles: Collection[str] | None = None, where: str = ""
    ) -> None:
        """Count in the articles with these ids, which `where` names; in the library without."""
        super().__init__(library)
        self._articles = articles
        self._where = where
        self._choice = CountChoice()
        self._table = CountTable((), (), "")
        self._coders: list[str] = []
        self._rows: dict[str, CountRow] = {}
        self._greatest = 0
        """The greatest total, which the bars are held against."""
        self._bar = _BAR
        """The cells of the longest bar in the table."""
        self._first = 0
        """The first column that is shown."""

    def compose(self) -> ComposeResult:
        """Put the table between what is counted and the bars."""
        yield Static(id="counts-head")
        yield RowList([Column("tag", 0)], id="counts-list")
        with VerticalScroll(id="counts-bars", can_focus=False):
            yield Static(id="counts-drawn")
        yield KeyLine()

    def on_mount(self) -> None:
        """Let the keys be for the table."""
        self._list.focus()

    def on_screen_resume(self) -> None:
        """Count what there is by now."""
        self.reload()

    @property
    def _list(self) -> RowList:
        return self.query_one("#counts-list", RowList)

    def reload(self) -> None:
        """Count anew."""
        with self.tell_errors():
            self._coders = self.library.coded_articles.list_coders()
            self._table = count(self.library, self._choice.request, self._articles)
        self._show()

    def snapshot(self) -> object:
        """Return what is counted."""
        return self._table

    def on_resize(self) -> None:
        """Show as many columns as there is room for."""
        self._show()

    # Showing

    def _show(self) -> None:
        self._rows = {row.tag: row for row in self._choice.order_rows(self._table)}
        self._greatest = max((row.total for row in self._rows.values()), default=0)
        shown = self._count_columns()
        self._first = max(0, min(self._first, len(self._table.columns) - shown))
        names = list(map(reveal_line, self._table.columns))
        cutter, width = NameCutter(names), self._measure_cell()
        names = names[self._first : self._first + shown]
        longest = max(map(cell_len, map(reveal_line, self._rows)), default=0)
        left = self._room + _TAG - len(names) * (width + _GAP)
        tag, self._bar = share_out(left, longest)
        columns = [
            Column("tag", tag),
            Column("total", _TOTAL, is_number=True),
            Column("", self._bar, is_picture=True),
            *(Column(cutter.cut(name, width), width, is_number=True) for name in names),
        ]
        self._list.fill(list(self._rows), self._cells_of, columns=columns)
        self._show_head(len(names))
        self._show_bars()

    @property
    def _room(self) -> int:
        """The cells that are left for what is counted by."""
        return self.size.width - _TAG - _TOTAL - _BAR - 3 * _GAP - 2

    def _count_columns(self) -> int:
        """Return how many columns there is room for; one at least."""
        return max(1, self._room // (_CELL + _GAP))

    def _measure_cell(self) -> int:
        """Return how wide these columns are: as their names are, where all have room for that."""
        longest = max(map(cell_len, map(reveal_line, self._table.columns)), default=0)
        each = self._room // max(1, len(self._table.columns)) - _GAP
        return max(_CELL, min(longest, each, _WIDEST_CELL))

    def _cells_of(self, tag: str) -> tuple[str, ...]:
        row = self._rows[tag]
        cells = row.cells[self._first : self._first + self._count_columns()]
        return (
            tag,
            str(row.total),
            draw_bar(row.total, self._greatest, self._bar),
            *(str(cell) if cell else "·" for cell in cells),
        )

    def _show_head(self, shown: int) -> None:
        parts = [self._choice.head]
        if not self._choice.request.coders and len(self._coders) > 1:
            coders = [coder for coder in self._coders if coder != SETTLED]
            told = f"{join_some(map(name_coder, coders))}{' together' * (len(coders) > 1)}"
            parts.append(f"{told}, or as settled" if SETTLED in self._coders else told)
        if self.library.coder.hides_names:
            parts.append("outlets hidden")
        if self._where:
            parts.append(f"in {self._where}")
        if shown < len(self._table.columns):
            last = self._first + shown
            parts.append(f"columns {self._first + 1}–{last} of {len(self._table.columns)}")
            parts.append(self.spell_keys("{left} {right}: others"))
        head = reveal_line(" · ".join(parts))
        if not self._rows:
            where = "here" if self._where else "in the library"
            head = self.keymap.spell_keys("compare", _EMPTY.replace("{where}", where))
        self.query_one("#counts-head", Static).update(Content(head))

    @on(RowList.Moved)
    def _show_bars(self) -> None:
        """Draw how the tag under the cursor is spread."""
        drawn = self.query_one("#counts-drawn", Static)
        tag = self._list.chosen
        bars = self.query_one("#counts-bars")
        bars.display = tag is not None and len(self._table.columns) > 1
        if tag is None or not bars.display:
            return
        cells = self._rows[tag].cells
        room = min(_LONGEST_BAR, self.size.width - _NAME - _COUNT - 6)
        names = [reveal_line(name) for name in self._table.columns]
        cutter = NameCutter(names)
        lines = [Content.styled(reveal_line(tag), "bold")]
        for name, cell in zip(names, cells, strict=True):
            if cell:
                cut = cutter.cut(name, _NAME)
                blank = " " * (_NAME - cell_len(cut))
                bar = draw_bar(cell, max(cells), room)
                lines.append(Content(f"{cut}{blank} {cell:>{_COUNT}} {bar}"))
        drawn.update(Content("\n").join(lines))
        bars.scroll_home(animate=False)

    # Choosing

    def action_left(self) -> None:
        """Show the columns further to the left."""
        self._first -= 1
        self._show()

    def action_right(self) -> None:
        """Show the columns further to the right."""
        self._first += 1
        self._show()

    def action_next_by(self) -> None:
        """Count by the next thing."""
        self._choose(self._choice.next_by())

    def action_next_measure(self) -> None:
        """Count uses, words or articles."""
        self._choose(self._choice.next_measure())

    def action_next_within(self) -> None:
        """Count tags with each other."""
        self._choose(self._choice.next_within())

    def action_copies(self) -> None:
        """Count each copy once, or every copy."""
        self._choose(self._choice.turn_copies())

    def action_next_coders(self) -> None:
        """Count what all coded, or one coder did."""
        if len(self._coders) > 1:
            self._choose(self._choice.next_coders(self._coders))
        else:
            self.tell("Nobody else has coded here.")

    def action_turn_unused(self) -> None:
        """Show the tags that have no use, or hide them."""
        self._choose(self._choice.turn_unused())

    def action_sort(self) -> None:
        """Put the tags used most first, or back."""
        self._choose(self._choice.turn_order())

    def _choose(self, choice: CountChoice) -> None:
        self._choice = choice
        self._first = 0
        self.reload()

    # Going on

    @on(RowList.Chosen)
    def action_go(self) -> None:
        """Look for the articles with the tag under the cursor."""
        tag = self._list.chosen
        if tag is not None:
            self.app.push_screen(SearchScreen(self.library, f'tag:"{tag}"'))

    def action_export(self) -> None:
        """Ask where to write the table."""
        if self._rows:
            ask_which_file(self, "this table", _WRITE, "counts.csv", self._make_file)

    def _make_file(self, name: str) -> FileContent:
        told = tell_hidden(self.library.coder)
        if name.lower().endswith((".md", ".markdown")):
            return FileContent("md", write_markdown(self._table), told)
        return FileContent("csv", write_csv(self._table), told)
