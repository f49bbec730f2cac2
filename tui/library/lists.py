"""The two lists of the library, with the line that filters and the look at one of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from textual import getters
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from storage.library import Library
from tui.base.command_screen import CommandScreen
from tui.base.configured_app import ConfiguredApp
from tui.keys.foot_words import Mode
from tui.library.columns import COLUMNS
from tui.library.contents import LibraryContents
from tui.widgets.columns import Column
from tui.widgets.line_input import LineInput
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.library.preview import Preview

_HINT = "Title or outlet, outlet:NAME tag:NAME story:NAME after:2026-03 before:2027"
_MARK = Column("", width=1)
_STORY_COLUMNS = (
    Column("story", 0),
    Column("articles", 5, is_number=True),
    Column("notes", 5, is_number=True),
    Column("tags", 18, leaves=1),
)
_BESIDE = 130
"""Cells of a screen on which the preview stands beside the lists."""


class LibraryLists(Container):
    """Shows the contents of a library, the stories over the articles.

    What is chosen, clicked or typed in them is for the screen.
    """

    app = getters.app(ConfiguredApp)

    def __init__(self, contents: LibraryContents) -> None:
        super().__init__(id="shelf")
        self._contents = contents
        self.stories = RowList(_STORY_COLUMNS, id="stories")
        """The list of stories."""
        self.articles = RowList(
            [_MARK, *(Column(one.name, one.width, one.is_number, one.leaves) for one in COLUMNS)],
            id="articles",
        )
        """The list of articles."""

    # Neither is there before somebody asks for it: the lists stand sooner without.

    @cached_property
    def finder(self) -> LineInput:
        """The line that filters the articles."""
        return LineInput(placeholder=_HINT, id="finder", compact=True)

    @cached_property
    def preview(self) -> Preview:
        """The look at what the cursor is on."""
        from tui.library.preview import Preview

        return Preview(id="preview")

    def compose(self) -> ComposeResult:
        """Put the stories over the articles."""
        self.fit()  # now nothing in it is styled for another place yet
        with Vertical(id="lists"):
            yield Static(classes="library--head", id="stories-head")
            yield self.stories
            yield Static(classes="library--head", id="articles-head")
            yield self.articles

    def on_mount(self) -> None:
        """Show what there is, and take the keys, before anything is drawn: it is drawn once."""
        self.show()

    @property
    def in_stories(self) -> bool:
        """Whether the keys are for the stories."""
        return self.stories.has_focus

    @property
    def chosen(self) -> str | None:
        """The id of the story or article under the cursor."""
        return self.stories.chosen if self.in_stories else self.articles.chosen

    @property
    def chosen_article(self) -> str | None:
        """The id of the article under the cursor; None while the keys are for the stories."""
        return None if self.in_stories else self.articles.chosen

    @property
    def meant_articles(self) -> list[str]:
        """The ids of the articles that a key is about: those marked, else that at the cursor."""
        one = self.chosen_article
        return list(self._contents.marked) or ([] if one is None else [one])

    # Showing

    def show(self) -> None:
        """Show all as it is now, and give one list the keys if none has them."""
        has_stories = bool(self._contents.stories)
        for part in ("#stories", "#stories-head"):
            self.query_one(part).display = has_stories
        self._show_stories()
        self._set_head("stories", f"Stories · {len(self._contents.stories)}")
        self.show_articles()
        focused = self.screen.focused
        if not self._contents.is_empty and (focused is None or not focused.display):
            self.screen.set_focus(self.stories if has_stories else self.articles)

    def _show_stories(self) -> None:
        self.stories.fill(list(reversed(self._contents.stories)), self._contents.cells_of_story)

    def show_articles(self) -> None:
        """Show the articles that the filter lets through."""
        contents = self._contents
        self.articles.fill(
            contents.found, contents.cells_of, contents.column_heads, contents.titles
        )
        keymap = self.app.configuration.keymap
        self._set_head(
            "articles",
            " · ".join([keymap.spell_keys("library", contents.heading), *contents.notices]),
        )
        screen = self.screen
        if isinstance(screen, CommandScreen):
            usual: Mode = "coding" if screen.library.coder.name else ""
            screen.doing = "empty" if contents.is_empty else "marked" if contents.marked else usual
            screen.refresh_bindings()

    def _set_head(self, name: str, text: str) -> None:
        # One row it is, whatever it says: nothing else has to move.
        self.query_one(f"#{name}-head", Static).update(Content(text), layout=False)

    def fit(self) -> None:
        """Put the preview beside the lists where the screen has room, else under them."""
        self.set_class(self.app.size.width >= _BESIDE, "-beside")

    @property
    def has_finder(self) -> bool:
        """Whether the line that filters is in sight."""
        return any(finder.display for finder in self.query("#finder"))

    def show_finder(self) -> None:
        """Show the line that filters, under the articles."""
        if not self.finder.is_attached:
            self.query_one("#lists").mount(self.finder)
        self.finder.display = True

    @property
    def has_preview(self) -> bool:
        """Whether the preview is in sight."""
        return any(preview.display for preview in self.query("#preview"))

    def toggle_preview(self) -> None:
        """Show or hide the preview."""
        shown = self.has_preview
        if not self.preview.is_attached:
            self.mount(self.preview)
        self.preview.display = not shown

    def close_preview(self) -> None:
        """Hide the preview."""
        if self.has_preview:
            self.preview.display = False

    def show_preview(self, library: Library) -> None:
        """Show what the cursor is on in the preview, if that is open."""
        if not self.has_preview:
            return
        chosen = self.chosen
        if chosen is None:
            self.preview.show_nothing()
        elif self.in_stories:
            story = self._contents.stories[chosen]
            self.preview.show_story(story.name, library.articles.get_all(story.articles))
        else:
            listed = self._contents.articles[chosen]
            article = library.articles.get(chosen)
            self.preview.show_article(article, listed.tags, listed.stories)

    # Moving

    def go_to_other(self) -> None:
        """Give the other list the keys."""
        (self.articles if self.in_stories else self.stories).focus()
