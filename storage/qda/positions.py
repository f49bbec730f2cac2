"""Positions in a text as programs count them, and as they are counted here.

REFI-QDA has code points of the text's file, from 0, and the end behind the last. Programs differ: a
line break of two signs, CR and LF, is one in ATLAS.ti; those that are written for .NET, Java or a
browser may count UTF-16 code units. What a file does is told by the words that its selections are
named by; where none tells, its program is believed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storage.anchoring.utf16 import Utf16

_COMPARED = 24
"""Signs of a selection's name that are held against the words at its place."""
_CUT = ".…"
"""What programs end a name with that is not all of the words."""


class Stretch(NamedTuple):
    """A selection as a file tells it."""

    start: int
    end: int
    name: str = ""
    """Its first words, where it is named by them."""


class Positions:
    """Tells where selections stand in a text whose line breaks have become LF."""

    def __init__(self, raw: str, stretches: Sequence[Stretch], *, breaks_are_one: bool = False):
        """Take the text of a file and its selections.

        `breaks_are_one` says how CR and LF are counted where nothing else tells.
        """
        self.text = unify_breaks(raw)
        ways = [(breaks_are_one, False), (not breaks_are_one, False)]
        if _is_wide(self.text):
            ways += [(one, True) for one, _ in ways]
        self._counts = _list_different(_Count(raw, self.text, *way) for way in ways)
        self._count = self._counts[0]
        if len(self._counts) > 1:
            told = [self._count_true(count, stretches) for count in self._counts]
            self._count = self._counts[told.index(max(told))]

    def find(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a selection stands; None where that is no stretch of the text."""
        if not 0 <= start < end:
            return None
        begin, stop = self._count.find(start), self._count.find(end)
        return (begin, stop) if begin < stop <= len(self.text) else None

    def _count_true(self, count: _Count, stretches: Iterable[Stretch]) -> int:
        """Return how many of the selections begin, and end, as the names that they have do."""
        true = 0
        for start, end, name in stretches:
            wanted = _fold(name.rstrip(_CUT))
            if wanted and 0 <= start < end:
                there = self.text[count.find(start) : count.find(end)]
                begins = _fold(there[: 4 * _COMPARED]).startswith(wanted[:_COMPARED])
                true += begins and there[:1].isspace() == name[:1].isspace()
                true += there[-1:] == name[-1:]
            true -= count.find(end) > len(self.text)
        return true


class _Count:
    """One way to count: whether CR and LF are one, and whether code units are counted."""

    def __init__(self, raw: str, text: str, breaks_are_one: bool, in_units: bool) -> None:
        counted = text if breaks_are_one else raw
        self._points = Utf16(counted) if in_units else None
        # Where each LF stands in what is counted that is not in the text by itself.
        self._dropped = [] if breaks_are_one else _find_pairs(raw)
        self.key = tuple(self._dropped), in_units

    def find(self, offset: int) -> int:
        """Return the place in the text of an offset counted this way."""
        points = self._points.count_points(offset) if self._points else offset
        return points - bisect_left(self._dropped, points)


def unify_breaks(raw: str) -> str:
    """Return a text as it is stored."""
    return raw.replace("\r\n", "\n").replace("\r", "\n")


def _list_different(counts: Iterable[_Count]) -> list[_Count]:
    """Return the first of those that count alike."""
    return list({count.key: count for count in reversed(list(counts))}.values())[::-1]


def _find_pairs(raw: str) -> list[int]:
    found = []
    at = raw.find("\r\n")
    while at >= 0:
        found.append(at + 1)
        at = raw.find("\r\n", at + 2)
    return found


def _is_wide(text: str) -> bool:
    return not text.isascii() and max(text) > "\uffff"


def _fold(words: str) -> str:
    return "".join(words.split())
