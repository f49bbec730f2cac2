"""Find the direct quotations of a text, and who said them.

By rule: a quotation has its speaker from a cue of its own sentence (see `cues`), else from the turn
that it goes on with, else from the sentence before it, if that says who speaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from textreuse.statements.names.find_names import find_names
from textreuse.statements.quotations.displayed import find_displayed
from textreuse.statements.quotations.frames import cut_frames
from textreuse.statements.quotations.narration import Narration
from textreuse.statements.quotations.quotation import Quotation
from textreuse.statements.quotations.sayings import looks_like_title
from textreuse.statements.quotations.tags import find_tag
from textreuse.statements.quotations.turns import Assigner
from textreuse.text.corpus import Corpus
from textreuse.text.spans import Span

_FEW_WORDS = 5
"""Of a sentence that only names a speaker: "Ann Lee said."."""


def find_quotations(corpus: Corpus, article: int) -> tuple[Quotation, ...]:
    """Return the direct quotations of `article`, by place, each with its speaker. Never raises.

    What stands between marks inside another quotation belongs to that; titles, terms and words
    that nobody says are none. Paragraphs of a statement that is displayed without marks are some.
    """
    known = corpus.found.get(("quotations", article))
    if known is None:
        known = corpus.found["quotations", article] = tuple(_find_quotations(corpus, article))
    return cast(tuple[Quotation, ...], known)


def _find_quotations(corpus: Corpus, article: int) -> Iterator[Quotation]:
    narration = _read_narration(corpus, article)
    if not narration.quoted:
        return
    frames = cut_frames(narration, _is_tag_alone)
    while frames and all(piece.quoted < 0 for piece in frames[-1].pieces):
        frames.pop()  # Who speaks behind the last quotation matters to none.
    assigner = Assigner(narration, frames)
    for number in range(len(frames)):
        for one, speaker, turn in assigner.assign(number):
            yield Quotation(Span(article, one.start, one.end), "direct", speaker, turn)


def _read_narration(corpus: Corpus, article: int) -> Narration:
    """Read an article; of the texts between marks it has the outermost that are no titles."""
    quoted = _list_outermost(corpus.quotations[article].extents)
    narration = Narration(corpus, article, quoted, find_names(corpus, article))
    narration.quoted = [one for one in narration.quoted if not looks_like_title(narration, one)]
    narration.add_quoted(find_displayed(narration))
    return narration


def _list_outermost(quoted: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return those that lie in no other; they are sorted by start, the longer first."""
    found: list[tuple[int, int]] = []
    for start, end in quoted:
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def _is_tag_alone(narration: Narration, number: int, first: int, last: int) -> bool:
    """Tell whether the sentence `first:last` only says who a quotation before it is from."""
    ending = narration.text[narration.quoted[number].end - 1]
    if narration.next_sentence(first) != last:
        return False
    cue = find_tag(narration, first, last)
    if cue is None or not cue.is_plain:
        return False
    if ending == ".":
        return last - first <= _FEW_WORDS
    return ending not in ".,"
