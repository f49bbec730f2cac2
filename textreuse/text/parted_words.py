"""Words that a hyphen parts at the end of a line, or of a page.

Whether "pro-" and "test" are one word cannot be told from the two alone: "well-" and "known" look
no different. What they look like decides first, and in a comparison what its texts write elsewhere.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_SOFT = "\u00ad\u00ac"
"""The soft hyphen, and the not sign that programs print for it: never part of a word."""
_SOFT_BREAK = "="
"""What quoted-printable (RFC 2045, 6.7) puts where it ends a line and the text goes on."""
_HYPHENS = rf"\-\u2010\u2011\ufe63\uff0d{_SOFT}"
_BREAKS = "\n\x0b\x0c\x85\u2028\u2029"

_LETTER = r"[^\W\d_]"
_PARTED = re.compile(
    rf"(?<=[^\W_])(?:[{_HYPHENS}]{{1,2}}+\s++|[{_SOFT}]+|{_SOFT_BREAK}\r?\n)(?=[^\W_])"
)
_BEFORE_LINE_END = re.compile(rf"\n(?<=[{_HYPHENS}{_SOFT_BREAK}\ \t\r\f\v\xa0]\n)")
_HALF_BEFORE = re.compile(rf"{_LETTER}*\Z")
_HALF_AFTER = re.compile(rf"{_LETTER}*")
_LONGEST_HALF = 40
"""Letters of a half of a word that are looked at."""

_AFTER_HALF_A_COMPOUND = frozenset("and bzw eller ja och oder or sowie und".split())
"""What follows a hyphen that stands for the end of another word: "Vorder- und Hinterrad"."""


class PartedWord(NamedTuple):
    """Two halves: `text[:start]` ends with the one, `text[end:]` begins with the other."""

    start: int
    """Where the hyphen stands."""
    end: int
    is_one: bool
    """The halves are one word without the hyphen; else two, and the text goes on all the same."""
    is_sure: bool = True
    """Whatever is written elsewhere."""


def find_parted_words(text: str) -> list[PartedWord]:
    """Return where a hyphen at the end of a line parts a word or a compound, in order.

    Only what stands around each tells what it is: a piece of the text says the same as all of it.
    """
    if not _may_have_any(text):
        return []
    return [
        _tell_halves(text, start, end)
        for start, end in map(re.Match.span, _PARTED.finditer(text))
        if _goes_on(text, start, end)
    ]


def join_parted_words(text: str) -> str:
    """Return a text to be read as one line would have it: no word of it is parted any more.

    Line breaks elsewhere stay. Offsets are those of another text.
    """
    pieces: list[str] = []
    at = 0
    for one in find_parted_words(text):
        hyphen = "" if one.is_one else text[one.start]
        _, second = _read_halves(text, one.start, one.end)
        pieces += text[at : one.start], hyphen, " " if second in _AFTER_HALF_A_COMPOUND else ""
        at = one.end
    return "".join((*pieces, text[at:]))


def _may_have_any(text: str) -> bool:
    # Most texts have no such line: this is much quicker than to look at every hyphen.
    return _BEFORE_LINE_END.search(text) is not None or any(
        mark in text for mark in _BREAKS[1:] + _SOFT
    )


def _goes_on(text: str, start: int, end: int) -> bool:
    """Tell whether a line ends between, and what stands behind it goes on with what is before.

    The line of a soft hyphen may have ended in another program.
    """
    between = text[start:end]
    lines = sum(map(between.count, _BREAKS))
    before, after = text[start - 1], text[end]
    if between[0] == _SOFT_BREAK:
        return True
    if not lines and between[0] in _SOFT:
        return before.islower() and after.islower()
    if not lines or not (before.isalpha() or after.isdigit()):
        return False
    return after.islower() or lines == 1


def _tell_halves(text: str, start: int, end: int) -> PartedWord:
    if text[start] == _SOFT_BREAK:
        return PartedWord(start, end, is_one=True)
    first, second = _read_halves(text, start, end)
    before = text[start - len(first) - 1 : start - len(first)]
    alike = first.isupper() == second.isupper() and (second.islower() or second.isupper())
    # No word is parted before or behind a capital, nor behind a digit; none leaves one letter.
    if not first or before.isdigit() or len(second) == 1 or not alike:
        return PartedWord(start, end, is_one=False)
    if text[start] in _SOFT:
        return PartedWord(start, end, is_one=True)
    is_compound = before == "-" and first.islower()  # the last hyphen of "state-of-the-art"
    is_one = not is_compound and second not in _AFTER_HALF_A_COMPOUND
    return PartedWord(start, end, is_one, is_sure=False)


def _read_halves(text: str, start: int, end: int) -> tuple[str, str]:
    before = _HALF_BEFORE.search(text[max(0, start - _LONGEST_HALF) : start])
    after = _HALF_AFTER.match(text, end, end + _LONGEST_HALF)
    return before.group() if before else "", after.group() if after else ""
