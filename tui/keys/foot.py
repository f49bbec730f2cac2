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


Words = Mapping[str, str]
"""For names of actions a word or two, the most used first."""

ALWAYS: Words = {"help": "help", "back": "back"}
"""They come last and are shown at any width; the others as far as there is room."""

FOOT: Mapping[Where, Words] = {
    "library": {
        "open": "read",
        "add": "add",
        "find": "find",
        "mark": "mark",
        "compare": "compare",
        "search": "search all",
        "export": "export",
        "tag": "tags",
        "gather": "story",
        "inspect": "edit",
        "trash": "trash",
        "suggest": "suggest",
        "other_table": "switch list",
        "preview": "preview",
        "sort": "sort",
        "carriers": "who else",
        "tags": "codebook",
        "coded": "coded",
        "next_to_code": "next to code",
        "memo": "memo",
        "command_palette": "commands",
    },
    "compare": {
        "next_item": "next",
        "align": "card",
        "tag": "tag",
        "note": "note",
        "next_lens": "lens",
        "swap_ends": "overview",
        "findings": "findings",
        "search": "search",
        "next_copy": "copy",
        "next_pane": "pane",
        "export": "export",
        "keep": "keep story",
        "select": "select",
        "notes": "annotations",
        "next_sentence": "sentence",
        "zoom": "panes",
        "ignore": "ignore",
        "carriers": "who else",
        "cite": "cite",
        "undo": "undo",
        "tags": "codebook",
        "coded": "coded",
        "next_to_code": "next to code",
        "memo": "memo",
        "command_palette": "commands",
    },
    "overview": {
        "choose": "open",
        "other_part": "next part",
        "sort": "sort passages",
        "escape": "close",
    },
    "findings": {
        "go": "go to",
        "dismiss_finding": "dismiss",
        "confirm": "confirm",
        "note": "note",
        "next_choice": "show others",
        "other_part": "next part",
        "escape": "close",
    },
    "tags": {
        "go": "go",
        "other_part": "switch",
        "make": "make",
        "describe": "define",
        "rename": "rename",
        "merge": "merge",
        "next_colour": "colour",
        "move_down": "down",
        "move_up": "up",
        "variable": "variable",
        "take_example": "example",
        "strict": "strict",
        "no_number": "no number",
        "delete": "delete",
    },
    "review": {
        "accept": "accept",
        "place_anew": "place",
        "keep_orphan": "keep",
        "delete": "delete",
        "undo": "undo",
    },
    "agreement": {"settle": "settle", "next_unit": "other units", "next_pair": "other coders"},
    "settle": {
        "take_first": "first",
        "take_second": "second",
        "take_both": "both",
        "take_neither": "neither",
        "edit": "edit",
        "take_agreed": "take agreed",
        "undo": "undo",
    },
    "search": {"go": "open", "words": "words"},
    "counts": {
        "next_by": "by",
        "next_measure": "measure",
        "next_within": "together",
        "copies": "copies",
        "next_coders": "coders",
        "sort": "sort",
        "go": "articles",
        "export": "write",
        "escape": "close",
    },
    "carriers": {"go": "open", "compare": "compare", "newcomers": "newcomers"},
    "newcomers": {"compare": "compare", "dismiss_newcomer": "off the list"},
    "scan": {
        "open": "read",
        "bring_in": "bring in",
        "find": "find",
        "sort": "sort",
        "turn": "reverse",
    },
    "story": {
        "read": "read",
        "move_down": "down",
        "move_up": "up",
        "rename": "rename",
        "merge": "merge",
        "inspect": "edit",
        "take_out": "remove",
        "memo": "memo",
    },
    "article": {
        "change": "change",
        "tag": "tags",
        "memo": "memo",
        "versions": "versions",
        "changes": "changes",
        "read": "open",
    },
    "changes": {"compare": "side by side"},
    "suggestions": {"accept": "accept", "refuse": "dismiss"},
    "trash": {"restore": "restore"},
    "export": {
        "write": "write",
        "next_value": "next choice",
        "other_part": "destination",
        "preview_down": "scroll",
        "force": "overwrite",
    },
    "note editor": {"save": "save", "scope": "copies", "leave": "cancel"},
    "feed": {"mark": "mark", "mark_all": "all", "choose": "add"},
}
"""For each place what is shown where nothing in particular is being done."""

_MODES: Mapping[tuple[Where, Mode], Words] = {
    ("library", "writing"): {"open": "to the list", "escape": "clear filter"},
    ("library", "empty"): {
        "add": "add",
        "open": "sample story",
        "open_trash": "trash",
        "help": "help",
        "back": "back",
    },
    ("library", "marked"): {
        "compare": "compare",
        "mark": "mark",
        "gather": "add to story",
        "tag": "tags",
        "trash": "trash",
        "mark_all": "all",
        "escape": "unmark",
    },
    ("compare", "writing"): {"align": "to the list", "escape": "back"},
    ("compare", "selecting"): {
        "note": "note",
        "tag": "tag",
        "mark": "mark",
        "copy": "copy",
        "grow_sentence": "sentence",
        "grow_paragraph": "paragraph",
        "swap_ends": "other end",
        "cite": "cite",
        "carriers": "who else",
        "ignore": "boilerplate",
        "escape": "close",
    },
    ("compare", "moving edges"): {
        "align": "keep",
        "swap_ends": "other end",
        "next_word": "word",
        "grow_sentence": "sentence",
        "grow_paragraph": "paragraph",
        "escape": "cancel",
    },
    ("compare", "placing"): {
        "select": "select",
        "select_sentence": "by sentence",
        "search": "search",
        "escape": "cancel",
    },
    ("compare", "annotations"): {
        "align": "go",
        "note": "note",
        "tag": "tags",
        "delete": "delete",
        "search": "filter",
        "edges": "edges",
        "escape": "close",
    },
    ("compare", "reading a kept story"): {
        **{action: word for action, word in FOOT["compare"].items() if action != "keep"},
        **ALWAYS,
    },
    ("compare", "on a finding"): {
        "next_item": "next",
        "align": "card",
        "note": "note",
        "ignore": "dismiss",
        "confirm": "confirm",
        "next_copy": "other side",
        "next_lens": "lens",
        "swap_ends": "overview",
        "tag": "tag",
        "next_pane": "pane",
        "undo": "undo",
        **ALWAYS,
    },
    ("compare", "card"): {"down": "scroll", "next_copy": "copy", "escape": "close"},
    ("scan", "writing"): {"open": "to the list", "escape": "clear filter"},
    ("search", "writing"): {"go": "results", "escape": "close"},
    ("export", "writing"): {"write": "write", "other_part": "choices", "escape": "close"},
}
_STAYING = frozenset({"escape", *ALWAYS})
_WRITING: Words = {"escape": "close"}
"""Where text is written and no more is known."""


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
