"""Find whose age a number is, by the name beside it."""

from __future__ import annotations

from textreuse.statements.names.titles import TITLES
from textreuse.text.function_words import list_function_words
from textreuse.text.words import Words

_ARTICLES = frozenset({"a", "an", "the", "now", "aged", "eine", "der", "die", "das", "un", "une"})
_AND = frozenset({"and", "und", "et", "y"})
_MOST_NAMES = 4
"""Words of a name, with its title."""
_MOST_BEHIND = 5
"""Words behind an age among which the name may stand: "the 71-year-old pensioner Ann Lee"."""
_ABBREVIATED = 3
"""Letters of the longest title or initial with a point: "Mrs. Lee", "Ann R. Lee"."""


def find_owner(text: str, row: Words, first: int, last: int, language: str | None) -> range:
    """Return the words of the name right before the age in the words `first:last`, or behind it.

    Empty where none is there, or where the age is one of several: "aged 16 and 13".
    """
    if _is_one_of_two(text, row, first - 2) or _is_one_of_two(text, row, last - 1):
        return range(0)
    at = first - 1
    while at >= 0 and row.keys[at] in _ARTICLES:
        at -= 1
    gap = text[row.ends[at] : row.starts[at + 1]] if at >= 0 else ""
    if gap in (", ", " ("):
        before = _read_back(text, row, at)
        while before and row.keys[before.start] in TITLES:
            before = before[1:]
        if before:
            return before
    return _read_on(text, row, last, list_function_words(language))


def _is_one_of_two(text: str, row: Words, at: int) -> bool:
    """Tell whether the word `at` is a number that an "and" joins to the next one."""
    words = row.keys[max(0, at) : at + 3]
    if at < 0 or len(words) < 3 or words[1] not in _AND:
        return False
    are_figures = words[0].isdecimal() and words[2].isdecimal()
    return are_figures and text[row.ends[at] : row.starts[at + 1]] == " "


def _read_back(text: str, row: Words, at: int) -> range:
    """Return the words with capitals that end with the word `at`."""
    start = at + 1
    while start > max(0, at + 1 - _MOST_NAMES) and text[row.starts[start - 1]].isupper():
        if start <= at:
            gap = text[row.ends[start - 1] : row.starts[start]]
            is_short = len(row.keys[start - 1]) <= _ABBREVIATED
            if gap != " " and not (gap == ". " and is_short):
                break
        start -= 1
    return range(start, at + 1)


def _read_on(text: str, row: Words, last: int, function_words: frozenset[str]) -> range:
    """Return the first words with capitals behind the word before `last`, with no comma between."""
    begin: int | None = None
    end = min(last + _MOST_BEHIND, len(row))
    for index in range(last, end):
        is_apart = text[row.ends[index - 1] : row.starts[index]].strip(" -\u2011") != ""
        is_name = text[row.starts[index]].isupper()
        if begin is None:
            if is_apart or row.keys[index] in function_words:
                return range(0)
            begin = index if is_name else None
        elif is_apart or not is_name:
            return range(begin, index)
    return range(0) if begin is None else range(begin, end)
