"""Displayed statements: paragraphs behind a colon that somebody wrote, though no marks say so.

"Ann Lee said in a statement:" and what follows as a block of its own. That it is not the article's
own words, nor a picture that was left out there, is told by the first person.
"""

from __future__ import annotations

from collections.abc import Iterator

from textreuse.statements.quotations.narration import Narration
from textreuse.statements.quotations.speaker_words import OF_SPEECH, speaks_of_self
from textreuse.text.paragraph_marks import CLOSES

_FEWEST_WORDS = 6
"""Words of the first paragraph of a statement; fewer are a heading."""
_ENDS = ".!?…"
_OPENING = " \n\u00a0“„«‘(["
"""What may stand before the first word of the next sentence."""


def find_displayed(narration: Narration) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of displayed statements stand, by code points, in order.

    Each by itself: others quote one here and one there, and these are no one utterance.
    """
    paragraphs = narration.paragraphs
    number = 1
    while number < len(paragraphs):
        if _announces(narration, number - 1) and _is_opening(narration, number):
            last = _find_last(narration, number)
            for each in range(number, last + 1):
                yield from _cut_sentences(narration, each)
            number = last
        number += 1


def _cut_sentences(narration: Narration, number: int) -> Iterator[tuple[int, int]]:
    first, last = narration.paragraphs[number]
    start, end = _find_extent(narration, number)
    text = narration.text
    at = narration.next_sentence(first)
    while at < last:
        stop = start + len(text[start : narration.starts[at]].rstrip(_OPENING))
        yield start, stop
        start = narration.starts[at] - len(text[stop : narration.starts[at]].lstrip())
        at = narration.next_sentence(at)
    yield start, end


def _announces(narration: Narration, number: int) -> bool:
    """Tell whether a paragraph ends with a colon in a sentence that tells of something said."""
    first, last = narration.paragraphs[number]
    if first == last or not narration.text[narration.ends[last - 1] :].lstrip(" ").startswith(":"):
        return False
    start = max(first, narration.sentence_of(last - 1))
    keys = narration.keys[start:last]
    return not OF_SPEECH.isdisjoint(keys) or not narration.verbs.plain.isdisjoint(keys)


def _is_opening(narration: Narration, number: int) -> bool:
    first, last = narration.paragraphs[number]
    text = narration.text[slice(*_find_extent(narration, number))]
    return last - first >= _FEWEST_WORDS and text[-1] in _ENDS and _is_own(narration, number)


def _find_last(narration: Narration, number: int) -> int:
    """Return the last paragraph of a statement: of two that go on, the first may be without "I"."""
    last = number
    while True:
        if _is_own(narration, last + 1):
            last += 1
        elif _is_neutral(narration, last + 1) and _is_own(narration, last + 2):
            last += 2
        else:
            return last


def _is_own(narration: Narration, number: int) -> bool:
    """Tell whether somebody speaks of himself in a paragraph, outside marks."""
    if not _is_unmarked(narration, number):
        return False
    unquoted = (
        index for index in range(*narration.paragraphs[number]) if not narration.is_quoted(index)
    )
    return speaks_of_self(narration.text, narration.row, unquoted, narration.language)


def _is_neutral(narration: Narration, number: int) -> bool:
    """Tell whether a paragraph may go on with a statement: it tells of nobody who speaks."""
    if not _is_unmarked(narration, number):
        return False
    first, last = narration.paragraphs[number]
    return narration.verbs.plain.isdisjoint(narration.keys[first:last])


def _is_unmarked(narration: Narration, number: int) -> bool:
    if number >= len(narration.paragraphs):
        return False
    start, end = _find_extent(narration, number)
    return start < end and narration.text[start - 1 : start] not in CLOSES


def _find_extent(narration: Narration, number: int) -> tuple[int, int]:
    """Return where a paragraph stands, without white space at its ends."""
    first, last = narration.paragraphs[number]
    start, end = narration.starts[first], narration.ends[last - 1]
    following = narration.starts[last] if last < len(narration.keys) else len(narration.text)
    rest = narration.text[end:following]
    return start, end + len(rest.partition("\n")[0].rstrip())
