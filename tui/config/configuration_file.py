"""What the user has set in `config.toml`; every mistake in it is one sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast, get_args

from storage.coder import NOBODY, Coder
from storage.errors import CopydeskError
from storage.export.citation.citation_style import (
    PLACEHOLDERS,
    STYLES,
    CitationStyle,
    TemplateError,
    find_unknown,
)
from storage.files import read_file
from storage.paths import parse_path
from storage.regular_files import check_regular
from storage.wording.coder_names import check_coder_name
from tui.config.configuration import (
    DEFAULTS,
    CodingOrder,
    Configuration,
    NotesGo,
    Quits,
    Sensitivity,
)
from tui.config.keymap_settings import read_keymap
from tui.config.mistakes import Mistakes, cut, fail, find_nearest, quote, refuse
from tui.keys.keymap import Keymap

_CHOICES: dict[str, tuple[object, ...]] = {
    "sensitivity": get_args(Sensitivity),
    "notes": get_args(NotesGo),
    "quit": get_args(Quits),
    "blind": (True, False),
    "coding_order": get_args(CodingOrder),
    "hide_outlets": (True, False),
}
_SETTINGS = (
    *("theme", "sensitivity", "notes", "quit"),
    *("coder", "blind", "coding_order", "hide_outlets", "citation", "template", "keys"),
)
_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$")
_AT_END = " (at end of document)"
_T = TypeVar("_T")


class ConfigurationError(CopydeskError):
    """The configuration file says something that cannot be done: all that is wrong in it."""

    def __init__(self, *sentences: str) -> None:
        super().__init__("\n".join(sentences))
        self._sentences = sentences

    @property
    def sentences(self) -> tuple[str, ...]:
        """One for each mistake, in the order of the settings."""
        return self._sentences


def read_configuration(path: Path) -> Configuration:
    """Return what the file says; the defaults where there is none.

    `ConfigurationError` for the mistakes in it, all of them unless it is no TOML; `OSError` or
    `ReadError` where it cannot be read.
    """
    if check_regular(path) is None:
        return DEFAULTS
    return _Reader(path.name).read(read_file(path))


def read_coder(path: Path) -> Coder:
    """Return who codes, and what is hidden from them, as the file says; errors as above.

    No command is to fail for a mistake in what only the app needs: a file that is no TOML is one
    only where it may say so.
    """
    data = b"" if check_regular(path) is None else read_file(path)
    if not any(name in data for name in (b"coder", b"blind", b"hide_outlets")):
        return NOBODY
    return _Reader(path.name).read_coder(data)


class _Reader:
    """Reads one file; `name` is what its mistakes are told under."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._mistakes = Mistakes()

    def read(self, data: bytes) -> Configuration:
        settings = self._parse(data)
        for setting in settings:
            if setting not in _SETTINGS:
                with self._mistakes.noting():
                    refuse("setting", setting, _SETTINGS)
        coder = self._read_coder(settings)
        configuration = Configuration(
            theme=self._try(_read_theme, settings, "theme"),
            sensitivity=cast(Sensitivity, self._try(_read_choice, settings, "sensitivity")),
            notes=cast(NotesGo, self._try(_read_choice, settings, "notes")),
            quit=cast(Quits, self._try(_read_choice, settings, "quit")),
            coder=coder.name,
            blind=coder.is_blind,
            coding_order=cast(CodingOrder, self._try(_read_choice, settings, "coding_order")),
            hide_outlets=coder.hides_names,
            citation=self._try(_read_citation, settings, "citation"),
            keymap=self._read_keymap(settings.get("keys", {})),
            template=self._try(_read_path, settings, "template"),
        )
        self._tell_mistakes()
        return configuration

    def read_coder(self, data: bytes) -> Coder:
        coder = self._read_coder(self._parse(data))
        self._tell_mistakes()
        return coder

    def _read_coder(self, settings: dict[str, object]) -> Coder:
        name = self._try(_read_coder_name, settings, "coder")
        is_blind = cast(bool, self._try(_read_choice, settings, "blind"))
        hides_names = cast(bool, self._try(_read_choice, settings, "hide_outlets"))
        return Coder(name, is_blind=is_blind, hides_names=hides_names)

    def _tell_mistakes(self) -> None:
        if self._mistakes.sentences:
            raise ConfigurationError(
                *(f"{self._name}: {sentence}" for sentence in self._mistakes.sentences)
            )

    def _try(self, read: Callable[[str, object], _T], settings: dict[str, object], name: str) -> _T:
        """Return what is set under a name; the default where nothing is, or it is a mistake."""
        if name in settings:
            with self._mistakes.noting():
                return read(name, settings[name])
        return cast(_T, getattr(DEFAULTS, name))

    def _read_keymap(self, places: object) -> Keymap:
        return read_keymap(places, self._mistakes)

    def _parse(self, data: bytes) -> dict[str, object]:
        import tomllib  # most users have set nothing

        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise ConfigurationError(f"{self._name}, line {line}: not UTF-8.") from error
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


def _read_theme(name: str, theme: object) -> str | None:
    from tui.config.themes import THEME_NAMES  # brings Textual with it

    if not isinstance(theme, str):
        fail(f"“{name}” must be the name of a theme, not {quote(theme)}.")
    if theme not in THEME_NAMES:
        refuse("theme", theme, THEME_NAMES)
    return theme


def _read_coder_name(name: str, written: object) -> str:
    if not isinstance(written, str):
        fail(f"“{name}” must be the name of who codes, not {quote(written)}.")
    try:
        return check_coder_name(written)
    except CopydeskError as error:
        fail(f"“{name}”: {error}")


def _read_path(name: str, written: object) -> Path | None:
    if not isinstance(written, str) or not written:
        fail(f"“{name}” must be the path of a file, not {quote(written)}.")
    try:
        return parse_path(written)
    except ValueError as error:
        fail(f"“{name}”: {error}.")


def _read_choice(name: str, chosen: object) -> object:
    # True equals 1 and is none of the steps.
    choices = _CHOICES[name]
    if not any(chosen == one and type(chosen) is type(one) for one in choices):
        told = [quote(one) for one in choices]
        allowed = f"{', '.join(told[:-1])} or {told[-1]}"
        fail(f"“{name}” must be {allowed}, not {quote(chosen)}.")
    return chosen


def _read_citation(_name: str, table: object) -> CitationStyle:
    if not isinstance(table, dict):
        fail("“citation” must be a table, [citation], with a “style” in it.")
    for setting in table:
        if setting != "style":
            refuse("setting", setting, ("style",), "[citation]")
    style = table.get("style")
    if style is None:
        return DEFAULTS.citation
    about = "“style” in [citation]"
    if not isinstance(style, str):
        fail(f"{about} must be the name of a style or a template, not {quote(style)}.")
    if "{" not in style and "}" not in style:
        if style not in STYLES:
            refuse("style", style, STYLES, "[citation]")
        return STYLES[style]
    try:
        wrong = find_unknown(style)
    except TemplateError as error:
        fail(f"{about}: {error}.")
    if wrong:
        near, told = find_nearest(wrong[0], PLACEHOLDERS), cut(wrong[0])
        fail(f"{about}: there is no “{{{told}}}”; did you mean “{{{near}}}”?")
    return CitationStyle(style)
