"""A scan: the passages that travelled furthest, each to be read in the texts that carry it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from storage.errors import ReadError
from storage.library import Library
from storage.scan.index.rows import IndexedCluster
from storage.scan.index.scan_index import ScanIndex
from storage.scan.reading.cluster_texts import find_carriers
from storage.scan.reading.library_scan import is_of_library
from storage.wording.name_cutting import NameCutter
from storage.wording.terminal_text import reveal_line
from tui.base.command_screen import CommandScreen
from tui.keys.bindings import bind_screen
from tui.keys.table import Where
from tui.scans.cluster_reader import ClusterReader
from tui.scans.scan_contents import ScanContents, describe_carriers
from tui.widgets.columns import Column
from tui.widgets.key_line import KeyLine
from tui.widgets.line_input import LineInput
from tui.widgets.row_list import RowList

_COLUMNS = (
    Column("outlets", 9, is_number=True),
    Column("texts", 5, is_number=True),
    Column("days", 5, is_number=True, leaves=1),
    Column("words", 5, is_number=True, leaves=2),
    Column("first seen", 10, leaves=3),
    Column("passage", 0),
)
_HINT = "Words at the start of the passage, outlet:NAME after:2026-03 before:2027"


SCAN_AGAIN = object()
"""What the screen is dismissed with where the scan is to be made anew."""


class ScanScreen(CommandScreen):
    """The clusters of a scan; `library` is where they are brought in."""

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bind_screen("scan")
    place: ClassVar[Where] = "scan"

    def __init__(self, library: Library, index: ScanIndex, told: str = "") -> None:
        """Show an open scan, which is closed with the screen; `told` is said at first."""
        super().__init__(library)
        self._index = index
        self._contents = ScanContents(index)
        self._told = told
        self._reader = ClusterReader(self, index)

    def compose(self) -> ComposeResult:
        """Put the list between its heading and the passage under the cursor."""
        yield Static(id="scan-head")
        yield RowList(_COLUMNS, id="scan-list")
        yield LineInput(placeholder=_HINT, id="scan-finder", compact=True)
        yield Static(id="scan-passage")
        yield KeyLine(omitted=() if self._is_own else ("again",))

    def on_mount(self) -> None:
        """Show the clusters that travelled furthest."""
        self._finder.display = False
        with self.tell_errors():
            self._contents.measure()
        self._list.focus()
        self.reload()
        if self._told:
            self.tell(self._told)

    def on_unmount(self) -> None:
        """Let go of the scan."""
        self._reader.stop()
        self._index.close()

    def on_screen_resume(self) -> None:
        """Clear away what was read."""
        self._reader.clear()

    @property
    def _list(self) -> RowList:
        return self.query_one("#scan-list", RowList)

    @property
    def _finder(self) -> LineInput:
        return self.query_one("#scan-finder", LineInput)

    @property
    def _is_own(self) -> bool:
        """Whether it is of the library that is open; of what cannot be read nobody knows."""
        with suppress(ReadError):
            return is_of_library(self._index, self.library)
        return False

    # Showing

    def reload(self) -> None:
        """Show the clusters that the filter lets through; a scan does not change."""
        # Excerpts are no names: to tell them all apart each would have to be read.
        self._list.fill(
            self._contents.keys, self._cells_of, self._contents.column_heads, NameCutter(())
        )
        self.query_one("#scan-head", Static).update(Content(self._contents.heading))
        self._show_passage()

    def snapshot(self) -> object:
        """Return nothing: what is here is not of the library."""
        return None

    def _cells_of(self, key: str) -> tuple[str, ...]:
        with suppress(ReadError):  # that it cannot be read is said of the one under the cursor
            return self._contents.cells_of(key)
        return ("",) * len(_COLUMNS)

    @on(RowList.Moved)
    def _show_passage(self) -> None:
        """Show the whole excerpt of the cluster under the cursor, and who carried it."""
        told = ""
        with self.tell_errors():
            cluster = self._chosen
            if cluster is not None:
                carriers = find_carriers(self._index, cluster.number)
                told = f"{reveal_line(cluster.excerpt)}\n{describe_carriers(carriers)}"
        self.query_one("#scan-passage", Static).update(Content(told))

    @property
    def _chosen(self) -> IndexedCluster | None:
        key = self._list.chosen
        return None if key is None else self._contents.get(key)

    # Filtering and sorting

    def action_find(self) -> None:
        """Write a filter."""
        self._finder.display = True
        self.set_focus(self._finder)

    @on(LineInput.Changed, "#scan-finder")
    def _filter(self) -> None:
        with self.tell_errors():
            self._contents.filter(self._finder.value)
            self._show_from_the_start()

    @on(LineInput.Submitted, "#scan-finder")
    def _end_filter(self) -> None:
        self._finder.display = bool(self._finder.value)
        self._list.focus()

    def action_sort(self) -> None:
        """Sort by the next column."""
        with self.tell_errors():
            self._contents.sort_by_next()
            self._show_from_the_start()

    def action_turn(self) -> None:
        """Turn the order around."""
        with self.tell_errors():
            self._contents.turn()
            self._show_from_the_start()

    def on_row_list_head_clicked(self, event: RowList.HeadClicked) -> None:
        """Sort by a column whose name was clicked."""
        with self.tell_errors():
            self._contents.sort_by(event.column)
            self._show_from_the_start()

    def _show_from_the_start(self) -> None:
        self._list.action_move_to(0)
        self.reload()

    def action_down(self) -> None:
        """Move in the list while the filter is written."""
        self._list.action_move(1)

    def action_up(self) -> None:
        """Move in the list while the filter is written."""
        self._list.action_move(-1)

    def action_escape(self) -> None:
        """Take the filter away; without one, close, unless nothing lies below."""
        if self._finder.display:
            self._finder.value = ""
            self._end_filter()
        elif len(self.app.screen_stack) > 1:
            super().action_escape()

    # Reading

    def action_again(self) -> None:
        """Leave it to be made anew, if it is of the library that is open."""
        if self._is_own and len(self.app.screen_stack) > 1:
            self.dismiss(SCAN_AGAIN)
        else:
            self.tell("From the shell: copydesk scan CORPUS -o FOLDER")

    @on(RowList.Chosen)
    def action_open(self) -> None:
        """Read the texts that carry the passage under the cursor."""
        self._with_cluster(self._reader.read)

    def action_bring_in(self) -> None:
        """Bring the texts that carry the passage under the cursor into the library, as a story."""
        self._with_cluster(self._reader.bring_in)

    def _with_cluster(self, act: Callable[[int], None]) -> None:
        """Do that with the number of the cluster under the cursor; first go on from the filter."""
        if self._finder.has_focus:
            self._end_filter()
            return
        with self.tell_errors():
            cluster = self._chosen
            if cluster is not None:
                act(cluster.number)
