"""Moving the edges of an annotation, and placing one anew, in the compare view."""

from __future__ import annotations

from textreuse import Span
from tui.placed import Placed
from tui.screens.chosen import choose_annotation, tell_of_none
from tui.screens.reading_screen import CompareHost


class ExtentEditing:
    """Lets an annotation stand on what is selected."""

    def __init__(self, host: CompareHost) -> None:
        self._host = host
        self._reading = host.reading

    def take_up(self) -> None:
        """Take up the edges of the annotation that is meant, to move them."""
        placed = choose_annotation(self._host)
        if placed is None:
            tell_of_none(self._host)
        else:
            self.place_anew(placed)

    def place_anew(self, placed: Placed) -> None:
        """Let the annotation stand on what will be selected once that is kept."""
        self._reading.take_edges(placed)
        self._host.arrive()
        self._host.tell(
            self._host.spelled(
                "Move its edges: {align} keeps them, {swap_ends} takes the other, {escape} leaves."
                if placed.stands
                else "Select its text: {select} begins, {align} places it there, {escape} leaves."
            )
        )

    def keep(self) -> None:
        """Let the annotation whose edges are being moved stand on what is selected."""
        reading = self._reading
        placed, selection = reading.edging, reading.selection
        if placed is None or selection is None:
            self._host.tell(
                self._host.spelled("Nothing is selected; {select} or {select_sentence} begins.")
            )
            return
        if placed.span.article != reading.focus:
            letter = reading.letters[placed.span.article]
            self._host.tell(
                self._host.spelled(f"It belongs to article {letter}; {{escape}} leaves it there.")
            )
            return
        with self._host.telling_errors():
            self._host.library.annotations.place_anew(
                placed.annotation.id,
                placed.number,
                reading.target(Span(reading.focus, *selection.extent)),
            )
            reading.edging = None
            self._host.show_saved(True, "Placed.")
