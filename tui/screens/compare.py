"""The compare view: the articles of a story side by side."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Footer, Static

from storage.evidence import compare_articles
from storage.library import Library
from storage.records import Article, Story
from storage.visible import visible_line
from textreuse import Comparison
from tui.bindings import screen_bindings
from tui.keys import Where
from tui.marks import current_marks, marks
from tui.reading import Reading
from tui.screens.annotating import Annotating
from tui.screens.exporting import ask_where_to_export
from tui.screens.moving import Moving
from tui.status import status
from tui.widgets.annotation_list import AnnotationList
from tui.widgets.article_pane import ArticlePane
from tui.widgets.article_view import ArticleView

PANE_WIDTH = 47
"""Cells that a pane needs for 40 characters of text beside its gutter and scroll bar."""
MOST_PANES = 4
LIST_WIDTH = 34
_AT_ONCE = 30_000
"""Words that are compared before the first frame; more are compared while the user reads."""


class CompareScreen(Moving, Annotating):
    """Shows as many panes as fit; the others come in sight as the focus goes to them."""

    CSS_PATH = "compare.tcss"
    BINDINGS: ClassVar[list[BindingType]] = screen_bindings("compare")
    place: ClassVar[Where] = "compare"

    def __init__(self, library: Library, story: Story) -> None:
        super().__init__(library)
        self.story = story
        articles = library.articles.all(story.articles)
        self.reading = Reading(story, articles)
        self._first_pane = 0
        self._panes = [
            ArticlePane(letter, article, page, index)
            for index, (letter, article, page) in enumerate(
                zip(self.reading.letters, articles, self.reading.pages, strict=True)
            )
        ]

    def compose(self) -> ComposeResult:
        """Put the panes side by side, the list beside them, the status below."""
        with Horizontal(id="panes"):
            yield from self._panes
            yield AnnotationList()
        yield Static(id="status")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show the text at once; compare now if that is quick, else while the user reads."""
        self.query_one(AnnotationList).display = False
        self.reload()
        articles = self.reading.articles
        if sum(article.words for article in articles) <= _AT_ONCE:
            self._take(_compared(articles))
        else:
            self._compare_meanwhile(articles)
        self._focus_pane()

    def _compare_meanwhile(self, articles: Sequence[Article]) -> None:
        app = self.app

        def compare() -> None:
            comparison = _compared(articles)
            if app.is_running:
                app.call_from_thread(self._take, comparison)

        # A daemon, so that the user can leave before it is done.
        threading.Thread(target=compare, daemon=True).start()

    def _take(self, comparison: Comparison) -> None:
        if not self.is_attached:
            return  # the user has left meanwhile
        self.reading.comparison = comparison
        for pane in self._panes:
            pane.show_shares(comparison)
        self.show()

    # Showing

    def reload(self) -> None:
        """Show the annotations as the library has them now."""
        with self.telling_errors():
            self.reading.place(
                self.library.annotations.on(article.id for article in self.reading.articles)
            )
        texts = [article.text for article in self.reading.articles]
        listing = self.query_one(AnnotationList)
        listing.show(self.reading.placed, self.reading.letters, texts)
        self.show()

    def shown(self) -> object:
        """Return the annotations of the story."""
        return self.reading.placed

    def show(self) -> None:
        """Draw all marks anew, and where the reader is."""
        for view in self.views:
            view.set_marks(marks(self.reading, view.article))
        self.show_place()

    def show_place(self) -> None:
        """Draw the current passage, the cursors and the status."""
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
        line = Content(visible_line(status(reading)))
        self.query_one("#status", Static).update(line, layout=False)

    @property
    def views(self) -> list[ArticleView]:
        """The texts, in the order of the story."""
        return [pane.view for pane in self._panes]

    @property
    def view(self) -> ArticleView:
        """The text that has the focus."""
        return self.views[self.reading.focus]

    # Panes

    def on_resize(self) -> None:
        """Show as many panes as now fit."""
        self._show_panes()

    def _focus_pane(self) -> None:
        """Bring the pane of the cursor in sight and give it the keys."""
        self._show_panes()
        self.view.focus()

    def _show_panes(self) -> None:
        """Show the pane of the cursor, and as many others as fit."""
        panes = self._panes
        listing = self.query_one(AnnotationList)
        room = self.size.width - (LIST_WIDTH if listing.display else 0)
        columns = max(1, min(MOST_PANES, len(panes), room // PANE_WIDTH))
        focus = self.reading.focus
        first = min(max(self._first_pane, focus - columns + 1), focus)
        self._first_pane = max(0, min(first, len(panes) - columns))
        for index, pane in enumerate(panes):
            visible = self._first_pane <= index < self._first_pane + columns
            if pane.display != visible:
                pane.display = visible
            pane.set_class(index == focus, "-active")

    def _went(self) -> None:
        """Follow the cursor after it moved to another place, maybe in another pane."""
        self._focus_pane()
        self.show_place()

    def action_next_pane(self) -> None:
        """Go to the next pane, round the end."""
        self._go_to_pane((self.reading.focus + 1) % len(self.reading.articles))

    def action_previous_pane(self) -> None:
        """Go to the previous pane, round the start."""
        self._go_to_pane((self.reading.focus - 1) % len(self.reading.articles))

    def action_pane(self, number: int) -> None:
        """Go to the pane of that number, counted from 1."""
        if number <= len(self.reading.articles):
            self._go_to_pane(number - 1)

    def _go_to_pane(self, article: int) -> None:
        self.reading.move_to(article, self.reading.cursors[article])
        self._went()

    # Mouse

    def on_article_view_clicked(self, event: ArticleView.Clicked) -> None:
        """Put focus and cursor where the mouse was clicked."""
        self.reading.move_to(event.view.article, event.offset)
        self._went()

    # Passages

    def action_next_passage(self) -> None:
        """Go to the next passage."""
        self._step(1)

    def action_previous_passage(self) -> None:
        """Go to the previous passage."""
        self._step(-1)

    def _step(self, direction: int) -> None:
        found = self.reading.step(direction)
        if found is None:
            self.tell("These articles share no passage.")
            return
        _, wrapped = found
        if wrapped:
            self.tell("Round to the first passage." if direction > 0 else "Round to the last.")
        self._arrived()

    def action_twin(self) -> None:
        """Jump to the next copy of the passage under the cursor."""
        if self.reading.twin() is None:
            self.tell("There is no shared passage under the cursor.")
        else:
            self._arrived()

    def action_align(self) -> None:
        """Bring every copy of the passage under the cursor to the same row."""
        reading = self.reading
        group = reading.group_here()
        if group is None:
            self.tell("There is no shared passage under the cursor.")
            return
        reading.current = group
        copies = reading.copies(group)
        views = self.views
        for article in copies:
            if not views[article].is_on_screen:
                # It will be as wide as the panes in sight once it comes among them.
                views[article].lay_out(self.view.text_width)
        # No text can be drawn lower than it begins, so the least room above decides.
        wanted = self.view.cursor_row - round(self.view.scroll_target_y)
        row = min([wanted, *(views[one].rows_above(span.start) for one, span in copies.items())])
        for article, span in copies.items():
            views[article].place(span.start, max(0, row))
            if article != reading.focus:
                reading.cursors[article] = span.start
        self.show_place()

    def _arrived(self) -> None:
        """Show the passage that the cursor was put on."""
        self._focus_pane()
        self.show_place()
        self.view.centre(self.reading.cursor)

    def action_cycle(self) -> None:
        """Take the next of the things that overlap under the cursor."""
        self.reading.cycle()
        self.show_cursors()

    # The rest

    def action_export(self) -> None:
        """Export the story."""
        ask_where_to_export(self, self.story, self.reading.comparison)

    def action_escape(self) -> None:
        """Drop the selection, else close the list."""
        if self.reading.selection is not None:
            self.reading.selection = None
            self.show_cursors()
        elif self.query_one(AnnotationList).display:
            self.action_notes()

    def action_notes(self) -> None:
        """Show the list of annotations, or close it."""
        listing = self.query_one(AnnotationList)
        listing.display = not listing.display
        self._focus_pane()
        if listing.display:
            placed = self.reading.placed_here()
            if placed is not None:
                listing.highlight(placed)
            listing.focus()

    def on_annotation_list_chosen(self, event: AnnotationList.Chosen) -> None:
        """Go to an annotation chosen in the list."""
        self.reading.go_to(event.placed)
        self._arrived()


def _compared(articles: Sequence[Article]) -> Comparison:
    comparison = compare_articles(articles)
    _ = comparison.groups  # made here, where it may take its time
    return comparison
