"""What a disagreement is: the same statement with another value."""

from __future__ import annotations

from typing import Literal, NamedTuple

from textreuse.text.spans import Span

DisagreementKind = Literal["number", "date", "name", "role", "place", "negation", "wording"]
"""What the two values are; `negation`: one article says that it is so, the other that it is not."""

Severity = Literal["conflict", "precision", "later"]
"""Both cannot be right; one is vaguer; the story went on in between. Conflicts come first."""


class Disagreement(NamedTuple):
    """Two values of one statement in two articles."""

    kind: DisagreementKind
    severity: Severity
    left: Span
    right: Span
    """The values themselves, `left` the smaller place; the articles differ."""
    left_context: Span
    right_context: Span
    """The statements around them: what says that both speak of the same."""
    why: str
    """One sentence; articles are called by their names."""
