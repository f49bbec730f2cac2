"""The order in which articles were published, as far as their dates tell it."""

from __future__ import annotations

from collections.abc import Sequence

_DAY = len("2026-03-05")


def ranks(published: Sequence[str | None]) -> list[int | None]:
    """Return the place of each in the order of dates, from 1; None where no date is known.

    `published` holds ISO 8601 dates or times in UTC. Equal dates have the same place, and so has
    a whole day of which one date is known without its time: nothing tells what came first on it.
    """
    whole_days = {date for date in published if date and len(date) == _DAY}
    keys = [
        date[:_DAY] if date and date[:_DAY] in whole_days else date or None for date in published
    ]
    known = [key for key in keys if key is not None]
    return [None if key is None else 1 + sum(other < key for other in known) for key in keys]


def in_order(letters: Sequence[str], published: Sequence[str | None]) -> str:
    """Return the letters of the dated articles, earliest first: `A, B = C, D`.

    Empty where no date is known; `=` stands between those that have the same place.
    """
    places: dict[int, list[str]] = {}
    for letter, rank in zip(letters, ranks(published), strict=True):
        if rank is not None:
            places.setdefault(rank, []).append(letter)
    return ", ".join(" = ".join(places[rank]) for rank in sorted(places))
