"""Showing what is read: as much of the compare view as a change concerns."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from storage.anchoring.located_targets import LocatedTarget
from storage.wording.terminal_text import reveal_line
from textreuse import Span
from tui.base.parts import Host
from tui.compare.widgets.copies_panel import CopiesPanel
from tui.compare.widgets.legend_line import LegendLine
from tui.compare.widgets.panes import Panes
from tui.keys.foot_words import Mode
from tui.story.display.legend import make_legend
from tui.story.display.status_line import describe_status
from tui.story.finding_here import find_finding_here
from tui.story.story_reader import StoryReader
from tui.story.view_state import ViewState


class StoryDisplay:
    """Draws the plain state, and goes where the cursor was put.

    What changed decides what is to be shown anew: all, the place of the cursor, or it alone.
    """

    def __init__(
        self,
        screen: Host,
        reading: StoryReader,
        state: ViewState,
        panes: Panes,
        copies: CopiesPanel,
    ) -> None:
        self._screen = screen
        self._reading = reading
        self._state = state
        self._panes = panes
        self._copies = copies
        self._drawn_lens = reading.lens
        """The lens that the highlights on the panes are of."""
        self.legend = LegendLine(panes.colours)
        """Over the panes."""
        self.status_line = Static(id="status")
        """Under their copies."""

    # Showing

    def show(self) -> None:
        """Draw all highlights anew, and where the reader is."""
        self._drawn_lens = self._reading.lens
        self._panes.show_highlights()
        self.show_place()

    def show_place(self) -> None:
        """Draw the current item, the cursors and the status; another lens has all drawn anew."""
        if self._drawn_lens != self._reading.lens:
            self.show()
            return
        self._copies.highlight()
        self._panes.show_current()
        self.show_cursors()

    def show_cursors(self) -> None:
        """Draw the cursors, the selection and the status."""
        self._panes.show_cursors()
        self.show_status()
        self.show_copies()

    def show_status(self) -> None:
        """Say where the reader is; where something else is done now, its keys are at the foot."""
        doing = _find_mode(self._reading)
        if doing != self._screen.doing:
            self._screen.doing = doing
            self._screen.refresh_bindings()
        line = describe_status(self._reading, self._screen.keymap)
        self.status_line.update(Content(reveal_line(line)), layout=False)
        state = self._state
        self.legend.show(
            make_legend(self._reading, state.sensitivity, self._screen.keymap, locked=state.locked)
        )

    def show_copies(self) -> None:
        """Show the copies of the passage under the cursor, on the card or the strip."""
        one_pane = self._panes.columns == 1 and len(self._panes.each) > 1
        if self._panes.has_list and self._reading.carried_here() is None:
            one_pane = False  # a strip without a copy only takes room from the list
        if not self._copies.show(one_pane=one_pane):
            self.close_card()
            return
        self._panes.show_changed(shows_other=one_pane or self._copies.is_open)

    def close_card(self) -> bool:
        """Close the card of a passage; tells whether it was open."""
        if not self._copies.close():
            return False
        self._panes.view.focus()
        self.show_copies()
        return True

    # Going

    def arrive(self, came_from: int | None = None) -> None:
        """Show the place that the cursor was put on, well in sight, beside its copies.

        The article that one came from is one of them where it has the passage.
        """
        self.bring_together(came_from)
        self._panes.view.focus()
        self.show_place()
        self._panes.view.centre(self._reading.cursor)
        self._bring_copies_in_sight()

    def _bring_copies_in_sight(self) -> None:
        """Scroll the other panes to a copy of what is at the cursor, if none is in sight.

        Their cursors go along; a copy is drawn beside the row of the cursor, as far as can be.
        """
        reading, panes = self._reading, self._panes
        carried = reading.carried_here()
        if carried is None:
            return
        row = panes.view.cursor_row - panes.view.top_row
        before = list(reading.cursors)
        for article, span in reading.copies.choose_beside(carried).items():
            view = panes.views[article]
            if article == reading.focus or article not in panes.seen:
                continue
            if not view.is_on_screen:
                view.lay_out(panes.view.text_width)  # It comes among the others only now.
            if not any(view.shows_start(one) for one in carried.spans if one.article == article):
                view.place(span.start, row)
                reading.cursors[article] = span.start
        panes.scrolling.hold()
        if reading.cursors != before:
            panes.show_cursors()

    def put_beside(self, span: Span) -> None:
        """Draw where `span` begins beside the row of the cursor; its pane's cursor goes along."""
        panes = self._panes
        view = panes.views[span.article]
        if not view.is_on_screen:
            view.lay_out(panes.view.text_width)
        view.place(span.start, panes.view.cursor_row - panes.view.top_row)
        self._reading.cursors[span.article] = span.start
        panes.scrolling.hold()
        panes.show_cursors()

    def keep_in_sight(self) -> None:
        """Show the place of the cursor, scrolling no more than that takes."""
        self.show_place()
        self._panes.view.keep_cursor_visible()

    def bring_in_sight(self) -> None:
        """Show as many panes as fit, that of the cursor among them, and give that the keys."""
        self.show_panes()
        self._panes.view.focus()

    def bring_together(self, came_from: int | None = None) -> None:
        """Show the panes of those that carry what is under the cursor beside that."""
        carried = self._reading.carried_here()
        self._panes.bring_together(
            self._reading.copies.rank_carriers(carried, came_from) if carried else ()
        )

    def show_panes(self) -> None:
        """Show as many panes as fit, that of the cursor among them."""
        self._panes.show_fitting()
        self.show_copies()

    def go_to_pane(self, article: int) -> None:
        """Give the keys to the pane of an article, its cursor staying where it is.

        Where scrolling is locked the text stays and the cursor comes: the others would follow.
        """
        view = self._panes.views[article]
        offset = self._reading.cursors[article]
        if self._state.locked and view.is_on_screen:
            offset = view.find_in_sight(offset)
        self._reading.move_to(article, offset, self._reading.unit)
        if article not in self._panes.seen:
            self.bring_together()
        self.bring_in_sight()
        self.keep_in_sight()

    def go_to_annotation(self, placed: LocatedTarget) -> None:
        """Go to where an annotation stands; say so if its text is gone."""
        if placed.stands:
            self._reading.go_to(placed)
            self.arrive()
        else:
            self._screen.tell(self._screen.spell_keys("Its text is gone. {review}: review"))


def _find_mode(reading: StoryReader) -> Mode:
    """Return what is being done with the text."""
    if reading.edging is None and reading.selection is None:
        return "" if find_finding_here(reading) is None else "on a finding"
    if reading.edging is None:
        return "selecting"
    return "placing" if reading.selection is None else "moving edges"
