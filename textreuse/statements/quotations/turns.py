"""Turns: which quotations are one speech, and whose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textreuse.statements.quotations.clause import Reference
from textreuse.statements.quotations.cue import Cue
from textreuse.statements.quotations.cues import find_cue
from textreuse.statements.quotations.frames import Frame
from textreuse.statements.quotations.leads import find_lead
from textreuse.statements.quotations.narration import Narration, Quoted
from textreuse.statements.quotations.quotation import UNRESOLVED, Speaker
from textreuse.statements.quotations.resolve import Resolver
from textreuse.statements.quotations.sayings import is_saying


class _Last(NamedTuple):
    """What was said last: in which frame, by whom, and whether it is still going on."""

    frame: int
    paragraph: int
    speaker: Speaker
    turn: int
    is_open: bool
    """Whether no mark closed it at the end of its paragraph."""


class Assigner:
    """Gives quotations their speakers and turns; asked for frame after frame, in order."""

    def __init__(self, narration: Narration, frames: Sequence[Frame]) -> None:
        self._narration, self._frames = narration, frames
        self.resolver = Resolver(narration)
        self._known: dict[Reference, Speaker] = {}
        self._last: _Last | None = None

    def assign(self, number: int) -> Iterator[tuple[Quoted, Speaker, int]]:
        """Yield the quotations of one frame, by place, with speaker and turn, counted from 1."""
        frame = self._frames[number]
        if all(piece.quoted < 0 for piece in frame.pieces):
            self._note(frame)
            return
        before: Speaker | None = None
        for place, piece in enumerate(frame.pieces):
            if piece.quoted < 0:
                continue
            cue = find_cue(self._narration, frame, place)
            if not is_saying(self._narration, frame, place, cue):
                continue
            last = self._last
            goes_on = last is not None and self._goes_on(last, number, cue)
            speaker = self._find_speaker(number, cue, goes_on)
            is_same_turn = last is not None and (goes_on or speaker == before)
            turn = last.turn + (not is_same_turn) if last is not None else 1
            before = speaker
            quoted = self._narration.quoted[piece.quoted]
            self._last = _Last(number, frame.paragraph, speaker, turn, self._is_open(quoted, frame))
            yield quoted, speaker, turn

    def _goes_on(self, last: _Last, number: int, cue: Cue | None) -> bool:
        """Tell whether a quotation of the frame `number` is of the same speech as the last one."""
        frame = self._frames[number]
        if last.is_open and last.paragraph == frame.paragraph - 1:
            return True
        is_next = last.frame == number - 1 and last.paragraph == frame.paragraph
        return is_next and cue is None and not self._names_another(frame)

    def _names_another(self, frame: Frame) -> bool:
        """Tell whether a sentence speaks of anybody beside what it quotes."""
        narration = self._narration
        return any(
            narration.list_named(piece.first, piece.last)
            or not narration.words.pronouns.keys().isdisjoint(
                narration.keys[piece.first : piece.last]
            )
            for piece in frame.pieces
            if piece.quoted < 0 and frame.pieces[0].quoted < 0
        )

    def _find_speaker(self, number: int, cue: Cue | None, goes_on: bool) -> Speaker:
        if cue is not None:
            if cue.reference not in self._known:
                self._known[cue.reference] = self.resolver.resolve(cue.reference)
            return self._known[cue.reference]
        if goes_on and self._last is not None:
            return self._last.speaker
        if len(self._frames[number].pieces) == 1:
            return self._follow(number)
        return UNRESOLVED

    def _is_open(self, quoted: Quoted, frame: Frame) -> bool:
        """Tell whether a quotation ends with its paragraph, and no mark closes it."""
        is_last = quoted.last == self._narration.paragraphs[frame.paragraph][1]
        return is_last and not self._narration.is_closed(quoted)

    def _note(self, frame: Frame) -> None:
        """Remember who is told to speak: later pronouns stand for them."""
        for piece in frame.pieces:
            cue = find_lead(self._narration, piece.first, piece.last, None)
            if cue is not None:
                self.resolver.resolve(cue.reference)

    def _speaks_of_another(self, frame: Frame) -> bool:
        """Tell whether a quotation begins with "he" or "her", as nobody speaks of themselves."""
        first = self._narration.keys[frame.pieces[0].first].partition("'")[0]
        return first in self._narration.words.pronouns

    def _follow(self, number: int) -> Speaker:
        """Return the speaker of a quotation that is a sentence: who spoke just before it."""
        if number == 0:
            return UNRESOLVED
        frame, before, last = self._frames[number], self._frames[number - 1], self._last
        if last is not None and last.frame == number - 1:
            starts = frame.pieces[0].first == self._narration.paragraphs[frame.paragraph][0]
            is_next = (
                starts and last.paragraph == frame.paragraph - 1 and before.pieces[-1].quoted >= 0
            )
            return last.speaker if is_next and not self._speaks_of_another(frame) else UNRESOLVED
        if before.paragraph < frame.paragraph - 1:
            return UNRESOLVED
        quoted = self._narration.quoted[frame.pieces[0].quoted]
        has_colon = (
            self._narration.text[max(0, quoted.start - 6) : quoted.start - 1].rstrip().endswith(":")
        )
        cue: Cue | None = None
        for piece in before.pieces:
            if piece.quoted < 0:
                announced = quoted if has_colon else None
                cue = find_lead(self._narration, piece.first, piece.last, announced)
        if cue is not None and cue.is_plain:
            return self.resolver.resolve(cue.reference)
        return UNRESOLVED
