"""Leads: words before a quotation that say who is quoted: "The pilot said:", "he called it"."""

from __future__ import annotations

from textreuse.statements.quotations.attributed import find_claimant
from textreuse.statements.quotations.clause import Reference
from textreuse.statements.quotations.cue import Cue
from textreuse.statements.quotations.narration import Narration, Quoted
from textreuse.statements.quotations.references import read_clauses
from textreuse.statements.quotations.subject_behind import find_subject_behind
from textreuse.statements.quotations.subjects import (
    find_main_subject,
    find_subject,
    is_document_beside,
    is_passive,
    list_speech_verbs_in,
)
from textreuse.statements.quotations.tags import find_according, find_agent

_NEAR_VERB = 3
"""Words between an organisation and its verb of saying: "the bank has also said"."""
_THINKING = frozenset(
    "believe believes believed think thinks thought feel feels felt hope hopes fear fears".split()
)
"""What others are reported to do: "she said that many believe"."""
_READS = frozenset("read reads reading".split())
"""What a sign does with its words, and a person with the words of others."""
_REPORTS = frozenset("reported reports reporting confirmed confirms learned revealed".split())
"""What an outlet does when it tells what others said or did."""
_MOST_INSERTED = 2
"""Words behind the subject of a clause that is inserted: "she went on"."""
_FAR = 6
"""Words from the verb of an organisation, or a noun, to what it is told to have said: with a person
among them it may as well be that one's."""
_THINGS = frozenset("it es".split())
"""What seldom speaks: "he said it called for"."""


def find_lead(narration: Narration, first: int, last: int, quoted: Quoted | None) -> Cue | None:
    """Return who is named before a quotation: "The pilot said: …", "calls it …".

    Without a quotation, who is told to speak by the words `first:last`.
    """
    if first >= last:
        return None
    parting = narration.before(quoted)[-1:] if quoted is not None else ""
    has_colon = ":" in parting
    verbs = list(list_speech_verbs_in(narration, first, last))
    claimant, at = find_claimant(narration, first, last)
    if at >= 0 and (not verbs or verbs[-1] < at):
        return Cue(claimant, False, 1, False) if claimant is not None else None
    for verb in verbs if quoted is None else reversed(_rank(narration, verbs)):
        if is_document_beside(narration, first, verb):
            return None  # whose document it is, nothing says
        found = _find_speaker_of(narration, first, verb, last)
        if found is not None and _tells_of_another(narration, found, verb, last):
            continue
        if found is not None and quoted is not None and _is_doubtful(narration, found, verb, last):
            return None
        if found is not None and not (found.head in _THINGS and verb != verbs[0]):
            is_plain = has_colon or narration.keys[verb] in narration.verbs.plain
            return Cue(found, is_plain, last - 1 - verb, has_colon or "," in parting)
    according = find_according(narration, first, last)
    if according is None and quoted is not None and "," in parting:
        according = _find_inserted(narration, first, last)
    reads = not _READS.isdisjoint(narration.keys[verb] for verb in verbs)
    if according is not None or not has_colon or reads:
        return according
    found = find_main_subject(read_clauses(narration, first, last))
    return Cue(found, True, 0, True) if found is not None else None


def _find_speaker_of(narration: Narration, first: int, verb: int, last: int) -> Reference | None:
    """Return whose words the verb of saying in the words `first:last` reports."""
    found = _find_subject_of(narration, first, verb, last)
    if found is not None and _is_thing(found) and not first <= found.first <= first + 1:
        # "She wrote to the bank, calling": what is no person speaks right beside its verb.
        found = found if abs(verb - found.last) <= _NEAR_VERB else None
    reads_out = found is not None and narration.keys[verb] in _READS and _is_person(found)
    return None if reads_out else found


def _find_subject_of(narration: Narration, first: int, verb: int, last: int) -> Reference | None:
    if is_passive(narration, verb, first):
        return find_agent(narration, verb, last)
    if verb == first:
        return find_subject_behind(narration, verb, last)
    is_parted = verb > first and "," in narration.gap(verb)
    if is_parted and not narration.keys[verb].endswith("ing"):
        # "Her words, said Ann Lee, are"
        behind = find_subject_behind(narration, verb, last)
        is_whole = behind is not None and behind.last < len(narration.keys)
        if behind is not None and is_whole and "," in narration.gap(behind.last):
            return behind
    found = find_subject(narration, first, verb)
    if narration.is_english or (found is not None and _is_person(found)):
        return found
    # "In einem Interview sagte Ann Lee", "Comme l'a dit Ann Lee"
    behind = find_subject_behind(narration, verb, last)
    return behind if behind is not None and _is_person(behind) else found


def _tells_of_another(narration: Narration, found: Reference, verb: int, last: int) -> bool:
    """Tell whether an outlet reports on somebody: "the Times reported that Ann Lee called it"."""
    if narration.keys[verb] not in _REPORTS or not _is_thing(found):
        return False
    free = (
        one
        for clause in read_clauses(narration, verb + 1, last)
        for one in clause.references
        if not (one.is_possessive or one.is_governed)
    )
    first = next(free, None)
    return first is not None and (_is_person(first) or (first.kind == "noun" and first.is_definite))


def _is_doubtful(narration: Narration, found: Reference, verb: int, last: int) -> bool:
    """Tell whether a person stands between a quotation and the verb by which a thing says it."""
    if _is_person(found) or last - verb < _FAR:
        return False
    return any(
        _is_person(one)
        for clause in read_clauses(narration, verb + 1, last)
        for one in clause.references
    )


def _find_inserted(narration: Narration, first: int, last: int) -> Cue | None:
    """Return who speaks by a clause between commas, whatever its verb: "Pilots, she went on, “"."""
    clause = read_clauses(narration, first, last)[-1]
    if clause.first == first or clause.opener != "," or len(clause.references) != 1:
        return None
    one = clause.references[0]
    is_alone = one.first == clause.first and not one.is_possessive
    if not is_alone or not _is_person(one) or not 0 < last - one.last <= _MOST_INSERTED:
        return None
    return Cue(one, True, 0, True)


def _is_person(one: Reference) -> bool:
    is_named = one.name is not None and one.name.kind == "person"
    return is_named or (one.kind == "pronoun" and one.head not in _THINGS)


def _is_thing(one: Reference) -> bool:
    return one.name is not None and one.name.kind != "person"


def _rank(narration: Narration, verbs: list[int]) -> list[int]:
    """Return the verbs, the one that governs the quotation last.

    It is the nearest, unless a plain verb before it reports its clause: "she said he called it".
    """
    if not verbs or narration.keys[verbs[-1]] in narration.verbs.plain:
        return verbs
    nearest = verbs[-1]
    for verb in reversed(verbs[:-1]):
        if narration.keys[verb] in narration.verbs.plain:
            if narration.keys[nearest] in _THINKING and "that" in narration.keys[verb:nearest]:
                return [*(one for one in verbs if one != verb), verb]
            between = read_clauses(narration, verb + 1, nearest)
            if all(clause.opener in ("", "that") for clause in between):
                return [*(one for one in verbs if one != verb), verb]
            break
    return verbs
