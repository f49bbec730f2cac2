"""Choosing from a feed, a long table or an archive what is to be added."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from storage.article_import.parsed import Listing
from storage.library import Library
from storage.wording.name_cutting import NameCutter
from storage.wording.plural import pluralize
from storage.wording.publication_dates import format_day
from storage.wording.terminal_text import reveal_line
from tui.base.command_screen import CommandScreen
from tui.keys.bindings import bind_screen
from tui.keys.table import Where
from tui.widgets.columns import Column
from tui.widgets.key_line import KeyLine
from tui.widgets.row_list import RowList

_AUTHOR, _ADDRESS = Column("author", 24, leaves=1), Column("address", 40, leaves=1)


class FeedScreen(CommandScreen):
    """The entries of a feed, table or archive, or the feeds of a list.

    It is dismissed with the list of the entries that were chosen, or with None.
    """

    CSS_PATH = "feed_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bind_screen("feed")
    place: ClassVar[Where] = "feed"

    def __init__(self, library: Library, listing: Listing) -> None:
        super().__init__(library)
        self._listing = listing
        self._marked: set[int] = set()
        last = _ADDRESS if listing.of_feeds else _AUTHOR
        columns = Column("", 1), Column("date", 10), Column("title", 0), last
        self._list = RowList(columns, id="feed--entries")
        self._keys = [str(number) for number in range(len(listing.entries))]
        # As they are drawn, however many there are and however often something is marked.
        self._names = NameCutter(reveal_line(entry.title) for entry in listing.entries)

    def compose(self) -> ComposeResult:
        """Put the title of what is listed, and what there is to say of it, over the entries."""
        yield Static(id="feed--head")
        if self._listing.note:
            yield Static(Content(reveal_line(self._listing.note)), id="feed--note")
        yield self._list
        yield KeyLine()

    def on_mount(self) -> None:
        """Fill the list."""
        self._list.focus()
        self._show()

    def reload(self) -> None:
        """Show the same as before: a feed is not in the library."""

    def snapshot(self) -> object:
        """Return nothing of the library; nothing of it is here."""
        return ()

    def _show(self) -> None:
        listing = self._listing
        self._list.fill(self._keys, self._describe, names=self._names)
        count = len(listing.entries)
        things = pluralize(count, *(("feed",) if listing.of_feeds else ("entry", "entries")))
        marked = f" · {len(self._marked):,} marked" if self._marked else ""
        called = listing.title or PurePath(listing.typed).name or "Entries"
        head = f"{called} · {things}{marked}"
        self.query_one("#feed--head", Static).update(Content(reveal_line(head)))

    def _describe(self, key: str) -> tuple[str, ...]:
        entry = self._listing.entries[int(key)]
        last = entry.link if self._listing.of_feeds else entry.author
        mark = "●" if int(key) in self._marked else " "
        return mark, format_day(entry.published), entry.title, last

    @property
    def _here(self) -> int | None:
        chosen = self._list.chosen
        return None if chosen is None else int(chosen)

    def action_mark(self) -> None:
        """Mark the entry, or take the mark away, and go on to the next."""
        if self._here is not None:
            self._marked ^= {self._here}
            self._show()
            self._list.action_move(1)

    def action_mark_all(self) -> None:
        """Mark all entries; where all are, none."""
        every = set(range(len(self._listing.entries)))
        self._marked = set() if self._marked == every else every
        self._show()

    @on(RowList.Chosen)
    def action_choose(self) -> None:
        """Choose the marked entries, else the one that the cursor is on."""
        here = [] if self._here is None else [self._here]
        numbers = sorted(self._marked) or here
        self.dismiss([self._listing.entries[number] for number in numbers])

    def action_back(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
