"""Annotating in the compare view: notes, tags, marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from storage.anchoring.located_targets import LocatedTarget
from storage.errors import ConflictError, CopydeskError, NotFoundError
from storage.findings import Finding
from storage.models import Target
from storage.tables.tag_names import clean_tags
from storage.wording.quoted import quote_words
from storage.wording.terminal_text import reveal_line, shorten
from textreuse import Span
from tui.base.parts import Actions
from tui.compare.choose import choose, choose_annotation, tell_of_none
from tui.compare.host import CompareHost
from tui.compare.subject import Subject, describe_article, describe_meant, describe_span
from tui.prompts.draft_keeper import DraftKeeper
from tui.prompts.note_editor import NoteEditor, Save
from tui.prompts.note_scope import NoteScope
from tui.prompts.offered_tags import OfferedTags
from tui.prompts.tag_prompt import ALONE, HINT, Accept, TagPrompt
from tui.story.finding_here import find_meant_finding, list_note_places, propose_note

_THEIRS = 24
"""Characters of a text that a message quotes."""


class Annotator:
    """Writes annotations to the library."""

    def __init__(self, screen: CompareHost) -> None:
        self._screen = screen
        self._reading = screen.reading
        self._library = screen.library

    @property
    def actions(self) -> Actions:
        """What its keys do."""
        names = ("note", "tag", "mark", "tag_article", "delete")
        return {name: getattr(self, name) for name in names} | {"quick_tag": self.give_quick_tag}

    def note(self) -> None:
        """Write a note on what is selected, or edit that of the annotation under the cursor.

        On a finding that was gone to, the evidence stands in it, and it goes on both its places.
        """
        placed, span = choose(self._screen)
        finding = find_meant_finding(self._reading) if placed is None else None
        if finding is not None:
            self._note_finding(finding)
            return
        if placed is not None:
            note, save = placed.annotation.note, self._prepare_change(placed)
            keeper = self._make_keeper(placed.annotation.id, placed.annotation.targets)
        elif span is not None:
            note, save = "", self._prepare_new(span)
            keeper = self._make_keeper(None, [self._reading.make_target(span)])
        else:
            return
        subject = describe_meant(self._reading, placed, span)
        scope = self._choose_scope(placed, span)
        editor = NoteEditor(subject.about, note, save, scope, keeper)
        self._screen.asking.ask(editor, self._screen.show_saved, subject.place)

    def _note_finding(self, finding: Finding) -> None:
        places = list_note_places(self._reading, finding)
        targets = [self._reading.make_target(span) for span in places]

        def save(text: str, every: bool) -> None:
            self._library.annotations.create(targets if every else targets[:1], text)

        subject = describe_span(self._reading, places[0])
        editor = NoteEditor(
            subject.about,
            "",
            save,
            NoteScope(len(targets), every=True),
            self._make_keeper(None, targets),
            proposed=propose_note(self._reading, finding),
        )
        self._screen.asking.ask(editor, self._screen.show_saved, subject.place)

    def tag(self) -> None:
        """Tag what is selected, or change the tags of the annotation under the cursor."""
        placed, span = choose(self._screen)
        if placed is None and span is None:
            return
        given = placed.annotation.tags if placed else ()

        def accept(line: str, every: bool) -> None:
            wanted = clean_tags([line])
            if placed is not None:
                self._library.annotations.change_tags(
                    placed.annotation.id,
                    add=[tag for tag in wanted if tag not in given],
                    remove=[tag for tag in given if tag not in wanted],
                    targets=self._targets_of(placed, every),
                )
            elif span is not None and wanted:
                self._make(span, every, tags=wanted)
            else:
                raise CopydeskError("Type at least one tag, or press Esc to cancel.")

        subject = describe_meant(self._reading, placed, span)
        self._ask_for_tags("Tags", subject, given, accept, self._choose_scope(placed, span))

    def mark(self) -> None:
        """Mark what is selected, without tag or note."""
        placed, span = choose(self._screen)
        if placed is not None:
            self._screen.tell("Already marked.")
        elif span is not None:
            with self._screen.tell_errors():
                self._make(span, self._choose_scope(None, span).every)
                self._screen.show_saved(True)

    def give_quick_tag(self, number: int) -> None:
        """Give the quick tag of that number to just what is meant."""
        placed, span = choose(self._screen)
        if placed is None and span is None:
            return
        with self._screen.tell_errors():
            name = self._library.quick_tags.get(self._screen.story.id).get(number)
            if name is None:
                self._ask_for_quick_tag(number, describe_meant(self._reading, placed, span))
                return
            if placed is None and span is not None:
                self._make(span, self._choose_scope(None, span).every, tags=[name])
                self._screen.show_saved(True, f"#{name}.")
            elif placed is not None:
                if name.casefold() in map(str.casefold, placed.annotation.tags):
                    edit = self._screen.spell_keys("{tag}: edit tags")
                    self._screen.tell(f"Already tagged #{name}. {edit}")
                    return
                self._library.annotations.change_tags(placed.annotation.id, add=[name])
                self._screen.show_saved(True, f"#{name}.")

    def _ask_for_quick_tag(self, number: int, subject: Subject) -> None:
        """Let a number stand for a tag from now on, and give that."""

        def accept(line: str, _every: bool) -> None:
            story = self._screen.keep_story()
            self._library.quick_tags.give(story.id, number, line.strip().rstrip(","))

        def give(accepted: bool | None) -> None:
            if accepted:
                self.give_quick_tag(number)

        hint = f"Quick tag {number} is not set. Which tag should it be in this story?"
        self._ask_for_tags(f"Quick tag {number}", subject, (), accept, ALONE, hint, give)

    def tag_article(self) -> None:
        """Change the tags of the whole article."""
        article = self._reading.articles[self._reading.focus]
        with self._screen.tell_errors():
            found = self._library.tags.find_on_articles([article.id], changeable=True)
            given = found.get(article.id, ())

            def accept(line: str, _every: bool) -> None:
                self._library.tags.set_on_article(article.id, clean_tags([line]))

            subject = describe_article(self._reading, self._reading.focus)
            self._ask_for_tags("Tags for the article", subject, given, accept, of_articles=True)

    def _ask_for_tags(
        self,
        title: str,
        subject: Subject,
        given: Sequence[str],
        accept: Accept,
        scope: NoteScope = ALONE,
        hint: str = HINT,
        then: Callable[[bool | None], None] | None = None,
        *,
        of_articles: bool = False,
    ) -> None:
        with self._screen.tell_errors():
            story = self._screen.story.id
            offered = OfferedTags.load(self._library, story, of_articles=of_articles)
            prompt = TagPrompt(title, subject.about, given, accept, offered, scope, hint)
            self._screen.asking.ask(prompt, then or self._screen.show_saved, subject.place)

    def delete(self) -> None:
        """Delete the annotation that is chosen, with all its places."""
        placed = choose_annotation(self._screen)
        if placed is None:
            tell_of_none(self._screen)
            return
        with self._screen.tell_errors():
            self._library.annotations.delete(placed.annotation.id)
            self._screen.reload()
            what = shorten(reveal_line(placed.quote), _THEIRS)
            back = self._screen.spell_keys("{undo}: undo")
            self._screen.tell(f"Deleted the annotation on {quote_words(what)}. {back}")

    # Where it is to stand

    def _choose_scope(self, placed: LocatedTarget | None, span: Span | None) -> NoteScope:
        """Return the choice between here and every copy; a new note follows the configuration."""
        if placed is not None:
            places = len(placed.annotation.targets)
            more = len(self._find_more_places(placed)) if placed.stands else 0
            return NoteScope(places + more, every=places > 1)
        places = 1 + len(self._reading.find_elsewhere(span)) if span is not None else 1
        every = (
            self._screen.app.configuration.notes == "every copy" and self._reading.selection is None
        )
        return NoteScope(places, every=every)

    def _find_more_places(self, placed: LocatedTarget) -> list[Span]:
        """Return where an annotation's words stand and it does not."""
        known = [
            one.span for one in self._reading.placed if one.annotation.id == placed.annotation.id
        ]
        return [
            span
            for span in self._reading.find_elsewhere(placed.span)
            if not any(span.overlap(one) for one in known)
        ]

    def _targets_of(self, placed: LocatedTarget, every: bool) -> Sequence[Target]:
        """Return where an annotation is to stand; nothing where that is left as it is."""
        known = placed.annotation.targets
        if every == (len(known) > 1):
            return ()
        if not every:
            return [known[placed.number]]
        return [*known, *map(self._reading.make_target, self._find_more_places(placed))]

    # Saving

    def _make(self, span: Span, every: bool, note: str = "", tags: Sequence[str] = ()) -> None:
        others = self._reading.find_elsewhere(span) if every else ()
        targets = [self._reading.make_target(one) for one in (span, *others)]
        self._library.annotations.create(targets, note, tags)

    def _prepare_new(self, span: Span) -> Save:
        return lambda text, every: self._make(span, every, note=text)

    def _prepare_change(self, placed: LocatedTarget) -> Save:
        before, gone = placed.annotation.note, False
        again = self._screen.keymap.spell_key("note editor", "save")

        def save(text: str, every: bool) -> None:
            nonlocal before, gone
            annotations = self._library.annotations
            targets = self._targets_of(placed, every)
            try:
                annotations.set_note(placed.annotation.id, text, before=before, targets=targets)
            except ConflictError as error:
                before = annotations.get(placed.annotation.id).note
                theirs = shorten(reveal_line(before), _THEIRS)
                raise ConflictError(
                    f"Another window has saved “{theirs}”."
                    f" Press {again} again to replace it with yours."
                ) from error
            except NotFoundError as error:
                if gone:
                    self._library.annotations.create(placed.annotation.targets, text)
                    return
                gone = True
                raise NotFoundError(
                    f"{error} Press {again} again to save it as a new one."
                ) from error

        return save

    def _make_keeper(self, annotation: str | None, targets: Sequence[Target]) -> DraftKeeper:
        drafts = self._library.note_drafts
        draft = drafts.begin(self._screen.story.id, annotation, targets, "")
        return DraftKeeper(drafts, draft, self._screen.keep_story)
