"""The names of tags: in one spelling, and as paths such as `claim/disputed`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from storage.errors import CopydeskError
from storage.wording.terminal_text import clean_line

LONGEST = 120
"""Characters of a tag's name."""


def clean_tags(names: Iterable[str]) -> list[str]:
    """Return tag names in one spelling, without those that are empty or repeated (but for case).

    A comma parts two tags, a slash a tag from its parent. No `#` in front; one line, as
    `clean_line` makes it.
    """
    cleaned: dict[str, str] = {}
    for name in ",".join(names).split(","):
        spaced = unicodedata.normalize("NFC", clean_line(name)).lstrip("# ")
        tag = "/".join(part for part in map(str.strip, spaced.split("/")) if part).lstrip("# ")
        if tag:
            cleaned.setdefault(tag.casefold(), tag)
    return list(cleaned.values())


def clean_tag(name: str) -> str:
    """Return one tag's name in its spelling; `CopydeskError` if there is none, or are several."""
    names = clean_tags([name])
    if len(names) != 1:
        raise CopydeskError("A tag needs a name without commas.")
    return names[0]


def list_ancestors(name: str) -> Iterator[str]:
    """Yield the names of a tag's parents, the nearest first."""
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name


def is_within(name: str, parent: str) -> bool:
    """Tell whether a tag is `parent` or lies below it, whatever their case."""
    name, parent = name.casefold(), parent.casefold()
    return name == parent or name.startswith(f"{parent}/")


def check_length(name: str) -> None:
    """Raise `CopydeskError` for a name that is longer than `LONGEST`."""
    if len(name) > LONGEST:
        raise CopydeskError(
            f"A tag can have at most {LONGEST} characters; “{name[:20]}…” has {len(name)}."
            " Separate tags with commas; put longer text in a note."
        )
