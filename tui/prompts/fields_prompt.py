"""Asking for several things at once: a form, a line for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from storage.wording.name_cutting import NameCutter
from storage.wording.terminal_text import reveal_line
from tui.base.typing_screen import TypingScreen
from tui.widgets.line_input import LineInput

_FIELD = 26
"""Cells that a line keeps beside its label: a date with a time, and blanks around it."""
_NARROWEST = 8


class FormField(NamedTuple):
    """One line of a form."""

    key: str
    """What its value is handed on under."""
    label: str
    value: str = ""
    placeholder: str = ""
    """What an empty line shows."""


class FieldsPrompt(TypingScreen):
    """Asks for all fields at the foot of the screen, so that what is asked about stays in sight.

    What was changed is handed to `accept`, by its key; it stays open, with the reason, if that
    fails. The answer tells whether anything was changed and accepted.
    """

    CSS_PATH = "fields_prompt.tcss"
    enter_is_text = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave"),
        Binding("tab,down", "step(1)", "next", priority=True),
        Binding("shift+tab,up", "step(-1)", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        hint: str,
        fields: Sequence[FormField],
        accept: Callable[[Mapping[str, str]], None],
    ) -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self._fields = fields
        self._accept = accept
        self._labels = [Static(classes="fields--label") for _ in fields]
        self._lines = [
            LineInput(one.value, placeholder=one.placeholder, select_on_focus=False, compact=True)
            for one in fields
        ]

    def compose(self) -> ComposeResult:
        """Put the fields one under the other, and a hint below."""
        with Vertical(id="fields") as box:
            box.border_title = Content(f" {reveal_line(self._title)} ")  # a string would be markup
            with VerticalScroll(id="fields--rows", can_focus=False):
                for label, line in zip(self._labels, self._lines, strict=True):
                    with Horizontal(classes="fields--row"):
                        yield label
                        yield line
            yield Static(Content(self._hint), id="fields--hint")

    def on_resize(self) -> None:
        """Give the labels the room that the lines leave."""
        labels = [reveal_line(one.label) for one in self._fields]
        room = max(_NARROWEST, self.size.width - _FIELD)
        cutter = NameCutter(labels)
        shown = [Content(cutter.cut(label, room)) for label in labels]
        width = max(one.cell_length for one in shown)
        for static, label in zip(self._labels, shown, strict=True):
            static.styles.width = width
            static.update(label)

    @property
    def _at(self) -> int:
        """The field that has the keys."""
        return next((at for at, line in enumerate(self._lines) if line.has_focus), 0)

    def write(self, text: str) -> None:
        """Insert `text` into the field at hand, up to a line break, which ends the writing."""
        self.write_line(self._lines[self._at], text)

    def action_step(self, fields: int) -> None:
        """Go to another field, round the ends."""
        self._lines[(self._at + fields) % len(self._lines)].focus()

    def on_input_changed(self) -> None:
        """Put the hint back: the reader puts right what failed."""
        self.say_again(self.query_one("#fields--hint", Static), self._hint)

    def on_input_submitted(self) -> None:
        """Try to change what was written anew."""
        changed = {
            field.key: line.meant
            for field, line in zip(self._fields, self._lines, strict=True)
            if line.meant != field.value
        }
        if changed:
            self.try_to(partial(self._accept, changed), self.query_one("#fields--hint", Static))
        else:
            self.dismiss(False)

    def action_leave(self) -> None:
        """Close without changing anything."""
        self.dismiss(False)
