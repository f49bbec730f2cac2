"""Cues: the words of a sentence that say who is quoted in it."""

from __future__ import annotations

from typing import NamedTuple

from textreuse.statements.quotations.frames import Frame, Piece
from textreuse.statements.quotations.narration import Narration, Quoted
from textreuse.statements.quotations.references import Reference, read_clauses
from textreuse.statements.quotations.subjects import (
    find_subject,
    find_subject_behind,
    is_passive,
    list_speech_verbs_in,
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
    is_closed = narration.text[quoted.end - 1 : quoted.end] in ",?!…—-" or (
        narration.text[quoted.end + 1 : quoted.end + 2] == ","
    )
    ends_sentence = narration.text[quoted.end - 1 : quoted.end] == "."
    if behind is not None and (is_closed or (ends_sentence and before is None)):
        cue = find_tag(narration, behind.first, behind.last)
        if cue is not None:
            return cue
    if before is not None:
        cue = find_cue_before(narration, before.first, before.last, quoted)
        if cue is not None:
            return cue
        cue = _find_earlier(narration, frame, place)
        if cue is not None:
            return cue
    if behind is not None:
        return find_tag(narration, behind.first, behind.last, is_direct=is_closed)
    return None


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


def find_tag(narration: Narration, first: int, last: int, *, is_direct: bool = True) -> Cue | None:
    """Return who is named behind a quotation: "said the pilot", "the pilot said"."""
    according = _find_according(narration, first, last)
    verb = next(list_speech_verbs_in(narration, first, min(last, first + _MOST_TO_VERB)), None)
    if according is not None and (verb is None or according.reference.first < verb):
        return according._replace(is_direct=is_direct)
    if verb is None:
        return None
    is_plain = narration.keys[verb] in narration.verbs.plain
    found = None
    if verb > first:
        found = None if is_passive(narration, verb, first) else find_subject(narration, first, verb)
    if found is None and verb - first <= 1:
        found = find_subject_behind(narration, verb, last)
    return Cue(found, is_plain, verb - first, is_direct) if found is not None else None


def _find_according(narration: Narration, first: int, last: int) -> Cue | None:
    for phrase in narration.verbs.according:
        length = len(phrase)
        for index in range(first, min(last, first + _MOST_TO_VERB) - length):
            if (
                narration.keys[index] == phrase[0]
                and tuple(narration.keys[index : index + length]) == phrase
            ):
                clauses = read_clauses(narration, index + length, min(last, index + length + 12))
                if clauses[0].references:
                    return Cue(clauses[0].references[0], True, index - first, True)
    return None


def find_cue_before(
    narration: Narration, first: int, last: int, quoted: Quoted | None
) -> Cue | None:
    """Return who is named before a quotation: "The pilot said: …", "calls it …"."""
    if first >= last:
        return None
    end = quoted.start if quoted is not None else len(narration.text)
    has_colon = ":" in narration.text[narration.ends[last - 1] : end]
    is_direct = has_colon or "," in narration.text[narration.ends[last - 1] : end]
    verbs = list(list_speech_verbs_in(narration, first, last))
    for verb in reversed(_rank(narration, verbs)):
        is_plain = narration.keys[verb] in narration.verbs.plain
        if is_passive(narration, verb, first):
            found = _find_agent(narration, verb, last)
        else:
            found = find_subject(narration, first, verb)
        if found is not None:
            return Cue(found, is_plain or has_colon, last - 1 - verb, is_direct)
    according = _find_according(narration, first, last)
    if according is not None:
        return according
    if has_colon:
        for clause in reversed(read_clauses(narration, first, last)):
            for one in clause.references:
                if not one.is_governed and not one.is_possessive:
                    return Cue(one, True, 0, True)
    return None


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
