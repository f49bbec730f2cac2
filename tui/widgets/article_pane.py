"""One article with its header: letter, source, date, and how much of it is shared."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from storage.export.markdown import percent
from storage.records import Article
from storage.visible import visible_line
from textreuse import Comparison
from tui.page import Page
from tui.widgets.article_view import ArticleView


class ArticlePane(Vertical):
    """A header of two rows over the article's text."""

    def __init__(self, letter: str, article: Article, page: Page, index: int) -> None:
        super().__init__()
        self._letter = letter
        self._article = article
        self._index = index
        self.view = ArticleView(page, index)

    def compose(self) -> ComposeResult:
        """Put the header over the text."""
        yield Static(classes="pane--header")
        yield self.view

    def on_mount(self) -> None:
        """Show what is known before the articles are compared."""
        self.show_shares(None)

    def show_shares(self, comparison: Comparison | None) -> None:
        """Write the header; the shares need a comparison."""
        article = self._article
        first = [self._letter, article.name]
        if article.published:
            first.append(article.published[:10])
        second = [f"{article.words} words"]
        if comparison is not None:
            shared = comparison.word_count(self._index, comparison.shared(self._index))
            only_here = comparison.word_count(self._index, comparison.only_here(self._index))
            second += [
                f"{percent(shared, article.words)} shared",
                f"{percent(only_here, article.words)} only here",
            ]
        lines = (visible_line(" · ".join(parts)) for parts in (first, second))
        self.query_one(".pane--header", Static).update(Content("\n".join(lines)))
