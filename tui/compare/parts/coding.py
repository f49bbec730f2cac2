"""Coding article by article, in the compare view: which are done, memos, what comes next."""

from __future__ import annotations

from tui.base.parts import Actions
from tui.compare.host import CompareHost
from tui.prompts.memo_editor import edit_memo


class Coding:
    """Says what is coded, and goes on to what is not."""

    def __init__(self, screen: CompareHost) -> None:
        self._screen = screen
        self._reading = screen.reading

    @property
    def actions(self) -> Actions:
        """What its keys do."""
        return {"coded": self.toggle, "next_to_code": self.go_on, "memo": self.write_memo}

    def toggle(self) -> None:
        """Mark the article as coded, or not."""
        article = self._article
        coded = self._screen.library.coded_articles
        with self._screen.tell_errors():
            is_coded = article not in coded.find_own()
            coded.mark([article], is_coded=is_coded)
            told = "Coded. {next_to_code}: next to code" if is_coded else "Not coded."
            self._screen.tell(self._screen.spell_keys(f"{told} · {{undo}}: undo"))

    def go_on(self) -> None:
        """Read the next article that is not coded, in place of this."""
        with self._screen.tell_errors():
            self._screen.app.code_next(self._article)

    def write_memo(self) -> None:
        """Write a memo on the article."""
        article = self._reading.articles[self._reading.focus]
        then = self._screen.tell_if_changed("Memo saved. {undo}: undo")
        edit_memo(self._screen, "article", article.id, article.title, then)

    @property
    def _article(self) -> str:
        return self._reading.articles[self._reading.focus].id
