"""Names that are too long for their column, cut so that each can still be told from the others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property

from rich.cells import cell_len, set_cell_size

_TELLING = 8
"""Cells of what is a name's own that it shows at its end, or a third of the width if that is less;
else its beginning goes."""
_APOSTROPHES = "'’"


def cut_end(text: str, width: int) -> str:
    """Return `text` in at most `width` cells of a terminal; where its end is left out, `…` says so.

    Less than a cell has room for nothing.
    """
    if cell_len(text) <= width:
        return text
    return f"{set_cell_size(text, width - 1).rstrip()}…" if width > 0 else ""


def cut_names(names: Iterable[str], width: int) -> list[str]:
    """Return the names of one column, in their order, each as `NameCutter` cuts it."""
    listed = list(names)
    cutter = NameCutter(listed)
    return [cutter.cut(name, width) for name in listed]


class NameCutter:
    """Cuts the names of one list or column.

    Of a name that says early what is its own the end is left out. Where others begin with the same
    words for so long that they would look alike, the common beginning is left out instead, by
    whole words as far as that goes.
    """

    def __init__(self, names: Iterable[str] | Callable[[], Iterable[str]]) -> None:
        """Take the names of the list, or what gives them once one is too long."""
        self._given = names

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._given() if callable(self._given) else self._given)

    def cut(self, name: str, width: int) -> str:
        """Return `name` in at most `width` cells; `…` stands for what is left out."""
        if cell_len(name) <= width:
            return name
        common = self._count_common(name)
        start = _find_start(name, common, width - 1)
        if not start or cell_len(name[:common]) + min(_TELLING, width // 3) < width:
            return cut_end(name, width)
        return cut_end(f"…{name[start:]}", width)

    def _count_common(self, name: str) -> int:
        """Return with how many of its characters some other name begins too."""
        others = self._sorted
        near = bisect_left(others, name) - 1, bisect_right(others, name)
        return max(
            (_count_alike(name, others[at]) for at in near if 0 <= at < len(others)), default=0
        )


def _count_alike(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _find_start(name: str, common: int, room: int) -> int:
    """Return from where on a name is shown of which the first `common` characters others have too.

    It is the beginning of the word that differs; before that stands as much as there is room for.
    """
    word = common
    while word < len(name) - 1 and name[word].isspace():
        word += 1
    while word and _is_of_word(name, word - 1) and _is_of_word(name, word):
        word -= 1
    if cell_len(name[word:common]) > room - 2:
        word = common - 1  # a long word of which little is its own
    first = word
    while first and cell_len(name[first - 1 :]) <= room:
        first -= 1
    return next(
        (
            at
            for at in range(first, word)
            if _is_of_word(name, at) and not _is_of_word(name, at - 1)
        ),
        word,
    )


def _is_of_word(name: str, at: int) -> bool:
    return at < len(name) and (name[at].isalnum() or name[at] in _APOSTROPHES)
