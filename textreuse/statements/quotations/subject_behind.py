"""The subject of a verb that stands before it: "said the pilot"."""

from __future__ import annotations

from textreuse.statements.quotations.clause import Clause, Reference
from textreuse.statements.quotations.narration import Narration
from textreuse.statements.quotations.references import NOUNS, read_clauses

_SAID = frozenset("said says asked from by".split())
"""Before which a pronoun may stand that is their subject: "said he"."""
_MOST_BEHIND = 14
"""Words behind a verb among which its subject is looked for."""
_FARTHEST_BEHIND = 6
"""Words between a verb and a subject behind it."""


def find_subject_behind(narration: Narration, verb: int, last: int) -> Reference | None:
    """Return the subject of a verb that stands before it: "said the pilot"."""
    stop = min(last, verb + _MOST_BEHIND, narration.next_sentence(verb))
    clauses = read_clauses(narration, verb + 1, stop)
    if not clauses[0].references:
        return None
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
    is_apposition = one.kind == "noun" and one.last == clauses[0].last
    if is_apposition and following.kind == "name" and following.first == clauses[1].first:
        return following  # "said the pilot, Ann Lee"
    return one


def _is_list(narration: Narration, clause: Clause, one: Reference, following: Reference) -> bool:
    """Tell whether what "and" begins is the end of one office: "said pilot and author Ann Lee"."""
    if clause.opener not in ("and", "und", "et", "y") or following.first != clause.first + 1:
        return False
    if one.name is not None:
        return one.name.kind != "person"  # "Housing and Harbour Secretary Ann Lee"
    is_office = one.kind == "noun" and not one.is_definite
    return is_office and following.kind == "name" and narration.keys[following.first] in NOUNS
