"""Textual's bindings, made from the table of keys."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.keys import Where, keys_of


def bindings(where: Where) -> list[BindingType]:
    """Return the bindings of one place; those with a word for the footer are shown there."""
    made: list[BindingType] = []
    for key in keys_of(where):
        names = key.keys.split(",")
        if key.action == "pane":
            made += [Binding(name, f"pane({name})", key.does, show=False) for name in names]
        else:
            made.append(
                Binding(
                    key.keys,
                    key.action,
                    key.footer or key.does,
                    show=bool(key.footer),
                    key_display=key.shown,
                )
            )
    return made


def screen_bindings(where: Where) -> list[BindingType]:
    """Return the bindings of a full screen: its own, then those that work everywhere."""
    return bindings(where) + bindings("everywhere")


def movement(**actions: str) -> list[BindingType]:
    """Return bindings that give the keys of `down`, `up`, `first` and so on to these actions."""
    return [
        Binding(key.keys, actions[key.action], show=False)
        for key in keys_of("everywhere")
        if key.action in actions
    ]
