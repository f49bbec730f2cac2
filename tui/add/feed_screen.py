"""Choosing from a feed what is to be added."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import DataTable, Static

from storage.article_import.parsed import Listing
from storage.library import Library
from storage.wording.name_cutting import cut_names
from storage.wording.publication_dates import format_day
from storage.wording.terminal_text import reveal_line
from tui.base.command_screen import CommandScreen
from tui.keys.bindings import bind_screen
from tui.keys.table import Where
from tui.widgets.key_line import KeyLine
from tui.widgets.list_table import ListTable

_LAST = 40
_NARROWEST = 20
_OTHER_COLUMNS = 21
"""Cells that mark, date and the space between columns take."""


class FeedScreen(CommandScreen):
    """The entries of a feed, or the feeds of a list.

    It is dismissed with the list of the entries that were chosen, or with None.
    """

    CSS_PATH = "feed_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bind_screen("feed")
    place: ClassVar[Where] = "feed"

    def __init__(self, library: Library, listing: Listing) -> None:
        super().__init__(library)
        self._listing = listing
        self._marked: set[int] = set()

    def compose(self) -> ComposeResult:
        """Put the feed's title over its entries."""
        yield Static(id="feed--head")
        yield ListTable(id="feed--entries", cursor_type="row", zebra_stripes=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Name the columns and fill the table."""
        last = "address" if self._listing.of_feeds else "author"
        self._table.add_columns("", "date", "title", last)
        self._table.focus()
        self._show()

    def on_resize(self) -> None:
        """Cut the titles for the new width."""
        self._show()

    def reload(self) -> None:
        """Show the same as before: a feed is not in the library."""

    def snapshot(self) -> object:
        """Return nothing of the library; nothing of it is here."""
        return ()

    @property
    def _table(self) -> ListTable:
        return self.query_one(ListTable)

    def _show(self) -> None:
        listing = self._listing
        last = cut_names(
            [
                reveal_line(entry.link if listing.of_feeds else entry.author)
                for entry in listing.entries
            ],
            _LAST,
        )
        taken = max(map(cell_len, last), default=0)
        room = max(_NARROWEST, self.size.width - _OTHER_COLUMNS - taken)
        titles = cut_names([reveal_line(entry.title) for entry in listing.entries], room)
        self._table.fill(
            [
                (
                    str(number),
                    (
                        "●" if number in self._marked else " ",
                        format_day(entry.published),
                        titles[number],
                        last[number],
                    ),
                )
                for number, entry in enumerate(listing.entries)
            ]
        )
        things = "feeds" if listing.of_feeds else "entries"
        marked = f" · {len(self._marked)} marked" if self._marked else ""
        head = f"{listing.title or 'Feed'} · {len(listing.entries)} {things}{marked}"
        self.query_one("#feed--head", Static).update(Content(reveal_line(head)))

    @property
    def _here(self) -> int | None:
        chosen = self._table.chosen
        return None if chosen is None else int(chosen)

    def action_mark(self) -> None:
        """Mark the entry, or take the mark away, and go on to the next."""
        if self._here is not None:
            self._marked ^= {self._here}
            self._show()
            self._table.action_cursor_down()

    def action_mark_all(self) -> None:
        """Mark all entries; where all are, none."""
        every = set(range(len(self._listing.entries)))
        self._marked = set() if self._marked == every else every
        self._show()

    @on(DataTable.RowSelected)
    def action_choose(self) -> None:
        """Choose the marked entries, else the one that the cursor is on."""
        here = [] if self._here is None else [self._here]
        numbers = sorted(self._marked) or here
        self.dismiss([self._listing.entries[number] for number in numbers])

    def action_back(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
