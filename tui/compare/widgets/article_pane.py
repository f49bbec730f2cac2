"""One article with its heading, and a map of it beside the text."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from storage.models import Article
from storage.share_figures import SharedParts, Shares
from storage.wording.name_cutting import NameCutter
from tui.compare.widgets.article_view import ArticleView
from tui.compare.widgets.drawn_row import GUTTER, MARGIN
from tui.compare.widgets.highlight_colours import HighlightColours
from tui.compare.widgets.minimap import Minimap
from tui.story.display.pane_heading import format_heading
from tui.story.page import Page

NARROWEST_PANE = GUTTER + 40 + MARGIN + 2
"""Cells that a pane needs for 40 characters of text, with its scroll bar or its map."""


class Body(Horizontal):
    """The text and its map."""

    BLANK = True  # It is covered by what it holds.


class ArticlePane(Vertical):
    """A heading of two rows over the article's text."""

    BLANK = True  # It is covered by what it holds.

    def __init__(
        self, letter: str, article: Article, page: Page, index: int, colours: HighlightColours
    ) -> None:
        super().__init__()
        self._letter = letter
        self._article = article
        self._index = index
        self._shares: Shares | None = None
        self._parts: SharedParts | None = None
        self._derivation = ""
        self._found: int | None = None
        self._tags: tuple[str, ...] = ()
        self._unseen: tuple[str, ...] = ()
        self._names = NameCutter(())
        self._heading = Static(classes="pane--header")
        self.view = ArticleView(page, index, colours)
        self._map = Minimap(self.view, colours)
        self._map.display = False

    def compose(self) -> ComposeResult:
        """Put the heading over the text."""
        yield self._heading
        with Body():
            yield self.view
            yield self._map

    def on_mount(self) -> None:
        """Show what is known before the articles are compared."""
        self._show_heading()

    def on_resize(self) -> None:
        """Fit the heading into the new width."""
        self._show_heading()

    def show_article(self, article: Article, tags: Sequence[str], names: NameCutter) -> None:
        """Tell what is known of the article by now, and the tags of the whole.

        `names` knows those of all articles, from which its own is to be told.
        """
        self._article, self._tags, self._names = article, tuple(tags), names
        self._show_heading()

    def show_shares(
        self, shares: Shares | None, parts: SharedParts | None = None, derivation: str = ""
    ) -> None:
        """Tell how much of the article is shared; nothing without a comparison.

        And, once that is known, how much of it in quotations, and from which others it comes.
        """
        self._shares, self._parts, self._derivation = shares, parts, derivation
        self._show_heading()

    def show_found(self, count: int | None) -> None:
        """Tell how many matches of a search stand in the article; None without a search."""
        self._found = count
        self._show_heading()

    def show_unseen(self, letters: Sequence[str]) -> None:
        """Tell which other articles carry the passage at hand, but have no room here."""
        if tuple(letters) != self._unseen:
            self._unseen = tuple(letters)
            self._show_heading()

    def show_minimap(self, shown: bool) -> None:
        """Show the map in place of the scroll bar, or the scroll bar."""
        self.set_class(shown, "-mapped")
        self._map.display = shown
        self._map.show_highlights()

    def set_active(self, active: bool) -> None:
        """Show by the heading whether the cursor is in this pane."""
        self._heading.set_class(active, "-active")

    def on_article_view_scrolled(self) -> None:
        """Move the window on the map."""
        if self._map.display:
            self._map.show_window()

    def on_article_view_highlighted(self) -> None:
        """Draw the map anew."""
        if self._map.display:
            self._map.show_highlights()

    def _show_heading(self) -> None:
        room = max(1, self._heading.content_size.width or self.size.width)
        heading = format_heading(
            self._letter,
            self._article,
            self._shares,
            self._found,
            room,
            tags=self._tags,
            unseen=self._unseen,
            parts=self._parts,
            derivation=self._derivation,
            names=self._names,
        )
        words = Content(heading.words).stylize("$primary", *heading.bar)
        self._heading.update(Content("\n").join([Content(heading.who), words]), layout=False)
