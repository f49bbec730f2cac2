"""Read one number, in figures or words, at a place of a text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from textreuse.statements.disagreements.quantities.measure_words import CURRENCY_SIGNS, MEASURES
from textreuse.statements.disagreements.quantities.number_words import NumberWords, short_scale
from textreuse.text.words import Words

_FIGURE = re.compile(r"(\d[\d.,]*)([a-z]{0,3})")
_ENGLISH = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?")
_CONTINENTAL = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?")
_THREE_DIGITS = re.compile(r"\d{3}")
_BETWEEN = re.compile(r"[ \u00a0\u202f\u2009]?[-\u2010\u2011]?|\s")
_THIN = frozenset("\u00a0\u202f\u2009")
_MOST_DIGITS = 15
_SCORES = frozenset({"vingt", "vingts"})
_VAGUE_SPAN = 10
"""Of what "hundreds" are at most: thousands begin there."""


class Number(NamedTuple):
    """A number, told by the words `first:last` of its text."""

    last: int
    low: float
    high: float
    step: float
    is_vague: bool
    in_figures: bool
    is_share: bool = False
    """Whether it is per cent that no word says: "a third"."""


def read_number(text: str, row: Words, first: int, known: NumberWords) -> Number | None:
    """Return the number that begins with the word `first`, all of it; None where none does."""
    key = row.keys[first]
    if key[0].isdigit():
        return _read_figures(text, row, first, known)
    vague = _read_vague(text, row, first, known)
    if vague is not None:
        return vague
    number = _read_words(text, row, first, known)
    return None if number is None else _add_half(text, row, number, known)


def _read_figures(text: str, row: Words, first: int, known: NumberWords) -> Number | None:
    match = _FIGURE.fullmatch(row.keys[first])
    if match is None or len(match[1]) > _MOST_DIGITS:
        return None
    scale = short_scale(match[2]) if match[2] and match[2] not in MEASURES else 1
    if scale is None:
        return None
    digits, last = match[1], first + 1
    if not match[2]:
        digits, last = _join_groups(text, row, first, digits, known)
    parsed = _parse_figures(digits, point_groups=known.point_groups)
    if parsed is None:
        return None
    value, step = parsed
    number = _add_half(text, row, Number(last, value, value, step, False, True), known)
    last, value, step = number.last, number.low, number.step
    while last < len(row) and row.keys[last] in known.scales and _are_joined(text, row, last):
        scale *= known.scales[row.keys[last]]
        last += 1
    return Number(last, value * scale, value * scale, step * scale, False, True)


def _add_half(text: str, row: Words, number: Number, known: NumberWords) -> Number:
    """Return a number with the half behind it, and its scale: "two and a half million"."""
    last = number.last + len(known.and_a_half)
    words = range(number.last, last)
    if (
        not words
        or tuple(row.keys[number.last : last]) != known.and_a_half
        or number.step != 1
        or not all(_are_joined(text, row, word) for word in words)
    ):
        return number
    value, step = number.low + 0.5, 0.5
    while last < len(row) and row.keys[last] in known.scales and _are_joined(text, row, last):
        value, step = (part * known.scales[row.keys[last]] for part in (value, step))
        last += 1
    return number._replace(last=last, low=value, high=value, step=step)


def _join_groups(
    text: str, row: Words, first: int, digits: str, known: NumberWords
) -> tuple[str, int]:
    """Return figures with the groups of three that a space parts from them: "1 200 000"."""
    last = first + 1
    if not (digits.isdigit() and len(digits) <= len("123")):
        return digits, last
    is_money = text[row.starts[first] - 1 : row.starts[first]] in CURRENCY_SIGNS
    while last < len(row) and _THREE_DIGITS.fullmatch(row.keys[last]):
        space = text[row.ends[last - 1] : row.starts[last]]
        if space not in _THIN and not (space == " " and (is_money or known.point_groups)):
            break
        digits += row.keys[last]
        last += 1
    return digits, last


@lru_cache(maxsize=4096)
def _parse_figures(digits: str, *, point_groups: bool) -> tuple[float, float] | None:
    """Return the value and how finely it is told; a number typed the other way is read so."""
    digits = digits.rstrip(".,")
    one, other = (_CONTINENTAL, _ENGLISH) if point_groups else (_ENGLISH, _CONTINENTAL)
    match = one.fullmatch(digits) or other.fullmatch(digits)
    if match is None or not digits.isascii():
        return None
    whole, decimals = re.sub(r"[.,]", "", match[1]), match[2] or ""
    value = float(f"{whole}.{decimals or 0}")
    if decimals:
        return value, 10.0 ** -len(decimals)
    zeros = len(whole) - len(whole.rstrip("0")) if value else 0
    return value, 10.0**zeros


def _are_joined(text: str, row: Words, index: int) -> bool:
    """Tell whether nothing but a space or hyphen parts the word `index` from that before it."""
    return _BETWEEN.fullmatch(text, row.ends[index - 1], row.starts[index]) is not None


def _read_vague(text: str, row: Words, first: int, known: NumberWords) -> Number | None:
    """Read "hundreds of thousands", "several hundred thousand"."""
    keys, at = row.keys, first
    if keys[at] in known.vague:
        base = known.vague[keys[at]]
        at += 1
    elif first and keys[first - 1] in known.several and keys[at] in known.scales:
        base = 1
    else:
        return None
    while at < len(row):
        link = at + (keys[at] == known.link and bool(known.link))
        if link >= len(row) or not all(
            _are_joined(text, row, word) for word in range(at, link + 1)
        ):
            break
        factor = known.vague.get(keys[link]) or known.scales.get(keys[link])
        if factor is None:
            break
        base *= factor
        at = link + 1
    return Number(at, 2.0 * base, float(_VAGUE_SPAN * base), float(base), True, False)


def _read_words(text: str, row: Words, first: int, known: NumberWords) -> Number | None:
    total, current, step = 0.0, 0.0, 1.0
    at, last = first, first
    while at < len(row) and (at == first or _are_joined(text, row, at)):
        key = row.keys[at]
        compound = None if key in known.scales else read_word(key, known)
        if compound is not None:
            if compound == 20 and current == 4 and key in _SCORES:
                current = 80.0
            elif _may_follow(compound, current):
                current += compound
            else:
                break
            step = _measure_step(compound)
        elif key in known.scales:
            scale = known.scales[key]
            if scale > 100:
                total, current = total + (current or 1) * scale, 0.0
            else:
                current = (current or 1) * scale
            step = float(scale)
        elif key == known.joining and last == at and (current >= known.joins_from or total):
            at += 1
            continue
        else:
            break
        at += 1
        last = at
    if last == first:
        return None
    value = total + current
    return Number(last, value, value, step, False, False)


def _may_follow(compound: float, current: float) -> bool:
    """Tell whether `compound` adds to `current`; "two three" are two numbers, "nineteen ninety"."""
    behind = current % 100
    if not behind:
        return compound < 100 or not current
    return (compound < 10 and behind >= 20 and not behind % 10) or (
        compound < 20 and behind in (60, 80)
    )


def _measure_step(value: float) -> float:
    return 1.0 if value < 100 or value % 100 else 100.0


def read_word(word: str, known: NumberWords) -> float | None:
    """Return the number that one word says, compounds too: "zweihundertfünfzigtausend"."""
    value = known.units.get(word)
    if value is not None:
        return value
    for scale in ("tausend", "hundert"):
        before, found, after = word.partition(scale)
        if found and scale in known.scales:
            factor = read_word(before, known) if before else 1
            rest = read_word(after.removeprefix("und"), known) if after else 0
            if factor is None or rest is None:
                return None
            return factor * known.scales[scale] + rest
    ones, found, tens = word.partition("und")
    if found and "hundert" in known.scales:
        one = 1 if ones == "ein" else known.units.get(ones)
        ten = known.units.get(tens)
        if one is not None and ten is not None and one < 10 <= ten:
            return one + ten
    return 1 if word == "ein" and "hundert" in known.scales else None
