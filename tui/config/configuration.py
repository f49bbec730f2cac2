"""What the user has set in `config.toml`; every mistake in it is one sentence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NoReturn, cast

from storage.errors import CopydeskError
from storage.export.citation.citation_style import (
    DEFAULT_STYLE,
    PLACEHOLDERS,
    STYLES,
    CitationStyle,
    TemplateError,
    find_unknown,
)
from storage.files import read_file
from storage.paths import parse_path
from storage.regular_files import check_regular
from storage.wording.terminal_text import shorten
from tui.keys.keymap import DEFAULT_KEYMAP, Keymap
from tui.keys.names import KEY_NAMES, MODIFIERS, is_writing, parse_key, spell_key
from tui.keys.table import FORMER_ACTIONS, FORMER_PLACES, PLACES, WRITING, Where

Sensitivity = Literal[1, 2, 3]
"""What is shown: the same words, edited ones too, paraphrases too (`textreuse.Settings`)."""
NotesGo = Literal["here", "every copy"]
"""Where a note on a shared passage goes: on this copy, or on every copy of it."""

Quits = Literal["twice", "at once"]
"""How often the key that goes back is to be pressed on the first screen, to leave the app."""

_SETTINGS = ("theme", "sensitivity", "notes", "quit", "citation", "template", "keys")
_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$")
_AT_END = " (at end of document)"
_QUITS = "ctrl+q"
"""Textual's own key to quit, looked at before all others."""
_VALUE = 40


class ConfigurationError(CopydeskError):
    """The configuration file says something that cannot be done."""


@dataclass(frozen=True)
class Configuration:
    """All settings; by default what holds without a file."""

    theme: str | None = None
    """The theme to start in; None leaves that to Copydesk."""
    sensitivity: Sensitivity = 3
    """How sure a passage must be when a story is opened."""
    notes: NotesGo = "here"
    """Where notes on shared passages go."""
    quit: Quits = "twice"
    """Whether leaving the app takes a second press."""
    citation: CitationStyle = DEFAULT_STYLE
    """How what is copied as a citation is written."""
    keymap: Keymap = DEFAULT_KEYMAP
    """The keys in force."""
    template: Path | None = None
    """The template of Markdown exports; None is Copydesk's own."""


DEFAULTS = Configuration()


def read_configuration(path: Path) -> Configuration:
    """Return what the file says; the defaults where there is none.

    `ConfigurationError` for the first mistake in it, `OSError` or `ReadError` where it cannot be
    read.
    """
    if check_regular(path) is None:
        return DEFAULTS
    return _Reader(path.name).read(read_file(path))


class _Reader:
    """Reads one file; `name` is what its mistakes are told under."""

    def __init__(self, name: str) -> None:
        self._name = name

    def read(self, data: bytes) -> Configuration:
        settings = self._parse(data)
        for setting in settings:
            if setting not in _SETTINGS:
                self._refuse("setting", setting, _SETTINGS)
        return Configuration(
            self._read_theme(settings.get("theme")),
            cast(Sensitivity, self._read_choice(settings, "sensitivity", (1, 2, 3))),
            cast(NotesGo, self._read_choice(settings, "notes", ("here", "every copy"))),
            cast(Quits, self._read_choice(settings, "quit", ("twice", "at once"))),
            self._read_citation(settings.get("citation", {})),
            self._read_keymap(settings.get("keys", {})),
            self._read_path(settings.get("template"), "template"),
        )

    def _parse(self, data: bytes) -> dict[str, object]:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise ConfigurationError(f"{self._name}, line {line}: this is not UTF-8.") from error
        try:
            return tomllib.loads(text)
        except (ValueError, RecursionError) as error:
            reason = str(error)
            at = _AT_LINE.search(reason)
            if at:
                line, reason = int(at[1]), reason[: at.start()]
            else:
                line, reason = text.rstrip().count("\n") + 1, reason.removesuffix(_AT_END)
            reason = f"{reason[:1].lower()}{reason[1:].rstrip('.')}"
            raise ConfigurationError(f"{self._name}, line {line}: {reason}.") from error

    def _read_theme(self, theme: object) -> str | None:
        if theme is None:
            return None
        from tui.config.themes import THEME_NAMES  # brings Textual with it

        if not isinstance(theme, str):
            self._fail(f"“theme” must be the name of a theme, not {_quote(theme)}.")
        if theme not in THEME_NAMES:
            self._refuse("theme", theme, THEME_NAMES)
        return theme

    def _read_path(self, written: object, name: str) -> Path | None:
        if written is None:
            return None
        if not isinstance(written, str) or not written:
            self._fail(f"“{name}” must be the path of a file, not {_quote(written)}.")
        try:
            return parse_path(written)
        except ValueError as error:
            self._fail(f"“{name}”: {error}.")

    def _read_choice(
        self, settings: dict[str, object], name: str, choices: tuple[object, ...]
    ) -> object:
        if name not in settings:
            return getattr(DEFAULTS, name)
        chosen = settings[name]
        # True equals 1 and is none of the steps.
        if not any(chosen == one and type(chosen) is type(one) for one in choices):
            told = [_quote(one) for one in choices]
            allowed = f"{', '.join(told[:-1])} or {told[-1]}"
            self._fail(f"“{name}” must be {allowed}, not {_quote(chosen)}.")
        return chosen

    def _read_citation(self, table: object) -> CitationStyle:
        if not isinstance(table, dict):
            self._fail("“citation” must be a table, [citation], with a “style” in it.")
        for setting in table:
            if setting != "style":
                self._refuse("setting", setting, ("style",), "[citation]")
        style = table.get("style")
        if style is None:
            return DEFAULTS.citation
        about = "“style” in [citation]"
        if not isinstance(style, str):
            self._fail(f"{about} must be the name of a style or a template, not {_quote(style)}.")
        if "{" not in style and "}" not in style:
            if style not in STYLES:
                self._refuse("style", style, STYLES, "[citation]")
            return STYLES[style]
        try:
            wrong = find_unknown(style)
        except TemplateError as error:
            self._fail(f"{about}: {error}.")
        if wrong:
            near, told = _find_nearest(wrong[0], PLACEHOLDERS), shorten(wrong[0], _VALUE)
            self._fail(f"{about}: there is no “{{{told}}}”; did you mean “{{{near}}}”?")
        return CitationStyle(style)

    def _read_keymap(self, places: object) -> Keymap:
        if not isinstance(places, dict):
            self._fail("“keys” must be a table for each place, such as [keys.compare].")
        changes: dict[tuple[Where, str], list[str]] = {}
        for written, actions in places.items():
            if not isinstance(actions, dict):
                self._fail(
                    f"“{written}” must stand in the table of a place, such as [keys.compare]."
                )
            place = cast(Where, re.sub("[-_]", " ", written))
            place = FORMER_PLACES.get(place, place)
            if place not in PLACES:
                self._refuse("place", written, map(_name_table, PLACES), "[keys]")
            for name, keys in actions.items():
                action: str = FORMER_ACTIONS.get((place, name)) or name
                self._check_action(place, action)
                about = f"“{name}” in [keys.{_name_table(written)}]"
                if (place, action) in changes:
                    self._fail(
                        f"{about} is “{action}” in [keys.{_name_table(place)}], set there too."
                    )
                changes[place, action] = self._read_keys(place, action, keys, about)
        keymap = Keymap(changes)
        clash = keymap.find_clash()
        if clash is not None:
            first, second = (f"“{key.action}” ({key.where})" for key in clash[1:])
            key = spell_key(clash.key)
            self._fail(f"“{key}” is both {first} and {second}; give one of them another key.")
        return keymap

    def _check_action(self, place: Where, action: str) -> None:
        places = [key.where for key in DEFAULT_KEYMAP.rows if key.action == action]
        if place in places:
            return
        where = f"[keys.{_name_table(place)}]"
        if places:
            told = f"there is no action “{action}” in {where}"
            self._fail(f"{told}; it stands in [keys.{_name_table(places[0])}].")
        actions = [key.action for key in DEFAULT_KEYMAP.keys_of(place)]
        self._refuse("action", action, actions, where)

    def _read_keys(self, place: Where, action: str, keys: object, about: str) -> list[str]:
        written = keys if isinstance(keys, list) else [keys]
        names = []
        for one in written:
            if not isinstance(one, str):
                self._fail(f"{about} must be a key or a list of keys, not {_quote(one)}.")
            name = parse_key(one)
            if name is None:
                near, told = _find_nearest_key(one), shorten(one, _VALUE)
                self._fail(f"{about}: there is no key “{told}”; did you mean “{near}”?")
            if name == _QUITS:
                self._fail(f"{about}: “{_QUITS}” always quits; give it another key.")
            if place in WRITING and is_writing(name):
                told = f"{about}: “{one}” is needed for writing"
                self._fail(f"{told}; take one with ctrl or alt, or a function key.")
            names.append(name)
        row = DEFAULT_KEYMAP.find_row(place, action)
        if row.is_numbered and len(names) > len(row.names):
            self._fail(f"{about} takes {len(row.names)} keys at most, not {len(names)}.")
        return list(dict.fromkeys(names))

    def _refuse(self, kind: str, wrong: str, right: Iterable[str], where: str = "") -> NoReturn:
        told = f"there is no {kind} “{shorten(wrong, _VALUE)}”{where and f' in {where}'}"
        self._fail(f"{told}; did you mean “{_find_nearest(wrong, right)}”?")

    def _fail(self, sentence: str) -> NoReturn:
        raise ConfigurationError(f"{self._name}: {sentence}")


def _find_nearest(wrong: str, right: Iterable[str]) -> str:
    """Return the likeliest of the right names; the first of equals."""
    names = list(right)
    from rapidfuzz import fuzz, process  # only where something is written wrong

    found = process.extractOne(wrong, names, scorer=fuzz.ratio, processor=str.lower)
    return found[0] if found else names[0]


def _find_nearest_key(wrong: str) -> str:
    *modifiers, key = wrong.split("+")
    parts = [_find_nearest(modifier, MODIFIERS) for modifier in dict.fromkeys(modifiers)]
    parts.append(key if parse_key(key) else _find_nearest(key, KEY_NAMES))
    return spell_key("+".join(parts))


def _name_table(place: str) -> str:
    """Return how a place is written as a table of TOML."""
    return place.replace(" ", "-")


def _quote(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return shorten(f"“{value}”" if isinstance(value, str) else str(value), _VALUE)
