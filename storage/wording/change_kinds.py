"""What changes between versions are called, wherever people read of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.wording.plural import pluralize

if TYPE_CHECKING:
    from textreuse import ChangeKind  # the engine is not needed to name them

_NAMES: dict[ChangeKind, tuple[str, str]] = {
    "correction": ("correction", "corrections"),
    "figure": ("figure or date", "figures or dates"),
    "quotation": ("quotation", "quotations"),
    "name": ("name", "names"),
    "negation": ("negation", "negations"),
    "removed": ("removed", "removed"),
    "added": ("added", "added"),
    "wording": ("wording", "wordings"),
    "moved": ("moved", "moved"),
    "typography": ("typography", "typography"),
}
"""One and many, from the weightiest to the least."""


def name_change(kind: ChangeKind) -> str:
    """Return what one change of a kind is called."""
    return _NAMES[kind][0]


def count_changes(kind: ChangeKind, count: int) -> str:
    """Return how many changes of a kind there are: `2 figures or dates`."""
    return pluralize(count, *_NAMES[kind])
