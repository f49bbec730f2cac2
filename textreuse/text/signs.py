"""Signs of numbers: what makes $5, €5 and 5% three figures, though the word is 5 in each.

A sign is a currency symbol, a per cent or degree sign, plus or minus, or one that compares. It is
no word and no part of one: words are counted, and looked up in a library, without it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from unicodedata import normalize

from textreuse.text.words import WordIndex, Words

# Unicode's currency symbols (Sc) of the Basic Multilingual Plane.
_CURRENCIES = (
    r"$\u00a2-\u00a5\u058f\u060b\u07fe\u07ff\u09f2\u09f3\u09fb\u0af1\u0bf9\u0e3f\u17db"
    r"\u20a0-\u20c0\ua838\ufdfc\ufe69\uff04\uffe0\uffe1\uffe5\uffe6"
)
_UNITS = r"%‰\u066a\uff05°"
_MINUS = r"\-\u2212\u2013\u2010\u2011\ufe63\uff0d"
_PLUS_OR_MINUS = rf"+\uff0b{_MINUS}±<>≤≥≈~"
_SPACE = r"[\ \u00a0\u202f]"
_MULTIPLE = r"(?:[^\W\d_]{1,10}\.?)"
"""What may stand between a number and its currency: `million`, `Mrd.`, `mil millones`."""
# Each begins with one set of characters: such a pattern is looked for much faster.
_BEFORE = re.compile(
    rf"""
    [{_PLUS_OR_MINUS}{_CURRENCIES}]
    (?<! [\w.,)\]%][{_PLUS_OR_MINUS}] )          # "10-15" is a range, "COVID-19" a name
    (?: (?<=[{_PLUS_OR_MINUS}]) [{_CURRENCIES}] )?
    (?: (?<=[{_CURRENCIES}]) {_SPACE}? (?<! \d[{_CURRENCIES}]{_SPACE} ) [+\-\u2212]? )?
    (?=\d)
    """,
    re.VERBOSE,
)
_AFTER = re.compile(
    rf"""
    \d
    (?: {_SPACE}?[{_UNITS}] | [{_CURRENCIES}](?!\d) | {_SPACE}[{_CURRENCIES}](?!{_SPACE}?\d)
      | {_SPACE}? {_MULTIPLE} (?:{_SPACE}{_MULTIPLE})? {_SPACE}? [{_CURRENCIES}] (?!{_SPACE}?\d) )
    """,
    re.VERBOSE,
)
_WRITTEN_ALIKE = str.maketrans("\u2212\u2013\u2010\u2011\u066a", "----%", " \u00a0\u202f")


def find_signs(text: str, words: Words) -> dict[WordIndex, str]:
    """Return the signs of the numbers that have any, by which word of `text` they are.

    However they are written down, before the number or behind it, equal signs are one string.
    """
    found: dict[WordIndex, str] = {}
    for index, sign in _list_signs(text, words):
        written = normalize("NFKC", sign.translate(_WRITTEN_ALIKE))
        found[index] = "".join(sorted(found.get(index, "") + written))
    return found


def _list_signs(text: str, words: Words) -> Iterator[tuple[WordIndex, str]]:
    for match in _BEFORE.finditer(text):
        index = bisect_left(words.starts, match.end())
        if index < len(words) and words.starts[index] == match.end():
            yield WordIndex(index), match.group()
    for match in _AFTER.finditer(text):
        end = match.start() + 1
        index = bisect_left(words.ends, end)
        if index < len(words) and words.ends[index] == end:
            # A multiple is a word of its own.
            yield (
                WordIndex(index),
                "".join(one for one in text[end : match.end()] if not one.isalpha() and one != "."),
            )
