"""The way in: compare texts, and ask the result what they share."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from textreuse.boilerplate import boilerplate
from textreuse.carried import carried
from textreuse.chains import chains
from textreuse.chance import beyond_chance
from textreuse.corpus import Corpus, corpus
from textreuse.groups import Group, groups
from textreuse.likeness import Likeness
from textreuse.paraphrases import paraphrases
from textreuse.passages import Passage, passages
from textreuse.seeds import seeds
from textreuse.sentences import sentences
from textreuse.settings import PARAPHRASE, Settings
from textreuse.spans import Span, merge
from textreuse.words import words


@dataclass(frozen=True)
class Comparison:
    """What the texts of one call of `compare` share. Articles are named by their index."""

    corpus: Corpus
    passages: tuple[Passage, ...]
    """All passages, repeats included, sorted by place."""
    likeness: Likeness
    """How alike sentences are in their rare terms."""
    _boilerplate: tuple[Span, ...]

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
        return self._repeated[article]

    @cached_property
    def _repeated(self) -> tuple[tuple[Span, ...], ...]:
        spans: list[list[Span]] = [[] for _ in self.corpus.texts]
        for passage in self.passages:
            if passage.left.article == passage.right.article:
                spans[passage.left.article] += passage.left, passage.right
        return tuple(map(merge, spans))

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
    exact = passages(numbered, chains(numbered, seeds(numbered, settings), settings), settings)
    shared = carried(numbered, exact)
    found = beyond_chance(numbered, exact, shared, settings)
    likeness = Likeness(numbered)
    if settings.sensitivity == PARAPHRASE:
        # What is left out as chance must not keep a sentence from being a paraphrase.
        found += paraphrases(likeness, carried(numbered, found), settings)
    in_order = tuple(sorted(found, key=lambda passage: (passage.left, passage.right)))
    return Comparison(numbered, in_order, likeness, left_out)


def _touches(spans: Sequence[Span], start: int, end: int) -> bool:
    """Tell whether any of the sorted, disjoint `spans` has a character in `start:end`."""
    following = bisect_right(spans, end - 1, key=lambda span: span.start)
    return following > 0 and spans[following - 1].end > start
