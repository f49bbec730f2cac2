"""What configurations of earlier versions say of keys, and what their own keys come before."""

from __future__ import annotations

from tui.keys.table import Where

FORMER_PLACES: dict[str, Where] = {"bin": "trash", "tags": "codebook"}
"""Places by the names that earlier versions had for them; a configuration may still say so."""
FORMER_ACTIONS: dict[tuple[Where, str], str] = {
    ("compare", "twin"): "next_copy",
    ("library", "bin"): "trash",
    ("library", "open_bin"): "open_trash",
}
"""Actions of a place by the names that earlier versions had for them, likewise."""

YIELDING: frozenset[tuple[Where, str]] = frozenset(
    {("compare", "next_of_all"), ("compare", "previous_of_all")}
)
"""Actions whose keys a configuration may have given to others before: there they have none."""
