"""Where else the words of one place stand: the bridge from an annotation to its other sources."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import Indel

from textreuse.comparison import Comparison
from textreuse.corpus import Corpus
from textreuse.passages import Passage
from textreuse.spans import Span

_LEAST_SIMILARITY = 0.5
"""Below this a passage carries only a fragment of what was asked for."""


class Copy(NamedTuple):
    """Another place that carries the words asked for; `similarity` as in `Passage`."""

    span: Span
    similarity: float


def copies(comparison: Comparison, span: Span) -> tuple[Copy, ...]:
    """Return the other places where at least half of the words in `span` stand, by place.

    Each is cut to what corresponds to `span`, not the whole passage that it was found in.
    Places that overlap are told once, at their most similar.
    """
    corpus = comparison.corpus
    asked = corpus.positions(span)
    found: list[Copy] = []
    for passage in comparison.passages:
        for side in (passage.left, passage.right):
            if side.overlap(span):
                copy = _counterpart(corpus, passage, side is passage.left, asked)
                if copy is not None and copy.span.overlap(span) == 0:
                    found.append(copy)
    return _told_once(found)


def _counterpart(corpus: Corpus, passage: Passage, on_the_left: bool, asked: range) -> Copy | None:
    """Map the positions `asked` through the runs of `passage` to its other side."""
    first = last = None
    for left, right in passage.runs:
        ours, theirs = (left, right) if on_the_left else (right, left)
        run, twin = corpus.positions(ours), corpus.positions(theirs)
        start, stop = max(run.start, asked.start), min(run.stop, asked.stop)
        if start < stop:
            shift = twin.start - run.start
            first = start + shift if first is None else first
            last = stop + shift
    if first is None or last is None:
        return None
    similarity = Indel.normalized_similarity(
        corpus.tokens[asked.start : asked.stop], corpus.tokens[first:last]
    )
    if similarity < _LEAST_SIMILARITY:
        return None
    return Copy(corpus.span(first, last), similarity)


def _told_once(found: list[Copy]) -> tuple[Copy, ...]:
    kept: list[Copy] = []
    for copy in sorted(found, key=lambda copy: (-copy.similarity, copy.span)):
        if all(copy.span.overlap(other.span) == 0 for other in kept):
            kept.append(copy)
    return tuple(sorted(kept))
