"""Putting things where they belong: articles into stories, stories together, out of the bin.

What its keys open is imported then, as in `library`.
"""

from __future__ import annotations

from storage.visible import shortened, visible_line
from tui.screens.picking import Picking

_NAME = 40


class Filing(Picking):
    """The part of the library that files; how its lists are shown is in `Shelving`."""

    def action_inspect(self) -> None:
        """Show the story, or what is known of the article."""
        from tui.screens.article import ArticleScreen
        from tui.screens.story import StoryScreen

        chosen = self.chosen
        if chosen is None:
            return
        with self.telling_errors():
            if self.in_stories:
                story = self.library.stories.get(chosen)
                self.app.push_screen(StoryScreen(self.library, story), self.app.open_found)
            else:
                article = self.library.articles.get(chosen)
                self.app.push_screen(ArticleScreen(self.library, article), self.app.open_found)

    def action_gather(self) -> None:
        """Put the marked articles, or the one under the cursor, into a story; merge a story."""
        from tui.screens.merging import ask_what_to_merge_into

        chosen = list(self.marked)
        if not chosen and self.chosen is not None:
            if self.in_stories:
                ask_what_to_merge_into(self, self.chosen)
                return
            chosen = [self.chosen]
        if chosen:
            self._ask_which_story(chosen)

    def _ask_which_story(self, articles: list[str]) -> None:
        from tui.screens.name_prompt import NamePrompt

        stories = self.library.stories
        told = ""

        def accept(line: str) -> None:
            nonlocal told
            story = stories.named(line)
            name = line or self._articles[articles[0]].title
            if story is None:
                told = f"Made the story “{shortened(visible_line(name), _NAME)}”"
                stories.make(name, articles)
            else:
                told = f"Put into “{shortened(visible_line(story.name), _NAME)}”"
                stories.extend(story.id, articles)

        def done(accepted: bool | None) -> None:
            if accepted:
                self.marked.clear()
                self.reload()
                self.tell(self.spelled(f"{told}; {{undo}} takes that back."))

        many = f"{len(articles)} articles" if len(articles) > 1 else "the article"
        hint = "The name of a story, or a new one. ↑ ↓ choose, tab completes, enter puts them in."
        names = [one.name for one in reversed(stories.listed())]
        self.app.push_screen(NamePrompt(f"Put {many} into a story", hint, names, accept), done)

    def action_suggest(self) -> None:
        """Look for articles that belong together."""
        from tui.screens.suggestions import SuggestionsScreen

        self.app.push_screen(SuggestionsScreen(self.library))

    def action_open_bin(self) -> None:
        """Show what is in the bin."""
        from tui.screens.bin import BinScreen

        self.app.push_screen(BinScreen(self.library))
