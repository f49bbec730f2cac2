"""The subject of a verb of saying, and the verbs of saying of a clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from textreuse.statements.quotations.attributed import (
    find_blamed,
    find_that,
    is_attribute,
    is_paper,
)
from textreuse.statements.quotations.clause import Clause, Reference
from textreuse.statements.quotations.narration import Narration
from textreuse.statements.quotations.references import NOUNS, read_clauses
from textreuse.statements.quotations.speaker_words import (
    DOCUMENTS,
    OF_SPEECH,
    PLURAL_PRONOUNS,
    POSSESSIVES,
    RELATIVES,
)

_BEFORE_NOUNS = POSSESSIVES | frozenset(
    "a an the this that these those any some no new old recent public your 's".split()
)
"""What stands before a noun, so that "report" is no verb."""
_JOINING = frozenset((",", "and", "but", "und", "aber", "et", "mais", "y", "pero"))
SUBORDINATE = frozenset(
    "that if when because while as before after until whether since unless although though".split()
)
_BEFORE_INFINITIVES = frozenset(
    "to would will could can may might must should did didn't not don't doesn't won't".split()
)
_ADVERBS = frozenset("also further then later now already often still never just only".split())
_PLURAL_NOUNS = frozenset(
    """
    answers calls charges claims comments demands doubts fears hopes notes posts questions remarks
    replies reports states tweets warnings attacks quotes jokes tags labels
    """.split()
)
"""Forms of verbs that are more often nouns."""
_FORMS = frozenset("said says wrote writes read reads told tells".split())
"""Forms of verbs that are no nouns."""
_PASSIVE = frozenset(
    "was were been being is are be été fue fueron sido siendo wurde wurden worden".split()
)
_USED_TO = ["used", "to"]
_INNER_OPENERS = RELATIVES | frozenset(
    "that what how why whether if than where dass ob was wie que qu' si como cómo".split()
)
"""What begins a clause inside another's."""


def list_speech_verbs_in(narration: Narration, first: int, last: int) -> Iterator[int]:
    """Yield the verbs of saying among the words `first:last`, in order."""
    verbs, nouns = narration.verbs.every, narration.verbs.nouns
    keys = narration.keys
    if narration.verbs.forms.isdisjoint(keys[first:last]):
        return  # as in most sentences
    for index in range(first, last):
        if keys[index] in verbs:
            if not _is_noun(narration, index, first):
                yield index
        elif keys[index] in nouns and index > first and keys[index - 1] in _BEFORE_INFINITIVES:
            yield index


def _is_noun(narration: Narration, index: int, first: int) -> bool:
    if index == first or not narration.is_english:
        return False
    if narration.is_parted(index):
        return False
    before = narration.keys[index - 1]
    if narration.keys[index] in _PLURAL_NOUNS and not _may_speak(narration, index - 1):
        return True
    if before in narration.words.prepositions and narration.keys[index].endswith("s"):
        return before != "to"
    if before == "that" and (
        narration.keys[index].endswith("ed") or narration.keys[index] in _FORMS
    ):
        return False  # "a sign that said"
    return (
        before in _BEFORE_NOUNS
        or before.endswith("'s")
        or narration.text[narration.starts[index]].isupper()
    )


def _may_speak(narration: Narration, index: int) -> bool:
    """Tell whether a word may end the subject of a verb: a name, a pronoun, an adverb behind it."""
    word = narration.keys[index]
    return (
        narration.text[narration.starts[index]].isupper()
        or word in narration.words.pronouns
        or word in PLURAL_PRONOUNS
        or word in RELATIVES
        or word in NOUNS
        or word.endswith("ly")
        or word in _ADVERBS
    )


def is_passive(narration: Narration, verb: int, first: int) -> bool:
    """Tell whether somebody else says what the verb reports: "was called"."""
    if verb == first or (narration.is_english and narration.keys[verb] in narration.verbs.plain):
        return False
    before = narration.keys[verb - 1]
    if narration.keys[verb].endswith("ing"):
        return False
    return before in _PASSIVE or (verb - 2 >= first and narration.keys[verb - 2] in _PASSIVE)


def find_subject(narration: Narration, first: int, verb: int) -> Reference | None:
    """Return the subject of a verb that stands behind it, in a sentence from `first` on."""
    clauses = read_clauses(narration, first, verb)
    is_parted = verb > first and narration.is_parted(verb)
    if narration.keys[verb].endswith("ing"):
        blamed = None if is_parted else find_blamed(narration, first, verb)
        if blamed is not None:
            return blamed
        beside = None if is_parted else _find_beside(narration, clauses[-1], verb)
        return beside or find_main_subject(clauses)
    if narration.keys[max(first, verb - 2) : verb] == _USED_TO:
        verb -= 1
        clauses = read_clauses(narration, first, verb)
    elif verb > first and narration.keys[verb - 1] == "to":
        return find_main_subject(clauses)
    antecedent = None if is_parted else find_that(narration, clauses, verb)
    if antecedent is not None:
        return antecedent
    described = _find_described(clauses) if is_parted else None
    found = described or _find_nearest_subject(narration, clauses, verb, is_parted=is_parted)
    return None if found is not None and is_attribute(narration, found) else found


def _find_nearest_subject(
    narration: Narration, clauses: Sequence[Clause], verb: int, *, is_parted: bool
) -> Reference | None:
    """Return the subject of a finite verb in the clauses before it, from the last one on."""
    fallback: Reference | None = None
    is_joined = False
    for index in reversed(range(len(clauses))):
        clause = clauses[index]
        found = _find_in_clause(narration, clause, verb, is_parted)
        if clause.opener in RELATIVES:
            if is_parted or is_joined:
                continue
            if found is not None and found.first == clause.first + 1 and not found.is_object:
                return found  # "in which he asked"
            return _find_antecedent(clauses[:index])
        if found is None:
            is_joined = is_joined or clause.opener in _JOINING
            continue
        if not _may_be_subject(clause, found, verb, is_parted=is_parted, is_joined=is_joined):
            continue
        # "Ann Lee was late, and the pilot said"
        is_new = clause.opener != "," and found.is_definite and narration.is_parted(clause.first)
        may_add = found.kind == "noun" and clause.opener in _JOINING and not is_new
        if may_add and _is_apposition(clauses[:index]):
            fallback = fallback or found
            continue
        if fallback is not None and found.kind != "name":
            return fallback
        return found
    return fallback


def _find_described(clauses: Sequence[Clause]) -> Reference | None:
    """Return whom a relative clause describes: "The suit, which Lee brought, says"."""
    filled = [one for one in clauses if one.first < one.last]
    for clause, following in pairwise(filled):
        free = [one for one in clause.references if not (one.is_governed or one.is_possessive)]
        if following.opener in RELATIVES and len(free) == 1 and free[0].last == clause.last:
            return free[0] if clause.opener not in SUBORDINATE else None
        if clause.opener != "" and clause.references:
            return None
    return None


def _may_be_subject(
    clause: Clause, found: Reference, verb: int, *, is_parted: bool, is_joined: bool
) -> bool:
    """Tell whether what a clause speaks of may be the subject of a verb behind it."""
    if _is_place(found) and (is_parted or found.last != verb):
        return False
    has_verb = is_joined or (is_parted and found.last < clause.last)
    if has_verb and clause.opener in SUBORDINATE:
        return False  # "Ann Lee said that the boat was late and called"
    begins = found.first <= clause.first + (clause.opener not in ("", ",")) or found.is_in_phrase
    return begins or not is_parted or clause.opener == ""


def _find_beside(narration: Narration, clause: Clause, verb: int) -> Reference | None:
    """Return the subject right before a participle: "of him mocking", "a letter saying"."""
    if not clause.references or clause.references[-1].last != verb:
        return None
    one = clause.references[-1]
    if one.is_possessive:
        return None
    if one.kind == "noun":
        return one if _is_document(one) and (one.possessor or is_paper(one)) else None
    before = narration.keys[one.first - 1] if one.first else ""
    return one if not one.is_governed or before in ("of", "with") else None


def is_document_beside(narration: Narration, first: int, verb: int) -> bool:
    """Tell whether a participle tells what a document says: "they saw the letter calling"."""
    if not narration.keys[verb].endswith("ing") or narration.is_parted(verb):
        return False
    references = read_clauses(narration, first, verb)[-1].references
    if not references:
        return False
    one = references[-1]
    is_speech = _is_document(one) and not is_paper(one)
    return one.last == verb and one.is_definite and one.possessor is None and is_speech


def _is_document(one: Reference) -> bool:
    return one.kind == "noun" and (one.head in DOCUMENTS or one.head in OF_SPEECH)


def find_main_subject(clauses: Sequence[Clause]) -> Reference | None:
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
        is_alone = one.last == clause.last and clause.opener != ""  # one of a list
        if found is None or (begins and one.kind != "noun" and not is_alone):
            found = one
    return found or subordinate


def _find_in_clause(
    narration: Narration, clause: Clause, verb: int, is_parted: bool
) -> Reference | None:
    references = [one for one in clause.references if not one.is_possessive]
    for one in references:
        if not one.is_governed:
            return one
    if not references or is_parted or references[-1].last != verb:
        return None
    begins = narration.keys[clause.first] in narration.words.prepositions
    return references[-1] if begins and references[-1].kind != "noun" else None  # "In May Lee said"


def _find_antecedent(clauses: Sequence[Clause]) -> Reference | None:
    """Return whom "who" stands for: the person before it, else what else is."""
    for clause in reversed(clauses):
        likely = [one for one in clause.references if not _is_place(one)]
        persons = [one for one in likely if one.name is not None and one.name.kind == "person"]
        if likely:
            return (persons or likely)[-1]
    return None


def _is_apposition(before: Sequence[Clause]) -> bool:
    """Tell whether a name ends right before the comma: it may stand in a clause of its own."""
    for clause in reversed(before):
        is_apart = clause.opener in SUBORDINATE  # "As Ann Lee left, the crowd said"
        if any(
            one.kind == "name" and not _is_place(one) and not (is_apart and one.last < clause.last)
            for one in clause.references
        ):
            return True
        if clause.references and clause.opener not in _JOINING:
            return False
    return False


def _is_place(reference: Reference) -> bool:
    return reference.name is not None and reference.name.kind == "place"
