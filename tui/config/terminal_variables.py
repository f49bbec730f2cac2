"""What the environment tells Textual of the terminal: what it could not use counts as not told.

Textual takes its variables as it is imported, and some of them as they stand.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from pathlib import Path

from storage.regular_files import check_regular

_COLOUR_SYSTEMS = ("auto", "standard", "256", "truecolor", "windows")
_PREFIX = "TEXTUAL_"


def drop_unusable(environment: MutableMapping[str, str]) -> None:
    """Take out of the environment what names nothing, or no value that works."""
    for name, value in list(environment.items()):
        is_usable = _USABLE.get(name)
        if (is_usable and not is_usable(value)) or (name.startswith(_PREFIX) and not value):
            del environment[name]


def _is_number(most: int) -> Callable[[str], bool]:
    digits = len(str(most))

    def is_usable(value: str) -> bool:
        is_short = value.isascii() and value.isdigit() and len(value) <= digits
        return is_short and 1 <= int(value) <= most

    return is_usable


def _can_be_logged_to(value: str) -> bool:
    path = Path(value)
    try:
        check_regular(path)
    except OSError:
        return False
    return path.parent.is_dir()


_USABLE: dict[str, Callable[[str], bool]] = {
    "TEXTUAL_COLOR_SYSTEM": _COLOUR_SYSTEMS.__contains__,
    "TEXTUAL_FPS": _is_number(1_000),
    "TEXTUAL_LOG": _can_be_logged_to,
    "TEXTUAL_SCREENSHOT": _is_number(1_000_000),
    "TEXTUAL_SCREENSHOT_LOCATION": lambda value: Path(value).is_dir(),
    "ESCDELAY": _is_number(60_000),
    "COLUMNS": _is_number(10_000),
    "LINES": _is_number(10_000),
}
"""By the names of variables, whether a value works."""
