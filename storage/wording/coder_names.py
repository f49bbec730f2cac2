"""What a coder may be called."""

from __future__ import annotations

from storage.errors import CopydeskError
from storage.wording.terminal_text import clean_line

LONGEST = 60
"""Characters of a coder's name."""


def clean_coder_name(name: str) -> str:
    """Return a name as annotations are signed with it: one line, cut to `LONGEST`."""
    return clean_line(name)[:LONGEST].strip()


def check_coder_name(name: str) -> str:
    """Return a name that somebody gave, clean; `CopydeskError` where nothing, or too much, is left.

    A name that is cut could be another's.
    """
    clean = clean_line(name)
    if not clean or len(clean) > LONGEST:
        raise CopydeskError(f"A coder's name must have 1 to {LONGEST} characters.")
    return clean
