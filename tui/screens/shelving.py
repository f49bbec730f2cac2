"""How the library is shown: its stories and articles, and a look at one of them."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import DataTable, Input, Static

from storage.articles import Listed
from storage.library import Library
from storage.stories import ListedStory
from storage.visible import shortened, visible_line
from tui.screens.command_screen import CommandScreen
from tui.shelf import COLUMNS, Shelf
from tui.widgets.key_line import KeyLine
from tui.widgets.list_table import ListTable
from tui.widgets.preview import Preview
from tui.widgets.row_list import Column, RowList

_EMPTY = """\
Your library is empty.

Press {add} and name files, a folder, a web address or a feed,
or {open} to read the sample story: one event in four sources.

From the shell: copydesk FILE FILE …

{help} shows all keys, here and everywhere."""
_HINT = "Title or source, source:NAME tag:NAME story:NAME after:2026-03 before:2027"
_WIDTHS = {"": 1, "title": 0, "source": 18, "date": 10, "words": 6, "notes": 5, "tags": 14}
_NUMBERS = ("words", "notes")
_LEAVES = {"notes": 1, "words": 2, "tags": 3}
_NARROWEST_NAME = 20
_BESIDE_NAME = 38
"""Cells that a story's other columns take."""
_BESIDE = 130
"""Cells of a screen on which the preview stands beside the lists."""


class Shelving(CommandScreen):
    """Two lists, the stories and all articles; `Picking` says which and in what order."""

    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self._stories: dict[str, ListedStory] = {}
        self._articles: dict[str, Listed] = {}
        self._shelf = Shelf()
        self._column = "added"
        self._turned = False
        self._found: list[str] = []
        """The ids of the articles that the filter shows, in the order shown."""
        self.marked: dict[str, None] = {}
        """The ids of the articles that are marked, in the order of marking."""

    def compose(self) -> ComposeResult:
        """Put the stories over the articles."""
        yield Static(Content(self.spelled(_EMPTY)), id="empty")
        with Container(id="shelf"):
            with Vertical(id="lists"):
                yield Static(classes="library--head", id="stories-head")
                yield ListTable(id="stories", cursor_type="row", zebra_stripes=True)
                yield Static(classes="library--head", id="articles-head")
                yield RowList(
                    [
                        Column(name, _WIDTHS[name], name in _NUMBERS, _LEAVES.get(name, 0))
                        for name in COLUMNS
                    ],
                    id="articles",
                )
                yield Input(placeholder=_HINT, id="finder", compact=True)
            yield Preview(id="preview")
        yield KeyLine()

    def on_mount(self) -> None:
        """Name the columns; the lists are filled as the screen comes up."""
        self.query_one("#finder").display = False
        self.preview.display = False
        self.stories.add_columns("story", "articles", "notes", "tags")

    def on_screen_resume(self) -> None:
        """Show the library, as it is by now."""
        self.reload()

    def reload(self) -> None:
        """Show the stories and articles as the library has them now."""
        with self.telling_errors():
            listed = self.library.articles.listed()
            if listed != self._shelf.listed:
                self._shelf = Shelf(listed)
            stories = self._shelf.stories(self.library.stories.listed())
            self._stories = {story.id: story for story in stories}
            self._articles = {one.id: one for one in self._shelf.articles}
        self.marked = {one: None for one in self.marked if one in self._articles}
        self._show()
        self._show_preview()

    def shown(self) -> object:
        """Return the lists of stories and articles."""
        return self._stories, self._articles

    @property
    def stories(self) -> ListTable:
        """The list of stories."""
        return self.query_one("#stories", ListTable)

    @property
    def articles(self) -> RowList:
        """The list of articles."""
        return self.query_one("#articles", RowList)

    @property
    def finder(self) -> Input:
        """The line that filters the articles."""
        return self.query_one("#finder", Input)

    @property
    def preview(self) -> Preview:
        """The look at what the cursor is on."""
        return self.query_one("#preview", Preview)

    @property
    def is_empty(self) -> bool:
        """Whether the library has no article."""
        return not self._articles

    @property
    def in_stories(self) -> bool:
        """Whether the keys are for the stories."""
        return self.stories.has_focus

    @property
    def chosen(self) -> str | None:
        """The id of the story or article under the cursor."""
        return self.stories.chosen if self.in_stories else self.articles.chosen

    # Showing

    def _show(self) -> None:
        empty = self.is_empty
        self.query_one("#empty").display = empty
        self.query_one("#shelf").display = not empty
        for part in ("#stories", "#stories-head"):
            self.query_one(part).display = bool(self._stories)
        self._show_stories()
        self._show_articles()
        self._head("stories", f"Stories · {len(self._stories)}")
        if empty:
            self.set_focus(None)  # so that the keys are the screen's, not a hidden list's
        elif self.focused is None or not self.focused.display:
            (self.stories if self._stories else self.articles).focus()

    def _show_stories(self) -> None:
        room = max(_NARROWEST_NAME, self.size.width - _BESIDE_NAME)
        self.stories.fill(
            [
                (
                    story.id,
                    (
                        shortened(visible_line(story.name), room),
                        len(story.articles),
                        story.annotations,
                        self._tags(story),
                    ),
                )
                for story in reversed(self._stories.values())
            ]
        )

    def _matching(self) -> list[Listed]:
        return self._shelf.find(self.finder.value, self._column, turned=self._turned)

    def _show_articles(self, matching: list[Listed] | None = None) -> None:
        found = self._matching() if matching is None else matching
        self._found = [one.id for one in found]
        self.articles.fill(self._found, self._cells, self._heads())
        count, every = f"{len(found):,}", f"{len(self._articles):,}"
        head = f"Articles · {every}" if not self.finder.value else f"Articles · {count} of {every}"
        if self.marked:
            head += f" · {len(self.marked)} marked, {self.spelled('{compare} compares them')}"
        if self._column != "added" or self._turned:
            head += f" · by {self._column}{', turned around' if self._turned else ''}"
        self._head("articles", head)

    def _cells(self, article: str) -> tuple[str, ...]:
        one, older = self._articles[article], self._shelf.older(article)
        return (
            "●" if one.id in self.marked else " ",
            f"{one.title} ({older + 1} versions)" if older else one.title,
            one.source,
            (one.published or "")[:10],
            f"{one.words}",
            f"{one.annotations}",
            ", ".join(one.tags),
        )

    def _heads(self) -> tuple[str, ...]:
        return tuple(
            f"{name} {'▲' if self._turned else '▼'}" if name and name == self._column else name
            for name in COLUMNS
        )

    def _tags(self, story: ListedStory) -> str:
        tags = [
            tag
            for article in story.articles
            if article in self._articles
            for tag in self._articles[article].tags
        ]
        return ", ".join(dict.fromkeys(tags))

    def _head(self, name: str, text: str) -> None:
        # One row it is, whatever it says: nothing else has to move.
        self.query_one(f"#{name}-head", Static).update(Content(text), layout=False)

    def action_other_table(self) -> None:
        """Go to the other list."""
        (self.articles if self.in_stories else self.stories).focus()

    # Looking before opening

    def action_preview(self) -> None:
        """Show or hide the preview."""
        self.preview.display = not self.preview.display
        self._show_preview()

    def on_resize(self) -> None:
        """Put the preview beside the lists where there is room, else under them."""
        self.query_one("#shelf").set_class(self.size.width >= _BESIDE, "-beside")
        self._show_stories()

    @on(RowList.Moved)
    @on(DataTable.RowHighlighted)
    @on(events.DescendantFocus)
    def _show_preview(self) -> None:
        if not self.preview.display:
            return
        chosen = self.chosen
        with self.telling_errors():
            if chosen is None:
                self.preview.show_nothing()
            elif self.in_stories:
                story = self._stories[chosen]
                self.preview.show_story(story.name, self.library.articles.all(story.articles))
            else:
                listed = self._articles[chosen]
                article = self.library.articles.get(chosen)
                self.preview.show_article(article, listed.tags, listed.stories)
