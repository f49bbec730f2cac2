"""What is found before it is told to people: two values, and how they differ."""

from __future__ import annotations

from typing import Literal, NamedTuple

from textreuse.statements.disagreements.disagreement import DisagreementKind, Severity
from textreuse.text.corpus import Stretch
from textreuse.text.spans import Span

Manner = Literal["says", "quotes", "spells"]
"""What an article does with its value."""


class Place(NamedTuple):
    """Words of an article."""

    span: Span
    at: Stretch


class Grade(NamedTuple):
    """How gravely two values of one thing differ."""

    severity: Severity
    side: int | None = None
    """Which of them, 0 or 1, is the later stage, or the more exact, where that is known."""


class Finding(NamedTuple):
    """Two values of one statement."""

    kind: DisagreementKind
    severity: Severity
    ours: Place
    theirs: Place
    manner: Manner = "says"
    side: int | None = None
    """Which of the two, 0 or 1, is the later stage, or the more exact, where that is known."""

    def turn(self) -> Finding:
        """Return the same with its sides changed."""
        side = None if self.side is None else 1 - self.side
        return self._replace(ours=self.theirs, theirs=self.ours, side=side)
