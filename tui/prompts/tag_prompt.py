"""Asking for tags, with those in use to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from storage.errors import CopydeskError
from storage.tables.tag_names import clean_tags
from tui.keys.bindings import borrow_keys
from tui.prompts.about import About
from tui.prompts.choices import Choice, Choices
from tui.prompts.completing_prompt import CompletingPrompt
from tui.prompts.keyed_field import KeyedField
from tui.prompts.note_scope import NoteScope
from tui.prompts.offered_tags import OfferedTags
from tui.prompts.tag_line import suggest_tags

HINT = "Tab complete · ↑↓ choose · comma next tag · Enter save"
ALONE = NoteScope(1, every=False)
"""Where there is nothing to choose."""
Accept = Callable[[str, bool], None]
"""Takes a line of tags, for this place or for every copy; `CopydeskError` where it cannot."""


class TagPrompt(CompletingPrompt):
    """Asks for tags and hands the line to `accept`.

    A digit alone chooses the quick tag of that number and is handed over as its name, with all that
    stood there. Where a tag `must_exist`, no new one is offered.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*borrow_keys("note editor", scope="scope")]

    def __init__(
        self,
        title: str,
        about: About | None,
        given: Sequence[str],
        accept: Accept,
        offered: OfferedTags,
        scope: NoteScope = ALONE,
        hint: str = HINT,
        *,
        must_exist: bool = False,
    ) -> None:
        self._begun = "".join(f"{tag}, " for tag in given)
        may_create = not (must_exist or offered.is_strict)
        super().__init__(title, KeyedField(self._begun), about, may_create=may_create)
        self.field.meanings = {
            **self.field.meanings,
            "comma": self._begin_next,
            **{f"{number}": partial(self._take_quick, number) for number in offered.quick},
        }
        self._accept = accept
        self._offered = offered
        self._scope = scope
        self._hint = hint

    def suggest(self, line: str) -> Choices:
        """Return the tags that the last one may be; at first all, those used most before others."""
        return suggest_tags(line, self._offered.names, may_create=self.may_create)

    def complete(self, line: str, name: str) -> str:
        """Return the line with the last tag completed."""
        return self._offered.complete(line, name)

    def tell_about(self, choice: Choice) -> list[str]:
        """Return what the codebook says of a tag: people code by it."""
        return self._offered.tell_about(choice.name)

    def count_told(self) -> int:
        """Return how many lines that ever is."""
        return self._offered.count_told()

    def accept(self, line: str) -> None:
        """Hand the line over, unless it would make a tag of the number of a quick tag."""
        unset = [self._offered.find_unset(tag) for tag in clean_tags([line])]
        number = next(filter(None, unset), None)
        if number is not None:
            keymap = self.app.configuration.keymap
            told = f"There is no quick tag {number}. In the text, {{quick_tag}} sets one."
            raise CopydeskError(keymap.spell_keys("compare", told))
        self._accept(line, self._scope.every)

    def compose_hint(self) -> str:
        """Return the hint, and the choice between here and every copy."""
        key = self.app.configuration.keymap.spell_key("note editor", "scope")
        return "\n".join(filter(None, [self._hint, self._scope.describe(key)]))

    def draw(self, choices: Sequence[Choice], width: int) -> Sequence[Text]:
        """Return a row for each choice, with what is known of the tag."""
        return self._offered.draw(choices, width)

    def _begin_next(self) -> bool:
        """Take what is highlighted, as `enter` does, and go on to the next tag."""
        return self.chosen is not None and self.take_choice()

    def _take_quick(self, number: int) -> bool:
        """Save with a quick tag, unless its number is part of a name."""
        if self.field.meant != self._begun:
            return False
        self.save(f"{self.field.meant}{self._offered.quick[number]}")
        return True

    def action_scope(self) -> None:
        """Put the tags here only, or on every copy."""
        self._scope.turn()
        self.query_one("#prompt--hint", Static).update(Content(self.compose_hint()))
