"""Offices and ranks of which somebody has one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from textreuse.statements.names.name import Name
from textreuse.text.spans import Span

_OFFICES = (
    {
        "ceo": r"chief executive(?: officer)?|c\.?e\.?o\b\.?|vorstandschef(?:in)?|pdg",
        "president": r"president|präsident(?:in)?|président(?:e)?|president[ea]",
        "chairman": r"chair(?:man|woman|person)?|aufsichtsratschef(?:in)?",
    },
    {
        "senator": r"sen(?:ator|\.)",
        "representative": r"rep(?:resentative|\.)|congress(?:man|woman)",
    },
    {
        rank: rank
        for rank in ("sergeant", "lieutenant", "captain", "major", "colonel", "general", "admiral")
    },
    {
        "spokesman": r"spokes(?:man|woman|person)|sprecher(?:in)?|porte-parole|portavoz",
        "lawyer": r"lawyer|attorney|anwalt|anwältin|avocate?|abogad[oa]",
        "judge": r"judge|richter(?:in)?|juge|juez(?:a)?",
    },
)
"""Of each row somebody is one thing only, in the eyes of those who report it."""
_ROWS = tuple(
    {
        office: re.compile(rf"(?<![\w-])(?:{words})(?!\w)", re.IGNORECASE)
        for office, words in row.items()
    }
    for row in _OFFICES
)
_NOT_NOW = re.compile(
    r"(?:former|ex|then|acting|vice|deputy|interim|incoming|outgoing|assistant|next|future|late"
    r"|attorney|brigadier|lieutenant|major|lt\.?|maj\.?|ehemalige\w*|stellvertretende\w*|ancien\w*"
    r"|vize|vicepresidente)[\s-]+$",
    re.IGNORECASE,
)
_LONGEST = 60
_APPOSED = rf"(?:the|its|their|an?|his|her) [^,.;:()\n“”\"]{{2,{_LONGEST}}}"
_BEHIND = re.compile(rf", ({_APPOSED})[,.]")
_BEFORE = re.compile(rf"({_APPOSED}), $")
_BACK = 24
"""Characters before a role that may belong to it."""


def list_offices(text: str, name: Name) -> Iterator[dict[str, Span]]:
    """Yield for each row of offices that exclude each other those of `name`, at their first place.

    Nothing for a row of which somebody was one before, will be, or stands in for.
    """
    places = sorted(set(_list_places(text, name)))
    for row in _ROWS:
        yield _find_offices(text, row, places)


def _list_places(text: str, name: Name) -> Iterator[Span]:
    """Yield where it may stand what somebody is: the roles, and appositions to the name."""
    for role in name.roles:
        yield role.span
    for mention in name.mentions:
        at = mention.span
        for match in (
            _BEHIND.match(text, at.end),
            _BEFORE.search(text, max(0, at.start - _LONGEST), at.start),
        ):
            if match is not None:
                yield Span(at.article, match.start(1), match.end(1))


def _find_offices(
    text: str, row: dict[str, re.Pattern[str]], places: Sequence[Span]
) -> dict[str, Span]:
    found: dict[str, Span] = {}
    for place in places:
        low = max(0, place.start - _BACK)
        for office, pattern in row.items():
            for match in pattern.finditer(text, low, place.end):
                if _NOT_NOW.search(text, low, match.start()):
                    return {}
                if match.end() > place.start:
                    found.setdefault(office, Span(place.article, *match.span()))
    return found
