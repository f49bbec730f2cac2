"""Coding from the library: which articles are done, memos, what comes next."""

from __future__ import annotations

from storage.wording.plural import pluralize
from tui.library.host import LibraryHost


class Coding:
    """The part of the library that says what is coded, and opens what is not."""

    def __init__(self, screen: LibraryHost) -> None:
        self._screen = screen
        self._contents = screen.contents
        self._lists = screen.lists

    def toggle(self) -> None:
        """Mark the marked articles, or the one under the cursor, as coded; if all are, as not."""
        screen, articles = self._screen, self._lists.meant_articles
        if not articles:
            screen.tell(screen.spell_keys("Only articles are coded. {other_table}: articles"))
            return
        with screen.tell_errors():
            coded = screen.library.coded_articles
            own = coded.find_own()
            is_coded = any(one not in own for one in articles)
            coded.mark(articles, is_coded=is_coded)
            self._contents.marked.clear()
            screen.reload()
            told = f"{pluralize(len(articles), 'article')} {'' if is_coded else 'not '}coded."
            screen.tell(screen.spell_keys(f"{told} {{undo}}: undo"))

    def go_on(self) -> None:
        """Read the next article that is not coded, behind the one under the cursor."""
        with self._screen.tell_errors():
            self._screen.app.code_next(None)

    def write_memo(self) -> None:
        """Write a memo on the article or story under the cursor."""
        from tui.prompts.memo_editor import edit_memo

        screen, chosen = self._screen, self._lists.chosen
        then = screen.tell_if_changed("Memo saved. {undo}: undo")
        if chosen is None:
            return
        if self._lists.in_stories:
            edit_memo(screen, "story", chosen, self._contents.stories[chosen].name, then)
        else:
            edit_memo(screen, "article", chosen, self._contents.articles[chosen].title, then)

    def open_agreement(self) -> None:
        """Show how far coders agree."""
        from tui.agreement.screen import AgreementScreen

        self._screen.app.push_screen(AgreementScreen(self._screen.library))
