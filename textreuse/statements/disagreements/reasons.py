"""Say in a sentence how two articles disagree."""

from __future__ import annotations

from collections.abc import Sequence

from textreuse.statements.disagreements.finding import Finding
from textreuse.text.corpus import Corpus


def give_reason(corpus: Corpus, finding: Finding, names: Sequence[str]) -> str:
    """Return one plain sentence; articles are called by `names`."""
    spans = finding.ours.span, finding.theirs.span
    one, other = (names[span.article] for span in spans)
    mine, yours = (
        f"“{' '.join(corpus.texts[span.article][span.start : span.end].split())}”" for span in spans
    )
    if finding.severity == "conflict" or (finding.severity == "precision" and finding.side is None):
        return f"{one} {finding.manner} {mine}, {other} {yours}."
    if finding.side == 0:
        one, other, mine, yours = other, one, yours, mine
    if finding.severity == "later":
        is_known = finding.side is not None
        which = f"{other}, published later, {yours}" if is_known else f"{other} {yours}, as it rose"
        return f"{one} says {mine}, {which}."
    return f"{one} says {mine}, {other} more exactly {yours}."
