"""Who else carried this: the articles of the library that share text."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from storage.discovery.carriers import Carrier, find_carriers_of_text
from storage.discovery.story_names import propose_story
from storage.library import Library
from storage.models import Article
from storage.wording.publication_dates import format_day
from storage.wording.quoted import quote_words
from storage.wording.terminal_text import reveal_line, shorten
from tui.base.command_screen import CommandScreen
from tui.base.destinations import FoundPlace
from tui.keys.bindings import bind_screen
from tui.keys.table import Where
from tui.widgets.columns import Column
from tui.widgets.key_line import KeyLine
from tui.widgets.row_list import RowList

_QUOTE = 44
_LOOKED_FOR = "paraphrases are not counted."
_COLUMNS = (
    Column("words", 6, is_number=True),
    Column("share", 5, is_number=True),
    Column("passages", 7, is_number=True),
    Column("date", 10),
    Column("outlet", 18),
    Column("title", 0),
)


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
        yield RowList(_COLUMNS, id="carriers-list")
        yield KeyLine()

    def on_mount(self) -> None:
        """Let the keys be for the list."""
        self._table.focus()

    def on_screen_resume(self) -> None:
        """Show who carries it by now."""
        self.reload()

    @property
    def _table(self) -> RowList:
        return self.query_one("#carriers-list", RowList)

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
            quote_words(shorten(reveal_line(self._text), _QUOTE))
            if self._extent is not None
            else f"“{shorten(reveal_line(self._article.title), _QUOTE)}”"
        )
        count = len(self._carriers)
        by = {0: "no other article in the library", 1: "1 other article"}
        head = f"{asked} is carried by {by.get(count, f'{count} other articles')}; {_LOOKED_FOR}"
        if not count:
            head += self.keymap.spell_keys("library", " In the library, {add}: add coverage")
        self.query_one("#carriers-head", Static).update(Content(head))
        self._show()

    def snapshot(self) -> object:
        """Return who carries it."""
        return self._carriers

    def _show(self) -> None:
        self._table.fill([str(number) for number in range(len(self._carriers))], self._cells_of)

    def _cells_of(self, key: str) -> tuple[str, ...]:
        one = self._carriers[int(key)]
        return (
            f"{one.words}",
            f"{one.share:.0%}",
            f"{one.passages}",
            format_day(one.article.published),
            one.article.outlet,
            one.article.title,
        )

    @property
    def _chosen(self) -> Carrier | None:
        chosen = self._table.chosen
        return None if chosen is None else self._carriers[int(chosen)]

    @on(RowList.Chosen)
    def action_go(self) -> None:
        """Open the article under the cursor where it carries the words."""
        if self._chosen is not None:
            place = FoundPlace(self._chosen.article.id, self._chosen.places[0].start)
            if place.article in self._read:
                self.dismiss(place)
            else:
                self.app.open_found(place)

    def action_newcomers(self) -> None:
        """Show what came from watched feeds, whichever article it carries."""
        from tui.search.newcomers_screen import NewcomersScreen

        self.app.push_screen(NewcomersScreen(self.library))

    def action_compare(self) -> None:
        """Read the article under the cursor beside the one asked for."""
        if self._chosen is not None:
            with self.tell_errors():
                pair = [self._article.id, self._chosen.article.id]
                self.app.open_found(propose_story(self.library, pair))
