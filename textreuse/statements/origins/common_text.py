"""What two articles have in common, quotations apart from their own words.

Whoever reports on one press conference quotes the same words. What two articles have word for word
in their own voice, and much of it, they have from each other or from a third.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from textreuse.comparison import Comparison
from textreuse.derivation import Sources
from textreuse.passages.alignment import Run
from textreuse.passages.passages import Passage
from textreuse.statements.shared_quotations import SharedQuotations
from textreuse.text.corpus import Corpus, Position
from textreuse.text.spans import Span, merge

_ROW = 6
"""Words in a row that are alike; an unspaced character is half a word. Shorter rows are names,
dates, charges: two reports of one trial have them."""

_LEAST_WORDS = 10
_LEAST_SHARE = 0.1
"""Words in such rows, and their share of the shorter article, by which two articles rest on the
same."""

_SHARE_OF_EDITED = 0.3
_SHARE_DERIVED = 0.6
"""Share of the shorter article that is alike in rows of any length, and of either article that is
derived from the other, by which they do if the rows are short. On half of METER, with the agency's
copy left out, both rules together join 37 in 50 pairs of reports that were wholly taken from it
(the first alone 28), and to any that was taken 7 in 50 that were not (4). Of fifty triples of
outlets that wrote for themselves (BASIL) they join none."""

_TELLING_ROW = 12
"""Words in a row that two articles have from one origin, however little it is of them."""


@dataclass(frozen=True)
class CommonText:
    """What two articles, the smaller index first, have in common."""

    articles: tuple[int, int]
    shared_words: tuple[int, int]
    in_quotations: tuple[int, int]
    """Of the shared words of each those inside quotations."""
    rows: tuple[tuple[Span, Span], ...]
    """Rows of words alike outside quotations, by place in the first article: those of six and
    more, or all if there are none."""
    alike: float
    """How many words all rows have, each counted once, on the side that has fewer."""
    in_long_rows: float
    """How many of them are in rows of six and more."""
    longest: float
    """How many the longest row has."""
    lengths: tuple[int, int]
    """The words of each article, but for boilerplate."""
    derived: float
    """The larger of the shares of each that are derived from the other."""

    @property
    def rests_on_same(self) -> bool:
        """Whether so much is alike outside quotations that one origin is behind both."""
        shorter = min(self.lengths)
        least = min(_LEAST_WORDS, shorter)
        return (self.in_long_rows >= least and self.in_long_rows >= _LEAST_SHARE * shorter) or (
            self.alike >= least
            and self.alike >= _SHARE_OF_EDITED * shorter
            and self.derived >= _SHARE_DERIVED
        )

    @property
    def has_same_text(self) -> bool:
        """Whether at least one stretch comes from one origin."""
        return self.rests_on_same or self.longest >= _TELLING_ROW

    @cached_property
    def evidence(self) -> tuple[Span, ...]:
        """The rows of words alike, in both, merged."""
        return merge(span for row in self.rows for span in row)


def find_common_texts(
    comparison: Comparison, sources: Sequence[Sources], quotations: SharedQuotations
) -> dict[tuple[int, int], CommonText]:
    """Return what each two articles have in common, by pair; pairs that share no passage have none.

    Weak matches are shared, but not alike. `sources` are those of each article among all others.
    """
    passages: dict[tuple[int, int], list[Passage]] = {}
    for passage in comparison.passages:
        if not passage.is_repeat:
            passages.setdefault(passage.pair, []).append(passage)
    lengths = [count_words(comparison, article) for article in range(len(comparison.texts))]
    found = {}
    for pair, shared in sorted(passages.items()):
        one, other = pair
        derived = max(
            comparison.word_count(article, sources[article].by_article.get(source, ()))
            / max(1, lengths[article])
            for article, source in ((one, other), (other, one))
        )
        lengths_of_pair = lengths[one], lengths[other]
        found[pair] = _measure(comparison, quotations, pair, shared, lengths_of_pair, derived)
    return found


def count_words(comparison: Comparison, article: int) -> int:
    """Return how many words an article has, boilerplate left out."""
    boilerplate = comparison.boilerplate(article)
    return comparison.word_count(article) - comparison.word_count(article, boilerplate)


def _measure(
    comparison: Comparison,
    quotations: SharedQuotations,
    pair: tuple[int, int],
    passages: Sequence[Passage],
    lengths: tuple[int, int],
    derived: float,
) -> CommonText:
    corpus = comparison.corpus
    left, right = pair
    here, there = comparison.shared(left, right), comparison.shared(right, left)
    rows = sorted(
        {
            part
            for passage in passages
            if not passage.weak
            for run in passage.runs_of_words
            for part in _cut_at_quotations(quotations, run)
        }
    )
    sizes = [corpus.size(at, Position(at + count)) for at, _, count in rows]
    places = tuple(_span_both(corpus, row) for row in rows)
    long_ones = [place for place, size in zip(places, sizes, strict=True) if size >= _ROW]
    return CommonText(
        pair,
        (comparison.word_count(left, here), comparison.word_count(right, there)),
        (quotations.count(left, right), quotations.count(right, left)),
        tuple(long_ones or places),
        _measure_size(corpus, places),
        _measure_size(corpus, long_ones),
        max(sizes, default=0),
        lengths,
        derived,
    )


def _cut_at_quotations(quotations: SharedQuotations, run: Run) -> Iterator[Run]:
    """Yield the parts of a row of words in which no word is quoted, on no side."""
    left, right, size = run
    # What is quoted on either side, as stretches of the row.
    quoted = [
        (max(0, first - at), min(size, last - at))
        for at in (left, right)
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


def _measure_size(corpus: Corpus, rows: Sequence[tuple[Span, Span]]) -> float:
    """Return how many words lie in `rows`, on the side that has fewer."""
    sizes = []
    for side in (0, 1):
        places = (corpus.positions(span) for span in merge(row[side] for row in rows))
        sizes.append(sum(corpus.size(place.start, place.stop) for place in places))
    return min(sizes)
