"""The keys in force: the table of keys with the user's changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tui.keys.former_keys import YIELDING
from tui.keys.names import spell_key
from tui.keys.table import KEYS, PLACES, WRITING, Key, Where

Changes = Mapping[tuple[Where, str], Sequence[str]]
"""For a place and an action the keys that it is to have, by Textual's names."""


_ACTION = re.compile(r"\{(\w+)\}")


class Clash(NamedTuple):
    """One key that would do two things in one place."""

    key: str
    first: Key
    second: Key


class Keymap:
    """The rows of the table, in its order, each with the keys that now do it.

    A change replaces all keys of its row; with none the action is left to the command palette.
    Where the action takes a number (`NUMBERED`), the first key stands for 1, and so on.
    """

    def __init__(self, changes: Changes | None = None) -> None:
        wanted = changes or {}
        taken = {name for names in wanted.values() for name in names}
        self._rows = {
            (key.where, key.action): _change_row(key, wanted.get((key.where, key.action)))
            for key in KEYS
        }
        for place in YIELDING - wanted.keys():
            row = self._rows[place]
            self._rows[place] = _change_row(row, [one for one in row.names if one not in taken])
        self._changed = {
            place for place, key in zip(self._rows, KEYS, strict=True) if self._rows[place] != key
        }

    @property
    def rows(self) -> Iterable[Key]:
        """All rows."""
        return self._rows.values()

    @property
    def is_changed(self) -> bool:
        """Whether any key is not as in the table."""
        return bool(self._changed)

    def has_changed(self, key: Key) -> bool:
        """Whether this row is not as in the table."""
        return (key.where, key.action) in self._changed

    def keys_of(self, where: Where) -> Iterator[Key]:
        """Return the rows of one place."""
        return (key for key in self.rows if key.where == where)

    def find_row(self, where: Where, action: str) -> Key:
        """Return the row of an action; `KeyError` where the place has none of that name."""
        return self._rows[where, action]

    def find_here(self, where: Where, action: str) -> Key:
        """Return the row of an action of that place, else of everywhere; `KeyError` for none."""
        return self._rows.get((where, action)) or self._rows["everywhere", action]

    def spell_key(self, where: Where, action: str) -> str:
        """Return how a sentence names the key of an action; empty where it has none."""
        return self.find_row(where, action).shown

    def spell_keys(self, where: Where, sentence: str) -> str:
        """Return one of our sentences with the key in force in place of each `{action}`.

        An action is looked for at `where`, then everywhere; one that has no key is named. Nothing
        that somebody else wrote belongs in `sentence`: its braces would be taken for actions.
        """

        def spell(match: re.Match[str]) -> str:
            action = match[1]
            row = self.find_here(where, action)
            return row.shown or f"“{action}”"

        return _ACTION.sub(spell, sentence)

    def find_clashes(self) -> list[Clash]:
        """Return each key that does two things in one place, with every two things that it does.

        Rows that share a key in the table do so on purpose (what is selected decides).
        """
        found: dict[Clash, None] = {}
        for place in PLACES:
            here = list(self.keys_of(place))
            if place != "everywhere" and place not in WRITING:
                here = [*self.keys_of("everywhere"), *here]
            on: dict[str, list[Key]] = {}
            for row in here:
                for name in row.names:
                    for other in on.setdefault(name, []):
                        if other.action != row.action and not _share(other, row, name):
                            found[Clash(name, other, row)] = None
                    on[name].append(row)
        return list(found)


def _change_row(key: Key, names: Sequence[str] | None) -> Key:
    if names is None or tuple(names) == key.names:
        return key
    return key._replace(
        keys=",".join(names), shown=_join_keys(key, [spell_key(one) for one in names])
    )


def _join_keys(key: Key, names: Sequence[str]) -> str:
    if key.is_numbered and len(names) > 1:
        return f"{names[0]}…{names[-1]}"
    return names[0] if names else ""


def _share(first: Key, second: Key, name: str) -> bool:
    """Whether two rows are on that key in the table itself."""
    return all(
        name in DEFAULT_KEYMAP.find_row(key.where, key.action).names for key in (first, second)
    )


DEFAULT_KEYMAP = Keymap()
"""The table as it stands."""


def format_text_table(keymap: Keymap = DEFAULT_KEYMAP) -> str:
    """Return the keys in force for a terminal, with the names of the actions.

    A star stands before each row that was changed.
    """
    shown = {key: _spell_all(keymap, key) for key in keymap.rows}
    width = max(len(keys) for keys in shown.values())
    name_width = max(len(key.action) for key in keymap.rows)
    parts = []
    for where in PLACES:
        lines = [
            f"{'*' if keymap.has_changed(key) else ' '} {shown[key]:<{width}}"
            f"  {key.action:<{name_width}}  {key.does}"
            for key in keymap.keys_of(where)
        ]
        parts.append("\n".join([where, *lines]))
    if keymap.is_changed:
        parts.append("* changed by the configuration")
    return "\n\n".join(parts)


def _spell_all(keymap: Keymap, key: Key) -> str:
    """Return every key that a changed row was given; of the others the one that matters."""
    if not keymap.has_changed(key) or key.is_numbered:
        return key.shown
    return " ".join(spell_key(name) for name in key.names)
