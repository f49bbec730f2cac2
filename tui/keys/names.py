"""The names of keys: as people write them, as Textual calls them, as they are shown.

Textual calls a key that types a letter or digit by that, and one that types anything else by the
Unicode name of it (`question_mark`); modifiers stand before it in the order of the alphabet.
"""

from __future__ import annotations

import string
import unicodedata

_NAMED = (
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
    *("enter", "tab", "space", "escape", "backspace", "insert", "delete"),
    *(f"f{number}" for number in range(1, 25)),
)
MODIFIERS = ("alt", "ctrl", "hyper", "meta", "shift", "super")
"""What can be held down with another key."""
_SHOWN = {"escape": "Esc", "pageup": "PgUp", "pagedown": "PgDn"}
_ALSO = {
    "esc": "escape",
    "return": "enter",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "del": "delete",
    "ins": "insert",
}
# Where Textual departs from Unicode.
_RENAMED = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}


def _name_character(character: str) -> str:
    if character.isalnum():
        return character
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _RENAMED.get(name, name)


_CHARACTERS = {_name_character(character): character for character in string.punctuation}
KEY_NAMES = (*_NAMED, *_CHARACTERS)
"""The keys that have a name of more than one letter."""


# What Textual takes alt and a digit for where the terminal sends escape and the digit, as most do:
# the signs that a Mac types with them.
_TAKEN_FOR = {
    "alt+1": "inverted_exclamation_mark",
    "alt+2": "trade_mark_sign",
    "alt+3": "pound_sign",
    "alt+4": "cent_sign",
    "alt+5": "infinity",
    "alt+6": "section_sign",
    "alt+7": "pilcrow_sign",
    "alt+8": "bullet",
    "alt+9": "ª",
}


def list_event_names(name: str) -> tuple[str, ...]:
    """Return all names under which Textual may tell of the key that it calls `name`."""
    return (name, _TAKEN_FOR[name]) if name in _TAKEN_FOR else (name,)


def parse_key(written: str) -> str | None:
    """Return Textual's name of the key that somebody wrote; None where there is no such key.

    A key is written by what it types (`J`, `?`) or by its name (`pagedown`, `question_mark`),
    modifiers before it (`ctrl+n`); upper and lower case are the same except in what is typed.
    """
    *modifiers, key = _split_key(written)
    held = {modifier.lower() for modifier in modifiers}
    if len(held) != len(modifiers) or not held <= set(MODIFIERS):
        return None
    name = _find_plain_name(key)
    if name is None:
        return None
    if len(name) == 1 and name.isalpha():
        # A terminal tells `shift` by the capital, and beside `alt` by its name; `ctrl` hides it.
        if held == {"shift"}:
            return name.upper()
        if "alt" in held and name.isupper():
            held.add("shift")
        if held:
            name = name.lower()
    return "+".join([*sorted(held), name])


def spell_key(name: str) -> str:
    """Return how people read the key that Textual calls `name`."""
    if name in _NAMED:
        return _SHOWN.get(name, name.capitalize())
    *modifiers, key = name.split("+")
    return "+".join([*modifiers, {"escape": "esc"}.get(key) or _CHARACTERS.get(key, key)])


def is_writing(name: str) -> bool:
    """Whether the key writes or moves where text is written, so that it can mean nothing else."""
    *modifiers, key = name.split("+")
    return set(modifiers) <= {"shift"} and key not in ("escape", *_NAMED[-24:])


def _split_key(written: str) -> list[str]:
    if written.endswith("+"):
        return [*written[:-2].split("+"), "+"] if len(written) > 1 else ["+"]
    return written.split("+")


def _find_plain_name(key: str) -> str | None:
    if len(key) == 1:
        name = _name_character(key) if key.isprintable() else ""
        return "space" if key == " " else name or None
    name = key.lower()
    name = _ALSO.get(name, name)
    return name if name in KEY_NAMES else None
