"""Passages: chains tightened to what a reader agrees stands in both places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Literal

from rapidfuzz.distance import Indel

from textreuse.chains import Chain, gap
from textreuse.corpus import Corpus
from textreuse.fold import fold_punctuation
from textreuse.settings import Settings
from textreuse.spans import Span

Kind = Literal["verbatim", "edited", "paraphrase"]

_TAIL = 8
"""Words looked at beyond either end of a chain for a match too short to be a seed."""

_TAIL_RUN = 2
"""Words in a row that such a match needs; a lone "the" or "board" leads into the next sentence."""


@dataclass(frozen=True)
class Passage:
    """A stretch of text that stands in two places.

    `left` is the smaller of the two spans; both may lie in one article, but never overlap.
    """

    left: Span
    right: Span
    kind: Kind
    similarity: float
    """The share of words that correspond, 0..1: 2 · common / (words left + words right), common
    being the longest common subsequence of words. 1 exactly for `verbatim`."""
    _box: _Box = field(repr=False, compare=False)
    _corpus: Corpus = field(repr=False, compare=False)

    @cached_property
    def runs(self) -> tuple[tuple[Span, Span], ...]:
        """What is the same on both sides, in order; between two runs the words were changed."""
        box, corpus = self._box, self._corpus
        return tuple(
            (
                corpus.span(left, left + size),
                corpus.span(right, right + size),
            )
            for left, right, size in box.runs
        )

    def side(self, article: int) -> tuple[Span, ...]:
        """Return those of the two spans that lie in `article`."""
        return tuple(span for span in (self.left, self.right) if span.article == article)


_Run = tuple[int, int, int]
"""Position on the left, position on the right, number of words."""


@dataclass(frozen=True, slots=True)
class _Box:
    """A candidate: the words `left:left_end` stand over `right:right_end`."""

    left: int
    left_end: int
    right: int
    right_end: int
    runs: tuple[_Run, ...]
    """What is the same; the first begins and the last ends both sides."""

    @property
    def common(self) -> int:
        """Words of the longest common subsequence."""
        return sum(size for _, _, size in self.runs)

    @property
    def similarity(self) -> float:
        return 2 * self.common / (self.left_end - self.left + self.right_end - self.right)

    @property
    def overlaps_itself(self) -> bool:
        return self.left_end > self.right


def passages(corpus: Corpus, chains: Iterable[Chain], settings: Settings) -> list[Passage]:
    """Return the passages that `chains` support, sorted by place.

    Of several that carry the same words between the same two articles, the best stays: most
    words in common, then the nearest place. A weaker one stays only where it covers a word, on
    either side, that no better one does; so every occurrence is in at least one passage, and
    their number is linear in the length of the texts.
    """
    boxes: dict[tuple[int, int], set[_Box]] = {}
    for chain in chains:
        for box in _boxes(corpus, chain, settings):
            pair = corpus.article(box.left), corpus.article(box.right)
            boxes.setdefault(pair, set()).add(box)
    found = [
        _passage(corpus, box)
        for (left, right), candidates in boxes.items()
        for box in _best(candidates, corpus.first[right] - corpus.first[left])
    ]
    return sorted(found, key=lambda passage: (passage.left, passage.right))


def _boxes(corpus: Corpus, chain: Chain, settings: Settings) -> Iterator[_Box]:
    """Yield the acceptable parts of a chain: all of it, or what is left without its widest gap."""
    pending = [chain]
    while pending:
        part = pending.pop()
        box = _acceptable(corpus, part, settings)
        if box is not None:
            if _common_size(corpus, box) >= settings.min_words:
                yield box
        elif len(part) > 1:
            pending.extend(_split(part))


def _acceptable(corpus: Corpus, chain: Chain, settings: Settings) -> _Box | None:
    """Return what a chain covers, with its tails where they do not make it too unlike.

    None where the alignment leaves words of the chain off: they belong to another passage.
    """
    left_end = chain[-1].left + chain[-1].size
    right_end = chain[-1].right + chain[-1].size
    box = _measured(corpus.tokens, chain[0].left, left_end, chain[0].right, right_end)
    for candidate in (_grown(corpus, box), box):
        if (
            candidate.left <= chain[0].left
            and candidate.right <= chain[0].right
            and candidate.left_end >= left_end
            and candidate.right_end >= right_end
            and not candidate.overlaps_itself
            and candidate.similarity >= settings.min_similarity
        ):
            return candidate
    return None


def _measured(tokens: list[int], left: int, left_end: int, right: int, right_end: int) -> _Box:
    """Align both sides; what lies beyond the outermost common words is left off."""
    ours, theirs = tokens[left:left_end], tokens[right:right_end]
    runs = tuple(
        (left + mine, right + yours, size) for mine, yours, size in _common_runs(ours, theirs)
    )
    (first_left, first_right, _), (last_left, last_right, size) = runs[0], runs[-1]
    return _Box(first_left, last_left + size, first_right, last_right + size, runs)


def _common_size(corpus: Corpus, box: _Box) -> float:
    """How much text both sides have in common, in words (an unspaced character is half of one)."""
    return min(
        corpus.size(box.left, box.left_end) * box.common / (box.left_end - box.left),
        corpus.size(box.right, box.right_end) * box.common / (box.right_end - box.right),
    )


def _split(chain: Chain) -> list[Chain]:
    """Cut a chain at its widest gap; at all of them where several are equally wide."""
    widths = [max(gap(seed, following)) for seed, following in pairwise(chain)]
    widest = max(widths)
    parts, start = [], 0
    for index, width in enumerate(widths, 1):
        if width == widest:
            parts.append(chain[start:index])
            start = index
    return [*parts, chain[start:]]


def _grown(corpus: Corpus, box: _Box) -> _Box:
    """Add short matches just beyond the ends while they outweigh half of what was changed.

    The gain is common words less half the words in between, as in the drop-off extension of
    BLAST (Altschul et al. 1990).
    """
    tokens = corpus.tokens
    left_limit = corpus.open_after(box.left_end, _TAIL)
    right_limit = corpus.open_after(box.right_end, _TAIL)
    if box.left_end <= box.right:
        left_limit = min(left_limit, box.right)
    after = _tail(tokens[box.left_end : left_limit], tokens[box.right_end : right_limit])
    left_start = corpus.open_before(box.left, _TAIL)
    right_start = corpus.open_before(box.right, _TAIL)
    if box.left_end <= box.right:
        right_start = max(right_start, box.left_end + after[0])
    before = _tail(
        tokens[left_start : box.left][::-1],
        tokens[right_start : box.right][::-1],
    )
    if before == after == (0, 0):
        return box
    return _measured(
        tokens,
        box.left - before[0],
        box.left_end + after[0],
        box.right - before[1],
        box.right_end + after[1],
    )


def _tail(left: list[int], right: list[int]) -> tuple[int, int]:
    """Return how many words to add on each side; (0, 0) where nothing is gained."""
    if set(left).isdisjoint(right):
        return 0, 0
    best, gained, common = (0, 0), 0.0, 0
    for left_at, right_at, size in _common_runs(left, right):
        common += size
        left_end, right_end = left_at + size, right_at + size
        gain = common - (left_end + right_end - 2 * common) / 2
        if size >= _TAIL_RUN and gain > gained:
            best, gained = (left_end, right_end), gain
    return best


def _common_runs(left: list[int], right: list[int]) -> list[tuple[int, int, int]]:
    """Return (left index, right index, size) of the runs of one longest common subsequence.

    Where several are equally long the choice hangs on the words alone, not on which side is
    which, so that swapping the sides swaps the answer and nothing else.
    """
    if left == right:
        return [(0, 0, len(left))] if left else []
    if right < left:
        return [(mine, theirs, size) for theirs, mine, size in _common_runs(right, left)]
    blocks = Indel.opcodes(left, right).as_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size]


def _best(boxes: set[_Box], shift: int) -> Iterator[_Box]:
    """Choose among the boxes of one pair of articles; `shift` maps left places to right ones."""
    covered_left: set[int] = set()
    covered_right: set[int] = set()
    within_one = shift == 0
    if within_one:
        covered_right = covered_left
    ranked: dict[tuple[int, float, int, int], list[_Box]] = {}
    for box in boxes:
        distance = abs(box.right - shift - box.left)
        rank = (-box.common, -box.similarity, distance, box.left + box.right)
        ranked.setdefault(rank, []).append(box)
    for rank in sorted(ranked):
        # Equals are judged together, before any of them counts as covering: no order is favoured.
        kept = [
            box
            for box in ranked[rank]
            if not covered_left.issuperset(range(box.left, box.left_end))
            or not covered_right.issuperset(range(box.right, box.right_end))
        ]
        for box in kept:
            covered_left.update(range(box.left, box.left_end))
            covered_right.update(range(box.right, box.right_end))
        yield from kept


def _passage(corpus: Corpus, box: _Box) -> Passage:
    left = corpus.span(box.left, box.left_end)
    right = corpus.span(box.right, box.right_end)
    before, after = marks_around(corpus.texts, left, right)
    grown = (
        left._replace(start=left.start - before, end=left.end + after),
        right._replace(start=right.start - before, end=right.end + after),
    )
    if not grown[0].overlap(grown[1]):
        left, right = grown
    verbatim = box.similarity == 1
    return Passage(left, right, "verbatim" if verbatim else "edited", box.similarity, box, corpus)


def marks_around(texts: Sequence[str], left: Span, right: Span) -> tuple[int, int]:
    """Count the marks before and after both spans that are the same (quotes, a full stop)."""
    ours, theirs = texts[left.article], texts[right.article]
    before = after = 0
    while _same_mark(ours, left.start - before - 1, theirs, right.start - before - 1):
        before += 1
    while _same_mark(ours, left.end + after, theirs, right.end + after):
        after += 1
    return before, after


def _same_mark(ours: str, at: int, theirs: str, there: int) -> bool:
    if not (0 <= at < len(ours) and 0 <= there < len(theirs)):
        return False
    mark = ours[at]
    if mark.isalnum() or mark.isspace() or not mark.isprintable():
        return False
    return fold_punctuation(mark) == fold_punctuation(theirs[there])
