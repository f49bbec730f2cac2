"""Reported speech: the words of a sentence that tell what somebody said, without marks."""

from __future__ import annotations

from collections.abc import Iterator

from textreuse.statements.names.organisations import TIMES
from textreuse.statements.quotations.clause import Reference
from textreuse.statements.quotations.frames import Frame
from textreuse.statements.quotations.leads import find_lead
from textreuse.statements.quotations.narration import Narration
from textreuse.statements.quotations.references import read_clauses
from textreuse.statements.quotations.subjects import (
    find_main_subject,
    find_subject,
    is_passive,
    list_speech_verbs_in,
)
from textreuse.statements.quotations.tags import find_tag

_FEWEST_WORDS = 4
"""Of a report; fewer say nothing that another article could give."""
_THAT = frozenset("that dass que".split())
_TELLING = frozenset(
    """
    told tell tells telling assured assures assuring informed reminded warned warns warning
    """.split()
)
"""Verbs behind which stands who was told."""
_MOST_TO_THAT = 8
"""Words between a verb and "that": "said in a statement on Friday that"."""
_MOST_OF_TAG = 12
"""Words of what says at the end of a sentence whose it is: ", the pilot said in May"."""


def list_reports(narration: Narration, frame: Frame) -> Iterator[tuple[int, int, Reference]]:
    """Yield the words `first:last` of the reports of a frame, and who said them; one a piece."""
    for place, piece in enumerate(frame.pieces):
        if piece.quoted >= 0 or piece.last - piece.first <= _FEWEST_WORDS:
            continue
        before = frame.pieces[place - 1].quoted if place else -1
        if before >= 0 and narration.goes_before_tag(narration.quoted[before]):
            continue  # who said the quotation
        found = _find_report(narration, piece.first, piece.last)
        if found is None or found[1] - found[0] < _FEWEST_WORDS:
            continue
        first, last, reference = found
        if place and reference.first == piece.first:
            # "Lee “likes” Poe and praised his work"
            opening = frame.pieces[0]
            if opening.quoted >= 0:
                continue
            subject = find_main_subject(read_clauses(narration, opening.first, opening.last))
            if subject is None:
                continue
            reference = subject
        yield first, last, reference


def _find_report(narration: Narration, first: int, last: int) -> tuple[int, int, Reference] | None:
    tag = _find_closing_tag(narration, first, last)
    if tag is not None:
        return tag
    plain = narration.verbs.plain
    verbs = list(list_speech_verbs_in(narration, first, last))
    for verb in sorted(verbs, key=lambda verb: (narration.keys[verb] not in plain, verb)):
        if verb == first or is_passive(narration, verb, first):
            continue
        reference = find_subject(narration, first, verb)
        if reference is None:
            continue
        if narration.keys[verb] not in plain:
            return verb, last, reference
        return _find_start(narration, verb, last), last, reference
    cue = find_lead(narration, first, last, None)
    if cue is not None and not verbs:
        # "According to the pilot, …"
        start = cue.reference.last
        while start < last and not narration.is_parted(start):
            start += 1
        return start, last, cue.reference
    return None


def _find_start(narration: Narration, verb: int, last: int) -> int:
    """Return where what was said begins behind a verb: behind "that", if that belongs to it."""
    following = narration.keys[verb + 1] if verb + 1 < last else ""
    words = narration.words
    has_phrase = following in words.prepositions or following in TIMES or following in _THAT
    if not has_phrase and narration.keys[verb] not in _TELLING:
        return verb + 1
    for index in range(verb + 1, min(last, verb + 1 + _MOST_TO_THAT)):
        if narration.keys[index] in _THAT:
            return index + 1
    return verb + 1


def _find_closing_tag(
    narration: Narration, first: int, last: int
) -> tuple[int, int, Reference] | None:
    """Return a report that is told at its end whose it is: "The boat was late, the pilot said"."""
    for index in range(last - 1, max(first, last - _MOST_OF_TAG), -1):
        if "," in narration.gap(index):
            cue = find_tag(narration, index, last)
            if cue is not None and cue.is_plain and cue.reference.first - index <= 1:
                return first, index, cue.reference
    return None
