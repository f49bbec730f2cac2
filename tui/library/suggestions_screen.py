"""Stories that the library might have: a list to accept from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from storage.coder import Coder
from storage.discovery.suggest_stories import Suggestion, accept, suggest_stories
from storage.library import Library
from storage.open_library import open_library
from storage.search.article_similarity import DAYS
from storage.tables.listed_articles import ListedArticle
from storage.wording.name_cutting import cut_names
from storage.wording.publication_dates import format_day
from storage.wording.terminal_text import reveal_line
from tui.base.command_screen import CommandScreen
from tui.base.job import Job, relay
from tui.keys.bindings import bind_screen
from tui.keys.table import Where
from tui.messages.crash_log import explain
from tui.messages.damage import explain_damage
from tui.widgets.columns import Column
from tui.widgets.key_line import KeyLine
from tui.widgets.list_table import ListTable
from tui.widgets.row_list import RowList

_DONE = "No suggestions left. {escape}: back"
_NONE = f"""\
No suggestions. Copydesk puts articles together that share rare words or passages, were
published within {DAYS} days and are not in one story yet. In the library, {{add}} adds more
coverage, and {{gather}} puts marked articles into a story."""
_COLUMNS = (
    Column("story", 0),
    Column("articles", 5, is_number=True),
    Column("copies", 5, is_number=True),
    Column("from", 10),
    Column("to", 10),
)
_OUTLET = 20
_OTHER_COLUMNS = 40
"""Cells that the columns beside the widest take."""
_NARROWEST = 20


class SuggestionsScreen(CommandScreen):
    """Suggested stories over the articles of the one that the cursor is on.

    They are looked for in a thread; nothing becomes a story by itself.
    """

    CSS_PATH = "suggestions_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bind_screen("suggestions")
    place: ClassVar[Where] = "suggestions"

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self._found: Sequence[Suggestion] | None = None
        """All that was found; None while it is looked for."""
        self._open: list[Suggestion] = []
        """Those that are neither accepted nor refused."""
        self._decided: list[Suggestion | None] = []
        """What was refused, and None for each that was accepted, in order."""
        self._articles: dict[str, ListedArticle] = {}
        self._job: Job[list[Suggestion]] | None = None

    def compose(self) -> ComposeResult:
        """Put the suggestions over the articles of one."""
        yield Static(id="suggestions-head", classes="suggestions--head")
        yield RowList(_COLUMNS, id="suggestions-list")
        yield Static(id="suggested-head", classes="suggestions--head")
        yield ListTable(id="suggested-articles", cursor_type="none")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin to look."""
        self._suggested.add_columns("date", "outlet", "title")
        self._suggested.can_focus = False
        self._list.focus()
        self._say("Looking for articles that belong together …")
        self._job = Job(
            partial(_look, self.library.path, self.library.coder),
            relay(self.app, self._take),
            relay(self.app, self._show_progress),
            relay(self.app, self._fail),
        )
        self._job.start()

    def on_unmount(self) -> None:
        """End the search with the screen."""
        if self._job is not None:
            self._job.call_off()

    @property
    def _list(self) -> RowList:
        return self.query_one("#suggestions-list", RowList)

    @property
    def _suggested(self) -> ListTable:
        return self.query_one("#suggested-articles", ListTable)

    # Looking

    def _show_progress(self, share: float) -> None:
        if self._found is None and self.is_mounted:
            self._say(f"Looking for articles that belong together … {share:.0%}")

    def _take(self, found: list[Suggestion]) -> None:
        if self.is_mounted:
            self._found = found
            self.reload()

    def _fail(self, error: Exception) -> None:
        if self.is_mounted:
            self._say(explain(error, "The search for stories"))

    # Showing

    def reload(self) -> None:
        """Show what is still to be decided."""
        if self._found is None:
            return
        with self.tell_errors():
            self._articles = {one.id: one for one in self.library.articles.list_all()}
            stories = [set(one.articles) for one in self.library.stories.list_all()]
        self._open = [
            one
            for one in self._found
            if one not in self._decided
            and len(present := self._find_present(one)) > 1
            and not any(story.issuperset(present) for story in stories)
        ]
        count = len(self._open)
        none = self.keymap.spell_keys("library", _NONE)
        done = self.spell_keys(_DONE) if self._found else none
        self._say(f"Suggested stories · {count}" if count else done)
        self._show()

    def on_resize(self) -> None:
        """Cut what is long for the new width."""
        self._show()

    def snapshot(self) -> object:
        """Return what is still to be decided."""
        return self._open

    def _find_present(self, suggestion: Suggestion) -> list[str]:
        return [one for one in suggestion.articles if one in self._articles]

    def _say(self, sentence: str) -> None:
        told = self.app.reach.tell(sentence)
        self.query_one("#suggestions-head", Static).update(Content(told))

    def _show(self) -> None:
        self._list.fill([str(number) for number in range(len(self._open))], self._cells_of)
        self._show_articles()

    def _cells_of(self, key: str) -> tuple[str, ...]:
        one = self._open[int(key)]
        return (
            _name_story(one),
            f"{len(self._find_present(one))}",
            f"{one.copies}",
            one.since or "",
            one.until or "",
        )

    @on(RowList.Moved)
    def _show_articles(self) -> None:
        chosen = self._chosen
        self.query_one("#suggested-head").display = chosen is not None
        if chosen is None:
            self._suggested.fill([])
            return
        terms = ", ".join(map(reveal_line, chosen.terms))
        head = f"These share: {terms}" if terms else "These share passages"
        self.query_one("#suggested-head", Static).update(Content(head))
        room = max(_NARROWEST, self.size.width - _OTHER_COLUMNS)
        articles = [self._articles[one] for one in self._find_present(chosen)]
        outlets = cut_names([reveal_line(one.outlet) for one in articles], _OUTLET)
        titles = cut_names([reveal_line(one.title) for one in articles], room)
        self._suggested.fill(
            [
                (one.id, (format_day(one.published), outlet, title))
                for one, outlet, title in zip(articles, outlets, titles, strict=True)
            ]
        )

    # Deciding

    @property
    def _chosen(self) -> Suggestion | None:
        chosen = self._list.chosen
        return None if chosen is None else self._open[int(chosen)]

    @on(RowList.Chosen)
    def action_accept(self) -> None:
        """Make the story, or put what it lacks into the one that is there."""
        chosen = self._chosen
        if chosen is not None:
            with self.tell_errors():
                accept(self.library, chosen)
                self._decided.append(None)
                self.reload()
                done = "Added to the story" if chosen.story else "Made the story"
                self.tell(self.spell_keys(f"{done}. {{undo}}: undo"))

    def action_refuse(self) -> None:
        """Take it from the list, until somebody looks again."""
        if self._chosen is not None:
            self._decided.append(self._chosen)
            self.reload()
            self.tell(self.spell_keys("Dismissed until you look again. {undo}: undo"))

    def action_undo(self) -> None:
        """Put back what was refused last, or take back what was accepted."""
        if self._decided and self._decided.pop() is not None:
            self.reload()
            self.tell("Back on the list.")
        else:
            super().action_undo()


def _look(path: Path, coder: Coder, tell: Callable[[float], None]) -> list[Suggestion]:
    with explain_damage(), open_library(path, coder) as library:
        return suggest_stories(library, tell)


def _name_story(suggestion: Suggestion) -> str:
    name = reveal_line(suggestion.name)
    return name if suggestion.story is None else f"+{suggestion.lacking} for {name}"
