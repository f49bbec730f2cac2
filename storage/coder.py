"""Who codes in an open library."""

from __future__ import annotations

from typing import NamedTuple


class Coder(NamedTuple):
    """Whoever works in an open library."""

    name: str = ""
    """What their annotations are signed with; empty where nobody is named."""
    is_blind: bool = False
    """Whether they see nothing of what others coded; only who is named can."""
    hides_names: bool = False
    """Whether titles, outlets, authors and addresses of articles are hidden from them."""


NOBODY = Coder()


def name_coder(coder: str) -> str:
    """Return what a coder is called in a table, who may have no name."""
    return coder or "(nobody)"
