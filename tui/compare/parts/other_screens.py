"""From the compare view to the other screens, and back to what was chosen there."""

from __future__ import annotations

from collections.abc import Mapping

from storage.parallel_regions import ParallelRegions
from storage.passage_numbers import is_shared
from storage.wording.plural import pluralize
from textreuse import Settings
from tui.base.destinations import FoundPlace, TagUse
from tui.base.parts import Actions
from tui.compare.host import CompareHost
from tui.counts.screen import CountsScreen
from tui.export.open_export import (
    ask_how_to_export,
    subject_of_article,
    subject_of_passage,
    subject_of_passages,
    subject_of_story,
)
from tui.findings.screen import ChosenFinding, FindingsScreen
from tui.overview.figures import ChosenGroup, ChosenPair, ChosenParallel
from tui.overview.screen import WANTS_FINDINGS, OverviewScreen
from tui.prompts.ask_about_articles import ask_for_dates, ask_what_is_known
from tui.review.review import PlaceAnew
from tui.review.screen import ReviewScreen
from tui.search.carriers_screen import CarriersScreen
from tui.story.finding_here import find_item_at
from tui.story.lenses import Lens
from tui.tags.screen import TagScreen

_LENSES: Mapping[str, Lens] = {"quotation": "quotations", "disagreement": "disagreements"}
"""Those that show the findings of each kind."""


class OtherScreens:
    """Opens the overview, tags, carriers and review; goes to what was chosen there."""

    def __init__(self, screen: CompareHost) -> None:
        self._screen = screen
        self._display = screen.story_display
        self._reading = screen.reading
        self._library = screen.library
        self._reviewing = False
        """Whether the review goes on once an annotation is placed."""
        self._finding = ""
        """Key of the finding that was gone to last."""
        self._notes_findings = False
        """Whether the findings are to be shown again once a note is written or called off."""
        self._parallels: ParallelRegions | None = None
        """Those of the comparison of which the overview was shown last."""

    @property
    def actions(self) -> Actions:
        """What its keys do, but for the one that means several things."""
        return {
            "tags": self.open_tags,
            "counts": self.open_counts,
            "findings": self.open_findings,
            "review": self.review,
            "edit_article": self.edit_article,
            "carriers": self.open_carriers,
            "export": self.export,
        }

    def open_overview(self) -> None:
        """Show who shares how much with whom, in what order, and all passages.

        Dates that are missing for the order are asked for first, once a story while the app runs.
        """
        if self._reading.compared is None:
            self._screen.tell("The overview needs the comparison, which is not finished.")
            return
        articles, asked = self._reading.articles, self._screen.app.asked_for_dates
        # By its articles: a comparison that is not kept has another id each time.
        story = frozenset(one.id for one in articles)
        is_missing = any(not one.published for one in articles)
        if len(articles) > 1 and is_missing and story not in asked:
            asked.add(story)
            ask_for_dates(self._screen, articles, self._reading.letters, self._take_dates)
        else:
            self._show_overview()

    def _take_dates(self, given: bool | None) -> None:
        if given:
            self._screen.reload()
        self._show_overview()

    def _show_overview(self) -> None:
        compared = self._reading.compared
        if compared is not None:
            if self._parallels is None or self._parallels.compared is not compared:
                self._parallels = ParallelRegions(compared)
            kept = self._screen.state.overview
            stated = self._reading.stated
            overlaps = stated.statements.origins.overlaps if stated else ()
            overview = OverviewScreen(self._library, self._parallels, kept, overlaps)
            self._screen.app.push_screen(overview, self._go_to_choice)

    def open_findings(self) -> None:
        """Show what deserves a reader's eye, and on how many origins the story rests."""
        if self._reading.compared is None:
            self._screen.tell("Findings need the comparison, which is not finished.")
            return
        findings = FindingsScreen(self._library, self._reading.compared, self._finding)
        self._screen.app.push_screen(findings, self._go_to_finding)

    def _go_to_finding(self, choice: object) -> None:
        if not isinstance(choice, ChosenFinding):
            return
        self._finding = choice.key
        if choice.beside is not None:
            self._show_pair(choice.here.article, choice.beside.article)
        lens = _LENSES.get(choice.kind)
        if lens is not None:
            self._reading.look_through(lens)
        item = find_item_at(self._reading, {choice.here, choice.beside or choice.here})
        if item is not None:
            self._reading.go_to_item(item, choice.here)
        else:
            self._reading.go_to_span(choice.here)
        self._display.arrive()
        if choice.beside is not None:
            self._display.put_beside(choice.beside)
        if choice.wants_note:
            self._notes_findings = True
            self._screen.write_note()

    def open_counts(self) -> None:
        """Count the tags of the articles that are read."""
        ids = [article.id for article in self._reading.articles]
        self._screen.app.push_screen(CountsScreen(self._library, ids, "these articles"))

    def edit_article(self) -> None:
        """Change outlet, author and date of the article under the cursor."""
        ask_what_is_known(self._screen, [self._reading.articles[self._reading.focus]])

    def _go_to_choice(self, choice: object) -> None:
        if choice is WANTS_FINDINGS:
            self.open_findings()
        elif isinstance(choice, ChosenPair):
            self._show_pair(choice.row, choice.column)
            if self._reading.go_to_shared(choice.row, choice.column):
                self._display.arrive()
            else:
                self._display.go_to_pane(choice.row)
        elif isinstance(choice, ChosenGroup):
            self._reading.go_to_group(choice.group)
            self._display.arrive()
            self._display.show()
        elif isinstance(choice, ChosenParallel):
            self._show_pair(choice.here.article, choice.beside.article)
            self._reading.go_to_span(choice.here)
            self._display.arrive()
            self._display.put_beside(choice.beside)

    def _show_pair(self, article: int, other: int) -> None:
        self._screen.panes.pair = article, other
        self._screen.state.columns.clear()

    def open_tags(self) -> None:
        """Show all tags."""
        story = self._screen.story
        screen = TagScreen(self._library, story.id if story.is_kept else None)
        self._screen.app.push_screen(screen, self._go_to_use)

    def _go_to_use(self, use: object) -> None:
        if not isinstance(use, TagUse):
            return
        numbers = {article.id: number for number, article in enumerate(self._reading.articles)}
        if use.article not in numbers:
            self._screen.app.open_use(use)
        elif use.annotation is None:
            self._display.go_to_pane(numbers[use.article])
        else:
            self._go_to_annotation(use.annotation)

    def _go_to_annotation(self, annotation: str) -> None:
        """Go to an annotation, at the first place at which it stands."""
        found = [one for one in self._reading.placed if one.annotation.id == annotation]
        if found:
            self._display.go_to_annotation(next((one for one in found if one.stands), found[0]))

    def go_to_place(self, place: FoundPlace) -> None:
        """Go to a place in one of the articles of the story."""
        numbers = {article.id: number for number, article in enumerate(self._reading.articles)}
        if place.annotation is not None:
            self._go_to_annotation(place.annotation)
        elif place.start is not None and place.article in numbers:
            self._reading.move_to(numbers[place.article], place.start)
            self._display.arrive()
        elif place.article in numbers:
            self._display.go_to_pane(numbers[place.article])

    def open_carriers(self) -> None:
        """Show who else carried what is selected or under the cursor, or the article."""
        reading = self._reading
        article = reading.articles[reading.focus]
        carried = reading.carried_here()
        if reading.selection is not None:
            extent: tuple[int, int] | None = reading.selection.extent
        elif carried is not None:
            span = reading.span_here(carried)
            extent = span.start, span.end
        else:
            extent = None
        here = {one.id for one in reading.articles}

        def go(found: object) -> None:
            if isinstance(found, FoundPlace):
                self.go_to_place(found)

        self._screen.app.push_screen(CarriersScreen(self._library, article, extent, here), go)

    def export(self) -> None:
        """Export the story, or the article or passage under the cursor."""
        reading, story = self._reading, self._screen.story
        article = reading.articles[reading.focus]
        subjects = [subject_of_story(story), subject_of_article(article)]
        if len(reading.articles) > 1:
            subjects.append(subject_of_passages(story))
        group, compared = reading.group_here(), reading.compared
        if group is not None and compared is not None:
            numbers, is_repeat = compared.numbers, not is_shared(group)
            number = (
                numbers.number_repeat(group, group.spans[0].article)
                if is_repeat
                else numbers.number_passage(group)
            )
            evidence = subject_of_passage(story, number, is_repeat=is_repeat)
            # What was just opened comes first.
            subjects.insert(0 if group is reading.opened else len(subjects), evidence)
        sensitivity = self._screen.state.sensitivity
        settings = compared.settings if compared else Settings(sensitivity=sensitivity)
        ask_how_to_export(self._screen, subjects, compared, settings, self._screen.keep_story)

    def tell_of_review(self) -> None:
        """Say so if there is something to review."""
        count = len({one.annotation.id for one in self._reading.placed if one.wants_review})
        if count:
            those = pluralize(count, "annotation has", "annotations have")
            self._screen.tell(self._screen.spell_keys(f"{those} changed text. {{review}}: review"))

    def review(self) -> None:
        """Walk through the annotations whose text has changed, or is gone."""
        reading = self._reading
        if not any(one.wants_review for one in reading.placed):
            self._screen.tell("Nothing to review: every annotation still has its text.")
            return
        screen = ReviewScreen(self._library, reading.articles, reading.letters)
        self._screen.app.push_screen(screen, self._leave_review)

    def _leave_review(self, choice: object) -> None:
        self._reviewing = isinstance(choice, PlaceAnew)
        if isinstance(choice, PlaceAnew):
            self._screen.place_anew(choice.placed)

    def go_on(self, *, saved: bool) -> None:
        """Go back to what asked for an annotation: findings, or a review once it was saved."""
        if self._notes_findings:
            self._notes_findings = False
            self.open_findings()
        elif self._reviewing and saved:
            self._reviewing = False
            if any(one.wants_review for one in self._reading.placed):
                self.review()
