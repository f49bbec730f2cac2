"""The compare view: the articles of a story side by side."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from storage.library import Library
from storage.records import Story
from storage.visible import visible_line
from textreuse import Settings
from tui.bindings import screen_bindings
from tui.found_place import FoundPlace
from tui.keys import Where
from tui.marks import current_marks, marks
from tui.reading import Reading
from tui.screens.copying import Copying
from tui.screens.exporting import (
    ask_how_to_export,
    subject_of_article,
    subject_of_passage,
    subject_of_story,
)
from tui.screens.finding import Finding
from tui.screens.listing import Listing
from tui.screens.moving import Moving
from tui.screens.pointing import Pointing
from tui.screens.recovering import Recovering
from tui.screens.sifting import Sifting
from tui.screens.touring import Touring
from tui.status import status
from tui.view_state import ViewState
from tui.widgets.annotation_list import AnnotationList
from tui.widgets.article_pane import ArticlePane
from tui.widgets.key_line import KeyLine
from tui.widgets.passage_card import PassageCard
from tui.widgets.twin_strip import TwinStrip


class Panes(Horizontal):
    """The panes side by side."""

    BLANK = True  # It is covered by what it holds.


class CompareScreen(Touring, Pointing, Moving, Sifting, Finding, Listing, Copying, Recovering):
    """Composes the parts, shows what they change, and opens where the story was left."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "compare.tcss",
        "compare_foot.tcss",
        "tag_colours.tcss",
    ]
    BINDINGS: ClassVar[list[BindingType]] = screen_bindings("compare")
    place: ClassVar[Where] = "compare"
    BLANK = True  # It is covered by what it holds.

    def __init__(
        self, library: Library, story: Story, sensitivity: int, goes_to: FoundPlace | None = None
    ) -> None:
        """Make the view of a story; `goes_to` is where to begin, else where it was left."""
        super().__init__(library)
        self._goes_to = goes_to
        self._begun = False
        self.story = story
        articles = library.articles.all(story.articles)
        self.reading = Reading(story, articles)
        left = library.views.load(story.id)
        self.state = ViewState.from_json(left, sensitivity)
        if left is None and len(articles) == 1:
            self.state.lens = "repeats"  # one article alone shares nothing
        self.panes = [
            ArticlePane(letter, article, page, index)
            for index, (letter, article, page) in enumerate(
                zip(self.reading.letters, articles, self.reading.pages, strict=True)
            )
        ]

    def compose(self) -> ComposeResult:
        """Put the panes side by side, the list beside them, the status below."""
        with Panes(id="panes"):
            yield from self.panes
            yield AnnotationList()
        yield TwinStrip()
        yield PassageCard()
        yield Static(id="status")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the text at once, where it was left, and compare."""
        self.query_one(AnnotationList).display = False
        self._resume()
        self.compare()
        self.bring_in_sight()
        for view, cursor in zip(self.views, self.reading.cursors, strict=True):
            view.centre(cursor)

    def on_screen_resume(self) -> None:
        """Show what the library holds by now, at first and after other screens."""
        self.reload()
        if not self._begun:
            self._begun = True
            if self._goes_to is not None:
                self.go_to_place(self._goes_to)
            self.tell_of_review()
            self.recover_drafts()

    # Showing

    def reload(self) -> None:
        """Show annotations, and what is ignored, as the library has them now."""
        with self.telling_errors():
            ids = [article.id for article in self.reading.articles]
            self.reading.colours = self.library.tags.colours()
            self.reading.place(self.library.annotations.on(ids))
            tags = self.library.tags.of_articles(ids)
            for pane, identity in zip(self.panes, ids, strict=True):
                pane.show_tags(tags.get(identity, ()))
        self.fill_list()
        self.sift()
        self.show()

    def shown(self) -> object:
        """Return the annotations of the story, and what of it is ignored or boilerplate."""
        ignored = [group.spans for group in self.reading.ignored]
        return self.reading.placed, ignored, self.library.boilerplate.of(self.reading.articles)

    def show(self) -> None:
        """Draw all marks anew, and where the reader is."""
        self.forget_locks()
        for view in self.views:
            view.set_marks(marks(self.reading, view.article))
        self.show_place()

    def show_place(self) -> None:
        """Draw the current item, the cursors and the status."""
        self.mark_copies()
        for view in self.views:
            view.set_current(current_marks(self.reading, view.article))
        self.show_cursors()

    def show_cursors(self) -> None:
        """Draw the cursors, the selection and the status."""
        reading = self.reading
        for view in self.views:
            active = view.article == reading.focus
            selection = reading.selection if active else None
            view.set_cursor(
                reading.cursors[view.article],
                selected=selection.extent if selection else None,
                active=active,
            )
        self.show_status()
        self.show_copies()

    def show_status(self) -> None:
        """Say where the reader is."""
        line = Content(visible_line(status(self.reading, self.state.modes, self.keymap)))
        self.query_one("#status", Static).update(line, layout=False)

    # Where the story was left

    def _resume(self) -> None:
        """Take up the view where it was left; articles added since have their own start."""
        reading, state = self.reading, self.state
        numbers = {article.id: number for number, article in enumerate(reading.articles)}
        for identity, offset in state.cursors.items():
            if identity in numbers:
                page = reading.pages[numbers[identity]]
                reading.cursors[numbers[identity]] = min(offset, page.last)
        reading.focus = numbers.get(state.focus, 0)
        reading.look_through(state.lens)
        self.first_pane = numbers.get(state.first, 0)
        for pane in self.panes:
            pane.show_minimap(state.mapped)

    def on_unmount(self) -> None:
        """Call off what is being compared, and remember where the story was left."""
        self.forget_comparison()
        reading, state = self.reading, self.state
        ids = [article.id for article in reading.articles]
        if not ids:
            return
        state.cursors = dict(zip(ids, reading.cursors, strict=True))
        state.focus, state.first = ids[reading.focus], ids[self.first_pane]
        state.lens = reading.lens
        with self.telling_errors():
            self.library.views.save(self.story.id, state.as_json())

    # The rest

    def action_export(self) -> None:
        """Export the story, or the article or passage under the cursor."""
        article = self.reading.articles[self.reading.focus]
        subjects = [subject_of_story(self.story), subject_of_article(article)]
        group = self.reading.group_here()
        number = self.reading.shared_number(group) if group else None
        if number is not None:
            subjects.append(subject_of_passage(self.story, number))
        compared = self.reading.compared
        settings = compared.settings if compared else Settings(sensitivity=self.state.sensitivity)
        ask_how_to_export(self, subjects, compared, settings)

    def action_back(self) -> None:
        """Leave what is being selected; else go back."""
        if not self.drop_selection():
            super().action_back()

    def action_escape(self) -> None:
        """Close the topmost of: selection, card, list, search; or stop comparing."""
        if self.drop_selection() or self.close_card():
            return
        if self.query_one(AnnotationList).display:
            self.action_notes()
        elif not self.end_search() and not self.end_pair():
            self.stop_comparing()
