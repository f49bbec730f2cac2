"""From the library to what has a screen of its own.

What its keys open is imported then, as in `library`.
"""

from __future__ import annotations

from tui.base.destinations import TagUse
from tui.library.host import LibraryHost


class OtherScreens:
    """The part of the library that opens other screens, and takes up what was chosen there."""

    def __init__(self, screen: LibraryHost) -> None:
        self._screen = screen
        self._lists = screen.lists

    # What the cursor is on

    def inspect(self) -> None:
        """Show the story, or what is known of the article."""
        from tui.library.article_screen import ArticleScreen
        from tui.library.story_screen import StoryScreen

        app, library, chosen = self._screen.app, self._screen.library, self._lists.chosen
        if chosen is None:
            return
        with self._screen.tell_errors():
            if self._lists.in_stories:
                story = library.stories.get(chosen)
                app.push_screen(StoryScreen(library, story), app.open_found)
            else:
                article = library.articles.get(chosen)
                app.push_screen(ArticleScreen(library, article), app.open_found)

    def open_carriers(self) -> None:
        """Show who else carried the article."""
        from tui.search.carriers_screen import CarriersScreen

        screen, chosen = self._screen, self._lists.chosen_article
        if chosen is None:
            screen.tell(screen.spell_keys("This is asked of articles; {other_table} goes to them."))
            return
        with screen.tell_errors():
            article = screen.library.articles.get(chosen)
            screen.app.push_screen(CarriersScreen(screen.library, article))

    def export(self) -> None:
        """Export the story or article under the cursor."""
        from tui.export.open_export import ask_how_to_export, subject_of_article, subject_of_story

        library, chosen = self._screen.library, self._lists.chosen
        if chosen is None:
            return
        with self._screen.tell_errors():
            if self._lists.in_stories:
                subject = subject_of_story(library.stories.get(chosen))
            else:
                subject = subject_of_article(library.articles.get(chosen))
            ask_how_to_export(self._screen, [subject])

    # What is of the whole library

    def add(self) -> None:
        """Ask for files, folders, addresses or feeds, and add what they hold."""
        from tui.add.screen import AddScreen

        adding = AddScreen(self._screen.library)

        def tell(anything: bool | None) -> None:
            if anything:
                self._screen.reload()
                self._screen.tell(adding.summary.sentence)

        self._screen.app.push_screen(adding, tell)

    def search(self) -> None:
        """Search all articles, notes and tags."""
        from tui.search.screen import SearchScreen

        self._screen.app.push_screen(SearchScreen(self._screen.library))

    def open_tags(self) -> None:
        """Show all tags."""
        from tui.tags.screen import TagScreen

        def go(use: object) -> None:
            if isinstance(use, TagUse):
                self._screen.app.open_use(use)

        self._screen.app.push_screen(TagScreen(self._screen.library), go)

    def open_suggestions(self) -> None:
        """Look for articles that belong together."""
        from tui.library.suggestions_screen import SuggestionsScreen

        self._screen.app.push_screen(SuggestionsScreen(self._screen.library))

    def open_trash(self) -> None:
        """Show what is in the trash."""
        from tui.library.trash_screen import TrashScreen

        self._screen.app.push_screen(TrashScreen(self._screen.library))
