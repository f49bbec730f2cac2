"""The side list: all annotations of the story, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import getters
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from storage.visible import shortened, visible_line
from tui.bindings import movement
from tui.configured_app import ConfiguredApp
from tui.placed import Placed

_QUOTE = 80
_NONE = "None yet: {note} writes a note, {tag} tags, {mark} marks."


class AnnotationList(OptionList):
    """Shows where each annotation stands, its tags, and its note or quote."""

    app = getters.app(ConfiguredApp)
    BINDINGS: ClassVar[list[BindingType]] = movement(
        down="cursor_down",
        up="cursor_up",
        first="first",
        last="last",
        page_down="page_down",
        page_up="page_up",
    )

    class Chosen(Message):
        """An annotation was chosen."""

        def __init__(self, placed: Placed) -> None:
            super().__init__()
            self.placed = placed

    def __init__(self) -> None:
        super().__init__()
        self._placed: Sequence[Placed] = ()

    def show(self, placed: Sequence[Placed], letters: Sequence[str], texts: Sequence[str]) -> None:
        """List these; the row that was highlighted stays so where it is still there."""
        row = self.highlighted
        self._placed = list(placed)
        self.border_title = f"{len(placed)} annotations" if len(placed) != 1 else "1 annotation"
        self.clear_options()
        if placed:
            self.add_options([_option(one, letters, texts) for one in placed])
            self.highlighted = min(row or 0, len(placed) - 1)
        else:
            self.add_option(
                Option(
                    Content(self.app.configuration.keymap.spelled("compare", _NONE)), disabled=True
                )
            )

    @property
    def current(self) -> Placed | None:
        """The annotation that is highlighted."""
        row = self.highlighted
        return self._placed[row] if row is not None and row < len(self._placed) else None

    def highlight(self, placed: Placed) -> None:
        """Highlight this annotation, if it is listed."""
        if placed in self._placed:
            self.highlighted = list(self._placed).index(placed)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell which annotation it is."""
        event.stop()
        self.post_message(self.Chosen(self._placed[event.option_index]))


def _option(placed: Placed, letters: Sequence[str], texts: Sequence[str]) -> Option:
    annotation, span, state = placed
    quote = visible_line(texts[span.article][span.start : span.end])
    if state == "orphan":
        quote = visible_line(annotation.targets[0].anchor.quote)
    tags = " ".join(f"#{tag}" for tag in annotation.tags)
    kind = "note" if annotation.note else "" if tags else "mark"
    head = " ".join(part for part in (letters[span.article], kind, tags) if part)
    if state != "exact":
        head += f"  ({state})"
    prompt = Content.assemble(
        (visible_line(head), "bold"),
        "\n",
        (shortened(quote, _QUOTE), "italic"),
    )
    if annotation.note:
        prompt = Content.assemble(prompt, "\n", shortened(visible_line(annotation.note), _QUOTE))
    return Option(prompt)
