"""A project of a program for qualitative data analysis, whichever it is, as plain values.

Codes are the names of tags. Times are as the library writes them, empty where none is told. Guids
are in small letters and without braces.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from storage.tables.codebook_entry import CodebookEntry


class CodedPlace(NamedTuple):
    """A stretch of a text that was coded, noted or only marked."""

    guid: str
    start: int
    end: int
    """In code points of the text as it is stored here; not empty."""
    codes: tuple[str, ...] = ()
    note: str = ""
    coder: str = ""
    created: str = ""
    updated: str = ""


class WholeCoding(NamedTuple):
    """A code of a whole text."""

    code: str
    coder: str = ""


class Memo(NamedTuple):
    """What somebody says of a whole text, of a set or of the project."""

    guid: str
    text: str
    coder: str = ""
    created: str = ""
    updated: str = ""


class Value(NamedTuple):
    """What a text has of a variable."""

    variable: str
    value: str


class CodedText(NamedTuple):
    """A text with all that was said of it."""

    guid: str
    name: str
    text: str
    """As it is stored here: line breaks are LF."""
    places: tuple[CodedPlace, ...] = ()
    codings: tuple[WholeCoding, ...] = ()
    memos: tuple[Memo, ...] = ()
    values: tuple[Value, ...] = ()


class TextSet(NamedTuple):
    """Texts that belong together."""

    guid: str
    name: str
    texts: tuple[str, ...]
    """Guids."""
    memos: tuple[Memo, ...] = ()


class NotHeld(NamedTuple):
    """What is in a project and has no place here."""

    name: str
    why: str
    """In words that follow the name."""


@dataclass(frozen=True, slots=True)
class Project:
    """All that a project holds of texts and of what was coded in them."""

    name: str = ""
    origin: str = ""
    """The program that wrote it."""
    codes: tuple[CodebookEntry, ...] = ()
    texts: tuple[CodedText, ...] = ()
    sets: tuple[TextSet, ...] = ()
    copies: tuple[tuple[str, ...], ...] = ()
    """Guids of selections that are places of one annotation, its first place first."""
    memos: tuple[Memo, ...] = ()
    """What is said of the whole project."""
    left_out: tuple[NotHeld, ...] = ()
    notices: tuple[str, ...] = ()
    """What was read otherwise than it is there, a sentence each."""

    @property
    def coders(self) -> list[str]:
        """The names of all who coded or wrote memos, in alphabetical order."""
        memos = [*self.memos, *(memo for one in self.sets for memo in one.memos)]
        found = {memo.coder for memo in memos}
        for coded in self.texts:
            found |= {one.coder for one in coded.places}
            found |= {one.coder for one in coded.codings}
            found |= {memo.coder for memo in coded.memos}
        return sorted(found - {""})


def join_memos(memos: Iterable[Memo]) -> str:
    """Return memos as one text, for programs that have no more than one."""
    return "\n\n".join(memo.text for memo in memos)
