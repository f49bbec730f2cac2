"""What changes between versions are called, wherever people read of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textreuse import ChangeKind  # the engine is not needed to name them

CHANGE_NAMES: dict[ChangeKind, str] = {
    "correction": "correction",
    "figure": "figure or date",
    "quotation": "quotation",
    "name": "name",
    "negation": "negation",
    "removed": "removed",
    "added": "added",
    "wording": "wording",
    "moved": "moved",
    "typography": "typography",
}
"""From the weightiest to the least."""
