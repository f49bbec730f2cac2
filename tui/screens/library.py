"""The library: stories and articles, to be opened, compared, added."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import DataTable, Footer, Static

from storage.articles import Listed
from storage.errors import NotFoundError
from storage.importing import story_of
from storage.library import Library
from storage.records import Story
from storage.sample import add_sample
from storage.stories import ListedStory
from storage.tag_names import clean_tags
from storage.visible import shortened
from tui.bindings import screen_bindings
from tui.keys import Where
from tui.screens.add import AddScreen
from tui.screens.carriers import CarriersScreen
from tui.screens.command_screen import CommandScreen
from tui.screens.compare import CompareScreen
from tui.screens.exporting import ask_where_to_export
from tui.screens.search import SearchScreen
from tui.screens.tag_prompt import TagPrompt
from tui.screens.tags import TagScreen
from tui.tag_uses import TagUse
from tui.widgets.list_table import ListTable

_EMPTY = """\
Your library is empty.

Press {add} and name files, a folder, a web address or a feed,
or {open} to read the sample story: one event in four sources.

From the shell: copydesk FILE FILE …"""
_SOURCE = 18
_NARROWEST = 16
_OTHER_COLUMNS = 64
"""Cells that the columns beside the title take."""


class LibraryScreen(CommandScreen):
    """Two tables: the stories, and all articles."""

    AUTO_FOCUS = ""

    CSS_PATH = "library.tcss"
    BINDINGS: ClassVar[list[BindingType]] = screen_bindings("library")
    place: ClassVar[Where] = "library"

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self._stories: dict[str, ListedStory] = {}
        self._articles: dict[str, Listed] = {}
        self._marked: dict[str, None] = {}

    def compose(self) -> ComposeResult:
        """Put the stories over the articles."""
        yield Static(Content(self.spelled(_EMPTY)), id="empty")
        yield Static(classes="library--head", id="stories-head")
        yield ListTable(id="stories", cursor_type="row", zebra_stripes=True)
        yield Static(classes="library--head", id="articles-head")
        yield ListTable(id="articles", cursor_type="row", zebra_stripes=True)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Name the columns and fill the tables."""
        self._table("stories").add_columns("story", "articles", "notes", "tags")
        self._table("articles").add_columns("", "title", "source", "date", "words", "notes", "tags")
        self.reload()

    def on_resize(self) -> None:
        """Cut the titles for the new width."""
        self._show()

    def on_screen_resume(self) -> None:
        """Show what changed while another screen was on top."""
        self.reload()

    def reload(self) -> None:
        """Show the stories and articles as the library has them now."""
        with self.telling_errors():
            self._stories = {story.id: story for story in self.library.stories.listed()}
            self._articles = {one.id: one for one in self.library.articles.listed()}
        self._marked = {one: None for one in self._marked if one in self._articles}
        self._show()

    def shown(self) -> object:
        """Return the lists of stories and articles."""
        return self._stories, self._articles

    def _show(self) -> None:
        empty = not self._articles
        self.query_one("#empty").display = empty
        for part in ("#stories", "#articles", "#stories-head", "#articles-head"):
            self.query_one(part).display = not empty
        self._table("stories").fill(
            [
                (story.id, (story.name, len(story.articles), story.annotations, self._tags(story)))
                for story in reversed(self._stories.values())
            ]
        )
        self._table("articles").fill(
            [
                (
                    one.id,
                    (
                        "●" if one.id in self._marked else " ",
                        shortened(one.title, max(_NARROWEST, self.size.width - _OTHER_COLUMNS)),
                        shortened(one.source, _SOURCE),
                        (one.published or "")[:10],
                        one.words,
                        one.annotations,
                        ", ".join(one.tags),
                    ),
                )
                for one in self._articles.values()
            ]
        )
        marked = (
            f" · {len(self._marked)} marked, {self.spelled('{compare} compares them')}"
            if self._marked
            else ""
        )
        self._head("stories", f"Stories · {len(self._stories)}")
        self._head("articles", f"Articles · {len(self._articles)}{marked}")
        if empty:
            self.set_focus(None)  # so that the keys are the screen's, not a hidden table's
        elif self.focused is None or not self.focused.display:
            self._table("stories" if self._stories else "articles").focus()

    def _tags(self, story: ListedStory) -> str:
        tags = [
            tag
            for article in story.articles
            if article in self._articles
            for tag in self._articles[article].tags
        ]
        return ", ".join(dict.fromkeys(tags))

    def _table(self, name: str) -> ListTable:
        return self.query_one(f"#{name}", ListTable)

    def _head(self, name: str, text: str) -> None:
        self.query_one(f"#{name}-head", Static).update(Content(text))

    @property
    def _in_stories(self) -> bool:
        return self._table("stories").has_focus

    # Opening

    @on(DataTable.RowSelected)
    def action_open(self) -> None:
        """Read the story, or the article in the story that it is alone in."""
        if not self._articles:
            with self.telling_errors():
                self._read(add_sample(self.library))
            return
        chosen = self._table("stories" if self._in_stories else "articles").chosen
        if chosen is None:
            return
        with self.telling_errors():
            if self._in_stories:
                self._read(self.library.stories.get(chosen))
            else:
                self._compare([chosen])

    def action_compare(self) -> None:
        """Read the marked articles side by side."""
        if not self._marked:
            self.tell(self.spelled("Mark articles with {mark} first."))
            return
        with self.telling_errors():
            self._compare(list(self._marked))
            self._marked.clear()

    def _compare(self, ids: list[str]) -> None:
        self._read(story_of(self.library, self.library.articles.all(ids)))

    def _read(self, story: Story) -> None:
        if not story.articles:
            raise NotFoundError(
                self.spelled("Its articles are in the bin; {undo} brings them back.")
            )
        self.app.push_screen(CompareScreen(self.library, story, self.app.configuration.sensitivity))

    # Changing

    def action_mark(self) -> None:
        """Mark the article, or take the mark away, and go on to the next."""
        table = self._table("articles")
        if self._in_stories or table.chosen is None:
            self.tell(self.spelled("Articles are marked, not stories; {other_table} goes to them."))
            return
        if table.chosen in self._marked:
            del self._marked[table.chosen]
        else:
            self._marked[table.chosen] = None
        self._show()
        table.action_cursor_down()

    def action_add(self) -> None:
        """Ask for files, folders, addresses or feeds, and add what they hold."""
        screen = AddScreen(self.library)

        def told(came: bool | None) -> None:
            if came:
                self.reload()
                self.tell(screen.came.told)

        self.app.push_screen(screen, told)

    def action_tag(self) -> None:
        """Change the tags of the marked articles, or of the one under the cursor."""
        chosen = list(self._marked)
        if not chosen and not self._in_stories:
            chosen = [one for one in (self._table("articles").chosen,) if one is not None]
        if not chosen:
            self.tell(self.spelled("Articles are tagged, not stories; {other_table} goes to them."))
            return
        with self.telling_errors():
            known = self.library.tags.of_articles(chosen)
            had = [set(map(str.casefold, known.get(one, ()))) for one in chosen]
            common = set.intersection(*had)
            given = [tag for tag in known.get(chosen[0], ()) if tag.casefold() in common]

            def accept(line: str, _every: bool) -> None:
                self.library.tags.change_on_articles(chosen, given, clean_tags([line]))

            def told(accepted: bool | None) -> None:
                if accepted:
                    self.reload()
                    self.tell(self.spelled("Tags changed; {undo} takes that back."))

            many = f"{len(chosen)} articles" if len(chosen) > 1 else "the article"
            prompt = TagPrompt(f"Tags of {many}", given, accept, self.library.tags.in_use(), {})
            self.app.push_screen(prompt, told)

    def action_tags(self) -> None:
        """Show all tags."""

        def go(use: object) -> None:
            if isinstance(use, TagUse):
                self.app.open_use(use)

        self.app.push_screen(TagScreen(self.library), go)

    def action_search(self) -> None:
        """Search all articles, notes and tags."""
        self.app.push_screen(SearchScreen(self.library), self.app.open_found)

    def action_carriers(self) -> None:
        """Show who else carried the article."""
        chosen = self._table("articles").chosen
        if self._in_stories or chosen is None:
            self.tell(self.spelled("This is asked of articles; {other_table} goes to them."))
            return
        with self.telling_errors():
            screen = CarriersScreen(self.library, self.library.articles.get(chosen))
            self.app.push_screen(screen, self.app.open_found)

    def action_bin(self) -> None:
        """Put the story or article into the bin."""
        chosen = self._table("stories" if self._in_stories else "articles").chosen
        if chosen is None:
            return
        with self.telling_errors():
            if self._in_stories:
                self.library.stories.delete(chosen)
            else:
                self.library.articles.delete(chosen)
            self.tell(self.spelled("In the bin; {undo} brings it back."))
            self.reload()

    def action_export(self) -> None:
        """Export the story."""
        chosen = self._table("stories").chosen
        if not self._in_stories or chosen is None:
            self.tell(self.spelled("Stories are exported; {other_table} goes to them."))
            return
        with self.telling_errors():
            ask_where_to_export(self, self.library.stories.get(chosen))

    def action_other_table(self) -> None:
        """Go to the other table."""
        self._table("articles" if self._in_stories else "stories").focus()
