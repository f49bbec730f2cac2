"""A look at an article or a story before it is opened."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from storage.models import Article
from storage.wording.publication_dates import format_day
from storage.wording.terminal_text import reveal_line, reveal_lines

_BEGINNING = 4000
"""Characters of a text that are shown: more than any screen has room for."""


class Preview(VerticalScroll, can_focus=False):
    """Shows the beginning of a text, or the titles of a story; the keys stay with the lists."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._head = Static(id="preview--head")
        self._text = Static(id="preview--text")

    def compose(self) -> ComposeResult:
        """Put what is known over the text."""
        yield self._head
        yield self._text

    def show_article(self, article: Article, tags: Sequence[str], stories: Sequence[str]) -> None:
        """Show an article with its tags and the names of its stories."""
        known = [article.outlet, article.author, format_day(article.published)]
        lines = [
            " · ".join(reveal_line(one) for one in known if one),
            " ".join(f"#{reveal_line(tag)}" for tag in tags),
            "; ".join(f"in “{reveal_line(name)}”" for name in stories),
        ]
        text = "\n".join(reveal_lines(article.text[:_BEGINNING]))
        self._show(article.title, [line for line in lines if line], text)

    def show_story(self, name: str, articles: Sequence[Article]) -> None:
        """Show the titles of a story's articles, in its order."""
        text = "\n\n".join(
            f"{format_day(one.published)} {reveal_line(one.outlet)}\n{reveal_line(one.title)}"
            for one in articles
        )
        self._show(name, [], text)

    def show_nothing(self) -> None:
        """Show an empty preview."""
        self._show("", [], "")

    def _show(self, title: str, lines: Sequence[str], text: str) -> None:
        told = "\n".join(lines)
        head = Content.assemble((reveal_line(title), "bold"), "\n" if told else "", told)
        self._head.update(head)
        self._text.update(Content(text))
        self.scroll_home(animate=False)
