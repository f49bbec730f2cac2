"""A story: what it is called, and which articles it has in what order."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from storage.errors import NotFoundError
from storage.library import Library
from storage.models import Article, Story
from storage.tables.memos import Memo
from storage.wording.plural import pluralize
from storage.wording.publication_dates import format_day
from storage.wording.terminal_text import reveal_line, shorten
from tui.base.command_screen import CommandScreen
from tui.base.destinations import TagUse
from tui.keys.bindings import bind_screen
from tui.keys.table import Where
from tui.library.article_screen import ArticleScreen
from tui.library.merge_story import ask_what_to_merge_into
from tui.prompts.about import About
from tui.prompts.line_prompt import LinePrompt
from tui.prompts.memo_editor import edit_memo
from tui.widgets.columns import Column
from tui.widgets.key_line import KeyLine
from tui.widgets.row_list import RowList

_EMPTY = "in the library, {gather}: add the marked ones"
_MEMO = 60
_COLUMNS = (
    Column("", 2),
    Column("title", 0),
    Column("outlet", 18, leaves=1),
    Column("date", 10),
    Column("words", 6, is_number=True, leaves=2),
)


class StoryScreen(CommandScreen):
    """The articles of a story, to be moved and taken out.

    It is dismissed with the id of the story where that is to be read, else with None.
    """

    CSS_PATH = "story_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bind_screen("story")
    place: ClassVar[Where] = "story"

    def __init__(self, library: Library, story: Story) -> None:
        super().__init__(library)
        self._story = story
        self._articles: dict[str, Article] = {}
        self._letters: dict[str, str] = {}
        self._memos = ""

    def compose(self) -> ComposeResult:
        """Put the name over the articles."""
        yield Static(id="story-head")
        yield RowList(_COLUMNS, id="story-articles")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the articles."""
        self._list.focus()

    @property
    def _list(self) -> RowList:
        return self.query_one("#story-articles", RowList)

    def reload(self) -> None:
        """Show the story as the library has it now; close where it is gone."""
        from textreuse import name_letters  # the engine is not needed to list stories

        try:
            self._story = self.library.stories.get(self._story.id)
        except NotFoundError:
            self.dismiss(None)
            return
        with self.tell_errors():
            found = self.library.articles.get_all(self._story.articles)
            self._articles = {article.id: article for article in found}
            self._letters = dict(zip(self._articles, name_letters(len(found)), strict=True))
            memos = self.library.memos.find("story", self._story.id)
            self._memos = "".join(map(_tell_memo, memos))
        self._show()

    def on_screen_resume(self) -> None:
        """Show what there is, at first and after another screen was on top."""
        self.reload()

    def snapshot(self) -> object:
        """Return the story and its articles."""
        return self._story, self._articles, self._memos

    def _show(self) -> None:
        count = len(self._articles)
        head = f"{reveal_line(self._story.name)} · {pluralize(count, 'article')}"
        if not count:
            head += f" · {self.keymap.spell_keys('library', _EMPTY)}"
        head += self._memos
        self.query_one("#story-head", Static).update(Content(head))
        self._list.fill(list(self._articles), self._cells_of)

    def _cells_of(self, key: str) -> tuple[str, ...]:
        article = self._articles[key]
        return (
            self._letters[key],
            article.title,
            article.outlet,
            format_day(article.published),
            f"{article.words}",
        )

    # What can be done

    @on(RowList.Chosen)
    def action_read(self) -> None:
        """Read the story."""
        if self._articles:
            self.dismiss(self._story)

    def action_move_down(self) -> None:
        """Move the article down."""
        self._move(1)

    def action_move_up(self) -> None:
        """Move the article up."""
        self._move(-1)

    def _move(self, rows: int) -> None:
        order, chosen = list(self._articles), self._list.chosen
        if chosen is None or not 0 <= (at := order.index(chosen)) + rows < len(order):
            return
        order[at], order[at + rows] = order[at + rows], chosen
        with self.tell_errors():
            self.library.stories.arrange(self._story.id, order)
            self.reload()

    def action_take_out(self) -> None:
        """Take the article out of the story."""
        chosen = self._list.chosen
        if chosen is not None:
            with self.tell_errors():
                self.library.stories.take_out(self._story.id, chosen)
                self.reload()
                self.tell(self.spell_keys("Removed from the story, not the library. {undo}: undo"))

    def action_tags(self) -> None:
        """Show the codebook, with the quick tags of the story."""
        from tui.tags.screen import TagScreen

        def go(use: object) -> None:
            if isinstance(use, TagUse):
                self.app.open_use(use)

        self.app.push_screen(TagScreen(self.library, self._story.id), go)

    def action_rename(self) -> None:
        """Ask for another name."""

        def accept(line: str) -> None:
            self.library.stories.rename(self._story.id, line)

        hint = "The name shown in lists and exports."
        about = About(self._story.name, pluralize(len(self._articles), "article"))
        prompt = LinePrompt("Rename story", hint, self._story.name, accept, about)
        self.app.push_screen(prompt, self.tell_if_changed("Renamed. {undo}: undo"))

    def action_memo(self) -> None:
        """Write a memo on the story."""
        then = self.tell_if_changed("Memo saved. {undo}: undo")
        edit_memo(self, "story", self._story.id, self._story.name, then)

    def action_merge(self) -> None:
        """Ask which story is to take in this one."""
        ask_what_to_merge_into(self, self._story.id)

    def action_inspect(self) -> None:
        """Show what is known of the article."""
        chosen = self._list.chosen
        if chosen is not None:
            with self.tell_errors():
                article = self.library.articles.get(chosen)
                self.app.push_screen(ArticleScreen(self.library, article), self.app.open_found)


def _tell_memo(memo: Memo) -> str:
    whose = f" by {memo.coder}" if memo.coder else ""
    return f" · memo{whose}: {shorten(reveal_line(memo.memo), _MEMO)}"
