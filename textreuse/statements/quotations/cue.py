"""What a cue is: words that say who is quoted."""

from __future__ import annotations

from typing import NamedTuple

from textreuse.statements.quotations.clause import Reference


class Cue(NamedTuple):
    """Who is quoted."""

    reference: Reference
    is_plain: bool
    """Whether a plain verb of saying, a colon or "according to" tells it."""
    distance: int
    """Words between the verb and the quotation."""
    is_direct: bool
    """Whether the quotation is the whole of what was said: a comma, colon or point parts it."""


_THINGS = frozenset("it es they we ils elles wir".split())


def is_person(cue: Cue) -> bool:
    """Tell whether a cue names a person, or has a pronoun for one."""
    one = cue.reference
    if one.name is not None:
        return one.name.kind == "person"
    return one.kind == "pronoun" and one.head not in _THINGS
