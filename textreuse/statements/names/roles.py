"""Roles beside names: "pilot Ann Lee", "Ann Lee, a pilot of the harbour"."""

from __future__ import annotations

import re

from textreuse.statements.names.name import Role
from textreuse.statements.names.titles import ROLES, name_role
from textreuse.text.normalize import fold
from textreuse.text.spans import Span

_BEFORE = re.compile(r"([^\W\d_][\w’'-]*) $")
_APPOSITION = re.compile(
    r",? (?:\d{1,3}, |who is |who was |the |an? |its |his |her |their |our |one of |then |now "
    r"|former |ex-|longtime |der |die |ein |eine |le |la |un |une |el |una )*"
)
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_ENDS = re.compile(r"[,;:()\n\"“”—–]|\.(?=\s|$)")
_NO_NOUN_BEHIND = frozenset(
    """
    of for in at on from who that which and to with by is was has had said says said told
    de du des der die das von für im in à y del
    """.split()
)
_MOST_WORDS_BEFORE = 6
"""Words of an apposition up to its noun."""
_LOOK = 160
"""Characters looked on for the end of an apposition."""
_LONGEST_WORD = 40


def find_role_before(text: str, article: int, at: int) -> Role | None:
    """Return the role whose noun, without a capital, stands right before a name at `at`."""
    match = _BEFORE.search(text, max(0, at - _LONGEST_WORD), at)
    word = fold(match.group(1)) if match else ""
    if match is None or word not in ROLES:
        return None
    return Role(Span(article, match.start(1), match.end(1)), name_role(word))


def find_role_behind(text: str, article: int, at: int) -> Role | None:
    """Return the role of an apposition that begins with the comma at `at`."""
    if text[at : at + 2] != ", ":
        return None
    start = _APPOSITION.match(text, at)
    if start is None or start.end() == at + 1:
        return None
    last = min(len(text), start.end() + _LOOK)
    end = _ENDS.search(text, start.end(), last)
    stop = end.start() if end else last
    head = ""
    for count, word in enumerate(_WORD.finditer(text, start.end(), stop)):
        folded = fold(word.group()).removesuffix(".")
        if folded in _NO_NOUN_BEHIND or count > _MOST_WORDS_BEFORE:
            break
        head = folded if folded in ROLES else head if head and word.group()[0].isupper() else ""
    return Role(Span(article, at + 2, stop), name_role(head)) if head else None
