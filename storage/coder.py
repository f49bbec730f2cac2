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

    def may_change(self, made_by: str) -> bool:
        """Tell whether what somebody coded is changed by coding anew; others' stands beside it.

        What nobody has signed is everybody's, and who has no name keeps the whole library.
        """
        return not self.name or made_by in ("", self.name)


NOBODY = Coder()


def name_coder(coder: str) -> str:
    """Return what a coder is called in a table, who may have no name."""
    return coder or "(nobody)"
