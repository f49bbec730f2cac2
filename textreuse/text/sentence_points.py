"""Whether a point ends a sentence, or an abbreviation, an initial or an ordinal inside one."""

from __future__ import annotations

import regex

from textreuse.text.abbreviations import Abbreviations
from textreuse.text.footnote_marks import is_number_behind_abbreviation
from textreuse.text.ordinals import has_ordinals, is_ordinal

_LAST_WORD = regex.compile(r"[\p{L}\p{N}.'’-]*$")
_NEXT_WORD = regex.compile(r"\s*[\"'“‘«„(\[¿¡—–-]*([\p{L}\p{N}'’]+)")
_SPACE = r"[\ \u00a0\u202f]"
_SPACED = regex.compile(
    rf"""
    (?<! [\p{{L}}\p{{N}}.] )
    (?: (?:\p{{L}}{{1,2}}\.{_SPACE})+ (?:\p{{L}}|(\p{{Lu}})\1|Chr|ej|es|ex|Zt) | (?:ad|per)\ es ) $
    """,
    regex.VERBOSE,
)
"""Abbreviations of several words: z. B., EE. UU., v. Chr., p. ej."""
_LAST_OF_SPACED = frozenset(["Chr", "ej", "es", "ex", "Zt"])
"""With what those end that end in no initial."""
_GOES_ON_ABBREVIATED = regex.compile(rf"{_SPACE}?(?:\p{{L}}|(\p{{Lu}})\1|Chr)\.")
_ELISION = regex.compile(r"['’]\p{L}")
_LAST_PART = regex.compile(r"['’-]")
_ROMAN = regex.compile(r"[IVXL]{2,}")

_LONGEST_WORD = 40
"""Characters looked back for the word before a point."""
_LONGEST_ABBREVIATION = 6
"""Letters of the longest abbreviation without points inside."""
_LONGEST_PIECE = 3
"""Letters between two points of an acronym; more are a web address, or two sentences."""


def ends_sentence(
    text: str, start: int, point: int, end: int, abbreviations: Abbreviations
) -> bool:
    """Tell whether the mark `point:end`, a point, ends a sentence that began at `start`."""
    last_letters = text[max(start, point - _LONGEST_ABBREVIATION - 1) : point]
    if len(last_letters) > _LONGEST_ABBREVIATION and last_letters.isalpha():
        return True
    from_here = max(start, point - _LONGEST_WORD)
    word = _find_last_word(text, from_here, point)
    if len(word) > 1 and word.isalpha() and not word.isupper():
        if word.lower() not in abbreviations.known and word not in abbreviations.known:
            return True
    elif word[-1:].isdigit():
        return not is_ordinal(text, start, point, end, abbreviations.language)
    if is_initial(word) and _GOES_ON_ABBREVIATED.match(text, point + 1):
        return False
    following = _find_next_word(text, end)
    spaced = None
    # Asked first: to search takes as long as all the rest. But for one each has a point inside.
    if (len(word) == 1 or word[:1] == word[1:] or word in _LAST_OF_SPACED) and (
        word == "es" or text.find(".", from_here, point) >= 0
    ):
        spaced = _SPACED.search(text, from_here, point)
    if spaced:
        word = "".join(spaced.group().split())
    if text[point + 1 : point + 2].isdigit() and is_number_behind_abbreviation(text, point):
        return False
    return _may_end_behind(word, following, abbreviations)


def is_initial(word: str) -> bool:
    """Tell whether a word may be a part of what is abbreviated: a letter, or twice a capital."""
    return (len(word) == 1 and word.isalpha()) or (
        len(word) == 2 and word[0] == word[1] and word.isupper()
    )


def _may_end_behind(word: str, following: str, abbreviations: Abbreviations) -> bool:
    lower = word.lower()
    if lower in abbreviations.inside or word in abbreviations.inside:
        return False
    if ".-" in word or (not word.isalpha() and _ELISION.search(word)):
        return _may_end_behind(_LAST_PART.split(word)[-1], following, abbreviations)
    if lower in abbreviations.before_numbers and following[:1].isdigit():
        return False
    if lower in abbreviations.closing or word in abbreviations.closing:
        return following in abbreviations.openers
    pieces = word.split(".")
    if len(pieces) > 1:
        is_acronym = all(len(piece) <= _LONGEST_PIECE for piece in pieces)
        return not is_acronym or following in abbreviations.openers
    if len(word) == 1 and word.isupper() and word != "I":
        return following in abbreviations.openers_after_initial
    if has_ordinals(abbreviations.language) and _ROMAN.fullmatch(word):
        return following in abbreviations.openers
    return True


def _find_last_word(text: str, start: int, end: int) -> str:
    behind_space = text[max(start, text.rfind(" ", start, end) + 1) : end]
    # Nearly every word is one of letters behind a space, and needs no pattern.
    if behind_space.isalpha():
        return behind_space
    word = _LAST_WORD.search(text, start, end)
    return word.group() if word else ""


def _find_next_word(text: str, start: int) -> str:
    word = _NEXT_WORD.match(text, start)
    return word.group(1).lower() if word else ""
