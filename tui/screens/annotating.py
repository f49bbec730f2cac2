"""Annotating in the compare view: notes, tags, marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from storage.errors import ConflictError, CopydeskError, NotFoundError
from storage.records import Target
from storage.tag_names import clean_tags
from storage.visible import shortened, visible_line
from textreuse import Span
from tui.keeping import DraftKeeper
from tui.placed import Placed
from tui.scope import Scope
from tui.screens.note_editor import NoteEditor, Save
from tui.screens.selecting import Selecting
from tui.screens.tag_prompt import ALONE, HINT, Accept, TagPrompt
from tui.widgets.annotation_list import AnnotationList

_THEIRS = 24
"""Characters of a text that a message quotes."""


class Annotating(Selecting):
    """The part of the compare view that writes annotations to the library."""

    def action_note(self) -> None:
        """Write a note on what is selected, or edit that of the annotation under the cursor."""
        placed, span = self.chosen()
        if placed is not None:
            known = placed.annotation
            keeper = self._keeper(known.id, known.targets)
            scope = self._scope(placed, None)
            self._edit(known.note, self._changing(placed), scope, keeper, self.quote(placed))
        elif span is not None:
            keeper = self._keeper(None, [self.reading.target(span)])
            scope = self._scope(None, span)
            self._edit("", self._making(span), scope, keeper, self.words_at(span))

    def _edit(self, note: str, save: Save, scope: Scope, keeper: DraftKeeper, quote: str) -> None:
        self.app.push_screen(NoteEditor(quote, note, save, scope, keeper), self.after_saving)

    def action_tag(self) -> None:
        """Tag what is selected, or change the tags of the annotation under the cursor."""
        placed, span = self.chosen()
        if placed is None and span is None:
            return
        given = placed.annotation.tags if placed else ()

        def accept(line: str, every: bool) -> None:
            wanted = clean_tags([line])
            if placed is not None:
                self.library.annotations.change_tags(
                    placed.annotation.id,
                    add=[tag for tag in wanted if tag not in given],
                    remove=[tag for tag in given if tag not in wanted],
                    targets=self._targets_of(placed, every),
                )
            elif span is not None and wanted:
                self._make(span, every, tags=wanted)
            else:
                raise CopydeskError("Write at least one tag, or leave with esc.")

        self._ask_for_tags("Tags", given, accept, self._scope(placed, span))

    def action_mark(self) -> None:
        """Mark what is selected, without tag or note."""
        placed, span = self.chosen()
        if placed is not None:
            self.tell("This is marked already.")
        elif span is not None:
            with self.telling_errors():
                self._make(span, self._scope(None, span).every)
                self.after_saving(True)

    def action_quick_tag(self, number: int) -> None:
        """Give the quick tag of that number, or take it away where it is."""
        placed, span = self.chosen()
        if placed is None and span is None:
            return
        with self.telling_errors():
            name = self.library.quick_tags.of(self.story.id).get(number)
            if name is None:
                self._ask_for_quick_tag(number)
                return
            if placed is None and span is not None:
                self._make(span, self._scope(None, span).every, tags=[name])
                self.after_saving(True, f"#{name}.")
            elif placed is not None:
                has = name.casefold() in map(str.casefold, placed.annotation.tags)
                self.library.annotations.change_tags(
                    placed.annotation.id, add=[] if has else [name], remove=[name] if has else []
                )
                self.after_saving(True, f"No longer #{name}." if has else f"#{name}.")

    def _ask_for_quick_tag(self, number: int) -> None:
        """Let a number stand for a tag from now on, and give that."""

        def accept(line: str, _every: bool) -> None:
            self.library.quick_tags.give(self.story.id, number, line.strip().rstrip(","))

        def given(accepted: bool | None) -> None:
            if accepted:
                self.action_quick_tag(number)

        hint = f"Quick tag {number} has no tag yet; which one is it in this story?"
        self._ask_for_tags(f"Quick tag {number}", (), accept, ALONE, hint, given)

    def action_tag_article(self) -> None:
        """Change the tags of the whole article."""
        article = self.reading.articles[self.reading.focus]
        with self.telling_errors():
            given = self.library.tags.of_articles([article.id]).get(article.id, ())

            def accept(line: str, _every: bool) -> None:
                self.library.tags.set_on_article(article.id, clean_tags([line]))

            letter = self.reading.letters[self.reading.focus]
            self._ask_for_tags(f"Tags of article {letter}", given, accept)

    def _ask_for_tags(
        self,
        title: str,
        given: Sequence[str],
        accept: Accept,
        scope: Scope = ALONE,
        hint: str = HINT,
        then: Callable[[bool | None], None] | None = None,
    ) -> None:
        with self.telling_errors():
            tags = self.library.tags.in_use()
            quick = self.library.quick_tags.of(self.story.id)
            prompt = TagPrompt(title, given, accept, tags, quick, scope, hint)
            self.app.push_screen(prompt, then or self.after_saving)

    def action_delete(self) -> None:
        """Delete the annotation that is chosen, with all its places."""
        placed = self.placed_chosen()
        if placed is None:
            self.tell_of_none()
            return
        with self.telling_errors():
            self.library.annotations.delete(placed.annotation.id)
            self.reload()
            what = shortened(visible_line(self.quote(placed)), _THEIRS)
            back = self.spelled("{undo} brings it back.")
            self.tell(f"Deleted the annotation on “{what}”; {back}")

    # What is annotated, or copied

    def chosen(self) -> tuple[Placed | None, Span | None]:
        """Return the annotation that is meant, or else the text; says if there is neither."""
        placed = self.placed_chosen()
        span = None if placed else self.reading.to_annotate()
        if self.reading.edging is not None:
            self.tell(self.spelled("First the edges: {align} keeps them, {escape} leaves them."))
            return None, None
        if placed is None and span is None:
            self.tell("There is no text here.")
        return placed, span

    def tell_of_none(self) -> None:
        """Say why there is no annotation to change."""
        if self.reading.selection is not None:
            self.tell(self.spelled("Text is being selected; {escape} leaves that first."))
        else:
            self.tell("There is no annotation under the cursor.")

    def placed_chosen(self) -> Placed | None:
        """Return the annotation highlighted in the list, if one is there, or under the cursor."""
        listing = self.query_one(AnnotationList)
        if listing.has_keys:
            return listing.current
        return self.reading.placed_here() if self.reading.selection is None else None

    def words_at(self, span: Span) -> str:
        """Return the text of a place."""
        return self.reading.articles[span.article].text[span.start : span.end]

    def quote(self, placed: Placed) -> str:
        """Return the words of an annotation; of an orphan, what they were."""
        if placed.stands:
            return self.words_at(placed.span)
        return placed.annotation.targets[placed.number].anchor.quote

    def _scope(self, placed: Placed | None, span: Span | None) -> Scope:
        """Return the choice between here and every copy; a new note follows the configuration."""
        if placed is not None:
            places = len(placed.annotation.targets)
            more = len(self._more_places(placed)) if placed.stands else 0
            return Scope(places + more, every=places > 1)
        places = 1 + len(self.reading.elsewhere(span)) if span is not None else 1
        every = self.app.configuration.notes == "every copy" and self.reading.selection is None
        return Scope(places, every=every)

    def _more_places(self, placed: Placed) -> list[Span]:
        """Return where an annotation's words stand and it does not."""
        known = [
            one.span for one in self.reading.placed if one.annotation.id == placed.annotation.id
        ]
        return [
            span
            for span in self.reading.elsewhere(placed.span)
            if not any(span.overlap(one) for one in known)
        ]

    def _targets_of(self, placed: Placed, every: bool) -> Sequence[Target]:
        """Return where an annotation is to stand; nothing where that is left as it is."""
        known = placed.annotation.targets
        if every == (len(known) > 1):
            return ()
        if not every:
            return [known[placed.number]]
        return [*known, *map(self.reading.target, self._more_places(placed))]

    # Saving

    def _make(self, span: Span, every: bool, note: str = "", tags: Sequence[str] = ()) -> None:
        others = self.reading.elsewhere(span) if every else ()
        targets = [self.reading.target(one) for one in (span, *others)]
        self.library.annotations.create(targets, note, tags)

    def _making(self, span: Span) -> Save:
        return lambda text, every: self._make(span, every, note=text)

    def _changing(self, placed: Placed) -> Save:
        before, gone = placed.annotation.note, False
        again = self.keymap.shown("note editor", "save")

        def save(text: str, every: bool) -> None:
            nonlocal before, gone
            annotations = self.library.annotations
            targets = self._targets_of(placed, every)
            try:
                annotations.set_note(placed.annotation.id, text, before=before, targets=targets)
            except ConflictError as error:
                before = annotations.get(placed.annotation.id).note
                theirs = shortened(visible_line(before), _THEIRS)
                raise ConflictError(
                    f"Another window wrote “{theirs}” meanwhile;"
                    f" {again} once more puts yours there."
                ) from error
            except NotFoundError as error:
                if gone:
                    self.library.annotations.create(placed.annotation.targets, text)
                    return
                gone = True
                raise NotFoundError(f"{error} {again} once more saves it as a new one.") from error

        return save

    def _keeper(self, annotation: str | None, targets: Sequence[Target]) -> DraftKeeper:
        drafts = self.library.drafts
        return DraftKeeper(drafts, drafts.begun(self.story.id, annotation, targets, ""))

    def after_saving(self, saved: bool | None, said: str = "Saved.") -> None:
        """Show what was saved; the selection has served."""
        if saved:
            self.reading.selection = None
            self.reload()
            self.tell(said)
