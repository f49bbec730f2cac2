"""Whose words a document gives: "the letter", "the statement", "the original"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textreuse.statements.names.name import Name
from textreuse.statements.quotations.clause import Reference
from textreuse.statements.quotations.narration import Narration
from textreuse.statements.quotations.quotation import Speaker
from textreuse.statements.quotations.references import INDEFINITE
from textreuse.statements.quotations.speaker_words import DOCUMENTS
from textreuse.statements.quotations.subject_behind import find_subject_behind

VERSIONS = frozenset("original version document text draft wording measure".split())
"""What a document is called after its name was told."""
_FROM = frozenset("from by von de".split())
_GIVEN = frozenset("released issued sent signed posted written published".split())
"""What stands before "by" and an author."""
_MOST_WORDS = 400
"""Words looked back for who wrote a letter."""
_MOST_BEFORE_VERSION = 80
_MOST_BEHIND = 10


class Spoken(NamedTuple):
    """Who spoke, and which word says so."""

    at: int
    speaker: Speaker
    name: Name | None


def find_author(narration: Narration, one: Reference) -> Reference | None:
    """Return whose words a letter, tweet or the like is, as it or one before it says."""
    if one.possessor is not None:
        return one.possessor
    keys = narration.keys
    earlier = range(one.first - 1, max(-1, one.first - _MOST_WORDS), -1)
    places = [one.last - 1]
    if one.is_definite:
        places += [index for index in earlier if keys[index] == one.head]
    for index in places:
        behind = index + 1
        behind += behind < len(keys) and keys[behind] in _GIVEN
        if behind < len(keys) and keys[behind] in _FROM:
            author = find_subject_behind(narration, behind, behind + _MOST_BEHIND)
            if author is not None:
                return author
    return None


def find_issuer(narration: Narration, one: Reference, spoken: Sequence[Spoken]) -> Spoken | None:
    """Return who of those that spoke "said in a statement" what "the statement" goes on with."""
    if not one.is_definite:
        return None
    keys, words = narration.keys, narration.words
    for index in range(one.first - 1, max(2, one.first - _MOST_WORDS), -1):
        if keys[index] != one.head or keys[index - 1] in words.definite:
            continue
        # "in a statement", "in a written statement"
        article = index - 1 if keys[index - 1] in INDEFINITE else index - 2
        if keys[article] not in INDEFINITE or keys[article - 1] not in words.prepositions:
            return None
        first, last = narration.sentence_of(index), narration.next_sentence(index)
        return next((each for each in reversed(spoken) if first <= each.at < last), None)
    return None


def find_document(narration: Narration, one: Reference) -> str:
    """Return the document that "the original" or "the version" is of; empty if none is told."""
    for index in range(one.first - 1, max(-1, one.first - _MOST_BEFORE_VERSION), -1):
        if narration.keys[index] in DOCUMENTS and narration.keys[index] not in VERSIONS:
            word = narration.span(index, index + 1)
            document = narration.text[word.start : word.end]
            if document.islower():
                return document
    return ""
