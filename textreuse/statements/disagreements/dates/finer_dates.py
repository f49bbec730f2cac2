"""Find dates that one article tells more finely: "Tuesday" and "Tuesday morning"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textreuse.statements.disagreements.contexts import Contexts
from textreuse.statements.disagreements.dates.stated_date import StatedDate

_LEAST_SCORE, _LEAST_SHARE = 6.0, 0.25
"""Of the sentences of two dates: a report has one day in many statements."""
_MOST_MET = 20
"""Places of one day or month in an article, beyond which it is a list or a table."""


def pair_finer_dates(
    ours: Sequence[StatedDate], theirs: Sequence[StatedDate], contexts: Contexts
) -> Iterator[tuple[StatedDate, StatedDate]]:
    """Yield a day or month of one event, for which one article alone names the part, or the day.

    Nothing where the other one tells some date of that month, or that weekday, as finely; of
    several places those whose sentences are most alike.
    """
    sides = _sort(ours), _sort(theirs)
    for told in sorted(sides[0].keys() & sides[1].keys(), key=str):
        mine, yours = sides[0][told], sides[1][told]
        finest = [max(map(count_parts, dates)) for dates in (mine, yours)]
        if finest[0] == finest[1] or max(len(mine), len(yours)) > _MOST_MET:
            continue
        met = []
        for one in mine:
            for other in yours:
                coarse, fine = sorted((one, other), key=count_parts)
                if count_parts(coarse) == count_parts(fine) or not _fits(coarse, fine):
                    continue
                score, share = contexts.measure_sentences(one.at, other.at)
                if score >= _LEAST_SCORE and share >= _LEAST_SHARE:
                    met.append((-score, one.at, other.at, one, other))
        if met:
            yield min(met, key=lambda pair: pair[:3])[3:]


def count_parts(date: StatedDate) -> int:
    """Count what a date tells besides its weekday or month: its day, and the part of that."""
    return (date.month is not None and date.day is not None) + bool(date.part)


def _fits(coarse: StatedDate, fine: StatedDate) -> bool:
    """Tell whether one date says nothing that the finer one does not say too."""
    if coarse.part and coarse.part != fine.part:
        return False
    years = {coarse.year, fine.year} - {None}
    return coarse.day in (None, fine.day) and len(years) <= 1


def _sort(dates: Sequence[StatedDate]) -> dict[tuple[int | None, ...], list[StatedDate]]:
    """Return the dates by their weekday or month, or how far from today they are."""
    found: dict[tuple[int | None, ...], list[StatedDate]] = {}
    for one in dates:
        if one.weekday is not None or one.month is not None or one.from_today is not None:
            found.setdefault((one.weekday, one.month, one.from_today), []).append(one)
    return found
