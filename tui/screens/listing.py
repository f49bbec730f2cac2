"""The side list, and going from annotation to annotation, in the compare view."""

from __future__ import annotations

from tui.screens.annotating import Annotating
from tui.widgets.annotation_list import AnnotationList


class Listing(Annotating):
    """The part of the compare view that lists annotations and goes to them."""

    def action_next_annotation(self) -> None:
        """Go to the next annotation, over all panes."""
        self._step_annotation(1)

    def action_previous_annotation(self) -> None:
        """Go to the previous annotation, over all panes."""
        self._step_annotation(-1)

    def _step_annotation(self, direction: int) -> None:
        if self.reading.annotation_after(direction) is None:
            self.tell(self.spelled("There are no annotations yet; {note} writes a note."))
        else:
            self.arrive()

    def action_notes(self) -> None:
        """Show the list of annotations, or close it."""
        listing = self.query_one(AnnotationList)
        listing.display = not listing.display
        self.bring_in_sight()
        if listing.display:
            self.fill_list()
            placed = self.reading.placed_here()
            if placed is not None:
                listing.highlight(placed)
            listing.take_focus()

    def fill_list(self) -> None:
        """List the annotations as they are now, if the list is shown."""
        listing = self.query_one(AnnotationList)
        if listing.display:
            listing.show(self.reading.placed, self.reading.articles, self.reading.letters)

    def on_annotation_list_left(self) -> None:
        """Close the list."""
        self.action_notes()

    def on_annotation_list_chosen(self, event: AnnotationList.Chosen) -> None:
        """Go to an annotation chosen in the list."""
        placed = event.placed
        if not placed.stands:
            self.tell(self.spelled("Its text is gone; {review} places it anew."))
            return
        self.reading.go_to(placed)
        self.arrive()
