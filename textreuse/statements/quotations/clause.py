"""What a piece of a sentence is, and what it speaks of: values alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from textreuse.statements.names.name import Name

SILENT = ""
"""The head of a pronoun that is not written: the subject that a verb has in itself."""


@dataclass(frozen=True)
class Reference:
    """Words that stand for somebody: `first:last`."""

    kind: Literal["name", "pronoun", "noun"]
    first: int
    last: int
    head: str
    """The pronoun or the noun, folded; of a name its last word."""
    name: Name | None = None
    is_definite: bool = False
    """Whether it has been named before: "the senator", "her lawyer"."""
    possessor: Reference | None = None
    is_governed: bool = False
    """Whether a preposition stands before it: "for the senator"."""
    is_possessive: bool = False
    is_in_phrase: bool = False
    """Whether it is a name behind "the" or "a", which a noun may follow."""
    is_object: bool = False
    """Whether it stands behind a verb of saying, in its clause: "told the senator"."""


@dataclass
class Clause:
    """A piece of a sentence between commas and words that begin clauses."""

    opener: str
    """The word that begins it, or a comma; empty at the start."""
    first: int
    last: int
    references: list[Reference] = field(default_factory=list)
