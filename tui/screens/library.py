"""The library: stories and articles, to be opened, compared, added, found again.

What its keys open is imported then: all of that takes longer to import than the library to show.
"""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import DataTable

from storage.errors import NotFoundError
from storage.records import Story
from storage.tag_names import clean_tags
from tui.bindings import screen_bindings
from tui.keys import Where
from tui.screens.filing import Filing
from tui.tag_uses import TagUse
from tui.widgets.row_list import RowList


class LibraryScreen(Filing):
    """What is done with stories and articles; `Filing` puts them where they belong."""

    CSS_PATH = "library.tcss"
    BINDINGS: ClassVar[list[BindingType]] = screen_bindings("library")
    place: ClassVar[Where] = "library"

    # Opening

    @on(DataTable.RowSelected)
    @on(RowList.Chosen)
    def action_open(self) -> None:
        """Read the story, or the article in the story that it is alone in."""
        from storage.sample import add_sample

        if self.ends_finding():
            return
        if self.is_empty:
            with self.telling_errors():
                self._read(add_sample(self.library))
            return
        chosen = self.chosen
        if chosen is None:
            return
        with self.telling_errors():
            if self.in_stories:
                self._read(self.library.stories.get(chosen))
            else:
                self._compare([chosen])

    def action_compare(self) -> None:
        """Read the marked articles side by side."""
        if not self.marked:
            self.tell(self.spelled("Mark articles with {mark} first."))
            return
        with self.telling_errors():
            self._compare(list(self.marked))
            self.marked.clear()

    def _compare(self, ids: list[str]) -> None:
        from storage.importing import story_of

        self._read(story_of(self.library, self.library.articles.all(ids)))

    def _read(self, story: Story) -> None:
        if not story.articles:
            raise NotFoundError(
                self.spelled("Its articles are in the bin; {undo} brings them back.")
            )
        self.app.open_story(story)

    # Changing

    def action_add(self) -> None:
        """Ask for files, folders, addresses or feeds, and add what they hold."""
        from tui.screens.add import AddScreen

        screen = AddScreen(self.library)

        def told(came: bool | None) -> None:
            if came:
                self.reload()
                self.tell(screen.came.told)

        self.app.push_screen(screen, told)

    def action_tag(self) -> None:
        """Change the tags of the marked articles, or of the one under the cursor."""
        from tui.screens.tag_prompt import TagPrompt

        chosen = list(self.marked)
        if not chosen and not self.in_stories:
            chosen = [one for one in (self.articles.chosen,) if one is not None]
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
        from tui.screens.tags import TagScreen

        def go(use: object) -> None:
            if isinstance(use, TagUse):
                self.app.open_use(use)

        self.app.push_screen(TagScreen(self.library), go)

    def action_search(self) -> None:
        """Search all articles, notes and tags."""
        from tui.screens.search import SearchScreen

        self.app.push_screen(SearchScreen(self.library))

    def action_carriers(self) -> None:
        """Show who else carried the article."""
        from tui.screens.carriers import CarriersScreen

        chosen = self.articles.chosen
        if self.in_stories or chosen is None:
            self.tell(self.spelled("This is asked of articles; {other_table} goes to them."))
            return
        with self.telling_errors():
            screen = CarriersScreen(self.library, self.library.articles.get(chosen))
            self.app.push_screen(screen)

    def action_bin(self) -> None:
        """Put the story or article into the bin."""
        chosen = self.chosen
        if chosen is None:
            return
        with self.telling_errors():
            if self.in_stories:
                self.library.stories.delete(chosen)
            else:
                self.library.articles.delete(chosen)
            self.tell(self.spelled("In the bin; {undo} brings it back."))
            self.reload()

    def action_export(self) -> None:
        """Export the story or article under the cursor."""
        from tui.screens.exporting import ask_how_to_export, subject_of_article, subject_of_story

        chosen = self.chosen
        if chosen is None:
            return
        with self.telling_errors():
            if self.in_stories:
                subject = subject_of_story(self.library.stories.get(chosen))
            else:
                subject = subject_of_article(self.library.articles.get(chosen))
            ask_how_to_export(self, [subject])
