"""Shares, and how like two copies of a passage are, in per cent."""

from __future__ import annotations


def format_percent(part: int, whole: int) -> str:
    """Return a share in whole per cent; 0 % and 100 % only where it is exactly that."""
    if not whole or not part:
        return "0%"
    if part == whole:
        return "100%"
    return f"{min(99, max(1, round(100 * part / whole)))}%"


def format_similarity(similarity: float) -> str:
    """Return a similarity as per cent; 99.6 % is not the same words, and not called 100."""
    return f"{min(99, round(100 * similarity))}%"
