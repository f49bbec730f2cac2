"""Putting things where they belong: under tags, into stories, into the trash.

What its keys open is imported then, as in `library`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.errors import CopydeskError
from storage.tables.tag_names import clean_tags
from storage.wording.plural import pluralize
from storage.wording.terminal_text import reveal_line, shorten
from tui.library.host import LibraryHost

if TYPE_CHECKING:
    from tui.prompts.about import About

_NAME = 40


class Filing:
    """The part of the library that files stories and articles."""

    def __init__(self, screen: LibraryHost) -> None:
        self._screen = screen
        self._contents = screen.contents
        self._lists = screen.lists

    # Tags

    def tag(self) -> None:
        """Change the tags of the marked articles, or of the one under the cursor."""
        from tui.prompts.offered_tags import OfferedTags
        from tui.prompts.tag_prompt import TagPrompt

        screen, tags = self._screen, self._screen.library.tags
        chosen = self._lists.meant_articles
        if not chosen:
            screen.tell(screen.spell_keys("Only articles can be tagged. {other_table}: articles"))
            return
        with screen.tell_errors():
            known = tags.find_on_articles(chosen, changeable=True)
            had = [set(map(str.casefold, known.get(one, ()))) for one in chosen]
            common = set.intersection(*had)
            given = [tag for tag in known.get(chosen[0], ()) if tag.casefold() in common]

            def accept(line: str, _every: bool) -> None:
                tags.change_on_articles(chosen, given, clean_tags([line]))

            offered = OfferedTags.load(screen.library, of_articles=True)
            title, about = f"Tags for {_count(chosen)}", self._describe(chosen)
            prompt = TagPrompt(title, about, given, accept, offered)
            screen.app.push_screen(prompt, screen.tell_if_changed("Tags changed. {undo}: undo"))

    def _describe(self, articles: list[str]) -> About | None:
        """Return the title of an article, and how many words it has; nothing of several."""
        from tui.prompts.about import About

        known = self._contents.articles[articles[0]]
        return About(known.title, pluralize(known.words, "word")) if len(articles) == 1 else None

    # Stories

    def gather(self) -> None:
        """Put the marked articles, or the one under the cursor, into a story; merge a story."""
        from tui.library.merge_story import ask_what_to_merge_into

        articles = self._lists.meant_articles
        if articles:
            self._ask_which_story(articles)
        elif self._lists.chosen is not None:
            ask_what_to_merge_into(self._screen, self._lists.chosen)

    def _ask_which_story(self, articles: list[str]) -> None:
        from tui.prompts.name_prompt import CHOOSE, NamePrompt

        screen, stories = self._screen, self._screen.library.stories
        told = ""

        def accept(line: str) -> None:
            nonlocal told
            story = stories.find_named(line)
            if not line:
                raise CopydeskError("Type a name, or choose a story with ↓.")
            if story is None:
                told = f"Made the story “{shorten(reveal_line(line), _NAME)}”"
                stories.make(line, articles)
            else:
                told = f"Added to “{shorten(reveal_line(story.name), _NAME)}”"
                stories.extend(story.id, articles)

        def go_on(accepted: bool | None) -> None:
            if accepted:
                self._contents.marked.clear()
                screen.reload()
                undo = screen.spell_keys("{undo}: undo")
                screen.tell(f"{told}. {undo}")

        hint = f"{CHOOSE} add"
        proposed = self._contents.articles[articles[0]].title
        names = [one.name for one in reversed(stories.list_all())]
        title, about = f"Add {_count(articles)} to a story", self._describe(articles)
        prompt = NamePrompt(title, hint, "story", names, accept, proposed, about)
        screen.app.push_screen(prompt, go_on)

    # Versions

    def join_versions(self) -> None:
        """Make the two marked articles versions of one."""
        screen, articles = self._screen, self._lists.meant_articles
        if len(articles) != 2:
            screen.tell(screen.spell_keys("Mark the two articles that are versions of one. {mark}"))
            return
        with screen.tell_errors():
            versions = screen.library.articles.join_versions(*articles)
            self._contents.marked.clear()
            screen.reload()
            told = f"Now {len(versions)} versions of one article. {{undo}}: undo"
            screen.tell(screen.spell_keys(told))

    # The trash

    def trash(self) -> None:
        """Put the marked articles, or the story or article under the cursor, into the trash."""
        screen, chosen = self._screen, self._lists.chosen
        articles = self._lists.meant_articles
        with screen.tell_errors():
            if articles:
                screen.library.articles.delete_all(articles)
            elif chosen is not None:
                screen.library.stories.delete(chosen)
            else:
                return
            many = f"{len(articles)} articles " if len(articles) > 1 else ""
            screen.tell(screen.spell_keys(f"Moved {many}to the trash. {{undo}}: undo"))
            screen.reload()


def _count(articles: list[str]) -> str:
    return f"{len(articles)} articles" if len(articles) > 1 else "the article"
