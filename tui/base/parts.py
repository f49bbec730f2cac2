"""How a screen is made of parts, and how Textual finds what they do on a key.

A part is a plain object. It is made with its screen, of which it knows only what a protocol names
(`Host`, or one that extends it), and no part knows another. The screen, or the part itself, says
which method is what action; what a key of two meanings means is decided in a method of the screen,
which then calls the one part or the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol

from textual.screen import Screen

from storage.library import Library
from tui.base.configured_app import ConfiguredApp
from tui.keys.foot_words import Mode
from tui.keys.keymap import Keymap
from tui.keys.table import Where, keys_of

Actions = Mapping[str, Callable[..., object]]
"""For names of actions, as in the table of keys, what does them.

That takes what the key gives it, a number or nothing.
"""
_OWN = "action_"


class Host(Protocol):
    """What a part may ask of any screen."""

    doing: Mode
    """What is being done, which decides which keys are at the foot."""

    @property
    def app(self) -> ConfiguredApp:
        """The app: it opens screens."""

    @property
    def library(self) -> Library:
        """The library."""

    @property
    def keymap(self) -> Keymap:
        """The keys in force."""

    def spell_keys(self, sentence: str) -> str:
        """Return one of our sentences with the key in force in place of each `{action}`."""

    def tell(self, sentence: str) -> None:
        """Show a message for a moment; nothing in it is read as markup."""

    def tell_errors(self) -> AbstractContextManager[None]:
        """Show a failure of the block as one sentence, and go on."""

    def reload(self) -> None:
        """Show what the library now holds."""

    def refresh_bindings(self) -> None:
        """Have the keys at the foot looked at again."""

    def tell_if_changed(self, sentence: str) -> Callable[[bool | None], None]:
        """Return what to do with the answer of a prompt: where it is yes, show that and say so."""


def claim_actions(screen: Screen[Any], place: Where, *tables: Actions) -> None:
    """Let the actions of these tables be actions of the screen, beside its own methods.

    `ValueError` names each action of the place that nothing does or that two things do, and each
    action in a table for which there is no row, there or in "everywhere". Of "everywhere" the
    screen may leave some out: its widgets move by themselves.
    """
    own = _list_own_actions(screen)
    claimed = Counter(name for table in tables for name in table)
    wanted = [key.action for key in keys_of(place)]
    known = {*wanted, *(key.action for key in keys_of("everywhere"))}
    faults = [
        *(f"nothing does {name}" for name in wanted if name not in own and name not in claimed),
        *(f"two do {name}" for name, count in claimed.items() if count + (name in own) > 1),
        *(f"no key is for {name}" for name in claimed if name not in known),
    ]
    if faults:
        raise ValueError(f"{place}: {', '.join(faults)}")
    for table in tables:
        for name, act in table.items():
            setattr(screen, f"{_OWN}{name}", act)  # where Textual looks for it


def _list_own_actions(screen: Screen[Any]) -> set[str]:
    """Return the names of the actions that are methods of our classes, not of Textual's."""
    order = type(screen).__mro__
    ours = order[: order.index(Screen)]
    return {
        name.removeprefix(_OWN) for each in ours for name in vars(each) if name.startswith(_OWN)
    }
