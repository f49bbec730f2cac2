"""Shares as people read them."""

from __future__ import annotations


def percent(part: int, whole: int) -> str:
    """Return a share in whole per cent; 0 % and 100 % only where it is exactly that."""
    if not whole or not part:
        return "0%"
    if part == whole:
        return "100%"
    return f"{min(99, max(1, round(100 * part / whole)))}%"
