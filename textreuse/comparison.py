"""The way in: compare texts, and ask the result what they share."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from textreuse.boilerplate import boilerplate
from textreuse.chains import chains
from textreuse.corpus import Corpus, corpus
from textreuse.groups import Group, groups
from textreuse.matches import Match, matches
from textreuse.pairs import Pairs, pairs
from textreuse.passages import Passage, passages
from textreuse.seeds import seeds
from textreuse.sentences import sentences
from textreuse.settings import Settings
from textreuse.spans import Span, merge
from textreuse.vectors import Vectors, vectors
from textreuse.words import words


@dataclass(frozen=True)
class Comparison:
    """What the texts of one call of `compare` share. Articles are named by their index."""

    corpus: Corpus
    passages: tuple[Passage, ...]
    """All passages, repeats included, sorted by place."""
    _boilerplate: tuple[Span, ...]

    @cached_property
    def vectors(self) -> Vectors:
        """The texts cut into units and weighed by their rare terms."""
        return vectors(self.corpus)

    @cached_property
    def matches(self) -> dict[tuple[int, int], list[Match]]:
        """The units of each pair of articles that have rare terms in common."""
        return matches(self.vectors)

    @cached_property
    def pairs(self) -> tuple[Pairs, ...]:
        """The telling words of each article, and which of them stand near each other."""
        return pairs(self.vectors)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """All places of each passage; ids count from 1 by first place."""
        return groups(self.passages)

    def shared(self, article: int, other: int | None = None) -> tuple[Span, ...]:
        """Return the spans that also stand in another article, or in `other`, merged."""
        if other is None:
            return self._shared[article]
        pair = {article, other}
        return merge(
            span
            for passage in self.passages
            if len(pair) == 2 and {passage.left.article, passage.right.article} == pair
            for span in passage.side(article)
        )

    @cached_property
    def _shared(self) -> tuple[tuple[Span, ...], ...]:
        spans: list[list[Span]] = [[] for _ in self.corpus.texts]
        for passage in self.passages:
            if passage.left.article != passage.right.article:
                spans[passage.left.article].append(passage.left)
                spans[passage.right.article].append(passage.right)
        return tuple(map(merge, spans))

    def only_here(self, article: int) -> tuple[Span, ...]:
        """Return the sentences no part of which stands in another article.

        Boilerplate and lines without a word are no sentences.
        """
        taken = merge((*self.shared(article), *self.boilerplate(article)))
        row = self.corpus.words[article]
        return tuple(
            Span(article, start, end)
            for start, end in sentences(self.corpus.texts[article])
            if not _touches(taken, start, end) and row.within(start, end)
        )

    def repeats(self, article: int) -> tuple[Span, ...]:
        """Return the spans that stand at least twice in this article, merged."""
        return merge(
            span
            for passage in self.passages
            if passage.left.article == passage.right.article
            for span in passage.side(article)
        )

    def boilerplate(self, article: int) -> tuple[Span, ...]:
        """Return the spans taken for the site's furniture, left out of all the above."""
        return tuple(span for span in self._boilerplate if span.article == article)

    def word_count(self, article: int, spans: Iterable[Span] | None = None) -> int:
        """Return how many words the article has, or how many lie inside disjoint `spans` of it."""
        row = self.corpus.words[article]
        if spans is None:
            return len(row)
        return sum(len(row.within(span.start, span.end)) for span in spans)


def compare(
    texts: Sequence[str],
    settings: Settings | None = None,
    *,
    outlets: Sequence[str | None] | None = None,
) -> Comparison:
    """Find what `texts` share with each other and repeat in themselves.

    Deterministic and symmetric: another order of the texts renumbers the articles and changes
    nothing else. Takes any strings. `outlets`, one name a text, lets lines that many articles of
    one outlet carry be taken for boilerplate; `ValueError` if their number is not that of texts.
    """
    settings = settings or Settings()
    if outlets is not None and len(outlets) != len(texts):
        raise ValueError(f"compare: {len(texts)} texts, but {len(outlets)} outlets")
    rows = [words(text) for text in texts]
    left_out = boilerplate(texts, rows, outlets) if settings.boilerplate else ()
    numbered = corpus(texts, rows, left_out)
    linked = chains(numbered, seeds(numbered, settings), settings)
    return Comparison(numbered, tuple(passages(numbered, linked, settings)), left_out)


def _touches(spans: Sequence[Span], start: int, end: int) -> bool:
    """Tell whether any of the sorted, disjoint `spans` has a character in `start:end`."""
    following = bisect_right(spans, end - 1, key=lambda span: span.start)
    return following > 0 and spans[following - 1].end > start
