"""Selecting and annotating in the compare view."""

from __future__ import annotations

from typing import Literal

from storage.errors import CopydeskError
from storage.tag_names import clean_tags
from textreuse import Span
from tui.placed import Placed
from tui.screens.line_prompt import LastTagSuggester, LinePrompt
from tui.screens.note_editor import NoteEditor
from tui.screens.surveying import Surveying
from tui.widgets.annotation_list import AnnotationList


class Annotating(Surveying):
    """The part of the compare view that selects, and writes annotations to the library."""

    # Selecting

    def action_select(self) -> None:
        """Begin a selection by characters."""
        self.reading.select(by_sentence=False)
        self.show_cursors()

    def action_select_sentence(self) -> None:
        """Begin a selection by sentences."""
        self.reading.select(by_sentence=True)
        self.show_cursors()

    def action_swap_ends(self) -> None:
        """Move the other end of the selection from now on; without one, open the overview."""
        selection = self.reading.selection
        if selection is None:
            self.open_overview()
            return
        selection.swap_ends()
        self.reading.cursors[self.reading.focus] = selection.cursor
        self.show_cursors()

    def action_grow_sentence(self) -> None:
        """Grow the selection to whole sentences."""
        self._grow("sentence")

    def action_grow_paragraph(self) -> None:
        """Grow the selection to whole paragraphs."""
        self._grow("paragraph")

    def _grow(self, unit: Literal["sentence", "paragraph"]) -> None:
        selection = self.reading.selection
        if selection is None:
            self.tell(self.spelled("Nothing is selected; {select} or {select_sentence} begins."))
        else:
            selection.grow(unit)
            self.reading.cursors[self.reading.focus] = selection.cursor
            self.show_cursors()

    # Annotating

    def action_note(self) -> None:
        """Write a note on what is selected, or edit that of the annotation under the cursor."""
        placed, span = self._chosen()
        if placed is not None:
            known = placed.annotation
            editor = NoteEditor(
                self._words(placed.span),
                known.note,
                lambda text: self._keep_note(known.id, text),
            )
        elif span is not None:
            target = span
            editor = NoteEditor(self._words(target), "", lambda text: self._new(target, note=text))
        else:
            self.tell("There is no text to annotate.")
            return
        self.app.push_screen(editor, self._after_saving)

    def action_tag(self) -> None:
        """Tag what is selected, or change the tags of the annotation under the cursor."""
        placed, span = self._chosen()
        if placed is None and span is None:
            self.tell("There is no text to annotate.")
            return
        tags: list[str] = []
        with self.telling_errors():
            tags = self.library.tags.in_use()

        def accept(line: str) -> None:
            chosen = clean_tags([line])
            if placed is not None:
                self.library.annotations.set_tags(placed.annotation.id, chosen)
            elif span is not None and chosen:
                self._new(span, tags=chosen)
            elif span is not None:
                raise CopydeskError("Write at least one tag, or leave with esc.")

        hint = "Several tags are parted by commas; → takes the completion, enter saves."
        if tags:
            hint += f"\nIn use: {', '.join(tags[:12])}"
        value = ", ".join(placed.annotation.tags) if placed else ""
        self.app.push_screen(
            LinePrompt("Tags", hint, value, accept, LastTagSuggester(tags)), self._after_saving
        )

    def action_mark(self) -> None:
        """Mark what is selected, without tag or note."""
        placed, span = self._chosen()
        if placed is not None:
            self.tell("This is marked already.")
        elif span is not None:
            with self.telling_errors():
                self._new(span)
                self._after_saving(True)

    def action_delete(self) -> None:
        """Delete the annotation that is chosen."""
        placed = self._placed_chosen()
        if placed is None:
            self.tell("There is no annotation under the cursor.")
            return
        with self.telling_errors():
            self.library.annotations.delete(placed.annotation.id)
            self.reload()
            self.tell(self.spelled("Deleted; {undo} brings it back."))

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

    def _chosen(self) -> tuple[Placed | None, Span | None]:
        """Return the annotation to change, or else the text for a new one."""
        placed = self._placed_chosen()
        return (placed, None) if placed else (None, self.reading.to_annotate())

    def _placed_chosen(self) -> Placed | None:
        """Return the annotation highlighted in the list, if one is there, or under the cursor."""
        listing = self.query_one(AnnotationList)
        if listing.has_focus:
            return listing.current
        return self.reading.placed_here() if self.reading.selection is None else None

    def _words(self, span: Span) -> str:
        return self.reading.articles[span.article].text[span.start : span.end]

    def _new(self, span: Span, note: str = "", tags: list[str] | None = None) -> None:
        targets = [self.reading.target(one) for one in (span, *self._copies(span))]
        self.library.annotations.create(targets, note, tags or [])

    def _copies(self, span: Span) -> list[Span]:
        """Return where else an annotation of `span` goes: the configuration says whether."""
        if self.app.configuration.notes == "here" or self.reading.selection is not None:
            return []
        group = self.reading.group_here()
        if group is None or span not in group.spans:
            return []
        return [other for other in group.spans if other != span]

    def _keep_note(self, annotation: str, note: str) -> None:
        self.library.annotations.set_note(annotation, note)

    def _after_saving(self, saved: bool | None) -> None:
        if saved:
            self.reading.selection = None
            self.reload()
            self.tell("Saved.")
