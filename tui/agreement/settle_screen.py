"""Settling what two coders disagree on, one place after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from storage.agreement.differences import (
    CodedPair,
    Difference,
    collect_codings,
    compare_coders,
)
from storage.anchoring.anchors import make_anchor
from storage.coder import name_coder
from storage.errors import CopydeskError
from storage.library import Library
from storage.tables.decisions import SETTLED, Choice, Coding
from storage.tables.tag_names import clean_tags
from storage.tables.variables import find_variable
from storage.wording.plural import pluralize
from storage.wording.terminal_text import reveal_line, reveal_stretch
from tui.base.command_screen import CommandScreen
from tui.keys.bindings import bind_screen
from tui.keys.table import Where
from tui.prompts.about import About
from tui.prompts.offered_tags import OfferedTags
from tui.prompts.tag_prompt import TagPrompt
from tui.widgets.key_line import KeyLine

_CONTEXT = 300
"""Code points of an article that are shown before and behind the place."""


class SettleScreen(CommandScreen):
    """Shows one disagreement at a time, the text as each coder has it side by side."""

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bind_screen("settle")
    place: ClassVar[Where] = "settle"

    def __init__(self, library: Library, first: str, second: str) -> None:
        super().__init__(library)
        self._coders = first, second
        self._pair: CodedPair | None = None
        self._open: list[Difference] = []
        self._not_taken: list[Coding] = []
        self._at = 0

    def compose(self) -> ComposeResult:
        """Put the head over both sides."""
        yield Static(id="settle-head")
        with Horizontal(id="settle-sides"):
            for side in ("first", "second"):
                with VerticalScroll(classes="settle--side", can_focus=False):
                    yield Static(id=f"settle-{side}")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the first."""
        self.reload()

    def reload(self) -> None:
        """Show what is to be settled as the library has it now."""
        with self.tell_errors():
            library = self.library
            ids = [one.id for one in reversed(library.articles.list_all())]
            self._pair = compare_coders(library, library.articles.get_all(ids), *self._coders)
            settled = collect_codings(library, self._pair.articles, SETTLED)
            self._not_taken = self._pair.list_not_taken(settled)
            self._take_decisions()
        self._show()

    def _take_decisions(self) -> None:
        if self._pair is not None:
            self._open = self._pair.list_open(self.library.decisions.list_all())

    def snapshot(self) -> object:
        """Return what is to be settled, and what was not taken over."""
        return self._open, self._not_taken

    # Walking

    def action_down(self) -> None:
        """Go to the next."""
        self._step(1)

    def action_up(self) -> None:
        """Go to the one before."""
        self._step(-1)

    def _step(self, direction: int) -> None:
        if self._open:
            self._at = (self._at + direction) % len(self._open)
            self._show()

    # Deciding

    def action_take_first(self) -> None:
        """Take what the first coder says."""
        self._choose("first")

    def action_take_second(self) -> None:
        """Take what the second coder says."""
        self._choose("second")

    def action_take_both(self) -> None:
        """Take what both say."""
        self._choose("both")

    def action_take_neither(self) -> None:
        """Take nothing."""
        self._choose("neither")

    def _choose(self, chosen: Choice) -> None:
        one = self._find_here()
        if one is not None and chosen == "both" and self._has_two_values(one):
            self.tell("An article has one value of a variable; take the one, or the other.")
        elif one is not None:
            with self.tell_errors():
                self._settle(one, chosen, one.list_codings(chosen))
                self._finish("Settled. {undo}: undo")

    def _has_two_values(self, one: Difference) -> bool:
        """Tell whether each coder gave the article another value of one variable."""
        variables = self.library.tags.list_variables()
        tags = {tag for each in (*one.first, *one.second) for tag in each.tags}
        valued = [name for tag in tags if (name := find_variable(tag, variables)) is not None]
        return one.extent is None and len(valued) > len(set(valued))

    def action_edit(self) -> None:
        """Ask for tags, and give them to all that either marked."""
        one = self._find_here()
        if one is None:
            return
        given = list(dict.fromkeys(tag for each in one.list_codings("both") for tag in each.tags))

        def accept(line: str, _every: bool) -> None:
            tags = tuple(clean_tags([line]))
            if not tags:
                raise CopydeskError("Type at least one tag, or press Esc to cancel.")
            self._settle(one, "edited", _make_codings(one, tags))

        with self.tell_errors():
            offered = OfferedTags.load(self.library, of_articles=one.extent is None)
            about = About(one.article.title)
            prompt = TagPrompt("Settle as", about, given, accept, offered)
            self.app.push_screen(prompt, self.tell_if_changed("Settled. {undo}: undo"))

    def _settle(self, one: Difference, chosen: Choice, codings: Sequence[Coding]) -> None:
        assert self._pair is not None
        rest = [other for other in self._open if other.article.id == one.article.id]
        untaken = any(other.article == one.article.id for other in self._not_taken)
        decision = self._pair.make_decision(one, chosen, codings)
        is_last = len(rest) == 1 and not untaken
        self.library.decisions.settle(decision, codings, is_last=is_last)

    def action_take_agreed(self) -> None:
        """Take over what both coders agree on."""
        if self._pair is None or not self._not_taken:
            self.tell("All that both agree on is taken over.")
            return
        left = {one.article.id for one in self._open}
        done = [one.id for one in self._pair.articles if one.id not in left]
        count = len(self._not_taken)
        with self.tell_errors():
            self.library.decisions.take_agreed(self._not_taken, done)
            self._not_taken = []
            self._finish(f"{pluralize(count, 'agreed coding')} taken over. {{undo}}: undo")

    def _finish(self, sentence: str) -> None:
        """Show what is left; a decision changes no coding of the two."""
        self._take_decisions()
        self._show()
        self.tell(self.spell_keys(sentence))

    def _find_here(self) -> Difference | None:
        return self._open[self._at] if self._open else None

    # Showing

    def _show(self) -> None:
        self._at = min(self._at, max(0, len(self._open) - 1))
        one = self._find_here()
        agreed = pluralize(len(self._not_taken), "agreed coding")
        taken = self.spell_keys(f"{{take_agreed}}: take over {agreed}") if self._not_taken else ""
        if one is None:
            head = " · ".join(filter(None, ["Nothing left to settle.", taken]))
        else:
            where = f"disagreement {self._at + 1} of {len(self._open)} · {one.kind}"
            named = dict.fromkeys([one.article.outlet, one.article.title])
            head = " · ".join(filter(None, [where, *named, taken]))
        self.query_one("#settle-head", Static).update(Content(reveal_line(head)))
        for number, side in enumerate(("first", "second")):
            shown = Content("") if one is None else self._describe(one, number)
            self.query_one(f"#settle-{side}", Static).update(shown)

    def _describe(self, one: Difference, number: int) -> Content:
        codings = (one.first, one.second)[number]
        tags = [" ".join(f"#{tag}" for tag in each.tags) or "marked" for each in codings]
        notes = [reveal_line(each.note) for each in codings if each.note]
        name = reveal_line(name_coder(self._coders[number]))
        return Content.assemble(
            (f"{number + 1}  {name}\n", "bold"),
            reveal_line("  ·  ".join(tags)) if tags else ("nothing", "dim"),
            "\n",
            *(f"✎ {note}\n" for note in notes),
            "\n",
            *_mark_words(one, codings),
        )


def _make_codings(one: Difference, tags: tuple[str, ...]) -> list[Coding]:
    """Return a coding of all that either coder marked; of a whole article, one a tag."""
    extent = one.extent
    if extent is None:
        return [Coding(one.article.id, (tag,)) for tag in tags]
    return [Coding(one.article.id, tags, make_anchor(one.article.text, *extent))]


def _mark_words(one: Difference, codings: Sequence[Coding]) -> list[str | tuple[str, str]]:
    """Return the words around the place, those that the coder marked underlined."""
    text = one.article.text
    begin, end = one.extent or (0, 0)
    at, last = max(0, begin - _CONTEXT), min(len(text), end + _CONTEXT)
    # From the beginning of a word to the end of one, where there are spaces between them.
    if at:
        at = max(at, text.find(" ", at, begin) + 1)
    if last < len(text):
        last = max(text.rfind(" ", end, last), end) if " " in text[end:last] else last
    parts: list[str | tuple[str, str]] = []
    anchors = [each.anchor for each in codings if each.anchor is not None]
    for anchor in sorted(anchors, key=lambda each: (each.start, each.end)):
        if anchor.end > at:
            start = max(at, anchor.start)
            parts.append((reveal_stretch(text[at:start]), "dim"))
            parts.append((reveal_stretch(text[start : anchor.end]), "bold underline"))
            at = anchor.end
    return [*parts, (reveal_stretch(text[at:last]), "dim")]
