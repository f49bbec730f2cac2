"""The order in which articles were published, as far as their dates tell it.

Dates are days, or times in UTC, in ISO 8601. Nothing tells what came first on a day of which one
date has no time: all of that day have one place in the order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

_DAY = len("2026-03-05")


def has_time(published: str | None) -> bool:
    """Tell whether more than the day is known."""
    return len(published or "") > _DAY


def rank_dates(published: Sequence[str | None]) -> list[int | None]:
    """Return the place of each date in their order, from 1; None where no date is known.

    Equal dates have the same place, and so have all of a day of which one has no time.
    """
    whole_days = {date for date in published if date and not has_time(date)}
    keys = [
        date[:_DAY] if date and date[:_DAY] in whole_days else date or None for date in published
    ]
    known = sorted(key for key in keys if key is not None)
    return [None if key is None else 1 + bisect_left(known, key) for key in keys]
