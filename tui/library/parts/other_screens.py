"""From the library to what has a screen of its own.

What its keys open is imported then, as in `library`.
"""

from __future__ import annotations

from storage.wording.plural import pluralize
from tui.base.destinations import TagUse
from tui.library.host import LibraryHost


class OtherScreens:
    """The part of the library that opens other screens, and takes up what was chosen there."""

    def __init__(self, screen: LibraryHost) -> None:
        self._screen = screen
        self._lists = screen.lists

    # What is marked, or the cursor is on

    def inspect(self) -> None:
        """Ask what is known of the marked articles; show that of one, or the story."""
        from tui.library.article_screen import ArticleScreen
        from tui.library.story_screen import StoryScreen
        from tui.prompts.ask_about_articles import ask_what_is_known

        app, library, chosen = self._screen.app, self._screen.library, self._lists.chosen
        articles = self._lists.meant_articles
        with self._screen.tell_errors():
            if len(articles) > 1:
                known = self._screen.contents.articles
                ask_what_is_known(self._screen, [known[one] for one in articles])
            elif articles:
                article = library.articles.get(articles[0])
                app.push_screen(ArticleScreen(library, article), app.open_found)
            elif chosen is not None:
                story = library.stories.get(chosen)
                app.push_screen(StoryScreen(library, story), app.open_found)

    def open_carriers(self) -> None:
        """Show who else carried the article; on the stories, what came from watched feeds."""
        from tui.search.carriers_screen import CarriersScreen
        from tui.search.newcomers_screen import NewcomersScreen

        screen, chosen = self._screen, self._lists.chosen_article
        if chosen is None:
            screen.app.push_screen(NewcomersScreen(screen.library))
            return
        with screen.tell_errors():
            article = screen.library.articles.get(chosen)
            screen.app.push_screen(CarriersScreen(screen.library, article))

    def export(self) -> None:
        """Export the marked articles, or the story or article under the cursor."""
        from tui.export.open_export import (
            SUBJECT_OF_ALL,
            ask_how_to_export,
            subject_of_article,
            subject_of_articles,
            subject_of_passages,
            subject_of_story,
        )

        library, chosen = self._screen.library, self._lists.chosen
        articles = self._lists.meant_articles
        with self._screen.tell_errors():
            if len(articles) > 1:
                story = library.stories.find_exact(articles)
                subjects = [subject_of_story(story)] if story else []
                subjects.append(subject_of_articles(articles))
            elif articles:
                subjects = [subject_of_article(library.articles.get(articles[0]))]
            elif chosen is not None:
                story = library.stories.get(chosen)
                subjects = [subject_of_story(story), subject_of_passages(story)]
            else:
                return
            ask_how_to_export(self._screen, [*subjects, SUBJECT_OF_ALL])

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

    def open_counts(self) -> None:
        """Count the tags of the marked articles, or of the whole library."""
        from tui.counts.screen import CountsScreen

        marked = list(self._screen.contents.marked)
        named = f"{pluralize(len(marked), 'marked article')}" if marked else ""
        screen = CountsScreen(self._screen.library, marked or None, named)
        self._screen.app.push_screen(screen)

    def open_suggestions(self) -> None:
        """Look for articles that belong together."""
        from tui.library.suggestions_screen import SuggestionsScreen

        self._screen.app.push_screen(SuggestionsScreen(self._screen.library))

    def open_trash(self) -> None:
        """Show what is in the trash."""
        from tui.library.trash_screen import TrashScreen

        self._screen.app.push_screen(TrashScreen(self._screen.library))
