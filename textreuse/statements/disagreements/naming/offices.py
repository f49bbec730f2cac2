"""Offices and ranks of which somebody has one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from textreuse.statements.names.name import Name
from textreuse.text.spans import Span

_MINISTRIES = {
    "foreign": r"foreign(?: affairs)?|external affairs",
    "defence": r"defen[cs]e",
    "finance": r"finance|treasury",
    "interior": r"interior|home",
    "justice": r"justice",
    "health": r"health(?: and human services)?",
    "education": r"education",
    "labour": r"labou?r|employment",
    "energy": r"energy",
    "agriculture": r"agriculture|farm",
    "trade": r"trade|commerce|business",
    "transport": r"transport(?:ation)?",
    "environment": r"environment",
    "housing": r"housing",
    "culture": r"culture",
    "security": r"homeland security",
    "press": r"press",
    "prime": r"prime",
}
"""By minister what stands before or behind the word: "finance minister", "secretary of defence".

A secretary of state is the foreign minister of one country, and any minister of another.
"""
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
        "ceo": r"chief executive(?: officer)?|c\.?e\.?o\b\.?",
        "cfo": r"chief financial officer|c\.?f\.?o\b\.?",
        "coo": r"chief operating officer|c\.?o\.?o\b\.?",
        "cto": r"chief technology officer|c\.?t\.?o\b\.?",
    },
    {
        minister: rf"(?:{words})[ -](?:minister|secretary)"
        rf"|(?:minister|secretary(?: of state)?) (?:of|for) (?:the )?(?:{words})"
        for minister, words in _MINISTRIES.items()
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
_APPOSED = rf"(?i:the|its|their|an?|his|her) [^,.;:()\n“”\"]{{2,{_LONGEST}}}"
_BEHIND = re.compile(rf", ({_APPOSED})[,.]")
_BEFORE = re.compile(rf"({_APPOSED}), $")
_BACK = 24
"""Characters before a role that may belong to it."""


def list_offices(text: str, places: Sequence[Span]) -> Iterator[dict[str, Span]]:
    """Yield for each row of offices that exclude each other those at `places`, at their first one.

    Nothing for a row of which somebody was one before, will be, or stands in for.
    """
    for row in _ROWS:
        yield _find_offices(text, row, places)


def list_places(text: str, name: Name) -> list[Span]:
    """Return where it may stand what somebody is, in order: titles, roles, appositions."""
    return sorted(set(_list_places(text, name)))


def _list_places(text: str, name: Name) -> Iterator[Span]:
    for role in name.roles:
        # "Sen." with its point
        yield role.span._replace(end=role.span.end + text.startswith(".", role.span.end))
    for mention in name.mentions:
        at = mention.span
        if mention.title:
            yield Span(at.article, at.start, at.start + len(mention.title))
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
