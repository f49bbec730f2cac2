"""What two articles have in common, told apart by quotation marks.

Whoever reports on one press conference quotes the same words. What two articles have word for word
in their own voice, and much of it, they have from each other or from a third.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from textreuse.comparison import Comparison
from textreuse.passages.alignment import Run
from textreuse.passages.passages import REWORDED, Passage
from textreuse.text.corpus import Corpus, Position
from textreuse.text.spans import Span, merge

_RUN = 6
"""Words in a row, outside quotation marks on both sides, that are alike; an unspaced character is
half a word. Shorter ones are names, dates, charges: two reports of one trial have them."""

_LEAST_WORDS = 10
_LEAST_SHARE = 0.1
"""Words in such rows, and their share of the shorter article, by which one article rests on what
the other rests on. On half of METER they join 62 in 100 pairs of reports that were wholly taken
from one agency's copy, and of fifty triples of outlets that wrote for themselves (BASIL) none."""

_TELLING_RUN = 12
"""Words in a row that two articles have from one origin, however little it is of them."""


@dataclass(frozen=True)
class CommonText:
    """What two articles, the smaller index first, have in common."""

    articles: tuple[int, int]
    shared_words: tuple[int, int]
    in_quotations: tuple[int, int]
    """Of the shared words of each those inside quotation marks."""
    runs: tuple[tuple[Span, Span], ...]
    """Rows of words alike outside quotation marks, by place in the first article."""
    alike: float
    """How many words these rows have, each word counted once, on the side that has fewer."""
    longest: float
    """How many the longest has."""
    lengths: tuple[int, int]
    """The words of each article, but for boilerplate."""

    @property
    def rests_on_same(self) -> bool:
        """Whether so much is alike outside quotation marks that one origin is behind both."""
        shorter = min(self.lengths)
        return self.alike >= min(_LEAST_WORDS, shorter) and self.alike >= _LEAST_SHARE * shorter

    @property
    def has_same_text(self) -> bool:
        """Whether at least one stretch comes from one origin."""
        return self.rests_on_same or self.longest >= _TELLING_RUN

    @cached_property
    def evidence(self) -> tuple[Span, ...]:
        """The rows of words alike, in both, merged."""
        return merge(span for run in self.runs for span in run)


def find_common_texts(comparison: Comparison) -> dict[tuple[int, int], CommonText]:
    """Return what each two articles have in common, by pair; pairs that share no passage have none.

    Weak matches, and paraphrases, which have no words in a row, are shared, but not alike.
    """
    passages: dict[tuple[int, int], list[Passage]] = {}
    for passage in comparison.passages:
        if not passage.is_repeat:
            passages.setdefault(passage.pair, []).append(passage)
    lengths = [count_words(comparison, article) for article in range(len(comparison.texts))]
    return {
        pair: _measure(comparison, pair, found, (lengths[pair[0]], lengths[pair[1]]))
        for pair, found in sorted(passages.items())
    }


def count_words(comparison: Comparison, article: int) -> int:
    """Return how many words an article has, boilerplate left out."""
    boilerplate = comparison.boilerplate(article)
    return comparison.word_count(article) - comparison.word_count(article, boilerplate)


def _measure(
    comparison: Comparison,
    pair: tuple[int, int],
    passages: list[Passage],
    lengths: tuple[int, int],
) -> CommonText:
    corpus = comparison.corpus
    left, right = pair
    here, there = comparison.shared(left, right), comparison.shared(right, left)
    runs = sorted(
        {
            part
            for passage in passages
            if passage.kind not in REWORDED and not passage.weak
            for run in passage.runs_of_words
            for part in _cut_at_quotations(corpus, run)
            if corpus.size(part[0], Position(part[0] + part[2])) >= _RUN
        }
    )
    places = tuple(_span_both(corpus, run) for run in runs)
    sides = (merge(ours for ours, _ in places), merge(theirs for _, theirs in places))
    return CommonText(
        pair,
        (comparison.word_count(left, here), comparison.word_count(right, there)),
        (comparison.quoted_word_count(left, here), comparison.quoted_word_count(right, there)),
        places,
        min(_measure_size(corpus, side) for side in sides),
        max((corpus.size(at, Position(at + size)) for at, _, size in runs), default=0),
        lengths,
    )


def _cut_at_quotations(corpus: Corpus, run: Run) -> Iterator[Run]:
    """Yield the parts of a row of words in which no word stands in quotation marks, on no side."""
    left, right, size = run
    ours, theirs = corpus.quotations[corpus.article(left)], corpus.quotations[corpus.article(right)]
    # What is quoted on either side, as stretches of the row.
    quoted = [
        (max(0, first - at), min(size, last - at))
        for at, quotations in ((left, ours), (right, theirs))
        for first, last in quotations.find_overlaps(at, Position(at + size))
    ]
    start = 0
    for first, last in sorted(quoted):
        if first > start:
            yield _cut(run, start, first)
        start = max(start, last)
    if start < size:
        yield _cut(run, start, size)


def _cut(run: Run, first: int, last: int) -> Run:
    return Position(run[0] + first), Position(run[1] + first), last - first


def _span_both(corpus: Corpus, run: Run) -> tuple[Span, Span]:
    left, right, size = run
    return corpus.span(left, Position(left + size)), corpus.span(right, Position(right + size))


def _measure_size(corpus: Corpus, spans: tuple[Span, ...]) -> float:
    places = (corpus.positions(span) for span in spans)
    return sum(corpus.size(place.start, place.stop) for place in places)
