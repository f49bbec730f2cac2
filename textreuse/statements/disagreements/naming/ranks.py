"""Whether somebody has an office, had it, or is the second there: "the mayor", "a deputy mayor"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textreuse.statements.names.name import Name
from textreuse.text.spans import Span

_OFFICES = """
    mayor governor director chief president premier chancellor prosecutor sheriff editor chairman
    chairwoman commissioner ambassador minister speaker secretary principal commander
    bürgermeister bürgermeisterin direktor direktorin präsident präsidentin minister ministerin
    maire préfet alcalde alcaldesa
""".split()
_RANKS = {
    "deputy": "second", "vice": "second", "vize": "second", "assistant": "second",
    "associate": "second", "stellvertretender": "second", "stellvertretende": "second",
    "acting": "acting", "interim": "acting",
    "former": "former", "ex": "former", "ehemaliger": "former", "ehemalige": "former",
    "ancien": "former", "ancienne": "former",
}  # fmt: skip
_OFFICE = re.compile(rf"(?<!\w)(?:{'|'.join(_OFFICES)})(?![\w-])", re.IGNORECASE)
_RANK = re.compile(rf"(?<![\w-])(?:{'|'.join(_RANKS)})(?=[ -])", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:then|next|future|incoming|outgoing|late|became|become|becoming|elected|was|were)\b",
    re.IGNORECASE,
)
"""What leaves open whether somebody is in office now."""
_BACK = 40
"""Characters before an office among which a rank may belong to it."""
_STOPS = re.compile(r"[,;:.()\n]")


class Rank(NamedTuple):
    """What an article says that somebody is in an office."""

    span: Span
    rank: str
    """Empty of who holds it; "second", "acting", "former"."""


def pair_ranks(
    ours: dict[str, list[Rank]], theirs: dict[str, list[Rank]]
) -> Iterator[tuple[Rank, Rank]]:
    """Yield the ranks of one person in one office that are never the same."""
    for office in sorted(ours.keys() & theirs.keys()):
        mine, yours = ours[office], theirs[office]
        if {one.rank for one in mine}.isdisjoint(one.rank for one in yours):
            yield mine[0], yours[0]


def list_ranks(text: str, name: Name, places: Sequence[Span]) -> dict[str, list[Rank]]:
    """Return by office what somebody is in it, where `places` say it, by place.

    A title before a name is given to whoever had the office once, and says no more.
    """
    titles = [
        range(one.span.start, one.span.end - len(one.name)) for one in name.mentions if one.title
    ]
    found: dict[str, list[Rank]] = {}
    for place in places:
        for office in _OFFICE.finditer(text, place.start, place.end):
            low = max(0, office.start() - _BACK)
            low = max(
                (stop.end() for stop in _STOPS.finditer(text, low, office.start())), default=low
            )
            if _OPEN.search(text, low, office.start()):
                continue
            told = list(_RANK.finditer(text, low, office.start()))
            rank = _RANKS[told[-1].group().lower()] if told else ""
            is_title = any(office.start() in title for title in titles)
            if not (is_title and rank in ("", "former")):
                start = told[-1].start() if told else office.start()
                span = Span(place.article, start, office.end())
                found.setdefault(office.group().lower(), []).append(Rank(span, rank))
    return found
