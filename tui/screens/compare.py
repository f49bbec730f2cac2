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
from tui.placed import Placed
from tui.reading import Reading
from tui.screens.annotating import Annotating
from tui.screens.copying import Copying
from tui.screens.edging import ExtentEditing
from tui.screens.exporting import (
    ask_how_to_export,
    subject_of_article,
    subject_of_passage,
    subject_of_story,
)
from tui.screens.finding import Matches
from tui.screens.listing import ListedAnnotations
from tui.screens.moving import Cursor
from tui.screens.parts import Actions, claim_actions
from tui.screens.pointing import Pointing
from tui.screens.recovering import DraftRecovery
from tui.screens.selecting import Selecting
from tui.screens.sifting import Sifting
from tui.screens.touring import OtherScreens
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


class CompareScreen(Pointing, Sifting):
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
        self.listing = AnnotationList()
        self._cursor = Cursor(self)
        self._matches = Matches(self)
        self._selector = Selecting(self)
        self._annotating = Annotating(self)
        self._extent = ExtentEditing(self)
        self._annotations = ListedAnnotations(self)
        self.drafts = DraftRecovery(self)
        self._others = OtherScreens(self)
        self._copying = Copying(self)
        claim_actions(self, "compare", self._actions())

    def _actions(self) -> Actions:
        """Return what is done on a key that means one thing."""
        return {
            "search": self._matches.ask,
            "next_match": self._matches.next,
            "previous_match": self._matches.previous,
            "down": self._cursor.down,
            "up": self._cursor.up,
            "page_down": self._cursor.page_down,
            "page_up": self._cursor.page_up,
            "first": self._cursor.first,
            "last": self._cursor.last,
            "left": self._cursor.left,
            "right": self._cursor.right,
            "next_word": self._cursor.next_word,
            "previous_word": self._cursor.previous_word,
            "next_sentence": self._cursor.next_sentence,
            "previous_sentence": self._cursor.previous_sentence,
            "next_paragraph": self._cursor.next_paragraph,
            "previous_paragraph": self._cursor.previous_paragraph,
            "select": self._selector.by_character,
            "select_sentence": self._selector.by_sentence,
            "grow_sentence": self._selector.grow_to_sentence,
            "grow_paragraph": self._selector.grow_to_paragraph,
            "note": self._annotating.note,
            "tag": self._annotating.tag,
            "mark": self._annotating.mark,
            "quick_tag": self._annotating.quick_tag,
            "tag_article": self._annotating.tag_article,
            "delete": self._annotating.delete,
            "copy": self._copying.copy,
            "cite": self._copying.cite,
            "next_annotation": self._annotations.next,
            "previous_annotation": self._annotations.previous,
            "notes": self._annotations.toggle,
            "tags": self._others.tags,
            "review": self._others.review,
            "carriers": self._others.carriers,
        }

    def compose(self) -> ComposeResult:
        """Put the panes side by side, the list beside them, the status below."""
        with Panes(id="panes"):
            yield from self.panes
            yield self.listing
        yield TwinStrip()
        yield PassageCard()
        yield Static(id="status")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the text at once, where it was left, and compare."""
        self.listing.display = False
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
                self._others.go_to_place(self._goes_to)
            self._others.tell_of_review()
            self.drafts.recover()

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
        self._annotations.fill()
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

    # What several parts end with

    def keep_in_sight(self) -> None:
        """Show the place of the cursor, scrolling no more than that takes."""
        self.show_place()
        self.view.keep_cursor_visible()

    def show_saved(self, saved: bool | None, said: str = "Saved.") -> None:
        """Show what was saved, if it was; the selection has served, and a review goes on."""
        if saved:
            self.reading.selection = None
            self.reload()
            self.tell(said)
            self._others.go_on_reviewing()

    def place_anew(self, placed: Placed) -> None:
        """Let the annotation stand on what will be selected once that is kept."""
        self._extent.place_anew(placed)

    # What widgets tell

    def on_annotation_list_left(self) -> None:
        """Close the list."""
        self._annotations.toggle()

    def on_annotation_list_chosen(self, event: AnnotationList.Chosen) -> None:
        """Go to an annotation chosen in the list."""
        self._annotations.go_to(event.placed)

    # Keys that mean two things

    def action_swap_ends(self) -> None:
        """Move the other end of the selection from now on; without one, open the overview."""
        if self.reading.selection is not None:
            self._selector.swap_ends()
        else:
            self._others.open_overview()

    def action_align(self) -> None:
        """Keep the edges that are being moved; else bring all copies to one row."""
        if self.reading.edging is not None:
            self._extent.keep()
        else:
            super().action_align()

    def action_edges(self) -> None:
        """Keep the edges that are being moved; else take up those of the annotation meant."""
        if self.reading.edging is not None:
            self._extent.keep()
        else:
            self._extent.take_up()

    def action_back(self) -> None:
        """Leave what is being selected; else go back."""
        if not self._selector.drop():
            super().action_back()

    def action_escape(self) -> None:
        """Close the topmost of: selection, card, list, search; or stop comparing."""
        if self._selector.drop() or self.close_card():
            return
        if not (self._annotations.close() or self._matches.end() or self.end_pair()):
            self.stop_comparing()
