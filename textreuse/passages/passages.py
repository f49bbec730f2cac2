"""Passages: chains tightened to what a reader agrees stands in both places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Literal, get_args

from textreuse.passages.alignment import Box, Run, align_chain, measure_common, round_to_sentences
from textreuse.passages.chains import Chain, measure_gap
from textreuse.passages.content_words import ContentWords
from textreuse.passages.edges import cut_at_paragraphs, trim_strays
from textreuse.settings import PARAPHRASE, WEAK, Settings
from textreuse.text.corpus import Corpus, Position
from textreuse.text.normalize import fold_punctuation
from textreuse.text.spans import Span

Kind = Literal["verbatim", "edited", "paraphrase"]
"""The same words; mostly the same, some changed; the same statement in other words."""

KINDS: tuple[Kind, ...] = get_args(Kind)
"""All kinds, the surest first: the sensitivity of `Settings` says how many of them are found."""
REWORDED: frozenset[Kind] = frozenset({"paraphrase"})
"""Kinds whose words correspond in any order and form: such a passage has no word diff."""


def choose_kind(similarity: float, settings: Settings) -> Kind:
    """Return the kind that follows from the share, 0..1, of words that are the same, in order."""
    if similarity == 1:
        return "verbatim"
    return "edited" if similarity >= settings.min_similarity else "paraphrase"


@dataclass(frozen=True)
class Passage:
    """A stretch of text that stands in two places.

    `left` is the smaller of the two spans; both may lie in one article, but never overlap.
    """

    left: Span
    right: Span
    kind: Kind
    similarity: float
    """The share of words that correspond, 0..1: 2 · common / (words left + words right). Words
    correspond that are the same, in the same order; in a paraphrase words of one stem, in any
    order. 1 exactly for `verbatim`, at least `min_similarity` for `edited`."""
    _box: Box = field(repr=False, compare=False)
    _corpus: Corpus = field(repr=False, compare=False)
    by_terms: bool = False
    """Whether the terms of both sides led to it, not words in a row: these are looked for from the
    third step of `Settings.sensitivity` on, whatever kind comes of it."""
    weak: bool = False
    """Whether readers agree with only one in five of its like, so that only the last step of
    `Settings.sensitivity` has it."""

    @property
    def step(self) -> int:
        """The least `Settings.sensitivity` that has this passage."""
        if self.weak:
            return WEAK
        return PARAPHRASE if self.by_terms else KINDS.index(self.kind) + 1

    @cached_property
    def about(self) -> Literal["quotation", "name"] | None:
        """What the passage is, if it is no more than that.

        "quotation" where all words of both sides stand in quotation marks; "name" where the words
        that are the same are names with their titles, and such as any report has.
        """
        corpus = self._corpus
        ours, theirs = map(corpus.positions, (self.left, self.right))
        if all(corpus.is_quoted(place.start, place.stop) for place in (ours, theirs)):
            return "quotation"
        row = corpus.words[self.right.article]
        inside = row.within(self.right.start, self.right.end)
        content = ContentWords(corpus).list(self.left, self.right)
        same = content.intersection(row.keys[inside.start : inside.stop])
        return None if same or self.kind in REWORDED else "name"

    @cached_property
    def runs(self) -> tuple[tuple[Span, Span], ...]:
        """What is the same on both sides, in order; between two runs the words were changed."""
        box, corpus = self._box, self._corpus
        return tuple(
            (
                corpus.span(left, Position(left + size)),
                corpus.span(right, Position(right + size)),
            )
            for left, right, size in box.runs
        )

    @property
    def runs_of_words(self) -> tuple[Run, ...]:
        """The same runs as positions of their words: left, right, and how many words."""
        return self._box.runs

    @property
    def common(self) -> float:
        """How many words both sides have in common (an unspaced character is half of one)."""
        return measure_common(self._corpus, self._box)

    @property
    def pair(self) -> tuple[int, int]:
        """The articles of its left and right side."""
        return self.left.article, self.right.article

    @property
    def is_repeat(self) -> bool:
        """Whether both sides lie in one article."""
        return self.left.article == self.right.article

    def side(self, article: int) -> tuple[Span, ...]:
        """Return those of the two spans that lie in `article`."""
        return tuple(span for span in (self.left, self.right) if span.article == article)


def find_passages(corpus: Corpus, chains: Iterable[Chain], settings: Settings) -> list[Passage]:
    """Return the passages that `chains` support, sorted by place.

    Of several that carry the same words between the same two articles, the best stays: most
    words in common, then the nearest place. A weaker one stays only where it covers a word, on
    either side, that no better one does; so every occurrence is in at least one passage, and
    their number is linear in the length of the texts.
    """
    boxes: dict[tuple[int, int], set[Box]] = {}
    for chain in chains:
        for box in _align_parts(corpus, chain, settings):
            pair = corpus.article(box.left), corpus.article(box.right)
            boxes.setdefault(pair, set()).add(box)
    found = [
        make_passage(corpus, part, choose_kind(part.similarity, settings), part.similarity)
        for (left, right), candidates in boxes.items()
        for box in _choose_best(candidates, corpus.first[right] - corpus.first[left])
        for part in _set_edges(corpus, box, settings)
    ]
    return sorted(found, key=lambda passage: (passage.left, passage.right))


def _align_parts(corpus: Corpus, chain: Chain, settings: Settings) -> Iterator[Box]:
    """Yield the acceptable parts of a chain: all of it, or what is left without its widest gap."""
    pending = [chain]
    while pending:
        part = pending.pop()
        box = align_chain(corpus, part, settings)
        if box is not None:
            if measure_common(corpus, box) >= settings.fewest_words:
                yield round_to_sentences(corpus, box, settings)
        elif len(part) > 1:
            pending.extend(_split_chain(part))


def _set_edges(corpus: Corpus, box: Box, settings: Settings) -> Iterator[Box]:
    """Yield `box` as readers would cut it, as far as what remains is long enough."""
    for part in cut_at_paragraphs(corpus, box):
        trimmed = trim_strays(corpus, part)
        candidates = (part,) if trimmed == part else (trimmed, part)
        for candidate in candidates:
            if candidate == box or _is_long_enough(corpus, candidate, settings):
                yield candidate
                break


def _is_long_enough(corpus: Corpus, box: Box, settings: Settings) -> bool:
    return (
        measure_common(corpus, box) >= settings.fewest_words
        and box.similarity >= settings.least_similarity
    )


def _split_chain(chain: Chain) -> list[Chain]:
    """Cut a chain at its widest gap; at all of them where several are equally wide."""
    widths = [max(measure_gap(seed, following)) for seed, following in pairwise(chain)]
    widest = max(widths)
    parts, start = [], 0
    for index, width in enumerate(widths, 1):
        if width == widest:
            parts.append(chain[start:index])
            start = index
    return [*parts, chain[start:]]


def _choose_best(boxes: set[Box], shift: int) -> Iterator[Box]:
    """Choose among the boxes of one pair of articles; `shift` maps left places to right ones."""
    if len(boxes) == 1:
        yield from boxes
        return
    covered_left: set[int] = set()
    # Within one article a place is covered on whichever side it is told.
    covered_right: set[int] = set() if shift else covered_left
    ranked: dict[tuple[int, float, int, int], list[Box]] = {}
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


def make_passage(corpus: Corpus, box: Box, kind: Kind, similarity: float) -> Passage:
    """Return the passage at the places of `box`, with the marks around it that both sides have."""
    left = corpus.span(box.left, box.left_end)
    right = corpus.span(box.right, box.right_end)
    before, after = count_marks_around(corpus.texts, left, right)
    grown = (
        left._replace(start=left.start - before, end=left.end + after),
        right._replace(start=right.start - before, end=right.end + after),
    )
    if not grown[0].overlap(grown[1]):
        left, right = grown
    return Passage(left, right, kind, similarity, box, corpus)


def count_marks_around(texts: Sequence[str], left: Span, right: Span) -> tuple[int, int]:
    """Count the marks before and after both spans that are the same (quotes, a full stop)."""
    ours, theirs = texts[left.article], texts[right.article]
    before = after = 0
    while _is_same_mark(ours, left.start - before - 1, theirs, right.start - before - 1):
        before += 1
    while _is_same_mark(ours, left.end + after, theirs, right.end + after):
        after += 1
    return before, after


def _is_same_mark(ours: str, at: int, theirs: str, there: int) -> bool:
    if not (0 <= at < len(ours) and 0 <= there < len(theirs)):
        return False
    mark = ours[at]
    if mark.isalnum() or mark.isspace() or not mark.isprintable():
        return False
    other = theirs[there]
    return mark == other or fold_punctuation(mark) == fold_punctuation(other)
