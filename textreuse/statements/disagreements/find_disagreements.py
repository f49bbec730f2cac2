"""Find values of one statement on which two articles do not agree."""

from __future__ import annotations

from collections.abc import Sequence

from textreuse.comparison import Comparison
from textreuse.statements.disagreements.disagreement import Disagreement
from textreuse.statements.quotations.quotation import Quotation


def find_disagreements(
    comparison: Comparison,
    quotations: Sequence[Sequence[Quotation]],
    names: Sequence[str],
    published: Sequence[str | None],
) -> tuple[Disagreement, ...]:
    """Return the disagreements, conflicts first, then by place."""
    raise NotImplementedError
