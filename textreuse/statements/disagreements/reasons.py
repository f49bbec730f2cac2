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
    if finding.severity == "precision":
        return f"{one} says {mine}, {other} {yours}: one is less exact."
    if finding.severity == "conflict":
        return f"{one} {finding.manner} {mine}, {other} {yours}."
    if finding.later is None:
        return f"{one} says {mine}, {other} {yours}: the figure was still changing."
    if finding.later == 0:
        one, other, mine, yours = other, one, yours, mine
    return f"{one} says {mine}; {other}, published later, says {yours}."
