"""Walking through what a lens shows, and from copy to copy, in the compare view."""

from __future__ import annotations

from storage.likeness import likeness
from textreuse import Group, pair_copies
from tui.lenses import LENSES
from tui.passage_card import card as made_card
from tui.screens.following import Following
from tui.status import nothing
from tui.widgets.passage_card import PassageCard
from tui.widgets.twin_strip import TwinStrip

_IN_SIGHT = 6
"""Rows below the aligned one that are kept in sight, as far as there is room."""


class Walking(Following):
    """The part of the compare view that goes from item to item and from copy to copy."""

    _shown_copy: tuple[object, ...] | None = None
    """What is shown now: the passage, its place, whether on the card, and how it is called."""

    _card_of: Group | None = None
    """The passage for which the card was opened last."""

    # The items of the lens

    def action_next_item(self) -> None:
        """Go to the next item."""
        self._step(1)

    def action_previous_item(self) -> None:
        """Go to the previous item."""
        self._step(-1)

    def _step(self, direction: int) -> None:
        found = self.reading.step(direction)
        if found is None:
            self.tell(nothing(self.reading, self.keymap))
            return
        _, wrapped = found
        if wrapped:
            self.tell("Round to the first." if direction > 0 else "Round to the last.")
        self.arrive()

    def action_next_lens(self) -> None:
        """Look through the next lens."""
        self._turn(1)

    def action_previous_lens(self) -> None:
        """Look through the previous lens."""
        self._turn(-1)

    def _turn(self, direction: int) -> None:
        index = LENSES.index(self.reading.lens) + direction
        self.reading.look_through(LENSES[index % len(LENSES)])
        self.close_card()
        self.show()

    # Copies of a passage

    def passage_here(self) -> Group | None:
        """Return the passage under the cursor; says so where there is none."""
        group = self.reading.group_here()
        if group is None:
            self.tell("There is no shared passage under the cursor.")
        return group

    def action_twin(self) -> None:
        """Jump to the next copy of the passage under the cursor."""
        if self.passage_here() is not None:
            self.reading.twin()
            self.arrive()

    def action_align(self) -> None:
        """Bring every copy of the passage under the cursor to one row, and open its card."""
        group = self.passage_here()
        if group is None:
            return
        self.reading.make_current(group)
        card = self.query_one(PassageCard)
        if card.display and group is self._card_of:
            card.focus()  # to scroll it
            return
        was = card.display, self.first_pane
        card.display = True
        self._card_of = group
        self.bring_together(group.articles)
        if was == (card.display, self.first_pane):
            self._align(group)
        else:
            # The card takes room from the texts, or other panes come in sight.
            self.show_place()
            at = self.reading.focus, self.reading.cursor
            self.call_after_refresh(self._align, group, at)

    def _align(self, group: Group, at: tuple[int, int] | None = None) -> None:
        """Scroll so that one copy an article begins on one row, the cursor's as far as can be.

        Not if the cursor is no longer `at` that pane and place.
        """
        reading, views = self.reading, self.views
        if at not in (None, (reading.focus, reading.cursor)):
            return
        copies = reading.side_by_side(group)
        for article in copies:
            if not views[article].is_on_screen:
                # It will be as wide as the panes in sight once it comes among them.
                views[article].lay_out(self.view.text_width)
        # No text can be drawn lower than it begins, so the least room above decides.
        wanted = self.view.cursor_row - self.view.top_row
        wanted = min(wanted, max(0, self.view.shown_rows - _IN_SIGHT))
        row = min([wanted, *(views[one].rows_above(span.start) for one, span in copies.items())])
        for article, span in copies.items():
            views[article].place(span.start, max(0, row))
            if article != reading.focus:
                reading.cursors[article] = span.start
        self.hold_aligned()
        self.show_place()

    def mark_copies(self) -> None:
        """Mark all copies of the passage on the card; none if it is closed."""
        reading = self.reading
        if not self.query_one(PassageCard).display:
            reading.aligned = None
        else:
            reading.aligned = reading.group_here() or reading.aligned

    def show_copies(self) -> None:
        """Bring the card, if it is open, and the strip up to the passage under the cursor."""
        card, strip = self.query_one(PassageCard), self.query_one(TwinStrip)
        strip.display = self.columns == 1 and len(self.panes) > 1 and not card.display
        if not (card.display or strip.display):
            return
        reading = self.reading
        group = reading.group_here()
        shown = None
        if group is not None:
            called = reading.called(group)
            shown = (id(group), reading.span_here(group), card.display, called, reading.lens)
        if shown == self._shown_copy and shown is not None:
            return
        self._shown_copy = shown
        if card.display and self._card_of is not None and self._card_of not in reading.groups:
            self.close_card()  # it is ignored now, or no longer found
            return
        if group is None or reading.compared is None:
            strip.clear(self.spelled("No copy elsewhere of what is here; {next_item} goes on."))
            return
        here, other = reading.span_here(group), reading.counterpart(group)
        if strip.display:
            joined = pair_copies(reading.compared.kept, group, here, other)
            article = reading.articles[other.article]
            strip.show(
                reading.letters[other.article],
                article,
                other,
                likeness(joined.kind, joined.similarity),
            )
        else:
            card.show(made_card(reading.compared, group, here, other, reading.called(group)))

    def close_card(self) -> bool:
        """Close the card; tells whether it was open."""
        card = self.query_one(PassageCard)
        if not card.display:
            return False
        card.hide()
        self._shown_copy = self._card_of = None
        self.view.focus()
        self.show_copies()
        return True

    def action_cycle(self) -> None:
        """Take the next of the things that overlap under the cursor."""
        self.reading.cycle()
        self.show_place()
