"""Going from pane to pane, and what is set for all of them, in the compare view."""

from __future__ import annotations

from tui.base.parts import Actions
from tui.compare.host import CompareHost


class PaneSwitch:
    """Gives the keys to another pane; shows one alone, minimaps, and lets the others follow."""

    def __init__(self, screen: CompareHost) -> None:
        self._screen = screen
        self._panes = screen.panes
        self._display = screen.story_display
        self._reading = screen.reading
        self._state = screen.state

    @property
    def actions(self) -> Actions:
        """What its keys do."""
        return {
            "lock": self.lock,
            "minimap": self.show_minimaps,
            "zoom": self.zoom,
            "next_pane": self.next,
            "previous_pane": self.previous,
            "pane": self.go_to_number,
        }

    def next(self) -> None:
        """Go to the next pane, round the end."""
        self._go_on(1)

    def previous(self) -> None:
        """Go to the previous pane, round the start."""
        self._go_on(-1)

    def _go_on(self, direction: int) -> None:
        articles = self._panes.round
        at = articles.index(self._reading.focus) + direction
        self._go_to(articles[at % len(articles)])

    def go_to_number(self, number: int) -> None:
        """Go to the pane of that number, counted from 1."""
        if number <= len(self._panes.each):
            self._go_to(number - 1)
        else:
            self._screen.tell(f"No pane {number}.")

    def _go_to(self, article: int) -> None:
        """Go to the pane of an article; what is missing is told of that from now on."""
        self._display.go_to_pane(article)
        reading = self._reading
        if reading.lens == "missing here" and reading.asked_of != article:
            reading.look_through(reading.lens)
            self._display.show()

    def zoom(self) -> None:
        """Show as many panes as fit, then two, then that with the keys alone.

        Remembered for each number of panes that fit.
        """
        panes, state = self._panes, self._state
        steps = list(dict.fromkeys((panes.fitting, min(2, len(panes.offered)), 1)))
        if len(steps) == 1:
            self._screen.tell("Only one article, so only one pane.")
            return
        step = steps[(steps.index(panes.columns) + 1) % len(steps)]
        state.columns.pop(str(panes.fitting), None)
        if step != panes.fitting:
            state.columns[str(panes.fitting)] = step
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
            "Scrolling locked: the other panes follow shared passages."
            if self._state.locked
            else "Scrolling unlocked: each pane scrolls on its own."
        )
        self._panes.scrolling.release()
        self._display.show_cursors()

    def show_in_order(self) -> bool:
        """Show the articles in the story's order again; tells whether they were not."""
        ended = self._panes.show_in_order()
        self._display.bring_in_sight()
        return ended
