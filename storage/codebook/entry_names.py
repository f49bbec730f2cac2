"""What other programs call a code, as the name of a tag."""

from __future__ import annotations

from storage.errors import CopydeskError
from storage.tables.tag_names import LONGEST, clean_tag
from storage.wording.joined_words import join_some
from storage.wording.terminal_text import clean_line, shorten

_SHOWN = 40
"""Characters of a name in a notice."""


class NameCleaner:
    """Makes names of tags, and remembers what became of those that could not stay as they were."""

    def __init__(self) -> None:
        self._commas: list[str] = []
        self._signs: list[str] = []
        self._long: list[str] = []
        self._unnamed = 0

    def join(self, parent: str, name: str) -> str | None:
        """Return the path of what is called `name` below `parent`; None where it cannot be a tag.

        A slash in a name parts it from a parent of its own. A comma becomes a semicolon, for it
        parts two tags, and a `#` in front is left out.
        """
        own = clean_line(name)
        try:
            path = clean_tag("/".join(filter(None, [parent, own.replace(",", ";")])))
        except CopydeskError:
            path = parent
        if path == parent:
            self._unnamed += 1
            return None
        if len(path) > LONGEST:
            self._long.append(shorten(path, _SHOWN))
            return None
        if "," in own:
            self._commas.append(path)
        if own.startswith("#") and not parent:
            self._signs.append(path)
        return path

    @property
    def notices(self) -> list[str]:
        """What became of names, a sentence each."""
        told = {
            "A comma in a name became a semicolon: {}.": self._commas,
            "A # in front of a name was left out: {}.": self._signs,
            f"Left out: {{}} — a name can have at most {LONGEST} characters.": self._long,
        }
        notices = [words.format(join_some(names)) for words, names in told.items() if names]
        if self._unnamed:
            notices.append(f"Left out {self._unnamed} without a name.")
        return notices
