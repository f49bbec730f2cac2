"""How close two quantities are: of like size, one the other rounded, one the vaguer."""

from __future__ import annotations

from textreuse.statements.disagreements.quantities.measure_words import DAYS
from textreuse.statements.disagreements.quantities.quantity import Quantity

_LIKE_SIZE = 3.0
_LIKE_VAGUE = 10.0
"""How many times one number is another one of like size, at most; "hundreds" and "thousands"."""
_ABOUT_THE_SAME = 1.3
"""How many times one number is another one where both say that they are rounded."""
ABOUT_AS_LONG = 1.1
"""How many times one stretch of time is another one that is told in other units."""
_VAGUE = ("exact", "about", "vague")
_COARSE = 100.0
"""From which step on a round figure may be another one rounded."""


def are_stretches(ours: Quantity, theirs: Quantity) -> bool:
    """Tell whether both are stretches of time, told in different units."""
    return ours.unit != theirs.unit and ours.unit in DAYS and theirs.unit in DAYS


def count_days(quantity: Quantity) -> tuple[float, float]:
    """Return the days of a stretch of time, at least and at most."""
    days = DAYS.get(quantity.unit, 1.0)
    return quantity.low * days, quantity.high * days


def are_near(ours: Quantity, theirs: Quantity) -> bool:
    """Tell whether two quantities are of like size."""
    vague = [ours.precision, theirs.precision].count("vague")
    if vague == 1:
        return True
    told = (
        count_days(one)[0] if are_stretches(ours, theirs) else one.told[0] for one in (ours, theirs)
    )
    low, high = sorted(told)
    if not high or not low:
        return not ours.fates.isdisjoint(theirs.fates)
    return high <= low * (_LIKE_VAGUE if vague else _LIKE_SIZE)


def may_be_one(ours: Quantity, theirs: Quantity) -> bool:
    """Tell whether one may be the other, told less exactly."""
    if ours.unit == "score":
        return ours.told == theirs.told
    if ours.unit != theirs.unit:
        (low, high), (least, most) = (count_days(one) for one in (ours, theirs))
        return low <= most * ABOUT_AS_LONG and least <= high * ABOUT_AS_LONG
    if ours.bound == theirs.bound == "about" and ours.told[0] == ours.told[1]:
        low, high = sorted((ours.told[0], theirs.told[1]))
        return high <= low * _ABOUT_THE_SAME
    if ours.low <= theirs.high and theirs.low <= ours.high:
        return True
    return _is_rounded(ours, theirs) or _is_rounded(theirs, ours)


def are_bound_alike(ours: Quantity, theirs: Quantity) -> bool:
    """Tell whether both say "more than", of two figures that are told as finely."""
    return (
        ours.bound == theirs.bound not in ("", "about")
        and ours.step == theirs.step
        and ours.told != theirs.told
    )


def is_vaguer(ours: Quantity, theirs: Quantity) -> bool:
    """Tell whether the first of two quantities is the less exact."""
    mine, yours = (
        (_VAGUE.index(one.precision), one.high - one.low, one.step) for one in (ours, theirs)
    )
    return mine > yours


def _is_rounded(coarse: Quantity, fine: Quantity) -> bool:
    """Tell whether one is the other rounded: 1.2 million of 1,230,000, 2.5 of 2.47."""
    if coarse.step <= fine.step or (coarse.step < _COARSE and coarse.step >= 1 and fine.step >= 1):
        return False
    return abs(coarse.low - fine.low) <= coarse.step and abs(coarse.high - fine.high) <= coarse.step
