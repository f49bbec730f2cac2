"""The subject of a verb of saying, and the verbs of saying of a clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textreuse.statements.quotations.narration import Narration
from textreuse.statements.quotations.references import PARTING, Clause, Reference, read_clauses
from textreuse.statements.quotations.speaker_words import POSSESSIVES, RELATIVES

_BEFORE_NOUNS = POSSESSIVES | frozenset(
    "a an the this that these those any some no new old recent public your 's".split()
)
"""What stands before a noun, so that "report" is no verb."""
_PASSIVE = frozenset("was were been being is are be".split())
_INNER_OPENERS = RELATIVES | frozenset(
    "that what how why whether if than where dass ob was wie que qu' si como cómo".split()
)
"""What begins a clause inside another's."""
_MOST_BEHIND = 14
"""Words behind a verb among which its subject is looked for."""
_FARTHEST_BEHIND = 6
"""Words between a verb and a subject behind it."""


def list_speech_verbs_in(narration: Narration, first: int, last: int) -> Iterator[int]:
    """Yield the verbs of saying among the words `first:last`, in order."""
    verbs = narration.verbs.every
    for index in range(first, last):
        if narration.keys[index] in verbs and not _is_noun(narration, index, first):
            yield index


def _is_noun(narration: Narration, index: int, first: int) -> bool:
    if index == first:
        return False
    before = narration.keys[index - 1]
    return (
        before in _BEFORE_NOUNS
        or before.endswith("'s")
        or narration.text[narration.starts[index]].isupper()
    )


def is_passive(narration: Narration, verb: int, first: int) -> bool:
    """Tell whether somebody else says what the verb reports: "was called"."""
    if verb == first or narration.keys[verb] in narration.verbs.plain:
        return False
    before = narration.keys[verb - 1]
    if narration.keys[verb].endswith("ing"):
        return False
    return before in _PASSIVE or (verb - 2 >= first and narration.keys[verb - 2] in _PASSIVE)


def find_subject(narration: Narration, first: int, verb: int) -> Reference | None:
    """Return the subject of a verb that stands behind it, in a sentence from `first` on."""
    clauses = read_clauses(narration, first, verb)
    is_parted = verb > first and not PARTING.isdisjoint(narration.gap(verb))
    if narration.keys[verb].endswith("ing"):
        beside = None if is_parted else _find_in_clause(narration, clauses[-1], verb, is_parted)
        if beside is not None and beside.last == verb:
            return beside
        return _find_main_subject(clauses)
    fallback: Reference | None = None
    for index in reversed(range(len(clauses))):
        clause = clauses[index]
        found = _find_in_clause(narration, clause, verb, is_parted)
        if clause.opener in RELATIVES:
            if found is not None and found.first == clause.first + 1 and not found.is_object:
                return found  # "in which he asked"
            return _find_antecedent(clauses[:index])
        if found is None:
            continue
        if found.kind == "noun" and clause.opener == "," and _is_apposition(clauses[:index]):
            fallback = fallback or found
            continue
        if _is_place(found) and (is_parted or found.last != verb):
            continue
        if fallback is not None and found.kind != "name":
            return fallback
        return found
    return fallback


def _find_main_subject(clauses: Sequence[Clause]) -> Reference | None:
    """Return whose words a participle behind a comma tells: "Ann Lee left for home, saying"."""
    found: Reference | None = None
    subordinate: Reference | None = None
    for clause in clauses:
        free = [one for one in clause.references if not (one.is_governed or one.is_possessive)]
        if not free or _is_place(free[0]):
            continue
        one = free[0]
        if clause.opener in _INNER_OPENERS:
            subordinate = subordinate or one
            continue
        begins = one.first <= clause.first + (clause.opener not in ("", ","))
        if found is None or (begins and one.kind != "noun"):
            found = one
    return found or subordinate


def _find_in_clause(
    narration: Narration, clause: Clause, verb: int, is_parted: bool
) -> Reference | None:
    references = [one for one in clause.references if not one.is_possessive]
    if not references:
        return None
    last = references[-1]
    is_beside = last.last == verb and last.kind != "noun" and not is_parted
    if is_beside and narration.keys[verb].endswith("ing"):
        return last  # "of him mocking"
    for one in references:
        if not one.is_governed:
            return one
    begins = narration.keys[clause.first] in narration.words.prepositions
    return last if begins and is_beside else None  # "In May she said"


def _find_antecedent(clauses: Sequence[Clause]) -> Reference | None:
    for clause in reversed(clauses):
        if clause.references:
            return clause.references[-1]
    return None


def _is_apposition(before: Sequence[Clause]) -> bool:
    """Tell whether a name ends right before the comma."""
    for clause in reversed(before):
        if clause.references:
            return any(one.kind == "name" and not _is_place(one) for one in clause.references)
    return False


def _is_place(reference: Reference) -> bool:
    return reference.name is not None and reference.name.kind == "place"


def find_subject_behind(narration: Narration, verb: int, last: int) -> Reference | None:
    """Return the subject of a verb that stands before it: "said the pilot"."""
    stop = min(last, verb + _MOST_BEHIND)
    clauses = read_clauses(narration, verb + 1, stop)
    if not clauses[0].references:
        return None
    one = clauses[0].references[0]
    if one.first - verb > _FARTHEST_BEHIND or one.is_possessive or one.is_governed:
        return None
    if one.kind == "noun" and one.last == clauses[0].last and len(clauses) > 1:
        following = clauses[1].references[:1]
        if following and following[0].kind == "name" and following[0].first == clauses[1].first:
            return following[0]  # "said the pilot, Ann Lee"
    return one
