"""Link the quotations of articles into utterances, and tell how their forms differ."""

from __future__ import annotations

from collections.abc import Sequence

from textreuse.comparison import Comparison
from textreuse.statements.quotations.quotation import Quotation
from textreuse.statements.utterances.utterance import Utterance


def find_utterances(
    comparison: Comparison, quotations: Sequence[Sequence[Quotation]], names: Sequence[str]
) -> tuple[Utterance, ...]:
    """Return what was said, by first place; `quotations` are the direct ones of each article."""
    raise NotImplementedError
