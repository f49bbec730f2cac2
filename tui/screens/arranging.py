"""Which panes are seen: as many as fit, one of them with the keys."""

from __future__ import annotations

from collections.abc import Collection

from textual import events

from tui.screens.reading_screen import ReadingScreen
from tui.widgets.article_pane import NARROWEST_PANE

LIST_WIDTH = 34


class Arranging(ReadingScreen):
    """The part of the compare view that shows panes; others come in sight as the focus goes."""

    first_pane = 0
    """The leftmost pane that is seen."""
    pair: tuple[int, int] | None = None
    """Two articles that alone are shown, as long as the cursor is in one of them."""

    @property
    def columns(self) -> int:
        """How many panes are seen."""
        if self.state.zoomed:
            return 1
        room = self.size.width - (LIST_WIDTH if self.listing.display else 0)
        return max(1, min(len(self._offered), room // NARROWEST_PANE))

    @property
    def _offered(self) -> list[int]:
        """The articles whose panes may be seen now, in their order."""
        return sorted(set(self.pair)) if self.pair else list(range(len(self.panes)))

    def on_resize(self, _: events.Resize) -> None:
        """Show as many panes as now fit."""
        self.show_panes()

    def bring_in_sight(self) -> None:
        """Bring the pane of the cursor in sight and give it the keys."""
        self.show_panes()
        self.view.focus()

    def show_panes(self) -> None:
        """Show the pane of the cursor, and as many others as fit."""
        focus = self.reading.focus
        if self.pair and focus not in self.pair:
            self.pair = None
        offered, columns = self._offered, self.columns
        at = offered.index(focus)
        leftmost = sum(article < self.first_pane for article in offered)
        leftmost = min(max(leftmost, at - columns + 1), at)
        leftmost = max(0, min(leftmost, len(offered) - columns))
        self.first_pane = offered[leftmost]
        seen = offered[leftmost : leftmost + columns]
        for index, pane in enumerate(self.panes):
            if pane.display != (index in seen):
                pane.display = index in seen
            pane.set_active(index == focus)
        self.show_copies()

    def bring_together(self, articles: Collection[int]) -> None:
        """Show as many of these articles as fit beside that of the cursor."""
        offered, columns = self._offered, self.columns
        at = offered.index(self.reading.focus)
        windows = range(max(0, at - columns + 1), min(at, len(offered) - columns) + 1)
        now = offered.index(self.first_pane) if self.first_pane in offered else 0

        def worth(leftmost: int) -> tuple[int, int]:
            seen = offered[leftmost : leftmost + columns]
            return sum(article in articles for article in seen), -abs(leftmost - now)

        self.first_pane = offered[max(windows, key=worth)]
        self.show_panes()

    def show_pair(self, one: int, other: int) -> None:
        """Show two articles alone, side by side where they fit, the first with the keys."""
        self.pair = one, other
        self.state.zoomed = False
        self.go_to_pane(one)

    def end_pair(self) -> bool:
        """Show all articles again; tells whether only two were shown."""
        ended = self.pair is not None
        self.pair = None
        self.bring_in_sight()
        return ended

    def action_next_pane(self) -> None:
        """Go to the next pane, round the end."""
        self._go_on(1)

    def action_previous_pane(self) -> None:
        """Go to the previous pane, round the start."""
        self._go_on(-1)

    def _go_on(self, direction: int) -> None:
        offered = self._offered
        at = offered.index(self.reading.focus) + direction
        self.go_to_pane(offered[at % len(offered)])

    def action_pane(self, number: int) -> None:
        """Go to the pane of that number, counted from 1."""
        if number <= len(self.panes):
            self.go_to_pane(number - 1)
        else:
            self.tell(f"There is no pane {number}.")

    def go_to_pane(self, article: int) -> None:
        """Give the keys to the pane of an article, its cursor staying where it is.

        Where scrolling is locked the text stays and the cursor comes: the others would follow.
        """
        view = self.views[article]
        offset = self.reading.cursors[article]
        if self.state.locked and view.is_on_screen:
            offset = view.in_sight(offset)
        self.reading.move_to(article, offset)
        self.bring_in_sight()
        self.show_place()
        self.view.keep_cursor_visible()

    def action_zoom(self) -> None:
        """Show the pane with the keys alone, or all that fit again."""
        if not self.state.zoomed and self.size.width < 2 * NARROWEST_PANE:
            # It would change nothing here, and be remembered for a wider terminal.
            self.tell("Only one pane fits here anyway.")
            return
        self.state.zoomed = not self.state.zoomed
        self.bring_in_sight()
        self.show_place()

    def action_minimap(self) -> None:
        """Show the whole of each article beside its pane, or hide it."""
        self.state.mapped = not self.state.mapped
        for pane in self.panes:
            pane.show_minimap(self.state.mapped)
