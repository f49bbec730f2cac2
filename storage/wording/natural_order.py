"""The order of names in a list: numbers in them by what they are worth."""

from __future__ import annotations

import re
from functools import lru_cache

_NUMBER = re.compile(r"([0-9]+)")

Rank = tuple[tuple[tuple[int, str], ...], str]


@lru_cache(maxsize=4096)
def rank_naturally(name: str) -> Rank:
    """Return what names are sorted by: case makes no difference, and 2 stands before 10.

    Of names that are equal but for case, or zeros in front of numbers, the order is by code points.
    """
    # Words and numbers take turns. A number is as long as it is great: it may be of any length,
    # and `int` takes only some thousand digits.
    parts = _NUMBER.split(name.casefold())
    numbers = (part.lstrip("0") for part in parts[1::2])
    ranked = [(0, part) for part in parts]
    ranked[1::2] = [(len(number), number) for number in numbers]
    return tuple(ranked), name
