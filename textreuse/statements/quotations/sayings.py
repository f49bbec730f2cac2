"""Which of the texts between marks somebody said or wrote, and which are titles or terms."""

from __future__ import annotations

from textreuse.statements.names.organisations import HEADS
from textreuse.statements.quotations.cue import Cue
from textreuse.statements.quotations.frames import Frame
from textreuse.statements.quotations.narration import Narration, Quoted

_FEWEST_WORDS = 3
"""Shorter ones are quotations only where a cue of their own clause says so."""
_NEAR, _NEAREST = 20, 12
"""Words between a verb of saying and a short quotation; of one that does more than report."""
_LONGEST_TITLE = 9
"""Words of a title without a full stop inside."""
_POINTS = ".,!?…;"
_NAMING = frozenset(
    """
    show program programme sketch movie film song album book star host novel memoir series column
    documentary play poem report essay article film buch roman serie sendung lied song magazin
    zeitschrift stück livre roman émission chanson pièce revue magazine película libro novela
    canción serie programa revista obra
    """.split()
)
"""What stands beside a title."""


def is_saying(narration: Narration, frame: Frame, place: int, cue: Cue | None) -> bool:
    """Tell whether piece `place` of a frame, a text between marks, is a quotation."""
    quoted = narration.quoted[frame.pieces[place].quoted]
    words = narration.keys[quoted.first : quoted.last]
    if not words:
        return False
    if len(words) >= _FEWEST_WORDS:
        return True
    if cue is None:
        # "Never."
        return len(frame.pieces) == 1 and narration.text[quoted.end - 1] in _POINTS
    return cue.is_direct or cue.distance <= (_NEAR if cue.is_plain else _NEAREST)


def looks_like_title(narration: Narration, quoted: Quoted) -> bool:
    """Tell whether all but small words have capitals, and nothing parts it from its sentence."""
    if quoted.last - quoted.first > _LONGEST_TITLE:
        return False
    if not narration.is_english:
        return _is_named_beside(narration, quoted)
    common = narration.words.prepositions | narration.words.definite | {"and", "a", "an", "y", "et"}
    telling = [
        index
        for index in range(quoted.first, quoted.last)
        if narration.keys[index] not in common or index == quoted.first
    ]
    if not all(not narration.text[narration.starts[index]].islower() for index in telling):
        return False
    text = narration.text
    behind = narration.keys[quoted.last] if quoted.last < len(narration.keys) else ""
    if behind in _NAMING:
        return True
    before = narration.before(quoted)
    opens = narration.opens_sentence(quoted.first)
    if before[-1:] == "," and narration.keys[quoted.first - 1] in _NAMING:
        return True
    if opens or before[-1:] in ",:" or before[-1:] == "":
        # A whole sentence in itself: "Never," she said.
        return opens and text[quoted.end - 1] not in _POINTS and len(telling) < _FEWEST_WORDS
    said = quoted.first > 0 and narration.keys[quoted.first - 1] in narration.verbs.plain
    return not said


def _is_named_beside(narration: Narration, quoted: Quoted) -> bool:
    """Tell of a language in which titles are written as sentences are: "the film “The boat”"."""
    text, words = narration.text, narration.keys[quoted.first : quoted.last]
    if not words or not text[quoted.start].isupper() or text[quoted.end - 1] in _POINTS:
        return False
    is_outlet = len(words) < _FEWEST_WORDS and words[-1] in HEADS
    before = narration.keys[quoted.first - 1] if quoted.first else ""
    is_parted = quoted.first > 0 and narration.is_parted(quoted.first)
    return is_outlet or (before in _NAMING and not is_parted)
