"""The panes side by side: as many as fit, one of them with the keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal

from storage.share_figures import count_shared_parts
from storage.wording.name_cutting import NameCutter
from storage.wording.terminal_text import reveal_line
from tui.compare.locked_scrolling import LockedScrolling
from tui.compare.widgets.annotation_list import AnnotationList
from tui.compare.widgets.article_pane import NARROWEST_PANE, ArticlePane
from tui.compare.widgets.article_view import ArticleView
from tui.compare.widgets.highlight_colours import HighlightColours
from tui.story.display.changed_words import ChangedWords
from tui.story.display.highlights import list_current_highlights, list_highlights
from tui.story.display.pane_choice import choose_panes
from tui.story.display.pane_heading import describe_derivation
from tui.story.story_reader import StoryReader
from tui.story.view_state import ViewState

LIST_WIDTH = 30
"""Cells of the list of annotations."""
_NARROWER = NARROWEST_PANE - 4
"""Cells that a pane needs beside it, so that two of them stand there in 120."""


class Arrangement(NamedTuple):
    """Which panes are seen, and what of their texts."""

    first: int
    pair: tuple[int, int] | None
    carriers: Sequence[int]
    seen: Sequence[int]
    tops: Sequence[int]
    """The first row in sight of each text, whether seen or not."""


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
        for pane in self.each:
            pane.display = False  # Or all of a long story stand there for the first frame.
        self.views: list[ArticleView] = [pane.view for pane in self.each]
        """The texts, in the same order."""
        self.first = 0
        """The leftmost pane that is seen."""
        self.pair: tuple[int, int] | None = None
        """Two articles that alone are shown, as long as the cursor is in one of them."""
        self._carriers: Sequence[int] = ()
        """Articles that carry the passage that was gone to, the strongest copy first."""
        self._changed_words = ChangedWords(reading)
        self._shows_other = False
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
        """How many panes are seen: as many as fit, or as were asked for at this width.

        A pair that was opened stands side by side wherever nothing else was asked for.
        """
        usual = max(2, self.fitting) if self.pair else self.fitting
        return min(len(self.offered), self._state.columns.get(str(self.fitting), usual))

    @property
    def fitting(self) -> int:
        """How many panes fit, each with lines of 40 characters, or of 36 beside the list."""
        room, least = self.screen.size.width, NARROWEST_PANE
        if self.has_list:
            room, least = room - LIST_WIDTH, _NARROWER
        return max(1, min(len(self.offered), room // least))

    @property
    def has_list(self) -> bool:
        """Whether the list of annotations is shown beside them."""
        return self._listing.display

    @property
    def offered(self) -> list[int]:
        """The articles whose panes may be seen now, in their order."""
        return sorted(set(self.pair)) if self.pair else list(range(len(self.each)))

    @property
    def seen(self) -> list[int]:
        """The articles whose panes are seen, in their order."""
        return [index for index, pane in enumerate(self.each) if pane.display]

    @property
    def round(self) -> list[int]:
        """The articles among which one goes from pane to pane, in the story's order.

        Those that carry the passage that was gone to; without one, all that may be seen.
        """
        carriers = self._reading.focus in self._carriers
        return [one for one in self.offered if not carriers or one in self._carriers]

    @property
    def arrangement(self) -> Arrangement:
        """How the panes stand now."""
        tops = [view.top_row for view in self.views]
        return Arrangement(self.first, self.pair, self._carriers, self.seen, tops)

    def put_back(self, arrangement: Arrangement) -> None:
        """Let the panes stand as they stood, with the cursor where it was then."""
        self.first, self.pair, self._carriers, seen, tops = arrangement
        for index, pane in enumerate(self.each):
            pane.display = index in seen
        self.show_fitting()
        for view, top in zip(self.views, tops, strict=True):
            view.scroll_rows(top)

    def show_in_order(self) -> bool:
        """Show the articles in the story's order again; tells whether they were not."""
        is_other = self.pair is not None or bool(self._carriers)
        self.pair, self._carriers = None, ()
        self.show_fitting()
        return is_other

    def show_fitting(self) -> None:
        """Show the pane of the cursor, and beside it as many as fit of those meant."""
        focus, columns = self._reading.focus, self.columns
        if self.pair and focus not in self.pair:
            self.pair = None
        carriers = self._carriers if focus in self._carriers else ()
        seen = choose_panes(self.offered, focus, columns, self.first, carriers, self.seen)
        self.first = seen[0]
        unseen = [article for article in sorted(carriers) if article not in seen]
        for index, pane in enumerate(self.each):
            if pane.display != (index in seen):
                pane.display = index in seen
            pane.set_active(index == focus)
            pane.show_unseen([self._reading.letters[one] for one in unseen if index == focus])

    def bring_together(self, carriers: Sequence[int]) -> None:
        """Show beside the article of the cursor those that carry the passage there.

        `carriers` are they, the strongest copy first; none where there is no passage. A pair that
        does not have it is not shown alone any more.
        """
        focus = self._reading.focus
        if self.pair and carriers and not {*self.pair} & {*carriers}:
            self.pair = None
        self._carriers = [focus, *carriers] if carriers else ()
        self.show_fitting()

    def show_known(self, tags: Mapping[str, Sequence[str]]) -> None:
        """Tell over each article what is known of it by now; `tags` are those of whole articles."""
        articles = self._reading.articles
        names = NameCutter(
            [reveal_line(name) for one in articles for name in (one.name, one.title)]
        )
        for pane, article in zip(self.each, articles, strict=True):
            pane.show_article(article, tags.get(article.id, ()), names)

    def show_shares(self) -> None:
        """Tell over each article how much of it is shared and, if known, what that comes of."""
        reading = self._reading
        for index, (pane, shares) in enumerate(zip(self.each, reading.shares, strict=True)):
            derivation, parts = "", None
            if reading.stated is not None and reading.comparison is not None:
                statements = reading.stated.statements
                derivation = describe_derivation(
                    statements.origins.derivations[index], reading.letters
                )
                quotations = statements.direct_quotations
                parts = count_shared_parts(reading.comparison, quotations, index)
            pane.show_shares(shares, parts, derivation)

    def show_highlights(self) -> None:
        """Draw all highlights anew."""
        for view in self.views:
            view.set_highlights(list_highlights(self._reading, view.article))

    def show_current(self) -> None:
        """Draw the current item."""
        for view in self.views:
            view.set_current(list_current_highlights(self._reading, view.article))

    def show_changed(self, *, shows_other: bool | None = None) -> None:
        """Draw which words in sight are changed.

        `shows_other` tells whether the copy that the passage at the cursor is held against is shown
        apart from the panes; as before, if nothing is said.
        """
        if shows_other is not None:
            self._shows_other = shows_other
        sights = {article: self.views[article].sight for article in self.seen}
        found = self._changed_words.find(sights, shows_other=self._shows_other)
        for article, words in found.items():
            self.views[article].set_changed(words)

    def show_cursors(self) -> None:
        """Draw the cursors, and what is selected, or a prompt is about."""
        reading = self._reading
        for view in self.views:
            active = view.article == reading.focus
            selected = reading.selection.extent if active and reading.selection else None
            if reading.asked is not None and reading.asked.article == view.article:
                selected = reading.asked[1:]
            view.set_cursor(
                reading.cursors[view.article],
                selected=selected,
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
        self.show_changed()

    def on_article_view_highlighted(self) -> None:
        """Look for changed words: other stretches are highlighted, or stand on other rows."""
        self.show_changed()

    def on_resize(self) -> None:
        """Look for changed words: others may be in sight."""
        self.show_changed()
