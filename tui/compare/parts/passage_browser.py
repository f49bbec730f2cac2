"""Walking through what a lens shows, and from copy to copy, in the compare view."""

from __future__ import annotations

from tui.base.parts import Actions
from tui.compare.host import CompareHost
from tui.story.display.status_line import describe_thing, explain_nothing
from tui.story.items import Item
from tui.story.lenses import LENS_KINDS, LENSES, Lens
from tui.story.things import Carried

_IN_SIGHT = 6
"""Rows below the aligned one that are kept in sight, as far as there is room."""


class PassageBrowser:
    """Goes from item to item of a lens, from lens to lens, and from copy to copy."""

    def __init__(self, screen: CompareHost) -> None:
        self._screen = screen
        self._panes = screen.panes
        self._display = screen.story_display
        self._reading = screen.reading

    @property
    def actions(self) -> Actions:
        """What its keys do, but for the one that means several things."""
        names = (
            *("next_item", "previous_item", "next_of_all", "previous_of_all"),
            *("next_lens", "previous_lens", "next_copy", "cycle"),
        )
        return {name: getattr(self, name) for name in names}

    # The items of the lens

    def next_item(self) -> None:
        """Go to the next item in this article, then in the next."""
        self._arrive(self._reading.step(1), 1)

    def previous_item(self) -> None:
        """Go to the previous item in this article, then in the one before."""
        self._arrive(self._reading.step(-1), -1)

    def next_of_all(self) -> None:
        """Go to the next item over all articles, once to each."""
        self._arrive(self._reading.step_over_all(1), 1)

    def previous_of_all(self) -> None:
        """Go to the previous item over all articles."""
        self._arrive(self._reading.step_over_all(-1), -1)

    def _arrive(self, found: tuple[Item, bool] | None, direction: int) -> None:
        if found is None:
            self._screen.tell(explain_nothing(self._reading, self._screen.keymap))
            return
        _, wrapped = found
        if wrapped:
            which = "first" if direction > 0 else "last"
            kind = LENS_KINDS[self._reading.lens].counted[0]
            self._screen.tell(f"Wrapped to the {which} {kind}.")
        self._display.arrive()

    def next_lens(self) -> None:
        """Look through the next lens."""
        self._turn(1)

    def previous_lens(self) -> None:
        """Look through the previous lens."""
        self._turn(-1)

    def _turn(self, direction: int) -> None:
        index = LENSES.index(self._reading.lens) + direction
        self.look_through(LENSES[index % len(LENSES)])

    def look_through(self, lens: Lens) -> None:
        """Highlight and step through what a lens shows."""
        self._reading.look_through(lens)
        self._display.close_card()
        self._display.show()

    # Copies of a passage

    def _choose(self) -> Carried | None:
        """Return the statement or passage under the cursor; says so where there is none."""
        carried = self._reading.carried_here()
        if carried is None:
            kind = LENS_KINDS[self._reading.lens]
            what = kind.counted[0] if kind.needs_statements else "passage"
            self._screen.tell(
                self._screen.spell_keys(f"No {what} under the cursor. {{next_item}}: next {what}")
            )
        return carried

    def next_copy(self) -> None:
        """Jump to the next copy of what is under the cursor."""
        if self._choose() is not None:
            came_from = self._reading.focus
            self._reading.go_to_copy()
            self._display.arrive(came_from)

    def cycle(self) -> None:
        """Take the next of the things that overlap under the cursor, and say what it is."""
        number = self._reading.cycle()
        self._display.show_place()
        self._screen.tell(describe_thing(self._reading, number))

    def align(self) -> None:
        """Bring every copy of what is under the cursor to one row, and open its card."""
        carried = self._choose()
        if carried is None:
            return
        panes, copies = self._panes, self._screen.copies
        self._reading.make_current(carried)
        if copies.is_open_for(carried):
            copies.take_focus()
            return
        was = copies.is_open, panes.seen
        copies.open(carried)
        self._display.bring_together()
        if was == (copies.is_open, panes.seen):
            self._align(carried)
        else:
            # The card takes room from the texts, or other panes come in sight.
            self._display.show_place()
            at = self._reading.focus, self._reading.cursor
            self._screen.call_after_refresh(self._align, carried, at)

    def _align(self, carried: Carried, at: tuple[int, int] | None = None) -> None:
        """Scroll so that one copy an article begins on one row, the cursor's as far as can be.

        Not if the cursor is no longer `at` that pane and place.
        """
        reading, panes = self._reading, self._panes
        if at not in (None, (reading.focus, reading.cursor)):
            return
        view, views = panes.view, panes.views
        copies = reading.copies.choose_beside(carried)
        for article in copies:
            if not views[article].is_on_screen:
                # It will be as wide as the panes in sight once it comes among them.
                views[article].lay_out(view.text_width)
        # No text can be drawn lower than it begins, so the least room above decides.
        wanted = view.cursor_row - view.top_row
        wanted = min(wanted, max(0, view.shown_rows - _IN_SIGHT))
        row = min(
            [wanted, *(views[one].count_rows_above(span.start) for one, span in copies.items())]
        )
        for article, span in copies.items():
            views[article].place(span.start, max(0, row))
            if article != reading.focus:
                reading.cursors[article] = span.start
        panes.scrolling.hold()
        self._display.show_place()
