"""The keys at the foot of a screen: which, in a word each, the most used first.

What is being done decides too: while text is selected, other keys matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, NamedTuple, Protocol, runtime_checkable

from tui.keys.foot_words import ALWAYS, FOOT, MODES, WRITING_WORDS, Mode
from tui.keys.keymap import Keymap
from tui.keys.table import WRITING, Where

_STAYING = frozenset({"escape", *ALWAYS})


@runtime_checkable
class HasMode(Protocol):
    """A widget of which something else is done while it has the keys."""

    mode: ClassVar[Mode]


class FootKey(NamedTuple):
    """A key at the foot: its name, what is shown for it, and the word for what it does."""

    action: str
    name: str
    shown: str
    word: str
    stays: bool
    """Whether it is shown at any width."""


def list_foot_keys(keymap: Keymap, where: Where, mode: Mode = "") -> Iterator[FootKey]:
    """Return the keys in force to be shown, the most used first, those that stay last."""
    if mode:
        words = MODES.get((where, mode), WRITING_WORDS)
        for action, word in words.items():
            yield from _find(keymap, where, action, word, stays=action in _STAYING)
        return
    for action, word in FOOT[where].items():
        yield from _find(keymap, where, action, word)
    if where not in WRITING:
        for action, word in ALWAYS.items():
            yield from _find(keymap, where, action, word, stays=True)


def _find(
    keymap: Keymap, where: Where, action: str, word: str, *, stays: bool = False
) -> Iterator[FootKey]:
    row = keymap.find_here(where, action)
    if row.names:
        yield FootKey(action, row.names[0], row.shown, word, stays)
