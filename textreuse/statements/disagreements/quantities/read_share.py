"""Read shares told in words, "two thirds of", "one in five", and numbers of none, "nobody"."""

from __future__ import annotations

from textreuse.statements.disagreements.quantities.measure_words import FATES, GENERIC
from textreuse.text.words import Words

_PARTS = {
    "english": "half halves 2 third thirds 3 quarter quarters 4 fifth fifths 5 tenth tenths 10",
    "german": "hälfte 2 drittel 3 viertel 4 fünftel 5 zehntel 10",
    "french": "moitié 2 tiers 3 quart quarts 4 cinquième cinquièmes 5 dixième dixièmes 10",
    "spanish": "mitad 2 tercio tercios 3 cuarto cuartos 4 quinto quintos 5 décimo décimos 10",
}
ARTICLES = frozenset("a an one ein einen eine un la die der una".split())
"""What stands before one part: "a third", "one third", "the half"."""
_ALONE = frozenset({"half", "hälfte", "moitié", "mitad"})
_OF = frozenset("of der des dieser de des du del d'".split())
_WHOLE = frozenset("the its all his her their those these our".split())
"""What stands behind "half" where no "of" does."""
_NUMBERED = frozenset("first second third fourth other latter".split())
_OUT_OF = (("out", "of"), ("out", "of", "every"))
_IN = (("in",), ("in", "every"))
_NOBODY = frozenset("nobody none niemand nadie ninguno ninguna".split())
_MOST = 100
"""Of what a share is told as one in so many, at most: "one in 2016" is none."""


def _turn(words: str) -> dict[str, int]:
    parts: dict[str, int] = {}
    waiting: list[str] = []
    for word in words.split():
        if word.isdigit():
            parts.update(dict.fromkeys(waiting, int(word)))
            waiting = []
        else:
            waiting.append(word)
    return parts


PARTS = {language: _turn(words) for language, words in _PARTS.items()}
"""By language and word into how many parts it cuts a whole."""
NOTHING = _NOBODY | {"no"}
"""What a number of none may begin with."""


def read_part(row: Words, at: int, numerator: float | None, parts: int) -> float | None:
    """Return the per cent of a share whose last word is the word `at`; None where it is none.

    `numerator` is the number that the word before says, if any.
    """
    key = row.keys[at]
    before = row.keys[at - 1] if at else ""
    following = row.keys[at + 1] if at + 1 < len(row) else ""
    if key in _ALONE:
        is_share = following in _OF or (key == "half" and following in _WHOLE)
        return 100.0 / parts if is_share and before not in _NUMBERED else None
    if following not in _OF:
        return None
    count = 1.0 if before in ARTICLES else numerator
    return 100.0 * count / parts if count and count < parts else None


def count_links(row: Words, last: int, number: float) -> int:
    """Count the words that make a share of a number before them and one behind: "out of"."""
    for links in (*_OUT_OF, *(_IN if number == 1 else ())):
        if tuple(row.keys[last : last + len(links)]) == links:
            return len(links)
    return 0


def read_one_in(count: float, whole: float) -> float | None:
    """Return the per cent that `count` of `whole` is; None where nobody tells shares so."""
    return 100.0 * count / whole if 0 < count < whole <= _MOST else None


def count_nothing(row: Words, at: int) -> int:
    """Count the words that say that there was none, from the word `at` on: "no one", "nobody"."""
    key = row.keys[at]
    if key in _NOBODY:
        return 1
    following = row.keys[at + 1] if at + 1 < len(row) else ""
    if key != "no":
        return 0
    return 2 if following == "one" else int(following in GENERIC or following in FATES)
