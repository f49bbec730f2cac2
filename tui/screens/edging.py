"""Moving the edges of an annotation, and placing one anew, in the compare view."""

from __future__ import annotations

from textreuse import Span
from tui.placed import Placed
from tui.screens.annotating import Annotating
from tui.screens.walking import Walking


class Edging(Walking, Annotating):
    """The part of the compare view that lets an annotation stand on what is selected."""

    def action_edges(self) -> None:
        """Take up the edges of the annotation under the cursor, to move them; or keep them."""
        if self.reading.edging is not None:
            self._keep_edges()
            return
        placed = self.placed_chosen()
        if placed is None:
            self.tell_of_none()
        else:
            self.take_edges(placed)

    def take_edges(self, placed: Placed) -> None:
        """Let the annotation stand on what will be selected once that is kept."""
        self.reading.take_edges(placed)
        self.arrive()
        self.tell(
            self.spelled(
                "Move its edges: {align} keeps them, {swap_ends} takes the other, {escape} leaves."
                if placed.stands
                else "Select its text: {select} begins, {align} places it there, {escape} leaves."
            )
        )

    def action_align(self) -> None:
        """Keep the edges that are being moved; else bring all copies to one row."""
        if self.reading.edging is not None:
            self._keep_edges()
        else:
            super().action_align()

    def _keep_edges(self) -> None:
        reading = self.reading
        placed, selection = reading.edging, reading.selection
        if placed is None or selection is None:
            self.tell(self.spelled("Nothing is selected; {select} or {select_sentence} begins."))
            return
        if placed.span.article != reading.focus:
            letter = reading.letters[placed.span.article]
            self.tell(self.spelled(f"It belongs to article {letter}; {{escape}} leaves it there."))
            return
        with self.telling_errors():
            self.library.annotations.place_anew(
                placed.annotation.id,
                placed.number,
                reading.target(Span(reading.focus, *selection.extent)),
            )
            reading.edging = None
            self.after_saving(True, "Placed.")
