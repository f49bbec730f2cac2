"""The side list, and going from annotation to annotation, in the compare view."""

from __future__ import annotations

from tui.base.parts import Actions
from tui.compare.host import CompareHost


class AnnotationBrowser:
    """Lists annotations and goes to them."""

    def __init__(self, screen: CompareHost) -> None:
        self._screen = screen
        self._display = screen.story_display
        self._reading = screen.reading

    @property
    def actions(self) -> Actions:
        """What its keys do."""
        return {
            "next_annotation": self.next,
            "previous_annotation": self.previous,
            "notes": self.toggle,
        }

    def next(self) -> None:
        """Go to the next annotation, over all panes."""
        self._step(1)

    def previous(self) -> None:
        """Go to the previous annotation, over all panes."""
        self._step(-1)

    def _step(self, direction: int) -> None:
        if self._reading.step_to_annotation(direction) is None:
            self._screen.tell(self._screen.spell_keys("No annotations yet. {note}: write a note"))
        else:
            self._display.arrive()

    def toggle(self) -> None:
        """Show the list of annotations, or close it."""
        listing = self._screen.listing
        listing.display = not listing.display
        self._display.bring_in_sight()
        if listing.display:
            self.fill()
            placed = self._reading.placed_here()
            if placed is not None:
                listing.highlight(placed)
            listing.take_focus()

    def close(self) -> bool:
        """Close the list; tells whether it was shown."""
        shown = self._screen.listing.display
        if shown:
            self.toggle()
        return shown

    def fill(self) -> None:
        """List the annotations as they are now, if the list is shown."""
        reading, listing = self._reading, self._screen.listing
        if listing.display:
            listing.show(reading.placed, reading.articles, reading.letters)
