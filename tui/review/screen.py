"""Walking through the annotations whose text has changed, or is gone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from storage.anchoring.anchors import make_anchor
from storage.anchoring.located_targets import LocatedTarget
from storage.library import Library
from storage.models import Article, Target
from storage.wording.terminal_text import reveal_line, reveal_stretch
from tui.base.command_screen import CommandScreen
from tui.keys.bindings import bind_screen
from tui.keys.table import Where
from tui.review.review import PlaceAnew, Review, choose_for_review, describe_change
from tui.story.placed_annotations import place_annotations
from tui.widgets.key_line import KeyLine


class ReviewScreen(CommandScreen):
    """Shows one at a time: the words as they were, as they are, and what can be done.

    It is dismissed with `PlaceAnew` where the reader wants to select the text, else with None.
    """

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bind_screen("review")
    place: ClassVar[Where] = "review"

    def __init__(
        self, library: Library, articles: Sequence[Article], letters: Sequence[str]
    ) -> None:
        super().__init__(library)
        self._articles = articles
        self._letters = letters
        self._pending: list[LocatedTarget] = []
        self._at = 0

    def compose(self) -> ComposeResult:
        """Put the head over the words."""
        yield Static(id="review--head")
        with VerticalScroll(id="review--body", can_focus=False):
            yield Static(id="review--was")
            yield Static(id="review--now")
            yield Static(id="review--note")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the first."""
        self.reload()

    def reload(self) -> None:
        """Show what is to be reviewed as the library has it now."""
        with self.tell_errors():
            ids = [article.id for article in self._articles]
            self._pending = choose_for_review(
                place_annotations(self.library.annotations.find_on(ids), self._articles)
            )
            self._show()

    def snapshot(self) -> object:
        """Return what is to be reviewed."""
        return list(self._pending)

    # Walking

    def action_down(self) -> None:
        """Go to the next."""
        self._step(1)

    def action_up(self) -> None:
        """Go to the one before."""
        self._step(-1)

    def _step(self, direction: int) -> None:
        if self._pending:
            self._at = (self._at + direction) % len(self._pending)
            self._show()

    # Deciding

    def action_accept(self) -> None:
        """Let the annotation stand on what was found."""
        one = self._find_here()
        if one is None:
            return
        if not one.stands:
            self.tell(
                self.spell_keys(
                    "No similar text. {place_anew}: select · {keep_orphan}: keep without text"
                )
            )
            return
        with self.tell_errors():
            anchor = make_anchor(one.article.text, one.span.start, one.span.end)
            self.library.annotations.place_anew(
                one.annotation.id, one.number, Target(one.article.id, anchor)
            )
            self._finish("Accepted. {undo}: undo")

    def action_place_anew(self) -> None:
        """Go and select where it stands."""
        one = self._find_here()
        if one is not None:
            self.dismiss(PlaceAnew(one))

    def action_keep_orphan(self) -> None:
        """Leave it without its text; it keeps its quote and note."""
        one = self._find_here()
        if one is None:
            return
        if one.stands:
            self.tell(
                self.spell_keys(
                    "Its text was found. {accept}: accept · {place_anew}: select another"
                )
            )
            return
        with self.tell_errors():
            self.library.annotations.keep_orphan(one.annotation.id, one.number)
            self._finish("Kept without its text. {undo}: undo")

    def action_delete(self) -> None:
        """Delete the annotation."""
        one = self._find_here()
        if one is not None:
            with self.tell_errors():
                self.library.annotations.delete(one.annotation.id)
                self._finish("Deleted. {undo}: undo")

    def _finish(self, sentence: str) -> None:
        self.reload()
        self.tell(self.spell_keys(sentence))

    def _find_here(self) -> LocatedTarget | None:
        return self._pending[self._at] if self._pending else None

    def action_back(self) -> None:
        """Close the review."""
        self.dismiss(None)

    # Showing

    def _show(self) -> None:
        self._at = min(self._at, max(0, len(self._pending) - 1))
        one = self._find_here()
        if one is not None:
            parts = self._describe(describe_change(one))
        else:
            nothing = self.spell_keys("Nothing left to review. {escape}: back")
            parts = Content(nothing), Content(), Content(), Content()
        names = "head", "was", "now", "note"
        for name, content in zip(names, parts, strict=True):
            self.query_one(f"#review--{name}", Static).update(content)

    def _describe(self, shown: Review) -> tuple[Content, Content, Content, Content]:
        placed, anchor = shown.placed, shown.placed.target.anchor
        letter = self._letters[placed.span.article]
        state = f"changed, {placed.score:.0f}% the same" if placed.stands else "text gone"
        head = f"review {self._at + 1} of {len(self._pending)} · {letter} {placed.article.name}"
        was = Content.assemble(
            ("Before\n", "bold"),
            (reveal_stretch(anchor.prefix), "dim"),
            (reveal_stretch(anchor.quote), "underline"),
            (reveal_stretch(anchor.suffix), "dim"),
        )
        parts: list[Content | tuple[str, str] | str] = []
        for before, after in shown.changes:
            if before == after:
                parts.append(reveal_stretch(before))
                continue
            if before:
                parts.append((f"[-{reveal_stretch(before)}-]", "$text-error strike"))
            if after:
                parts.append((f"{{+{reveal_stretch(after)}+}}", "bold"))
        if placed.stands:
            now = Content.assemble(
                ("Now, with [-removed-] and {+added+}\n", "bold"),
                (reveal_stretch(shown.before), "dim"),
                *parts,
                (reveal_stretch(shown.after), "dim"),
            )
        else:
            now = Content("No similar text in the article now.")
        tags = " ".join(f"#{tag}" for tag in placed.annotation.tags)
        said = "\n".join(part for part in (tags, placed.annotation.note) if part)
        note = Content.assemble(("Note\n", "bold"), reveal_line(said)) if said else Content("")
        return Content(reveal_line(f"{head} · {state}")), was, now, note
