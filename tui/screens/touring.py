"""From the compare view to the other screens, and back to what was chosen there."""

from __future__ import annotations

from tui.found_place import FoundPlace, TagUse
from tui.overview import ChosenGroup, ChosenPair
from tui.reviewing import PlaceAnew
from tui.screens.carriers import CarriersScreen
from tui.screens.overview import OverviewScreen
from tui.screens.reading_screen import CompareHost
from tui.screens.review import ReviewScreen
from tui.screens.tags import TagScreen


class OtherScreens:
    """Opens the overview, tags, carriers and review; goes to what was chosen there."""

    def __init__(self, host: CompareHost) -> None:
        self._host = host
        self._reading = host.reading
        self._library = host.library
        self._reviewing = False
        """Whether the review goes on once an annotation is placed."""

    def open_overview(self) -> None:
        """Show who shares how much with whom, and all passages."""
        compared = self._reading.compared
        if compared is None:
            self._host.tell("The overview needs the comparison, which is not done.")
            return
        self._host.app.push_screen(OverviewScreen(self._library, compared), self._go_to_choice)

    def _go_to_choice(self, choice: object) -> None:
        if isinstance(choice, ChosenPair):
            self._host.show_pair(choice.row, choice.column)
        elif isinstance(choice, ChosenGroup):
            self._reading.go_to_group(choice.group)
            self._host.arrive()
            self._host.show()

    def tags(self) -> None:
        """Show all tags."""
        self._host.app.push_screen(TagScreen(self._library, self._host.story.id), self._go_to_use)

    def _go_to_use(self, use: object) -> None:
        if not isinstance(use, TagUse):
            return
        numbers = {article.id: number for number, article in enumerate(self._reading.articles)}
        if use.article not in numbers:
            self._host.app.open_use(use)
        elif use.annotation is None:
            self._host.go_to_pane(numbers[use.article])
        else:
            self._go_to_annotation(use.annotation)

    def _go_to_annotation(self, annotation: str) -> None:
        """Go to an annotation, at the first place at which it stands."""
        found = [one for one in self._reading.placed if one.annotation.id == annotation]
        standing = [one for one in found if one.stands]
        if standing:
            self._reading.go_to(standing[0])
            self._host.arrive()
        elif found:
            self._host.tell(self._host.spelled("Its text is gone; {review} places it anew."))

    def go_to_place(self, place: FoundPlace) -> None:
        """Go to a place in one of the articles of the story."""
        numbers = {article.id: number for number, article in enumerate(self._reading.articles)}
        if place.annotation is not None:
            self._go_to_annotation(place.annotation)
        elif place.start is not None and place.article in numbers:
            self._reading.move_to(numbers[place.article], place.start)
            self._host.arrive()
        elif place.article in numbers:
            self._host.go_to_pane(numbers[place.article])

    def carriers(self) -> None:
        """Show who else carried what is selected, the passage under the cursor, or the article."""
        reading = self._reading
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

        self._host.app.push_screen(CarriersScreen(self._library, article, extent, here), go)

    def tell_of_review(self) -> None:
        """Say so if there is something to review."""
        count = len({one.annotation.id for one in self._reading.placed if one.wants_review})
        if count:
            those = f"{count} annotations have" if count > 1 else "1 annotation has"
            self._host.tell(
                self._host.spelled(f"{those} changed text; {{review}} begins a review.")
            )

    def review(self) -> None:
        """Walk through the annotations whose text has changed, or is gone."""
        reading = self._reading
        if not any(one.wants_review for one in reading.placed):
            self._host.tell("There is nothing to review.")
            return
        screen = ReviewScreen(self._library, reading.articles, reading.letters)
        self._host.app.push_screen(screen, self._reviewed)

    def _reviewed(self, choice: object) -> None:
        self._reviewing = isinstance(choice, PlaceAnew)
        if isinstance(choice, PlaceAnew):
            self._host.place_anew(choice.placed)

    def go_on_reviewing(self) -> None:
        """Go on with the review, if it waits for an annotation that was placed."""
        if self._reviewing:
            self._reviewing = False
            if any(one.wants_review for one in self._reading.placed):
                self.review()
