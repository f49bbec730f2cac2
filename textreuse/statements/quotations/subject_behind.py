"""The subject of a verb that stands before it: "said the pilot"."""

from __future__ import annotations

from collections.abc import Sequence

from textreuse.statements.quotations.clause import Clause, Reference
from textreuse.statements.quotations.narration import Narration
from textreuse.statements.quotations.references import NOUNS, read_clauses

_SAID = frozenset("said says asked from by".split())
"""Before which a pronoun may stand that is their subject: "said he"."""
_MOST_BEHIND = 14
"""Words behind a verb among which its subject is looked for."""
_GENITIVES = frozenset("des der".split())
"""What a noun goes on with in German: "der Sprecher des Amtes"."""
_NOUN_AND_NAME = 2
"""Clauses that an apposition has."""
_FARTHEST_BEHIND = 6
"""Words between a verb and a subject behind it."""


def find_subject_behind(narration: Narration, verb: int, last: int) -> Reference | None:
    """Return the subject of a verb that stands before it: "said the pilot"."""
    stop = min(last, verb + _MOST_BEHIND, narration.next_sentence(verb))
    clauses = read_clauses(narration, verb + 1, stop)
    if not clauses[0].references:
        return _find_described(narration, clauses)
    one = clauses[0].references[0]
    if one.first - verb > _FARTHEST_BEHIND or one.is_possessive or one.is_governed:
        return None
    if one.kind == "pronoun" and narration.is_english and narration.keys[verb] not in _SAID:
        return None  # "insists he"
    following = clauses[1].references[0] if len(clauses) > 1 and clauses[1].references else None
    if following is None:
        return one
    if _is_list(narration, clauses[1], one, following):
        return following
    return find_apposition(narration, clauses, one) or one


def _find_described(narration: Narration, clauses: Sequence[Clause]) -> Reference | None:
    """Return the person behind a noun that no list has: "said the harbour's oldest hand, Ann"."""
    first, last = clauses[0].first, clauses[0].last
    if len(clauses) < _NOUN_AND_NAME or not 0 < last - first <= _FARTHEST_BEHIND:
        return None
    opener = narration.keys[first]
    is_definite = opener in narration.words.definite or opener.startswith("l'")
    name = clauses[1].references[0] if clauses[1].references else None
    if not is_definite or name is None or name.first != clauses[1].first:
        return None
    is_person = name.name is not None and name.name.kind == "person"
    return name if is_person and not name.is_possessive else None


def find_apposition(
    narration: Narration, clauses: Sequence[Clause], one: Reference
) -> Reference | None:
    """Return the name that the clause behind that of a noun begins with: "the pilot, Ann Lee".

    Where words stand between, it is a person and alone: "a lawyer for the owners, Ann Lee".
    """
    if one.kind != "noun" or len(clauses) < _NOUN_AND_NAME or not clauses[1].references:
        return None
    name = clauses[1].references[0]
    if name.name is None or name.first != clauses[1].first:
        return None
    if one.last == clauses[0].last:
        return name
    following = narration.keys[one.last]
    goes_on = following in narration.words.prepositions or following in _GENITIVES
    is_alone = name.last == clauses[1].last and not name.is_possessive
    return name if goes_on and is_alone and name.name.kind == "person" else None


def _is_list(narration: Narration, clause: Clause, one: Reference, following: Reference) -> bool:
    """Tell whether what "and" begins is the end of one office: "said pilot and author Ann Lee"."""
    if clause.opener not in ("and", "und", "et", "y") or following.first != clause.first + 1:
        return False
    if one.name is not None:
        return one.name.kind != "person"  # "Housing and Harbour Secretary Ann Lee"
    is_office = one.kind == "noun" and not one.is_definite
    return is_office and following.kind == "name" and narration.keys[following.first] in NOUNS
