"""The keys: those that a newcomer needs, and all of them, by place and task."""

from __future__ import annotations

from collections.abc import Sequence

from docs.written.tables import write_table
from tui.keys.keymap import DEFAULT_KEYMAP
from tui.keys.table import KEYS, PLACES, Key, Where, keys_of
from tui.keys.tasks import group_by_task

_FIRST: tuple[tuple[Where, str], ...] = (
    ("compare", "next_item"),
    ("compare", "align"),
    ("compare", "next_lens"),
    ("compare", "note"),
    ("compare", "export"),
    ("everywhere", "help"),
)
"""What is enough for the first five minutes."""


def write_first_keys() -> str:
    """Return the keys that a newcomer needs, in the order in which they come."""
    found = {(key.where, key.action): key for key in KEYS}
    return write_table(
        ["key", "what it does"],
        [(f"`{key.shown}`", key.does) for key in map(found.get, _FIRST) if key],
    )


def write_keys() -> str:
    """Return all keys, a chapter for each place, on large screens a table for each task."""
    return "\n\n".join(f"## {_title(where)}\n\n{_write_place(where)}" for where in PLACES)


def _write_place(where: Where) -> str:
    tasks = group_by_task(DEFAULT_KEYMAP, where)
    own = {task: [key for key in keys if key.where == where] for task, keys in tasks.items()}
    full = {task: keys for task, keys in own.items() if keys}
    if where == "everywhere" or len(full) == 1:
        return _write_table([*keys_of(where)])
    return "\n\n".join(f"### {_title(task)}\n\n{_write_table(keys)}" for task, keys in full.items())


def _write_table(keys: Sequence[Key]) -> str:
    return write_table(
        ["key", "what it does", "name"],
        [(f"`{key.shown}`", key.does, f"`{key.action}`") for key in keys],
    )


def _title(name: str) -> str:
    return name[:1].upper() + name[1:]
