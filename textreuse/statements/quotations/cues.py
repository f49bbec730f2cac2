"""Cues: the words of a sentence that say who is quoted in it."""

from __future__ import annotations

from typing import NamedTuple

from textreuse.statements.quotations.clause import Reference
from textreuse.statements.quotations.frames import Frame, Piece
from textreuse.statements.quotations.narration import Narration, Quoted
from textreuse.statements.quotations.references import INDEFINITE, read_clauses
from textreuse.statements.quotations.subjects import (
    SUBORDINATE,
    find_main_subject,
    find_subject,
    find_subject_behind,
    is_passive,
    list_speech_verbs_in,
)

_MOST_BEFORE_SUBJECT = 4
"""Words of a phrase before its noun: "the former state treasurer"."""
_MOST_BEHIND_SUBJECT = 2
"""Words of a tag behind its subject, if its verb is none that is known."""
_MOST_OF_SOURCE = 12
"""Words behind "according to" up to who it is."""
_NEAR_VERB = 3
"""Words between an organisation and its verb of saying: "the bank has also said"."""
_THINGS = frozenset("it es".split())
"""What seldom speaks: "he said it called for"."""
_ASKED = frozenset(
    "asked questioned pressed gefragt interrogé interrogée preguntado preguntada".split()
)
_MOST_TO_VERB = 24
"""Words of a subject behind a quotation up to its verb."""


class Cue(NamedTuple):
    """Who is quoted."""

    reference: Reference
    is_plain: bool
    """Whether a plain verb of saying, a colon or "according to" tells it."""
    distance: int
    """Words between the verb and the quotation."""
    is_direct: bool
    """Whether the quotation is the whole of what was said: a comma, colon or point parts it."""


def find_cue(narration: Narration, frame: Frame, place: int) -> Cue | None:
    """Return the cue of the quotation that is piece `place` of a frame; None if it has none."""
    quoted = narration.quoted[frame.pieces[place].quoted]
    before = _piece(frame, place - 1)
    behind = _piece(frame, place + 1)
    ending = narration.text[quoted.end - 1 : quoted.end]
    is_closed = narration.goes_before_tag(quoted)
    if behind is not None and (is_closed or ending == "."):
        cue = find_tag(narration, behind.first, behind.last)
        if cue is not None and not _is_questioned(narration, before):
            return cue
    if before is not None:
        cue = _find_continued(narration, frame, place)
        if cue is None:
            cue = find_cue_before(narration, before.first, before.last, quoted)
        if cue is None:
            cue = _find_earlier(narration, frame, place)
        if _is_questioned(narration, before):
            agent = _find_agent(narration, before.first, before.last)
            return Cue(agent, True, 0, True) if agent is not None else None
        if cue is not None:
            return cue
    return _find_loose_tag(narration, before, behind) if behind is not None else None


def _find_loose_tag(narration: Narration, before: Piece | None, behind: Piece) -> Cue | None:
    """Return who is named behind a quotation that is a piece of its sentence."""
    cue = find_tag(narration, behind.first, _find_main_end(narration, behind), is_strict=False)
    if before is None:
        return cue
    if cue is None:
        return _find_dangling(narration, before, behind)
    if cue.reference.first == behind.first:
        # "Lee attacked the “old guard” owners and said"
        found = find_main_subject(read_clauses(narration, before.first, before.last))
        return cue._replace(reference=found) if found is not None else None
    return cue


def _find_main_end(narration: Narration, piece: Piece) -> int:
    """Return where the first clause of a piece begins that another governs: "until he left"."""
    for clause in read_clauses(narration, piece.first, piece.last):
        if clause.opener in SUBORDINATE and clause.opener != "as":
            return clause.first
    return piece.last


def _find_dangling(narration: Narration, before: Piece, behind: Piece) -> Cue | None:
    """Return who a sentence goes on with that a participle opens: "Saying “no,” the pilot left"."""
    verbs = list(list_speech_verbs_in(narration, before.first, before.last))
    if not verbs or not narration.keys[verbs[-1]].endswith("ing"):
        return None
    references = read_clauses(narration, behind.first, behind.last)[0].references
    if references and references[0].first - behind.first <= 1 and not references[0].is_governed:
        return Cue(references[0], True, before.last - 1 - verbs[-1], False)
    return None


def _is_questioned(narration: Narration, before: Piece | None) -> bool:
    """Tell whether somebody without a name asks: "Asked “Why?” the pilot said"."""
    if before is None or narration.keys[before.first] not in _ASKED:
        return False
    verbs = list_speech_verbs_in(narration, before.first + 1, before.last)
    return next(verbs, None) is None


def _piece(frame: Frame, place: int) -> Piece | None:
    if 0 <= place < len(frame.pieces) and frame.pieces[place].quoted < 0:
        return frame.pieces[place]
    return None


def _find_earlier(narration: Narration, frame: Frame, place: int) -> Cue | None:
    """Return the cue of narration before other quotations of the same sentence."""
    for earlier in range(place - 2, -1, -1):
        piece = frame.pieces[earlier]
        if piece.quoted < 0:
            quoted = narration.quoted[frame.pieces[place].quoted]
            cue = find_cue_before(narration, piece.first, piece.last, quoted)
            if cue is not None:
                return cue
    return None


def _find_continued(narration: Narration, frame: Frame, place: int) -> Cue | None:
    """Return who goes on to speak where a participle joins two quotations.

    "Ann Lee called it “a start” for the harbour, adding that “more” would follow"
    """
    before = _piece(frame, place - 1)
    earlier = next((index for index, piece in enumerate(frame.pieces) if piece.quoted < 0), place)
    if before is None or earlier >= place - 1:
        return None
    verbs = list(list_speech_verbs_in(narration, before.first, before.last))
    if not verbs:
        return None
    if not narration.keys[verbs[-1]].endswith("ing"):
        # "Lee “likes” Poe and called him “a friend”"
        found = find_subject(narration, before.first, verbs[-1])
        if found is None or found.first > before.first or found.last == verbs[-1]:
            return None
    is_parted = verbs[-1] > 0 and narration.is_parted(verbs[-1])
    if not is_parted and narration.keys[verbs[-1] - 1] not in ("and", "und", "et", "y"):
        return None
    distance = before.last - 1 - verbs[-1]
    for index in range(place - 2, -1, -1):
        if frame.pieces[index].quoted >= 0:
            cue = find_cue(narration, frame, index)
            if cue is not None:
                return cue._replace(distance=distance)
    piece = frame.pieces[earlier]
    found = find_main_subject(read_clauses(narration, piece.first, piece.last))
    return Cue(found, False, distance, False) if found is not None else None


def find_tag(narration: Narration, first: int, last: int, *, is_strict: bool = True) -> Cue | None:
    """Return who is named behind a quotation: "said the pilot", "the pilot said".

    `is_strict` asks for no words before the subject, nor before the verb if that comes first.
    """
    according = _find_according(narration, first, last)
    verbs = list(list_speech_verbs_in(narration, first, min(last, first + _MOST_TO_VERB)))
    if according is not None and (not verbs or according.reference.first < verbs[0]):
        return according._replace(is_direct=is_strict)
    if is_strict and narration.keys[first] in narration.words.clause_words:
        return None
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
        return find_subject_behind(narration, verb, last)
    if is_passive(narration, verb, first) or narration.keys[verb + 1 : verb + 2] == ["by"]:
        return _find_agent(narration, verb, last)
    found = (
        _find_opening_subject(narration, first, verb)
        if is_strict
        else find_subject(narration, first, verb)
    )
    if found is None and verb - first == 1:
        return find_subject_behind(narration, verb, last)
    return found


def _find_opening_subject(narration: Narration, first: int, verb: int) -> Reference | None:
    """Return the subject that a tag begins with, whatever stands between it and its verb."""
    clauses = read_clauses(narration, first, verb)
    if not clauses[0].references or narration.keys[verb].endswith("ing"):
        return None
    one = clauses[0].references[0]
    if len(clauses) > 1 and clauses[1].opener == "and" and one.last == clauses[1].first:
        return find_subject(narration, first, verb)  # "Ann and Bob Lee", "Fish and Wildlife"
    if one.is_governed or one.is_possessive or one.first - first > _MOST_BEFORE_SUBJECT:
        return None
    if not INDEFINITE.isdisjoint(narration.keys[first : one.first]):
        return None  # "a point the pilot denied"
    if one.kind == "noun" and len(clauses) > 1 and one.last == clauses[0].last:
        following = clauses[1].references[:1]
        if following and following[0].kind == "name" and following[0].first == clauses[1].first:
            return following[0]
    return one


def _find_unknown_verb(narration: Narration, first: int, last: int) -> Cue | None:
    """Return who a tag of few words names, whatever its verb: "she posited"."""
    references = read_clauses(narration, first, last)[0].references
    if not references or references[0].first > first or references[0].is_possessive:
        return None
    one = references[0]
    if one.kind == "noun" or not 0 < last - one.last <= _MOST_BEHIND_SUBJECT:
        return None
    return Cue(one, True, 1, True)


def _find_according(narration: Narration, first: int, last: int) -> Cue | None:
    keys = narration.keys
    for index in range(first, min(last, first + _MOST_TO_VERB)):
        for phrase in narration.verbs.according.get(keys[index], ()):
            behind = index + len(phrase)
            if behind < last and tuple(keys[index:behind]) == phrase:
                stop = min(last, behind + _MOST_OF_SOURCE)
                clauses = read_clauses(narration, behind, stop)
                if clauses[0].references:
                    return Cue(clauses[0].references[0], True, last - index, index == first)
    return None


def find_cue_before(
    narration: Narration, first: int, last: int, quoted: Quoted | None
) -> Cue | None:
    """Return who is named before a quotation: "The pilot said: …", "calls it …".

    Without a quotation, who is told to speak by the words `first:last`.
    """
    if first >= last:
        return None
    parting = narration.before(quoted)[-1:] if quoted is not None else ""
    has_colon = ":" in parting
    verbs = list(list_speech_verbs_in(narration, first, last))
    for verb in verbs if quoted is None else reversed(_rank(narration, verbs)):
        found = _find_speaker_of(narration, first, verb, last)
        if found is not None and _is_thing(found) and not first <= found.first <= first + 1:
            # "She wrote to the bank, calling": what is no person speaks right beside its verb.
            found = found if abs(verb - found.last) <= _NEAR_VERB else None
        if found is not None and not (found.head in _THINGS and verb != verbs[0]):
            is_plain = has_colon or narration.keys[verb] in narration.verbs.plain
            return Cue(found, is_plain, last - 1 - verb, has_colon or "," in parting)
    according = _find_according(narration, first, last)
    if according is not None or not has_colon:
        return according
    found = find_main_subject(read_clauses(narration, first, last))
    return Cue(found, True, 0, True) if found is not None else None


def _find_speaker_of(narration: Narration, first: int, verb: int, last: int) -> Reference | None:
    """Return whose words the verb of saying in the words `first:last` reports."""
    if is_passive(narration, verb, first):
        return _find_agent(narration, verb, last)
    if verb == first:
        return find_subject_behind(narration, verb, last)
    is_parted = verb > first and "," in narration.gap(verb)
    if is_parted and not narration.keys[verb].endswith("ing"):
        # "Her words, said Ann Lee, are"
        behind = find_subject_behind(narration, verb, last)
        if behind is not None and behind.last < last and "," in narration.gap(behind.last):
            return behind
    return find_subject(narration, first, verb)


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
            between = read_clauses(narration, verb + 1, nearest)
            if all(clause.opener in ("", "that") for clause in between):
                return [*(one for one in verbs if one != verb), verb]
            break
    return verbs


def _find_agent(narration: Narration, verb: int, last: int) -> Reference | None:
    """Return by whom a passive verb says something was said."""
    for index in range(verb + 1, min(last, verb + 4)):
        if narration.keys[index] in ("by", "von", "par", "por"):
            references = read_clauses(narration, index + 1, last)[0].references
            return references[0] if references else None
    return None
