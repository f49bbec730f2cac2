"""The tables of keys in a configuration: which actions they change, and what is wrong in them."""

from __future__ import annotations

import re
from typing import cast

from tui.config.mistakes import Mistakes, cut, fail, find_nearest, quote, refuse
from tui.keys.former_keys import FORMER_ACTIONS, FORMER_PLACES
from tui.keys.keymap import DEFAULT_KEYMAP, Keymap
from tui.keys.names import KEY_NAMES, MODIFIERS, is_writing, parse_key, spell_key
from tui.keys.table import PLACES, WRITING, Where

_QUITS = "ctrl+q"
"""Textual's own key to quit, looked at before all others."""
_Changes = dict[tuple[Where, str], list[str]]


def read_keymap(places: object, mistakes: Mistakes) -> Keymap:
    """Return the keys in force by what stands under `keys`; what is wrong there is noted."""
    changes: _Changes = {}
    with mistakes.noting():
        if not isinstance(places, dict):
            fail("“keys” must be a table for each place, such as [keys.compare].")
        for written, actions in places.items():
            with mistakes.noting():
                _read_place(written, actions, changes, mistakes)
    keymap = Keymap(changes)
    for clash in keymap.find_clashes():
        first, second = (f"“{key.action}” ({key.where})" for key in clash[1:])
        key = spell_key(clash.key)
        with mistakes.noting():
            fail(f"“{key}” is both {first} and {second}; give one of them another key.")
    return keymap


def _read_place(written: str, actions: object, changes: _Changes, mistakes: Mistakes) -> None:
    """Read one table into `changes`; of its actions each mistake is noted by itself."""
    if not isinstance(actions, dict):
        fail(f"“{written}” must be in the table of a place, such as [keys.compare].")
    place = cast(Where, re.sub("[-_]", " ", written))
    place = FORMER_PLACES.get(place, place)
    if place not in PLACES:
        refuse("place", written, map(_name_table, PLACES), "[keys]")
    for name, keys in actions.items():
        with mistakes.noting():
            action: str = FORMER_ACTIONS.get((place, name)) or name
            _check_action(place, action)
            about = f"“{name}” in [keys.{_name_table(written)}]"
            if (place, action) in changes:
                same = f"“{action}” in [keys.{_name_table(place)}]"
                fail(f"{about} is the same as {same}; set only one of them.")
            changes[place, action] = []  # what it would have is not held against others
            changes[place, action] = _read_keys(place, action, keys, about, mistakes)


def _check_action(place: Where, action: str) -> None:
    places = [key.where for key in DEFAULT_KEYMAP.rows if key.action == action]
    if place in places:
        return
    where = f"[keys.{_name_table(place)}]"
    if places:
        told = f"there is no action “{action}” in {where}"
        fail(f"{told}; it is in [keys.{_name_table(places[0])}].")
    actions = [key.action for key in DEFAULT_KEYMAP.keys_of(place)]
    refuse("action", action, actions, where)


def _read_keys(
    place: Where, action: str, keys: object, about: str, mistakes: Mistakes
) -> list[str]:
    """Return the keys of one action by Textual's names, those that are right."""
    names = []
    for one in keys if isinstance(keys, list) else [keys]:
        with mistakes.noting():
            names.append(_read_key(place, one, about))
    row = DEFAULT_KEYMAP.find_row(place, action)
    if row.is_numbered and len(names) > len(row.names):
        fail(f"{about} takes at most {len(row.names)} keys, not {len(names)}.")
    return list(dict.fromkeys(names))


def _read_key(place: Where, written: object, about: str) -> str:
    if not isinstance(written, str):
        fail(f"{about} must be a key or a list of keys, not {quote(written)}.")
    name = parse_key(written)
    if name is None:
        near = _find_nearest_key(written)
        fail(f"{about}: there is no key “{cut(written)}”; did you mean “{near}”?")
    if name == _QUITS:
        fail(f"{about}: “{_QUITS}” always quits; give it another key.")
    if place in WRITING and is_writing(name):
        told = f"{about}: “{written}” is needed for writing"
        fail(f"{told}; use ctrl or alt with a key, or a function key.")
    return name


def _find_nearest_key(wrong: str) -> str:
    *modifiers, key = wrong.split("+")
    parts = [find_nearest(modifier, MODIFIERS) for modifier in dict.fromkeys(modifiers)]
    parts.append(key if parse_key(key) else find_nearest(key, KEY_NAMES))
    return spell_key("+".join(parts))


def _name_table(place: str) -> str:
    """Return how a place is written as a table of TOML."""
    return place.replace(" ", "-")
