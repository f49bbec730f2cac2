"""Who else carried this: the articles of the library that share text."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import DataTable, Static

from storage.discovery.carriers import Carrier, find_carriers_of_text
from storage.discovery.story_names import propose_story
from storage.library import Library
from storage.models import Article
from storage.wording.publication_dates import format_day
from storage.wording.terminal_text import reveal_line, shorten
from tui.base.command_screen import CommandScreen
from tui.base.destinations import FoundPlace
from tui.keys.bindings import bind_screen
from tui.keys.table import Where
from tui.widgets.key_line import KeyLine
from tui.widgets.list_table import ListTable

_OUTLET = 18
_QUOTE = 44
_LOOKED_FOR = "its words are looked for, no paraphrases of them."
_OTHER_COLUMNS = 60
"""Cells that the columns beside the title take."""
_NARROWEST = 20


class CarriersScreen(CommandScreen):
    """The articles that carry the words of an article, or of a stretch of it.

    What is opened lies over it, so that one comes back to the list. Where it was asked for in a
    story that is being read, it is dismissed with a `FoundPlace` if one in there was chosen.
    """

    CSS_PATH = "carriers_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bind_screen("carriers")
    place: ClassVar[Where] = "carriers"

    def __init__(
        self,
        library: Library,
        article: Article,
        extent: tuple[int, int] | None = None,
        read: Collection[str] = (),
    ) -> None:
        """Ask for a whole article, or for its text from `extent[0]` to `extent[1]`.

        `read` are the ids of the articles that are being read.
        """
        super().__init__(library)
        self._read = read
        self._article = article
        self._extent = extent
        self._carriers: Sequence[Carrier] = ()

    def compose(self) -> ComposeResult:
        """Put the articles under what was asked for."""
        yield Static(id="carriers-head")
        yield ListTable(id="carriers-list", cursor_type="row", zebra_stripes=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Name the columns and look."""
        self._table.add_columns("words", "share", "passages", "date", "outlet", "title")
        self._table.focus()

    def on_screen_resume(self) -> None:
        """Show who carries it by now."""
        self.reload()

    @property
    def _table(self) -> ListTable:
        return self.query_one("#carriers-list", ListTable)

    @property
    def _text(self) -> str:
        text = self._article.text
        return text if self._extent is None else text[self._extent[0] : self._extent[1]]

    def reload(self) -> None:
        """Ask the library anew."""
        with self.tell_errors():
            own = self.library.articles.find_versions(self._article.id)
            self._carriers = find_carriers_of_text(self.library, self._text, own)
        asked = (
            f"“{shorten(reveal_line(self._text), _QUOTE)}”"
            if self._extent is not None
            else f"“{shorten(reveal_line(self._article.title), _QUOTE)}”"
        )
        count = len(self._carriers)
        by = {0: "no other article of the library", 1: "1 other article"}
        head = f"{asked} is carried by {by.get(count, f'{count} other articles')}; {_LOOKED_FOR}"
        self.query_one("#carriers-head", Static).update(Content(head))
        self._show()

    def on_resize(self) -> None:
        """Cut the titles for the new width."""
        self._show()

    def snapshot(self) -> object:
        """Return who carries it."""
        return self._carriers

    def _show(self) -> None:
        room = max(_NARROWEST, self.size.width - _OTHER_COLUMNS)
        self._table.fill(
            [
                (
                    str(number),
                    (
                        one.words,
                        f"{one.share:>4.0%}",
                        one.passages,
                        format_day(one.article.published),
                        shorten(one.article.outlet, _OUTLET),
                        shorten(one.article.title, room),
                    ),
                )
                for number, one in enumerate(self._carriers)
            ]
        )

    @property
    def _chosen(self) -> Carrier | None:
        chosen = self._table.chosen
        return None if chosen is None else self._carriers[int(chosen)]

    @on(DataTable.RowSelected)
    def action_go(self) -> None:
        """Open the article under the cursor where it carries the words."""
        if self._chosen is not None:
            place = FoundPlace(self._chosen.article.id, self._chosen.places[0].start)
            if place.article in self._read:
                self.dismiss(place)
            else:
                self.app.open_found(place)

    def action_compare(self) -> None:
        """Read the article under the cursor beside the one asked for."""
        if self._chosen is not None:
            with self.tell_errors():
                pair = [self._article.id, self._chosen.article.id]
                self.app.open_found(propose_story(self.library, pair))
