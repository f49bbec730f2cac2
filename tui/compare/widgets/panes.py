"""The panes side by side: as many as fit, one of them with the keys."""

from __future__ import annotations

from collections.abc import Collection

from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.compare.locked_scrolling import LockedScrolling
from tui.compare.widgets.annotation_list import AnnotationList
from tui.compare.widgets.article_pane import NARROWEST_PANE, ArticlePane
from tui.compare.widgets.article_view import ArticleView
from tui.compare.widgets.highlight_colours import HighlightColours
from tui.story.display.highlights import list_current_highlights, list_highlights
from tui.story.story_reader import StoryReader
from tui.story.view_state import ViewState

LIST_WIDTH = 34


class Panes(Horizontal):
    """Holds a pane an article, and the list of annotations beside them.

    Others come in sight as the focus goes to them; where scrolling is locked they follow.
    """

    BLANK = True  # It is covered by what it holds.

    def __init__(self, reading: StoryReader, state: ViewState, listing: AnnotationList) -> None:
        super().__init__(id="panes")
        self._reading = reading
        self._state = state
        self._listing = listing
        self.colours = HighlightColours()
        """Those that all of them draw in."""
        self.each = [
            ArticlePane(letter, article, page, index, self.colours)
            for index, (letter, article, page) in enumerate(
                zip(reading.letters, reading.articles, reading.pages, strict=True)
            )
        ]
        """One an article, in the order of the story."""
        self.views: list[ArticleView] = [pane.view for pane in self.each]
        """The texts, in the same order."""
        self.first = 0
        """The leftmost pane that is seen."""
        self.pair: tuple[int, int] | None = None
        """Two articles that alone are shown, as long as the cursor is in one of them."""
        self.scrolling = LockedScrolling(reading, state, self.views)

    def compose(self) -> ComposeResult:
        """Put the list beside the panes."""
        yield self.colours
        yield from self.each
        yield self._listing

    @property
    def view(self) -> ArticleView:
        """The text that has the focus."""
        return self.views[self._reading.focus]

    @property
    def columns(self) -> int:
        """How many panes are seen."""
        if self._state.zoomed:
            return 1
        room = self.screen.size.width - (LIST_WIDTH if self._listing.display else 0)
        return max(1, min(len(self.offered), room // NARROWEST_PANE))

    @property
    def offered(self) -> list[int]:
        """The articles whose panes may be seen now, in their order."""
        return sorted(set(self.pair)) if self.pair else list(range(len(self.each)))

    def show_fitting(self) -> None:
        """Show the pane of the cursor, and as many others as fit."""
        focus = self._reading.focus
        if self.pair and focus not in self.pair:
            self.pair = None
        offered, columns = self.offered, self.columns
        at = offered.index(focus)
        leftmost = sum(article < self.first for article in offered)
        leftmost = min(max(leftmost, at - columns + 1), at)
        leftmost = max(0, min(leftmost, len(offered) - columns))
        self.first = offered[leftmost]
        seen = offered[leftmost : leftmost + columns]
        for index, pane in enumerate(self.each):
            if pane.display != (index in seen):
                pane.display = index in seen
            pane.set_active(index == focus)

    def bring_together(self, articles: Collection[int]) -> None:
        """Show as many of these articles as fit beside that of the cursor."""
        offered, columns = self.offered, self.columns
        at = offered.index(self._reading.focus)
        windows = range(max(0, at - columns + 1), min(at, len(offered) - columns) + 1)
        now = offered.index(self.first) if self.first in offered else 0

        def weigh(leftmost: int) -> tuple[int, int]:
            seen = offered[leftmost : leftmost + columns]
            return sum(article in articles for article in seen), -abs(leftmost - now)

        self.first = offered[max(windows, key=weigh)]
        self.show_fitting()

    def show_highlights(self) -> None:
        """Draw all highlights anew."""
        for view in self.views:
            view.set_highlights(list_highlights(self._reading, view.article))

    def show_current(self) -> None:
        """Draw the current item."""
        for view in self.views:
            view.set_current(list_current_highlights(self._reading, view.article))

    def show_cursors(self) -> None:
        """Draw the cursors, and what is selected."""
        reading = self._reading
        for view in self.views:
            active = view.article == reading.focus
            selection = reading.selection if active else None
            view.set_cursor(
                reading.cursors[view.article],
                selected=selection.extent if selection else None,
                active=active,
            )

    def show_minimaps(self) -> None:
        """Show the maps beside the texts, or the scroll bars."""
        for pane in self.each:
            pane.show_minimap(self._state.mapped)

    def on_article_view_scrolled(self, event: ArticleView.Scrolled) -> None:
        """Let the others follow the pane with the keys; no other leads."""
        if event.view is self.view:
            self.scrolling.follow()
