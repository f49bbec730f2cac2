"""Rules of dates: which are of one thing, which agree, and how gravely they differ."""

from __future__ import annotations

from datetime import date

from textreuse.statements.disagreements.contexts import Likeness
from textreuse.statements.disagreements.dates.stated_date import StatedDate
from textreuse.statements.disagreements.finding import Grade
from textreuse.statements.disagreements.value_rules import ValueRules

_LEAST_SCORE, _LEAST_SHARE = 9.0, 0.45
"""Of contexts: who does what on which day is told in many sentences of one report."""
_REWORDED = 4.0
"""Score of contexts in a paraphrase, which says by itself that it is of the same."""
_FRAMED = 3.0
"""Score of contexts in a paraphrase that has the same words around both."""
_HALF_A_DAY = 12 * 60


class DateRules(ValueRules[StatedDate]):
    """What is asked of two dates, of articles that were published on these days."""

    def __init__(self, published: tuple[date | None, date | None]) -> None:
        self._published = published

    def list_sorts(self, value: StatedDate) -> tuple[str]:
        """Return whether it is a time of day."""
        return ("date",) if value.minute is None else ("time",)

    def are_comparable(self, ours: StatedDate, theirs: StatedDate) -> bool:
        """Tell whether they can be held against each other."""
        return self.agree(ours, theirs) or self.grade(ours, theirs) is not None

    def agree(self, ours: StatedDate, theirs: StatedDate) -> bool:
        """Tell whether they may mean the same time, told as finely."""
        if (ours.minute is None) != (theirs.minute is None):
            return False
        if ours.minute is not None and theirs.minute is not None:
            return self._are_one_time(ours, theirs)
        days = self._list_days(ours, theirs)
        if days is not None:
            return not days[0].isdisjoint(days[1])
        return ours[2:7] == theirs[2:7]

    def settle(self, likeness: Likeness) -> float:
        """Return the score of contexts up to which two dates that agree leave no room for others.

        A report has one weekday in many statements.
        """
        return likeness.score

    def are_of_one_thing(self, ours: StatedDate, theirs: StatedDate, likeness: Likeness) -> bool:
        """Tell whether the words around them say that they are dates of the same thing."""
        del ours, theirs
        return (
            likeness.score >= _LEAST_SCORE and likeness.share >= _LEAST_SHARE and likeness.adjoins
        )

    def are_of_one_paraphrase(
        self, ours: StatedDate, theirs: StatedDate, likeness: Likeness, *, alone: bool
    ) -> bool:
        """Tell whether they are its only dates, and a word right by both is the same.

        Of days less is needed: a month or year is told of much that led to what is reported.
        """
        are_days = _names_day(ours) and _names_day(theirs) and likeness.score >= _REWORDED
        return alone and (likeness.nearest > 0 or are_days)

    def are_of_one_frame(self, ours: StatedDate, theirs: StatedDate, likeness: Likeness) -> bool:
        """Tell whether the words around them have something in common."""
        del ours, theirs
        return likeness.score >= _FRAMED

    def grade(self, ours: StatedDate, theirs: StatedDate) -> Grade | None:
        """Return how gravely two dates of one thing differ; None where that is not told."""
        if ours.minute is not None and theirs.minute is not None:
            if self._are_one_time(ours, theirs):
                return None
            is_rounded = ours.rounding != theirs.rounding
            return Grade("precision", int(bool(ours.rounding))) if is_rounded else Grade("conflict")
        if ours.minute is not None or theirs.minute is not None:
            return None
        days = self._list_days(ours, theirs)
        if days is not None:
            return Grade("conflict") if days[0].isdisjoint(days[1]) else None
        return _grade_parts(ours, theirs)

    def _list_days(
        self, ours: StatedDate, theirs: StatedDate
    ) -> tuple[frozenset[date], frozenset[date]] | None:
        mine = ours.list_days(self._published[0])
        yours = None if mine is None else theirs.list_days(self._published[1])
        return None if mine is None or yours is None else (mine, yours)

    def _are_one_time(self, ours: StatedDate, theirs: StatedDate) -> bool:
        apart = abs((ours.minute or 0) - (theirs.minute or 0))
        return not apart or (apart == _HALF_A_DAY and not (ours.has_half and theirs.has_half))


def _names_day(date: StatedDate) -> bool:
    return date.weekday is not None or date.day is not None


def _grade_parts(ours: StatedDate, theirs: StatedDate) -> Grade | None:
    """Return how gravely two dates differ that no day of publication makes days."""
    if ours.weekday is not None or theirs.weekday is not None:
        both = ours.weekday is not None and theirs.weekday is not None
        return Grade("conflict") if both and ours.weekday != theirs.weekday else None
    if ours.from_today is not None or theirs.from_today is not None:
        return None
    pairs = [(ours.year, theirs.year), (ours.month, theirs.month), (ours.day, theirs.day)]
    both_told = [pair for pair in pairs if None not in pair]
    if not both_told:
        return None
    if ours.rounding != theirs.rounding or all(one == other for one, other in both_told):
        return None
    return Grade("conflict")
