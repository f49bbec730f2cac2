"""Pieces of speech with times as paragraphs without them, a new one where the speaker changes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_PAUSE = 3.0
"""Seconds of silence that end a paragraph where no speaker is named."""
_LONG = 600
"""Characters after which it ends with its sentence."""
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")
_SOUND = re.compile(r"\[[^\]]{0,40}\]|\([^)]{0,40}\)|\*[^*]{1,40}\*|[♪♫].*")
"""What is heard and is no speech, where it is all that a line has."""
_SPEAKER = re.compile(
    r"(?:>>+\s*)?\[?((?:[A-ZÀ-ÖØ-Þ][\w.'’-]*|von|van|de|der|of|the)(?: (?:[A-ZÀ-ÖØ-Þ(][\w.'’)-]*"
    r"|\d+|von|van|de|der|of|the)){0,4})\]?:\s+(?=\S)"
)
_TURN = re.compile(r"(?:>>+|[-–—])\s*(?=\S)")


class Piece(NamedTuple):
    """What is shown at once, or stands behind one time."""

    start: float
    """Seconds."""
    end: float
    lines: tuple[str, ...]
    speaker: str = ""
    """Empty where it is not told, or within the lines."""


def join_pieces(pieces: Iterable[Piece]) -> str:
    """Return speech as one text; each paragraph of a named speaker begins with the name.

    Lines that only roll up are taken once, sounds and music are left out.
    """
    paragraphs: list[list[str]] = []
    speaker = ""
    shown: tuple[str, ...] = ()
    ended = 0.0
    for piece in pieces:
        lines = tuple(line for line in map(_clean, piece.lines) if line)
        fresh = [line for line in lines if line not in shown]
        shown = lines or shown
        for line in fresh:
            named = _SPEAKER.match(line)
            told = named[1] if named else piece.speaker
            turn = _TURN.match(line)
            mark = named or turn
            said = line[mark.end() :] if mark else line
            is_new = turn is not None or (told != "" and told != speaker)
            if is_new or not paragraphs or (not told and _is_over(paragraphs, piece, ended)):
                paragraphs.append([f"{told}: {said}" if told else said])
            else:
                paragraphs[-1].append(said)
            speaker = told or ("" if turn else speaker)
        ended = piece.end
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)


def _is_over(paragraphs: list[list[str]], piece: Piece, ended: float) -> bool:
    """Tell whether the last paragraph ends before a piece, to judge by a pause or its length."""
    if piece.start - ended >= _PAUSE:
        return True
    last = paragraphs[-1]
    return sum(map(len, last)) > _LONG and _ENDS.search(last[-1]) is not None


def _clean(line: str) -> str:
    flat = " ".join(line.split())
    return "" if _SOUND.fullmatch(flat) else flat
