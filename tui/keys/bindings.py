"""Textual's bindings, made from the table of keys, and the keys in force put into them.

A screen's bindings are made when its class is, from the table as it stands; each carries the
place and action of its row as id, so that the app can give it other keys. Textual's own
`App.set_keymap` would do that anew at every key press and drop whatever else stands on a key
that moves.
"""

from __future__ import annotations

from textual.binding import Binding, BindingsMap, BindingType

from tui.keys.keymap import Keymap
from tui.keys.names import is_writing, list_event_names
from tui.keys.table import PLACES, Key, Where, keys_of


def bind_place(where: Where) -> list[BindingType]:
    """Return the bindings of one place."""
    return [binding for key in keys_of(where) for binding in _bindings_of(key)]


def bind_screen(where: Where) -> list[BindingType]:
    """Return the bindings of a full screen: its own, then those that work everywhere."""
    return bind_place(where) + bind_place("everywhere")


def bind_movement(**actions: str) -> list[BindingType]:
    """Return bindings that give the keys of `down`, `up`, `first` and so on to these actions."""
    return borrow_keys("everywhere", **actions)


def borrow_keys(where: Where, **actions: str) -> list[BindingType]:
    """Return bindings that give the keys of some actions of one place to others."""
    return [
        Binding(key.keys, actions[key.action], show=False, id=_id_of(key))
        for key in keys_of(where)
        if key.action in actions
    ]


def apply_keymap(made: BindingsMap, keymap: Keymap) -> BindingsMap:
    """Return `made` with the keys in force; bindings that are not from the table stay."""
    if not keymap.is_changed:
        return made
    given: dict[str, list[Binding]] = {}
    done = set()
    for _, binding in made:
        if binding.id in _IDS and binding.id not in done:
            done.add(binding.id)
            row, number = _IDS[binding.id]
            now = keymap.find_row(row.where, row.action)
            names = now.names if number is None else now.names[number : number + 1]
            display = binding.key_display and now.shown
            for name in (told for each in names for told in list_event_names(each)):
                given.setdefault(name, []).append(binding.with_key(name, display))
    for name, binding in made:
        if binding.id not in _IDS and name not in given:
            given[name] = made.key_to_bindings[name]
    return BindingsMap.from_keys(given)


def bind_palette(keymap: Keymap) -> list[BindingType]:
    """Return the bindings that open the command palette also where text is written."""
    return [
        Binding(name, "command_palette", show=False, priority=True)
        for name in keymap.find_row("everywhere", "command_palette").names
        if not is_writing(name)
    ]


def _bindings_of(key: Key) -> list[BindingType]:
    if key.is_numbered:
        return [
            Binding(
                ",".join(list_event_names(name)),
                f"{key.action}({number})",
                key.does,
                show=False,
                id=_id_of(key, number),
            )
            for number, name in enumerate(key.names, 1)
        ]
    return [Binding(key.keys, key.action, key.does, False, key.shown, id=_id_of(key))]


def _id_of(key: Key, number: int | None = None) -> str:
    name = f"{key.where}.{key.action}"
    return name if number is None else f"{name}.{number}"


def _list_ids() -> dict[str | None, tuple[Key, int | None]]:
    """Return for each id of a binding its row, and which of the row's keys where they differ."""
    found: dict[str | None, tuple[Key, int | None]] = {}
    for place in PLACES:
        for key in keys_of(place):
            if key.is_numbered:
                found |= {_id_of(key, at + 1): (key, at) for at in range(len(key.names))}
            else:
                found[_id_of(key)] = key, None
    return found


_IDS = _list_ids()
