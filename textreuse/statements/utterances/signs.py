"""Signs: what is written as a sign here and as a word there, made one: %, $ and &; 25 in words."""

from __future__ import annotations

from textreuse.statements.utterances.house_style import (
    AND,
    CURRENCIES,
    PER_CENT,
    SCALE_LETTERS,
    SCALES,
    TENS,
)

_SIGNS = "$£€¥"
_HYPHENS = "-\u2010\u2011"
_ONE = ("one", "un")
_MOST_BEHIND_TENS = 19
"""What may stand behind a number of tens: in French "soixante-quinze" is 75."""

_NO_FORMS: dict[str, str] = {}

Place = tuple[int, int]


def unify_signs(text: str, keys: list[str], places: list[Place], language: str | None) -> None:
    """Change folded words, and their places in `text`, so that signs and words for them are equal.

    A number has the sign of its currency, a per cent sign is a word behind it, & is a word.
    """
    known = language or ""
    currencies, scales = CURRENCIES.get(known, _NO_FORMS), SCALES.get(known, ())
    letters = SCALE_LETTERS.get(known, _NO_FORMS)
    for at in reversed(range(len(keys))):
        if not keys[at][0].isdigit():
            continue
        if known in TENS:
            _join_tens(text, keys, places, at)
        start, end = places[at]
        before = text[start - 1 : start]
        if before and before in _SIGNS:
            keys[at] = before + keys[at]
            scale = letters.get(text[start:end].lstrip("0123456789.,").lower())
            if scale is not None:
                keys.insert(at + 1, scale)
                places.insert(at + 1, (start, end))
        elif text[end : end + 2].lstrip().startswith("%"):
            keys.insert(at + 1, PER_CENT)
            places.insert(at + 1, (start, end))
        else:
            _take_currency(keys, places, at, currencies, scales)
    if places and known in AND and text.find("&", places[0][0], places[-1][1]) >= 0:
        _add_ands(text, keys, places, AND[known])


def _join_tens(text: str, keys: list[str], places: list[Place], at: int) -> None:
    """Make one number of two that a hyphen joins, both in words: "twenty-five"."""
    if at + 1 == len(keys):
        return
    (start, end), (second, last) = places[at], places[at + 1]
    is_joined = second == end + 1 and text[end] in _HYPHENS
    if not is_joined or not (text[start:end] + text[second:last]).isalpha():
        return
    unit = "1" if keys[at + 1] in _ONE else keys[at + 1]
    if not unit.isdecimal() or not 0 < int(unit) <= _MOST_BEHIND_TENS or int(keys[at]) % 10:
        return
    keys[at : at + 2] = [str(int(keys[at]) + int(unit))]
    places[at : at + 2] = [(start, last)]


def _take_currency(
    keys: list[str],
    places: list[Place],
    at: int,
    currencies: dict[str, str],
    scales: list[str] | tuple[()],
) -> None:
    """Let a number have the sign of the currency behind it: "5 million dollars" as "$5 million"."""
    behind = at + 1
    while behind < len(keys) and keys[behind] in scales:
        behind += 1
    sign = currencies.get(keys[behind]) if behind < len(keys) else None
    if sign is not None:
        keys[at] = sign + keys[at]
        places[behind - 1] = (places[behind - 1][0], places[behind][1])
        del keys[behind], places[behind]


def _add_ands(text: str, keys: list[str], places: list[Place], word: str) -> None:
    for at in reversed(range(1, len(keys))):
        gap = text[places[at - 1][1] : places[at][0]]
        if gap == " & ":  # none in "AT&T"
            sign = places[at - 1][1] + gap.index("&")
            keys.insert(at, word)
            places.insert(at, (sign, sign + 1))
