"""Tags: words behind a quotation that say who is quoted: "the pilot said", "said the pilot"."""

from __future__ import annotations

from collections.abc import Sequence

from textreuse.statements.quotations.attributed import find_blamed, is_attribute
from textreuse.statements.quotations.clause import SILENT, Clause, Reference
from textreuse.statements.quotations.cue import Cue
from textreuse.statements.quotations.narration import Narration
from textreuse.statements.quotations.references import INDEFINITE, read_clauses
from textreuse.statements.quotations.speech_verbs import OPENING
from textreuse.statements.quotations.subject_behind import find_apposition, find_subject_behind
from textreuse.statements.quotations.subjects import (
    find_subject,
    is_passive,
    list_speech_verbs_in,
)
from textreuse.text.function_words import list_function_words

_HEARD = frozenset("heard seen caught recorded filmed".split())
"""What stands between a speaker and "saying"."""
_AUXILIARIES = frozenset("a ont avait avaient fait ha han había habían hat hatte hatten".split())
"""What stands between a quotation and a verb of saying that its subject follows."""
_MOST_BEFORE_SUBJECT = 4
"""Words of a phrase before its noun: "the former state treasurer"."""
_MOST_BEHIND_SUBJECT = 2
"""Words of a tag behind its subject, if its verb is none that is known."""
_MOST_OF_SOURCE = 12
"""Words behind "according to" up to who it is."""
_MOST_TO_VERB = 24
"""Words of a subject behind a quotation up to its verb."""


def find_tag(narration: Narration, first: int, last: int, *, is_strict: bool = True) -> Cue | None:
    """Return who is named behind a quotation: "said the pilot", "the pilot said".

    `is_strict` asks for no words before the subject, nor before the verb if that comes first.
    """
    according = find_according(narration, first, last)
    verbs = list(list_speech_verbs_in(narration, first, min(last, first + _MOST_TO_VERB)))
    if according is not None and (not verbs or according.reference.first < verbs[0]):
        return according._replace(is_direct=is_strict)
    if is_strict and narration.keys[first] in narration.words.clause_words:
        return None
    for verb in verbs:
        blamed = find_blamed(narration, first, verb) if verb - first > 1 else None
        if blamed is not None:
            return Cue(blamed, True, verb - first, is_strict)  # "Ann Lee quoted him as saying"
    for verb in verbs:
        if not is_strict and narration.keys[verb].endswith("ing"):
            continue
        found = _find_tag_subject(narration, first, verb, last, is_strict)
        if found is not None:
            is_plain = narration.keys[verb] in narration.verbs.plain
            return Cue(found, is_plain, verb - first, is_strict)
    return _find_unknown_verb(narration, first, last) if is_strict and not verbs else None


def _find_tag_subject(
    narration: Narration, first: int, verb: int, last: int, is_strict: bool
) -> Reference | None:
    if verb == first:
        if narration.keys[verb] not in narration.verbs.plain:
            return None
        if narration.keys[verb].endswith("ing"):
            return None
        behind = find_subject_behind(narration, verb, last)
        return behind or _find_silent(narration, verb, last)
    if is_passive(narration, verb, first) or narration.keys[verb + 1 : verb + 2] == ["by"]:
        return find_agent(narration, verb, last)
    found = (
        _find_opening_subject(narration, first, verb)
        if is_strict
        else find_subject(narration, first, verb)
    )
    if found is None and (verb - first == 1 or _AUXILIARIES.issuperset(narration.keys[first:verb])):
        behind = find_subject_behind(narration, verb, last)
        return behind or _find_silent(narration, verb, last)
    return found


def _find_silent(narration: Narration, verb: int, last: int) -> Reference | None:
    """Return the subject that a verb alone has in itself, where a language lets it: "explicó"."""
    is_alone = verb + 1 == last or narration.is_parted(verb + 1)
    if not narration.words.has_silent_subjects or not is_alone:
        return None
    return Reference("pronoun", verb, verb + 1, SILENT)


def _find_opening_subject(narration: Narration, first: int, verb: int) -> Reference | None:
    """Return the subject that a tag begins with, whatever stands between it and its verb."""
    clauses = read_clauses(narration, first, verb)
    is_heard = narration.keys[verb - 1] in _HEARD  # "Ann Lee was heard saying"
    if not clauses[0].references or (narration.keys[verb].endswith("ing") and not is_heard):
        return None
    one = clauses[0].references[0]
    if len(clauses) > 1 and clauses[1].opener == "and" and one.last == clauses[1].first:
        return find_subject(narration, first, verb)  # "Ann and Bob Lee", "Fish and Wildlife"
    if one.is_governed or one.is_possessive or one.first - first > _MOST_BEFORE_SUBJECT:
        return None
    if is_attribute(narration, one):
        return None
    if not INDEFINITE.isdisjoint(narration.keys[first : one.first]):
        return None  # "a point the pilot denied"
    return find_apposition(narration, clauses, one) or one


def _find_unknown_verb(narration: Narration, first: int, last: int) -> Cue | None:
    """Return who a tag names, whatever its verb: "she posited"; in English one of few words."""
    references = read_clauses(narration, first, last)[0].references
    if not references or references[0].is_possessive:
        return None
    one = references[0]
    if not narration.is_english:
        return _find_inverted(narration, first, one)
    if one.first > first:
        return None
    if one.kind == "noun" or not 0 < last - one.last <= _MOST_BEHIND_SUBJECT:
        return None
    return Cue(one, True, 1, True)


def _find_inverted(narration: Narration, first: int, one: Reference) -> Cue | None:
    """Return the person that a tag names behind its verb, whatever that is: "souffle Ann Lee"."""
    opener = narration.keys[first]
    is_verb = opener in _AUXILIARIES or opener not in list_function_words(
        narration.language or "english"
    )
    # In German nouns have capitals: "grollte die Lotsin Ann Lee".
    stop = first + 1 if narration.language == "german" else one.first
    before = (narration.text[narration.starts[index]] for index in range(first, stop))
    is_person = one.name is not None and one.name.kind == "person"
    if not is_verb or not is_person or one.is_governed or not all(map(str.islower, before)):
        return None
    return Cue(one, True, 1, True) if 0 < one.first - first <= _MOST_BEFORE_SUBJECT else None


def find_according(narration: Narration, first: int, last: int) -> Cue | None:
    """Return who stands behind "according to" or the like among the words `first:last`."""
    keys = narration.keys
    stop = min(last, first + _MOST_TO_VERB)
    verbs = narration.verbs
    if verbs.behind.isdisjoint(keys[first:stop]) and verbs.according.keys().isdisjoint(
        keys[first:stop]
    ):
        return None
    for index in range(first, stop):
        for phrase in narration.verbs.according.get(keys[index], ()):
            behind = index + len(phrase)
            if behind < last and tuple(keys[index:behind]) == phrase:
                clauses = read_clauses(narration, behind, min(last, behind + _MOST_OF_SOURCE))
                is_one = keys[index] not in OPENING or _opens_with(narration, index, clauses)
                if clauses[0].references and is_one:
                    return Cue(clauses[0].references[0], True, last - index, index == first)
        if keys[index] in narration.verbs.behind:
            references = read_clauses(narration, first, index)[-1].references
            if references and references[-1].last == index:
                return Cue(references[-1], True, last - index, False)
    return None


def _opens_with(narration: Narration, index: int, clauses: Sequence[Clause]) -> bool:
    """Tell whether a sentence begins with a person and a comma behind a preposition."""
    one = clauses[0].references[0] if clauses[0].references else None
    is_person = one is not None and one.name is not None and one.name.kind == "person"
    return is_person and narration.opens_sentence(index) and len(clauses) > 1


def find_agent(narration: Narration, verb: int, last: int) -> Reference | None:
    """Return by whom a passive verb says something was said."""
    for index in range(verb + 1, min(last, verb + 4)):
        if narration.keys[index] in ("by", "von", "par", "por"):
            references = read_clauses(narration, index + 1, last)[0].references
            return references[0] if references else None
    return None
