"""How like two copies of a passage are, in a few words."""

from __future__ import annotations

from storage.passage_kinds import KIND_WORDS
from textreuse import Kind


def percent_same(similarity: float) -> str:
    """Return a similarity as per cent; 99.6 % is not the same words, and not called 100."""
    return f"{min(99, round(100 * similarity))}%"


def likeness(kind: Kind, similarity: float) -> str:
    """Return how like two copies of that kind are."""
    return KIND_WORDS[kind].likeness.format(percent_same(similarity))
