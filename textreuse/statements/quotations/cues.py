"""Cues: the words of a sentence that say who is quoted in it."""

from __future__ import annotations

from textreuse.statements.quotations.cue import Cue, is_person
from textreuse.statements.quotations.frames import Frame, Piece
from textreuse.statements.quotations.leads import find_lead
from textreuse.statements.quotations.narration import Narration, Quoted
from textreuse.statements.quotations.references import read_clauses
from textreuse.statements.quotations.subjects import (
    SUBORDINATE,
    find_main_subject,
    find_subject,
    is_passive,
    list_speech_verbs_in,
)
from textreuse.statements.quotations.tags import find_agent, find_tag

_ASKED = frozenset(
    "asked questioned pressed gefragt interrogé interrogée preguntado preguntada".split()
)
"""What opens a sentence in which somebody is asked before speaking."""


_HAS = frozenset("hat hatte haben hatten habe hätte".split())
_BECOMES = frozenset("wurde wurden wird werden".split())
_NEAR_PASSIVE = 4
"""Words from "called" to what is quoted: "was called by some “a friend”"."""


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
            told = _find_told(narration, before, quoted) if before and not is_person(cue) else None
            return told or cue
    if before is not None:
        cue = _find_agent_behind(narration, before, behind) if behind is not None else None
        if cue is not None:
            return cue
        cue = _find_continued(narration, frame, place)
        if cue is None:
            cue = find_lead(narration, before.first, before.last, quoted)
        if cue is None:
            cue = _find_earlier(narration, frame, place)
        if _is_questioned(narration, before):
            agent = find_agent(narration, before.first, before.last)
            return Cue(agent, True, 0, True) if agent is not None else None
        if cue is not None:
            return cue
    return _find_loose_tag(narration, before, behind) if behind is not None else None


def _find_told(narration: Narration, before: Piece, quoted: Quoted) -> Cue | None:
    """Return whose words a paper tells: "Ann Lee called it “a start,” according to the Times"."""
    cue = find_lead(narration, before.first, before.last, quoted)
    return cue if cue is not None and is_person(cue) else None


def _find_loose_tag(narration: Narration, before: Piece | None, behind: Piece) -> Cue | None:
    """Return who is named behind a quotation that is a piece of its sentence."""
    cue = find_tag(narration, behind.first, _find_main_end(narration, behind), is_strict=False)
    if before is None:
        return cue
    if narration.language == "german" and narration.keys[behind.first] in narration.verbs.every:
        return _find_bracketed(narration, before)
    if cue is None:
        return _find_dangling(narration, before, behind)
    if cue.reference.first == behind.first:
        # "Lee attacked the “old guard” owners and said"
        found = find_main_subject(read_clauses(narration, before.first, before.last))
        return cue._replace(reference=found) if found is not None else None
    return cue


def _find_bracketed(narration: Narration, before: Piece) -> Cue | None:
    """Return whose words a participle tells that stands behind them: "Lee hat ihn „…“ genannt"."""
    if not _HAS.isdisjoint(narration.keys[before.first : before.last]):
        found = find_main_subject(read_clauses(narration, before.first, before.last))
        return Cue(found, True, 0, False) if found is not None else None
    for index in range(before.first, before.last):
        if narration.keys[index] in _BECOMES:
            agent = find_agent(narration, index, before.last)
            return Cue(agent, True, 0, False) if agent is not None else None
    return None


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


def _find_agent_behind(narration: Narration, before: Piece, behind: Piece) -> Cue | None:
    """Return by whom somebody is called what is quoted: "was called “a friend” by Ann Lee"."""
    if narration.keys[behind.first] not in ("by", "von", "par", "por"):
        return None
    verbs = list(list_speech_verbs_in(narration, before.first, before.last))
    if not verbs or before.last - verbs[-1] > _NEAR_PASSIVE:
        return None
    is_participle = verbs[-1] > before.first and narration.is_parted(verbs[-1])
    if not is_participle and not is_passive(narration, verbs[-1], before.first):
        return None
    references = read_clauses(narration, behind.first + 1, behind.last)[0].references
    if not references or references[0].is_possessive:
        return None
    return Cue(references[0], False, before.last - 1 - verbs[-1], False)


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
            cue = find_lead(narration, piece.first, piece.last, quoted)
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
