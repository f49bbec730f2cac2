"""Going from pane to pane, and what is set for all of them, in the compare view."""

from __future__ import annotations

from tui.compare.host import CompareHost
from tui.compare.widgets.article_pane import NARROWEST_PANE


class PaneSwitch:
    """Gives the keys to another pane; shows one alone, minimaps, and lets the others follow."""

    def __init__(self, screen: CompareHost) -> None:
        self._screen = screen
        self._panes = screen.panes
        self._display = screen.story_display
        self._reading = screen.reading
        self._state = screen.state

    def next(self) -> None:
        """Go to the next pane, round the end."""
        self._go_on(1)

    def previous(self) -> None:
        """Go to the previous pane, round the start."""
        self._go_on(-1)

    def _go_on(self, direction: int) -> None:
        offered = self._panes.offered
        at = offered.index(self._reading.focus) + direction
        self._display.go_to_pane(offered[at % len(offered)])

    def go_to_number(self, number: int) -> None:
        """Go to the pane of that number, counted from 1."""
        if number <= len(self._panes.each):
            self._display.go_to_pane(number - 1)
        else:
            self._screen.tell(f"There is no pane {number}.")

    def zoom(self) -> None:
        """Show the pane with the keys alone, or all that fit again."""
        if not self._state.zoomed and self._screen.size.width < 2 * NARROWEST_PANE:
            # It would change nothing here, and be remembered for a wider terminal.
            self._screen.tell("Only one pane fits here anyway.")
            return
        self._state.zoomed = not self._state.zoomed
        self._display.bring_in_sight()
        self._display.show_place()

    def show_minimaps(self) -> None:
        """Show the whole of each article beside its pane, or hide it."""
        self._state.mapped = not self._state.mapped
        self._panes.show_minimaps()

    def lock(self) -> None:
        """Let the other panes follow, or stay where they are."""
        self._state.locked = not self._state.locked
        self._screen.tell(
            "Scrolling is locked: the others follow by what they share."
            if self._state.locked
            else "Each pane scrolls by itself."
        )
        self._panes.scrolling.release()
        self._display.show_cursors()

    def end_pair(self) -> bool:
        """Show all articles again; tells whether only two were shown."""
        ended = self._panes.pair is not None
        self._panes.pair = None
        self._display.bring_in_sight()
        return ended
