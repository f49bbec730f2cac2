"""Roles beside names: "pilot Ann Lee", "Ann Lee, a pilot of the harbour"."""

from __future__ import annotations

import re

from textreuse.statements.names.name import Role
from textreuse.statements.names.titles import ROLES, name_role
from textreuse.text.normalize import fold
from textreuse.text.spans import Span
from textreuse.text.words import Words

_APPOSITION = re.compile(
    r",? (?:\d{1,3}, |who is |who was |the |an? |its |his |her |their |our |one of |then |now "
    r"|former |ex-|longtime |der |die |ein |eine |le |la |un |une |el |una )*"
)
_COPULA = re.compile(r" (?:is|was|ist|war|est|était|es|era) (?:an? |the |ein |eine |une? |una )")
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_ENDS = re.compile(r"[,;:()\n\"“”—–]|\.(?=\s|$)")
_AND = frozenset("and und et y".split())
_NO_NOUN_BEHIND = frozenset(
    """
    of for in at on from who that which and to with by is was has had said says said told
    de du des der die das von für im in à y del
    """.split()
)
_KIN = frozenset(
    """
    mother father brother sister wife husband son daughter parents children mutter vater bruder
    schwester mère père frère soeur
    """.split()
)
"""Who stands in a list behind a name more often than in an apposition: "Paul Lee, his wife and"."""
_MOST_WORDS_BEFORE = 6
"""Words of an apposition up to its noun."""
_LOOK = 160
"""Characters looked on for the end of an apposition."""


def find_role_before(text: str, row: Words, article: int, index: int) -> Role | None:
    """Return the role whose noun, without a capital, is right before the word `index`."""
    word = row.keys[index - 1] if index else ""
    if word not in ROLES or not text[row.starts[index - 1]].islower():
        return None
    start, end = row.starts[index - 1], row.ends[index - 1]
    if text[end : row.starts[index]] != " ":
        return None
    return Role(Span(article, start, end), name_role(word))


def find_role_behind(text: str, article: int, at: int) -> Role | None:
    """Return the role of an apposition that begins with the comma at `at`."""
    if text[at : at + 2] != ", ":
        return None
    start = _APPOSITION.match(text, at)
    if start is None or start.end() == at + 1:
        return None
    return _read_role(text, article, start)


def find_role_told(text: str, article: int, at: int) -> Role | None:
    """Return the role that the sentence gives to the name before `at`: "Ann Lee is a pilot"."""
    start = _COPULA.match(text, at) if text[at : at + 1] == " " else None
    return _read_role(text, article, start) if start is not None else None


def _read_role(text: str, article: int, start: re.Match[str]) -> Role | None:
    at = start.start()
    last = min(len(text), start.end() + _LOOK)
    end = _ENDS.search(text, start.end(), last)
    stop = end.start() if end else last
    head = ""
    previous = ""
    for count, word in enumerate(_WORD.finditer(text, start.end(), stop)):
        folded = fold(word.group()).removesuffix(".")
        if previous in _KIN and folded in _AND:
            return None
        if folded in _NO_NOUN_BEHIND or count > _MOST_WORDS_BEFORE:
            break
        previous = folded
        head = folded if folded in ROLES else head if head and word.group()[0].isupper() else ""
    return Role(Span(article, at + 2, stop), name_role(head)) if head else None
