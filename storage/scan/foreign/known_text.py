"""What is known of a text of which only passages are, as one text in which each has its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

LEFT_OUT = "\n\n[…]\n\n"
"""Stands between two passages for what is not known."""

Stretch = tuple[int, int]


class KnownText(NamedTuple):
    """A text, and where in it stands what is known to stand in another."""

    text: str
    places: Mapping[Stretch, Stretch]


def join_pieces(pieces: Iterable[tuple[int, int, str]]) -> KnownText:
    """Return stretches of a text, each from where to where and what it says, as one text.

    What overlaps is told once, as far as it says the same; what lies apart is parted by `LEFT_OUT`.
    """
    text = ""
    first = part = end = 0
    """Where the last part begins, in the whole text and in this one, and where it ends there."""
    places: dict[Stretch, Stretch] = {}
    for begin, stop, said in sorted(pieces, key=lambda one: (one[0], -one[1], one[2])):
        at = _find_overlap(text[part:], said, begin - first) if text and begin <= end else None
        if at is None:
            text = f"{text}{LEFT_OUT}" if text else ""
            first, part, at = begin, len(text), 0
        text = text[: part + at] + max(text[part + at :], said, key=len)
        places[begin, stop] = part + at, part + at + len(said)
        end = max(end, stop)
    return KnownText(text, places)


def place_in_file(content: bytes, pieces: Iterable[tuple[int, int, str]]) -> KnownText | None:
    """Return the text of a file, and where in it the stretches between two bytes of it stand.

    None where it is no UTF-8, or has at these places what was not found there: it is another file,
    or one with markup.
    """
    places: dict[Stretch, Stretch] = {}
    try:
        text = content.decode("utf-8")
        for begin, stop, said in pieces:
            before, inside = content[:begin].decode("utf-8"), content[begin:stop].decode("utf-8")
            if _fold(inside) != _fold(said):
                return None
            places[begin, stop] = len(before), len(before) + len(inside)
    except UnicodeDecodeError:
        return None
    return KnownText(text, places)


def _fold(text: str) -> str:
    return " ".join(text.split())


def _find_overlap(part: str, said: str, at: int) -> int | None:
    """Return where in a part a stretch begins that overlaps it; None where it says otherwise."""
    # Bytes of a text are more than its signs: then it is not there, whatever it says.
    if at <= len(part) and said.startswith(part[at : at + len(said)]):
        return at
    inside = part.find(said)
    return None if inside < 0 else inside
