"""Asking for tags, with those in use to choose from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static

from storage.errors import CopydeskError
from storage.visible import visible_line
from tui.bindings import borrowed
from tui.completing import MOST, completed, suggestions
from tui.configured_app import ConfiguredApp
from tui.scope import Scope
from tui.screens.writing import WritingScreen

HINT = "tab takes the completion, ↑ ↓ choose another, commas part tags, enter saves."
ALONE = Scope(1, every=False)
"""Where there is nothing to choose."""
Accept = Callable[[str, bool], None]
"""Takes a line of tags, for this place or for every copy; `CopydeskError` where it cannot."""


class TagField(Input):
    """The line; a digit typed before anything else is a quick tag."""

    class QuickChosen(Message):
        """The number of a quick tag was typed."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, value: str, numbers: Sequence[int]) -> None:
        super().__init__(value, select_on_focus=False, compact=True)
        self._begun = value
        self._numbers = numbers

    def is_quick(self, typed: str) -> bool:
        """Tell whether what was typed stands for a quick tag here."""
        untouched = self.value == self._begun
        return untouched and typed.isdecimal() and len(typed) == 1 and int(typed) in self._numbers

    async def _on_key(self, event: events.Key) -> None:
        if event.character and self.is_quick(event.character):
            event.stop()
            event.prevent_default()
            self.post_message(self.QuickChosen(int(event.character)))
        else:
            await super()._on_key(event)


class TagPrompt(WritingScreen):
    """Asks for tags and hands the line to `accept`; stays open, with the reason, if that fails.

    The answer tells whether something was accepted. `quick` are the quick tags by their numbers:
    a digit alone chooses one and is handed over as its name, with all that stood there.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["line_prompt.tcss", "tag_prompt.tcss"]
    app = getters.app(ConfiguredApp)
    enter_is_text = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave"),
        Binding("tab", "take", "complete", priority=True),
        Binding("down", "choose(1)", show=False, priority=True),
        Binding("up", "choose(-1)", show=False, priority=True),
        *borrowed("note editor", scope="scope"),
    ]

    def __init__(
        self,
        title: str,
        given: Sequence[str],
        accept: Accept,
        tags: Sequence[str],
        quick: Mapping[int, str],
        scope: Scope = ALONE,
        hint: str = HINT,
    ) -> None:
        super().__init__()
        self._title = title
        self._given = "".join(f"{tag}, " for tag in given)
        self._accept = accept
        self._tags = tags
        self._quick = quick
        self._scope = scope
        self._hint = hint
        self._offered: list[str] = []
        self._chosen = False

    def compose(self) -> ComposeResult:
        """Show the line over what it may be completed to."""
        with Vertical(id="prompt") as box:
            box.border_title = self._title
            yield TagField(self._given, list(self._quick))
            yield OptionList(id="prompt--offered", compact=True, markup=False)
            yield Static(Content(self._told()), id="prompt--hint")

    def on_mount(self) -> None:
        """Offer the tags that are used most."""
        self.query_one("#prompt--offered").can_focus = False
        self._offer()
        super().on_mount()

    def write(self, text: str) -> None:
        """Insert `text` at the cursor, up to a line break, which ends the writing."""
        line, enter, _ = text.partition("\n")
        field = self.query_one(TagField)
        if field.is_quick(line):
            self._save(f"{field.value}{self._quick[int(line)]}")
            return
        field.insert_text_at_cursor(line)
        if enter:
            self.call_later(field.action_submit)

    # Completing

    @on(Input.Changed)
    def _offer(self) -> None:
        self._chosen = False
        self._offered = suggestions(self.query_one(TagField).value, self._tags, MOST)
        listing = self.query_one("#prompt--offered", OptionList)
        listing.clear_options()
        listing.add_options([Content(visible_line(tag)) for tag in self._offered])
        listing.display = bool(self._offered)
        listing.highlighted = None

    def action_choose(self, direction: int) -> None:
        """Go to another completion."""
        listing = self.query_one("#prompt--offered", OptionList)
        if self._offered:
            at = listing.highlighted
            first = 0 if direction > 0 else len(self._offered) - 1
            listing.highlighted = first if at is None else (at + direction) % len(self._offered)
            self._chosen = True

    def action_take(self) -> None:
        """Complete the last tag by the chosen completion, else the likeliest one."""
        if self._offered:
            at = self.query_one("#prompt--offered", OptionList).highlighted or 0
            self._take(self._offered[at])

    @on(OptionList.OptionSelected)
    def _take_clicked(self, event: OptionList.OptionSelected) -> None:
        self._take(self._offered[event.option_index])

    def _take(self, tag: str) -> None:
        field = self.query_one(TagField)
        field.value = completed(field.value, tag)
        field.cursor_position = len(field.value)
        field.focus()

    # Its end

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what was chosen with the arrows; without that, try to do what was asked."""
        if self._chosen:
            self.action_take()
        else:
            self._save(event.value)

    def on_tag_field_quick_chosen(self, event: TagField.QuickChosen) -> None:
        """Do what was asked with a quick tag."""
        self._save(f"{self.query_one(TagField).value}{self._quick[event.number]}")

    def _save(self, line: str) -> None:
        if self.has_ended:
            return
        try:
            self._accept(line, self._scope.every)
        except CopydeskError as error:
            hint = self.query_one("#prompt--hint", Static)
            hint.add_class("-failed")
            hint.update(Content(str(error)))
        else:
            self.dismiss(True)

    def action_scope(self) -> None:
        """Put the tags here only, or on every copy."""
        self._scope.turn()
        self.query_one("#prompt--hint", Static).update(Content(self._told()))

    def action_leave(self) -> None:
        """Close without doing anything."""
        self.dismiss(False)

    def _told(self) -> str:
        keymap = self.app.configuration.keymap
        quick = " · ".join(f"{number} {visible_line(tag)}" for number, tag in self._quick.items())
        lines = [self._hint, quick and f"At once: {quick}"]
        lines.append(self._scope.told(keymap.shown("note editor", "scope")))
        return "\n".join(line for line in lines if line)
