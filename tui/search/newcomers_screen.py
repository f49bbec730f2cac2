"""What came from watched feeds and carries articles of the library."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from storage.discovery.story_names import propose_story
from storage.library import Library
from storage.models import Article
from storage.tables.newcomers import Newcomer
from storage.wording.percent import format_percent
from storage.wording.plural import pluralize
from tui.base.command_screen import CommandScreen
from tui.keys.bindings import bind_screen
from tui.keys.table import Where
from tui.widgets.columns import Column
from tui.widgets.key_line import KeyLine
from tui.widgets.row_list import RowList

_COLUMNS = (
    Column("", 1),
    Column("share", 5, is_number=True),
    Column("words", 6, is_number=True, leaves=2),
    Column("of", 0),
    Column("by", 16),
    Column("title", 24),
    Column("came", 10, leaves=1),
)
_EMPTY = (
    "Nothing that came from a watched feed carries articles of the library."
    " From the shell: copydesk watch FEED"
)


class NewcomersScreen(CommandScreen):
    """The newcomers with how much of which article each carries, the last first.

    What is opened lies over it. To look at the list makes none of it new any more.
    """

    CSS_PATH = "newcomers_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bind_screen("newcomers")
    place: ClassVar[Where] = "newcomers"

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self._newcomers: dict[str, Newcomer] = {}
        self._articles: dict[str, Article] = {}
        self._new: set[str] = set()
        """Those that were new when the screen was opened."""

    def compose(self) -> ComposeResult:
        """Put the count over the list."""
        yield Static(id="newcomers-head")
        yield RowList(_COLUMNS, id="newcomers-list")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what there is, and know it as seen."""
        self.reload()
        self._list.focus()
        if self._new:
            with self.tell_errors():
                self.library.newcomers.mark_seen()

    @property
    def _list(self) -> RowList:
        return self.query_one("#newcomers-list", RowList)

    def reload(self) -> None:
        """Show them as the library has them now."""
        with self.tell_errors():
            found = self.library.newcomers.list_all()
            named = dict.fromkeys(article for one in found for article in one[:2])
            self._articles = {one.id: one for one in self.library.articles.get_all(named)}
            self._newcomers = {f"{one.article} {one.carried}": one for one in found}
        self._new |= {key for key, one in self._newcomers.items() if one.is_new}
        count = len({one.article for one in self._newcomers.values()})
        head = f"{pluralize(count, 'newcomer')} from watched feeds" if count else _EMPTY
        self.query_one("#newcomers-head", Static).update(Content(head))
        self._list.fill(list(self._newcomers), self._cells_of)

    def snapshot(self) -> object:
        """Return which there are, looked at or not."""
        return [one._replace(is_new=False) for one in self._newcomers.values()]

    def _cells_of(self, key: str) -> tuple[str, ...]:
        one = self._newcomers[key]
        article, carried = self._articles[one.article], self._articles[one.carried]
        return (
            "●" if key in self._new else " ",
            format_percent(one.words, one.of),
            f"{one.words}",
            carried.title,
            article.outlet,
            article.title,
            one.arrived[:10],
        )

    @on(RowList.Chosen)
    def action_compare(self) -> None:
        """Read the newcomer beside what it carries, which was there first."""
        chosen = self._list.chosen
        if chosen is not None:
            with self.tell_errors():
                one = self._newcomers[chosen]
                self.app.open_found(propose_story(self.library, [one.carried, one.article]))

    def action_dismiss_newcomer(self) -> None:
        """Take the newcomer off the list."""
        chosen = self._list.chosen
        if chosen is not None:
            with self.tell_errors():
                self.library.newcomers.remove(self._newcomers[chosen].article)
                self.reload()
                self.tell(self.spell_keys("Off the list, not out of the library. {undo}: undo"))
