"""Rules of quantities: which are of one thing, which agree, and how gravely they differ."""

from __future__ import annotations

from textreuse.statements.disagreements.contexts import Likeness
from textreuse.statements.disagreements.disagreement import Severity
from textreuse.statements.disagreements.quantity import Quantity
from textreuse.statements.disagreements.value_pairs import ValueRules

_LEAST_SCORE, _LEAST_SHARE = 5.5, 0.3
"""What contexts have in common, at least: two rare words, a third of what there is."""
_NOUNS, _SCORE_OF_NOUNS, _SHARE_OF_NOUNS = 2, 4.0, 0.18
"""What is enough where two words of what is counted are the same: "48-page indictment"."""
_COARSE = 100.0
"""From which step on a round figure may be another one rounded."""


class QuantityRules(ValueRules[Quantity]):
    """What is asked of two quantities."""

    def are_comparable(self, ours: Quantity, theirs: Quantity) -> bool:
        """Tell whether they measure or count the same sort of thing."""
        if ours.unit != theirs.unit:
            return False
        if ours.fates and theirs.fates and not ours.fates & theirs.fates:
            return False
        if ours.unit in ("", "age"):
            return bool(ours.nouns & theirs.nouns or ours.fates & theirs.fates)
        return True

    def agree(self, ours: Quantity, theirs: Quantity) -> bool:
        """Tell whether they say the same number, one of them roughly maybe."""
        return ours.told == theirs.told

    def are_of_one_thing(self, ours: Quantity, theirs: Quantity, likeness: Likeness) -> bool:
        """Tell whether the words around them say that they are values of the same thing."""
        if 1 in (ours.low, theirs.low) and not ours.unit:
            return False
        if ours.unit == "age":
            return likeness.nearest > 0
        if likeness.score >= _LEAST_SCORE and likeness.share >= _LEAST_SHARE:
            return True
        return (
            len(ours.nouns & theirs.nouns) >= _NOUNS
            and likeness.score >= _SCORE_OF_NOUNS
            and likeness.share >= _SHARE_OF_NOUNS
        )


def grade(ours: Quantity, theirs: Quantity) -> Severity | None:
    """Return how gravely two quantities of one thing differ; None where they say the same."""
    if ours.told == theirs.told:
        return None
    if ours.low <= theirs.high and theirs.low <= ours.high:
        return "precision"
    return "precision" if _is_rounded(ours, theirs) or _is_rounded(theirs, ours) else "conflict"


def _is_rounded(coarse: Quantity, fine: Quantity) -> bool:
    """Tell whether one is the other rounded: 1.2 million of 1,230,000, 2.5 of 2.47."""
    if coarse.step <= fine.step or (coarse.step < _COARSE and coarse.step >= 1 and fine.step >= 1):
        return False
    return abs(coarse.low - fine.low) <= coarse.step and abs(coarse.high - fine.high) <= coarse.step
