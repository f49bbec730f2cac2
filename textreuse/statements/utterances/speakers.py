"""Speakers of two articles: whether they are one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from unicodedata import combining, normalize

from textreuse.statements.names.nicknames import is_short_for
from textreuse.statements.quotations.quotation import Speaker
from textreuse.text.framing_words import list_everyday_words
from textreuse.text.words import split_words

_SUFFIXES = frozenset("jr sr ii iii iv".split())


@lru_cache(maxsize=1)
def _list_unnamed() -> frozenset[str]:
    """Return what is part of no name: titles, and words of any report."""
    return list_everyday_words() | _SUFFIXES


def are_same_speakers(one: Speaker, other: Speaker) -> bool | None:
    """Tell whether two speakers are one; None where neither is sure.

    Two people are one where the family name is the same and the first names may be; they are two
    where the family names differ. An organisation may speak through a person, and have two
    names: of such it is told that they are one, never that they are two.
    """
    if not (one.is_sure and other.is_sure):
        return None
    ours, theirs = list_name_words(one), list_name_words(other)
    if not ours or not theirs:
        return None
    if ours == theirs:
        return True
    if one.kind == other.kind == "person":
        return _are_same_people(ours, theirs)
    return True if set(ours) & set(theirs) else None


def list_name_words(speaker: Speaker) -> tuple[str, ...]:
    """Return the words of a speaker's name, folded, without titles; the family name last."""
    return _split_name(speaker.name)


@lru_cache(maxsize=1024)
def _split_name(name: str) -> tuple[str, ...]:
    keys = [_strip_accents(key) for key in split_words(name).keys]
    names = [key.removesuffix("'s") for key in keys if key not in _list_unnamed()]
    return tuple(names or (key for key in keys if key not in _SUFFIXES))


def _are_same_people(ours: Sequence[str], theirs: Sequence[str]) -> bool | None:
    if ours[-1] != theirs[-1]:
        # "Kim" and "Kim Jong Un": a family name may stand first, and be all that is told.
        return None if set(ours) <= set(theirs) or set(theirs) <= set(ours) else False
    first, other = ours[0], theirs[0]
    if len(ours) == 1 or len(theirs) == 1 or first == other:
        return True
    return True if is_short_for(first, other) or is_short_for(other, first) else None


def _strip_accents(key: str) -> str:
    """Return a name as those write it who have no accents on their keys."""
    if key.isascii():
        return key
    return "".join(mark for mark in normalize("NFD", key) if not combining(mark))
