"""Moving the edges of an annotation, and placing one anew, in the compare view."""

from __future__ import annotations

from storage.anchoring.located_targets import LocatedTarget
from textreuse import Span
from tui.compare.choose import choose_annotation, tell_of_none
from tui.compare.host import CompareHost


class ExtentEditor:
    """Lets an annotation stand on what is selected."""

    def __init__(self, screen: CompareHost) -> None:
        self._screen = screen
        self._display = screen.story_display
        self._reading = screen.reading

    def take_up(self) -> None:
        """Take up the edges of the annotation that is meant, to move them."""
        placed = choose_annotation(self._screen)
        if placed is None:
            tell_of_none(self._screen)
        else:
            self.place_anew(placed)

    def place_anew(self, placed: LocatedTarget) -> None:
        """Let the annotation stand on what will be selected once that is kept."""
        self._reading.take_edges(placed)
        self._display.arrive()
        self._screen.tell(
            self._screen.spell_keys(
                "Move the edges. {align}: keep · {swap_ends}: other end · {escape}: cancel"
                if placed.stands
                else "Select its text. {select}: select · {align}: place · {escape}: cancel"
            )
        )

    def keep(self) -> None:
        """Let the annotation whose edges are being moved stand on what is selected."""
        reading = self._reading
        placed, selection = reading.edging, reading.selection
        if placed is None or selection is None:
            self._screen.tell(
                self._screen.spell_keys("Nothing selected. {select} or {select_sentence}: select")
            )
            return
        if placed.span.article != reading.focus:
            letter = reading.letters[placed.span.article]
            self._screen.tell(
                self._screen.spell_keys(
                    f"The annotation belongs to article {letter}. {{escape}}: cancel"
                )
            )
            return
        with self._screen.tell_errors():
            self._screen.library.annotations.place_anew(
                placed.annotation.id,
                placed.number,
                reading.make_target(Span(reading.focus, *selection.extent)),
            )
            reading.edging = None
            self._screen.show_saved(True, "Placed.")
