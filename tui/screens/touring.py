"""From the compare view to tags, review and other carriers, and back to what was chosen there."""

from __future__ import annotations

from tui.found_place import FoundPlace, TagUse
from tui.reviewing import PlaceAnew
from tui.screens.carriers import CarriersScreen
from tui.screens.edging import Edging
from tui.screens.review import ReviewScreen
from tui.screens.tags import TagScreen


class Touring(Edging):
    """The part of the compare view that opens the tags, and the review of what has changed."""

    _reviewing = False
    """Whether the review goes on once an annotation is placed."""

    def action_tags(self) -> None:
        """Show all tags."""
        self.app.push_screen(TagScreen(self.library, self.story.id), self._go_to_use)

    def _go_to_use(self, use: object) -> None:
        if not isinstance(use, TagUse):
            return
        numbers = {article.id: number for number, article in enumerate(self.reading.articles)}
        if use.article not in numbers:
            self.app.open_use(use)
        elif use.annotation is None:
            self.go_to_pane(numbers[use.article])
        else:
            self.go_to_annotation(use.annotation)

    def go_to_annotation(self, annotation: str) -> None:
        """Go to an annotation, at the first place at which it stands."""
        found = [one for one in self.reading.placed if one.annotation.id == annotation]
        standing = [one for one in found if one.stands]
        if standing:
            self.reading.go_to(standing[0])
            self.arrive()
        elif found:
            self.tell(self.spelled("Its text is gone; {review} places it anew."))

    def go_to_place(self, place: FoundPlace) -> None:
        """Go to a place in one of the articles of the story."""
        numbers = {article.id: number for number, article in enumerate(self.reading.articles)}
        if place.annotation is not None:
            self.go_to_annotation(place.annotation)
        elif place.start is not None and place.article in numbers:
            self.reading.move_to(numbers[place.article], place.start)
            self.arrive()
        elif place.article in numbers:
            self.go_to_pane(numbers[place.article])

    def action_carriers(self) -> None:
        """Show who else carried what is selected, the passage under the cursor, or the article."""
        reading = self.reading
        article = reading.articles[reading.focus]
        group = reading.group_here()
        if reading.selection is not None:
            extent: tuple[int, int] | None = reading.selection.extent
        elif group is not None:
            span = reading.span_here(group)
            extent = span.start, span.end
        else:
            extent = None
        here = {one.id for one in reading.articles}

        def go(found: object) -> None:
            if isinstance(found, FoundPlace):
                self.go_to_place(found)

        self.app.push_screen(CarriersScreen(self.library, article, extent, here), go)

    def tell_of_review(self) -> None:
        """Say so if there is something to review."""
        count = len({one.annotation.id for one in self.reading.placed if one.wants_review})
        if count:
            those = f"{count} annotations have" if count > 1 else "1 annotation has"
            self.tell(self.spelled(f"{those} changed text; {{review}} begins a review."))

    def action_review(self) -> None:
        """Walk through the annotations whose text has changed, or is gone."""
        reading = self.reading
        if not any(one.wants_review for one in reading.placed):
            self.tell("There is nothing to review.")
            return
        screen = ReviewScreen(self.library, reading.articles, reading.letters)
        self.app.push_screen(screen, self._reviewed)

    def _reviewed(self, choice: object) -> None:
        self._reviewing = isinstance(choice, PlaceAnew)
        if isinstance(choice, PlaceAnew):
            self.take_edges(choice.placed)

    def after_saving(self, saved: bool | None, said: str = "Saved.") -> None:
        """Show what was saved, and go on with the review if it waits."""
        super().after_saving(saved, said)
        if saved and self._reviewing:
            self._reviewing = False
            if any(one.wants_review for one in self.reading.placed):
                self.action_review()
