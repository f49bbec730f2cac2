"""The trash: what was deleted, to be given back."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from storage.library import Library
from storage.tables.trash import TrashedItem
from tui.base.command_screen import CommandScreen
from tui.keys.bindings import bind_screen
from tui.keys.table import Where
from tui.widgets.columns import Column
from tui.widgets.key_line import KeyLine
from tui.widgets.row_list import RowList

_COLUMNS = (
    Column("deleted, UTC", 16),
    Column("what", 10),
    Column("title, name, words", 0),
    Column("outlet, note", 24, leaves=1),
)
_EMPTY = "The trash is empty. Deleted items wait here and can be restored."


class TrashScreen(CommandScreen):
    """Articles, stories and annotations that were deleted, the last first."""

    CSS_PATH = "trash_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bind_screen("trash")
    place: ClassVar[Where] = "trash"

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self._trashed: dict[str, TrashedItem] = {}

    def compose(self) -> ComposeResult:
        """Put the count over the list."""
        yield Static(id="trash-head")
        yield RowList(_COLUMNS, id="trash-list")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what is there."""
        self.reload()
        self._list.focus()

    @property
    def _list(self) -> RowList:
        return self.query_one("#trash-list", RowList)

    def reload(self) -> None:
        """Show the trash as it is now."""
        with self.tell_errors():
            self._trashed = {f"{one.kind} {one.id}": one for one in self.library.trash.list_all()}
        count = len(self._trashed)
        head = f"Trash · {count:,}" if count else _EMPTY
        self.query_one("#trash-head", Static).update(Content(head))
        self._list.fill(list(self._trashed), self._cells_of)

    def snapshot(self) -> object:
        """Return what is in the trash."""
        return self._trashed

    def _cells_of(self, key: str) -> tuple[str, ...]:
        one = self._trashed[key]
        return one.deleted[:16].replace("T", " "), one.kind, one.name, one.beside

    @on(RowList.Chosen)
    def action_restore(self) -> None:
        """Give back what the cursor is on."""
        chosen = self._list.chosen
        if chosen is not None:
            with self.tell_errors():
                one = self._trashed[chosen]
                self.library.trash.restore(one.kind, one.id)
                self.reload()
                self.tell(self.spell_keys("Restored. {undo}: undo"))
