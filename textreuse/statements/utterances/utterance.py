"""What an utterance is: what somebody said, in all the forms in which articles give it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from textreuse.statements.quotations.quotation import Quotation
from textreuse.text.spans import Span

Relation = Literal["same", "cut", "altered", "extended", "narration_elsewhere", "reattributed"]
"""How two forms of an utterance differ, the least first: not at all but for typography; one is
shorter; words differ inside the marks, or vanish there and nothing tells; words of narration moved
inside them; a quotation here is narration or indirect speech there; another speaker."""


class QuotationFinding(NamedTuple):
    """How two articles give one utterance."""

    kind: Relation
    flagged: bool
    """Whether it deserves a reader's eye."""
    one: Quotation
    other: Quotation
    """In the order of their places."""
    changes: tuple[tuple[Span, Span], ...]
    """What differs, in order: places in `one` and `other`, either of which may be empty."""
    why: str
    """One sentence; articles are called by their names."""


@dataclass(frozen=True)
class Utterance:
    """What somebody said; two articles or more have it, or one alone."""

    id: int
    """From 1, by first place."""
    quotations: tuple[Quotation, ...]
    """By place; once an article, however often that repeats itself. What is told without marks has
    no turn: 0."""
    findings: tuple[QuotationFinding, ...]
    """Flagged ones first, then by place."""
    repeats: tuple[Quotation, ...] = ()
    """Direct quotations that an article in `quotations` gives again, word for word, by place."""

    @property
    def articles(self) -> tuple[int, ...]:
        """Who gives it, ascending."""
        return tuple(sorted({quotation.span.article for quotation in self.quotations}))

    @property
    def flagged(self) -> bool:
        """Whether any of its findings is."""
        return any(finding.flagged for finding in self.findings)
