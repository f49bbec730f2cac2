"""Ordinals of German, numbers with a point ("am 3. Mai"), and numbers that count what follows.

A number with a point before a capital ends a sentence as often as not: all German nouns have one.
So it is an ordinal where what stands before it asks for one ("der 17. Versuch") or what follows is
counted that way ("3. Mai", "19. Jahrhundert").
"""

from __future__ import annotations

import regex

_NUMBER = regex.compile(r"(?<![\p{L}\p{N}])(?:\d{1,3}|\d{1,3}\.\d{3})$")
_WORDS_BEFORE = regex.compile(
    r"(?:(?<![\p{L}\p{N}])(\d{1,3})(?:\.|\.?\s*\p{L}+)\s+)?(\p{L}+|[/–-])\s*$"
)
_DAY_BEFORE = regex.compile(r"(?<![\p{L}\p{N}])\d{1,2}\.\s?$")
_YEAR = regex.compile(r"\s+(?:1\d|20)?\d\d(?![\p{L}\p{N}])")
_NEXT = regex.compile(r"\s+(\p{L}+)")
_NOTHING = regex.compile(r"[^\p{L}\p{N}]*$")
_LOOKED_BACK = 40
"""Characters before a number that are looked at."""

_ASK_FOR_ONE = frozenset(
    """
    ab am beim bis das dem den der des die diesem diesen dieser dieses ihr ihre ihrem ihren ihrer
    ihres im jede jedem jeden jeder jedes mein meine meinem meinen meiner sein seine seinem seinen
    seiner seines seit unser unsere unserem unseren unserer vom zum zur ins ans fürs
    """.split()
)
_ASK_SURELY = frozenset("beim der im vom zum zur".split())
"""Those that are words of German alone, and no opening of a date in another language."""
_CONJUNCTIONS = frozenset("bis oder sowie und".split()) | {"/", "-", "–"}
_COUNTED = frozenset(
    """
    januar jänner februar feber märz april mai juni juli august september oktober november dezember
    jan feb febr mär apr jun jul aug sep sept okt nov dez
    advent auflage ausgabe bezirk bundesliga division etage etappe fassung folge generation
    geburtstag hochzeitstag instanz internationale jahrestag jahrgang jahrhundert jahrhunderts
    jahrtausend kapitel klasse lebensjahr lebensjahres liga mal minute obergeschoss platz quartal
    rang rate reich republik runde saison satz schuljahr semester spieltag stelle stock stunde tag
    teil todestag versuch vorsitzende vorsitzender weltkrieg woche
    """.split()
)


def has_ordinals(language: str | None) -> bool:
    """Tell whether a language writes ordinals as numbers with a point."""
    return language == "german"


def is_ordinal(text: str, start: int, point: int, end: int, language: str | None) -> bool:
    """Tell whether the number before `point` counts what follows at `end`, and ends no sentence.

    That is an ordinal, or the number of an item, which stands at `start` with nothing before it.
    """
    number = _NUMBER.search(text, max(start, point - _LOOKED_BACK), point)
    if number is None:
        return False
    is_first = number.start() - start <= _LOOKED_BACK
    if is_first and _NOTHING.match(text, start, number.start()):
        return True
    if not has_ordinals(language) and language is not None:
        return False
    if _DAY_BEFORE.search(text, max(start, number.start() - 4), number.start()) and _YEAR.match(
        text, end
    ):
        return True
    following = _NEXT.match(text, end)
    counted = following is not None and following.group(1).lower() in _COUNTED
    before = _WORDS_BEFORE.search(text, max(start, number.start() - _LOOKED_BACK), number.start())
    if before is None:
        return counted or text[number.start() - 1] == "("
    word = before.group(2).lower()
    asks = word in (_ASK_FOR_ONE if language else _ASK_SURELY)
    return counted or asks or (word in _CONJUNCTIONS and before.group(1) is not None)
