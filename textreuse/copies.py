"""Where else the words of one place stand: the bridge from an annotation to its copies."""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from rapidfuzz.distance import Indel

from textreuse.comparison import Comparison
from textreuse.passages.passages import REWORDED, Passage, count_marks_around
from textreuse.structures.ranges import Range
from textreuse.text.corpus import Corpus, Position
from textreuse.text.spans import Span

_LEAST_SIMILARITY = 0.5
"""Below this a place carries only a fragment of what was asked for."""

_MOSTLY = 0.5
"""Share of the text of both together that a span and a paraphrased passage have in common, where
the one stands for the other."""

_MOST_LOOKS = 20_000
"""Sides of passages that are followed before copies of copies are looked for no further. News
stays far below it; it bounds the time on texts that repeat one line thousands of times."""


class Copy(NamedTuple):
    """Another place that carries the words asked for; `similarity` as in `Passage`."""

    span: Span
    similarity: float


def find_copies(comparison: Comparison, span: Span) -> tuple[Copy, ...]:
    """Return the other places that carry the words in `span`, by place.

    At least half of the words on both sides together correspond. Each is cut to what corresponds
    to `span`, not the whole passage that it was found in. A place that carries a copy of a copy
    counts as well. Where `span` is mostly a passage that was paraphrased, the other side of it
    counts whole. Places that overlap are told once, at their most similar.
    """
    corpus = comparison.corpus
    asked = corpus.positions(span)
    candidates = {copy.span: copy for copy in _find_paraphrased(comparison, span)}
    pending = [(span, asked)]
    looks = 0
    while pending and looks <= _MOST_LOOKS:
        here, positions = pending.pop()
        for side, passage in comparison.sides.find_overlaps(here):
            if passage.kind in REWORDED:
                continue
            looks += 1
            there = _map_positions(passage, side is passage.left, positions)
            if there is None:
                continue
            copy = _measure_copy(corpus, span, asked, there)
            new = copy.span not in candidates and not copy.span.overlap(span)
            if new and copy.similarity >= _LEAST_SIMILARITY:
                candidates[copy.span] = copy
                pending.append((copy.span, there))
    return _keep_apart(candidates.values())


def _keep_apart(candidates: Iterable[Copy]) -> tuple[Copy, ...]:
    """Return those candidates, by place, that overlap none which is more similar."""
    told: list[Copy] = []
    for copy in sorted(candidates, key=lambda copy: (-copy.similarity, copy.span)):
        after = bisect(told, copy)
        # Those told are apart from each other: only the two around it can reach it.
        if not any(copy.span.overlap(other.span) for other in told[max(0, after - 1) : after + 1]):
            told.insert(after, copy)
    return tuple(told)


def _find_paraphrased(comparison: Comparison, span: Span) -> Iterator[Copy]:
    for side, passage in comparison.sides.find_overlaps(span):
        if passage.kind in REWORDED:
            together = max(span.end, side.end) - min(span.start, side.start)
            if span.overlap(side) >= _MOSTLY * together:
                other = passage.right if side is passage.left else passage.left
                yield Copy(other, passage.similarity)


def _map_positions(
    passage: Passage, on_the_left: bool, positions: Range[Position]
) -> Range[Position] | None:
    """Map positions through the runs of `passage` to its other side; None if no run has any."""
    ours, theirs = (0, 1) if on_the_left else (1, 0)
    runs = passage.runs_of_words
    first = bisect(runs, int(positions.start), key=lambda run: run[ours] + run[2])
    last = bisect_left(runs, positions.stop, key=itemgetter(ours)) - 1
    if first > last or not positions:
        return None
    before, after = runs[first], runs[last]
    return Range(
        max(positions.start, before[ours]) - before[ours] + before[theirs],
        min(positions.stop, after[ours] + after[2]) - after[ours] + after[theirs],
    )


def _measure_copy(
    corpus: Corpus, span: Span, asked: Range[Position], there: Range[Position]
) -> Copy:
    """Measure a copy, and give it the marks around it that `span` has too."""
    similarity = Indel.normalized_similarity(
        corpus.tokens[asked.start : asked.stop], corpus.tokens[there.start : there.stop]
    )
    ours, theirs = corpus.span(asked.start, asked.stop), corpus.span(there.start, there.stop)
    before, after = count_marks_around(corpus.texts, ours, theirs)
    return Copy(
        theirs._replace(
            start=theirs.start - min(before, max(0, ours.start - span.start)),
            end=theirs.end + min(after, max(0, span.end - ours.end)),
        ),
        similarity,
    )
