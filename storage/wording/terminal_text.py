"""Characters that would act on a terminal, or are none in a file, made visible instead."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from pathlib import Path

_CONTROLS = {code: 0x2400 + code for code in range(0x20)}
_DELETE = {0x7F: 0x2421}
# C1 controls start escape sequences; direction overrides reorder what stands beside them.
_C1 = range(0x80, 0xA0)
_DIRECTIONS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SUBSTITUTE = dict.fromkeys([*_C1, *_DIRECTIONS], 0x2426)
_BREAKS = {0x2028: 0x2424, 0x2029: 0x2424}
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
# Of these code points Unicode says that they will never be characters: YAML and HTML refuse them.
_LAST_TWO = (range(end, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF))
_NO_CHARACTERS = dict.fromkeys(chain(range(0xFDD0, 0xFDF0), *_LAST_TWO), 0xFFFD)
_SURROGATE = re.compile("[\ud800-\udfff]")
_ACTING = _CONTROLS | _DELETE | _SUBSTITUTE | _BREAKS | _SURROGATES
_IN_LINE = _ACTING | _NO_CHARACTERS
_IN_TEXT = {code: sign for code, sign in _IN_LINE.items() if code not in (0x09, 0x0A)}
# Terminals disagree whether a soft hyphen takes a cell.
_IN_FIELD = _IN_LINE | {0x09: 0x20, 0x0A: 0x20}
_ON_SCREEN = _IN_FIELD | {0xAD: 0x2010}
# What white space stands for, and what nothing does.
_CLEANED = (
    dict.fromkeys(_DIRECTIONS)
    | dict.fromkeys([*_CONTROLS, *_DELETE, *_C1, *_BREAKS], 0x20)
    | _NO_CHARACTERS
)

_ASKED = 80


def fit_utf8(text: str) -> str:
    """Return `text` as UTF-8 can hold it: half a surrogate pair becomes a question mark."""
    # Hardly any text has one, and to look for it takes no room.
    return _SURROGATE.sub("?", text) if _SURROGATE.search(text) else text


def find_controls(text: str) -> set[str]:
    """Return the characters of `text` that would act on a terminal."""
    return {sign for sign in text if ord(sign) in _ACTING}


def clean_line(text: str) -> str:
    """Return a name or headline as it is stored: one line without what acts on a terminal.

    Control characters are white space, of which a run is one space; what turns the direction of
    writing is left out, and what is no character is one that says so.
    """
    return " ".join(fit_utf8(text).translate(_CLEANED).split())


def clean_lines(text: str) -> str:
    """Return a text of several lines as it is stored: each line as `clean_line` makes it.

    None is empty at its ends, nor are two that follow each other.
    """
    lines = list(map(clean_line, text.splitlines()))
    kept = [line for line, above in zip(lines, ["", *lines], strict=False) if line or above]
    return "\n".join(kept).rstrip("\n")


def fold_line(text: str) -> str:
    """Return a name as it is compared with others: as it would be stored, in small letters."""
    return clean_line(text).casefold()


def reveal_line(text: str) -> str:
    """Return `text` fit for one line of a terminal; white space runs become one space."""
    line = " ".join(text.split())
    # Most names are plain, and that is quicker to see than to translate them.
    return line if line.isascii() and line.isprintable() else line.translate(_IN_LINE)


def reveal_stretch(text: str) -> str:
    """Return a part of a line; see `reveal_line`. White space at its ends stays, as one space."""
    middle = reveal_line(text)
    if not middle:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{middle}{' ' if text[-1].isspace() else ''}"


def reveal_path(path: Path) -> str:
    """Return a path fit for one line of a terminal; its spaces stay as they are."""
    return str(path).translate(_IN_LINE)


def reveal_text(text: str) -> str:
    """Return `text` fit for a terminal or file of several lines; line breaks and tabs stay."""
    return text.translate(_IN_TEXT)


def reveal_lines(text: str) -> list[str]:
    """Return the lines of `text`, whatever sign ends them, each as `reveal_text` returns it."""
    from textreuse import unify_line_breaks  # the engine is not needed to list articles

    return reveal_text(unify_line_breaks(text)).split("\n")


def reveal_field(text: str) -> str:
    """Return `text` to be edited on one line, code point for code point."""
    return text.translate(_IN_FIELD)


def reveal_cells(text: str) -> str:
    """Return `text` for drawing, code point for code point, so that offsets stay true."""
    return text.translate(_ON_SCREEN)


def reveal_json(document: str) -> str:
    """Return a JSON document with all in it escaped that would act on a terminal."""
    return document.translate(_list_json_escapes())


@cache
def _list_json_escapes() -> dict[int, str]:
    # JSON escapes the controls below U+0020 by itself, but not these.
    acting = (*_DELETE, *_SUBSTITUTE, *_BREAKS, *_SURROGATES)
    return {code: f"\\u{code:04x}" for code in acting}


def quote_asked(name: str) -> str:
    """Return what somebody asked for as an error repeats it: in quotes, and not at any length."""
    return f"“{shorten(name, _ASKED)}”"


def shorten(text: str, most: int) -> str:
    """Return `text` in at most `most` characters; where some are left out, `…` says so."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
