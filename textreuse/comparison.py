"""The way in: compare texts, and ask the result what they share."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from textreuse.paraphrase.paraphrases import find_paraphrases
from textreuse.paraphrase.sentence_similarity import SentenceSimilarity
from textreuse.passages.chains import chain_seeds
from textreuse.passages.chance_matches import drop_chance_matches
from textreuse.passages.exact_coverage import find_coverage
from textreuse.passages.groups import Group, group_passages
from textreuse.passages.passages import Passage, find_passages
from textreuse.passages.seeds import find_seeds
from textreuse.passages.short_matches import find_short_matches, find_weak_matches
from textreuse.settings import PARAPHRASE, WEAK, Settings
from textreuse.structures.progress import ProgressReport
from textreuse.text.boilerplate import NO_VERDICTS, Verdicts, find_boilerplate, heed_verdicts
from textreuse.text.corpus import Corpus, build_corpus
from textreuse.text.prepared_text import PreparedText
from textreuse.text.sentences import split_sentences
from textreuse.text.settled_words import settle_words
from textreuse.text.span_index import SpanIndex
from textreuse.text.spans import Span, merge

_WORDS, _BOILERPLATE, _CORPUS, _SEEDS, _PASSAGES, _CHANCE = 6, 5, 12, 10, 10, 3
_VECTORS, _PROPOSALS, _PARAPHRASES = 18, 20, 16
"""How long each stage takes beside the others, on news of whatever length."""

_ALL = (
    _WORDS
    + _BOILERPLATE
    + _CORPUS
    + _SEEDS
    + _PASSAGES
    + _CHANCE
    + _VECTORS
    + _PROPOSALS
    + _PARAPHRASES
)


@dataclass(frozen=True)
class Comparison:
    """What the texts of one call of `compare` share. Articles are named by their index."""

    corpus: Corpus
    passages: tuple[Passage, ...]
    """All passages, repeats included, sorted by place."""
    sentence_similarity: SentenceSimilarity
    """How alike sentences are in their rare terms."""
    _boilerplate: tuple[Span, ...]
    verdicts: Verdicts = NO_VERDICTS
    """What the caller said is boilerplate, or is not."""

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts as they were given."""
        return self.corpus.texts

    @property
    def languages(self) -> Sequence[str | None]:
        """The language of each text, ISO 639-1, as far as it can be told."""
        return self.corpus.languages

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """All places of each passage; ids count from 1 by first place."""
        return group_passages(self.passages)

    @cached_property
    def sides(self) -> SpanIndex[Passage]:
        """The passages by where they lie: `passage.left` first, then `passage.right`."""
        return SpanIndex(
            (side, passage) for passage in self.passages for side in (passage.left, passage.right)
        )

    def passages_of(self, article: int) -> Sequence[Passage]:
        """Return the passages of which a side, or both, lie in `article`, in their order."""
        return self._passages_of[article]

    @cached_property
    def _passages_of(self) -> tuple[list[Passage], ...]:
        found: tuple[list[Passage], ...] = tuple([] for _ in self.corpus.texts)
        for passage in self.passages:
            for article in {passage.left.article, passage.right.article}:
                found[article].append(passage)
        return found

    def shared(self, article: int, other: int | None = None) -> tuple[Span, ...]:
        """Return the spans that also stand in another article, or in `other`, merged."""
        if other is None:
            return self._shared[article]
        return self._shared_by_pair.get((article, other), ())

    @cached_property
    def _shared_by_pair(self) -> dict[tuple[int, int], tuple[Span, ...]]:
        """What stands in the first article of a pair and in the second, merged."""
        spans: dict[tuple[int, int], list[Span]] = {}
        for passage in self.passages:
            left, right = passage.left, passage.right
            if left.article != right.article:
                spans.setdefault((left.article, right.article), []).append(left)
                spans.setdefault((right.article, left.article), []).append(right)
        return {pair: merge(found) for pair, found in spans.items()}

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
        if article not in self._only_here:
            self._only_here[article] = self._find_only_here(article)
        return self._only_here[article]

    @cached_property
    def _only_here(self) -> dict[int, tuple[Span, ...]]:
        """What was found so far, by article: each costs as much as to cut it into sentences."""
        return {}

    def _find_only_here(self, article: int) -> tuple[Span, ...]:
        taken = merge((*self.shared(article), *self.boilerplate(article)))
        row = self.corpus.words[article]
        return tuple(
            Span(article, start, end)
            for start, end in split_sentences(self.corpus.texts[article])
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
        """Return the spans taken for boilerplate, left out of all the above."""
        return tuple(span for span in self._boilerplate if span.article == article)

    def without(self, passages: Iterable[Passage]) -> Comparison:
        """Return the same comparison without these passages; those it has not are passed over.

        All its other answers follow from the passages that stay; groups are numbered anew. Nothing
        is matched again: a passage that was weaker than one left out does not come forward.
        """
        left_out = frozenset(passages)
        if left_out.isdisjoint(self.passages):
            return self
        kept = tuple(passage for passage in self.passages if passage not in left_out)
        return replace(self, passages=kept)

    def word_count(self, article: int, spans: Iterable[Span] | None = None) -> int:
        """Return how many words the article has, or how many lie inside disjoint `spans` of it."""
        row = self.corpus.words[article]
        if spans is None:
            return len(row)
        return row.count_within(spans)


def compare(
    texts: Sequence[str | PreparedText],
    settings: Settings | None = None,
    *,
    outlets: Sequence[str | None] | None = None,
    progress: Callable[[float], None] | None = None,
    verdicts: Verdicts = NO_VERDICTS,
    repeats: bool = True,
) -> Comparison:
    """Find what `texts` share with each other and repeat in themselves.

    Deterministic and symmetric: another order of the texts renumbers the articles and changes
    nothing else. Takes any strings; a text that is compared again and again costs less as one
    `PreparedText`. `outlets`, one name a text, lets lines that many articles of
    one outlet carry be taken for boilerplate; `ValueError` if their number is not that of texts.
    `verdicts` say of places of these texts that they are boilerplate, or are not. Without `repeats`
    what a text repeats in itself is not looked for; nothing else changes.

    `progress` is told, about a hundred times at most, which share of the work is done: 0 first,
    1 last, never less than before. Whatever it raises ends the comparison and reaches the caller.
    """
    settings = settings or Settings()
    if outlets is not None and len(outlets) != len(texts):
        raise ValueError(f"compare: {len(texts)} texts, but {len(outlets)} outlets")
    report = ProgressReport(progress, _ALL)
    prepared = [one if isinstance(one, PreparedText) else PreparedText(one) for one in texts]
    for one in report.track(prepared, _WORDS):
        _ = one.words
    settled = settle_words(prepared)
    left_out = _find_boilerplate(settled, outlets, verdicts) if settings.boilerplate else ()
    report.advance(_BOILERPLATE)
    numbered = build_corpus(settled, left_out)
    report.advance(_CORPUS)
    found_seeds = find_seeds(numbered, settings)
    report.advance(_SEEDS)
    linked = chain_seeds(numbered, found_seeds, settings, repeats)
    exact = find_passages(numbered, report.track(linked, _PASSAGES), settings)
    found = drop_chance_matches(numbered, exact, settings)
    report.advance(_CHANCE)
    similarity = SentenceSimilarity(numbered)
    if settings.sensitivity >= PARAPHRASE:
        # Weighed and matched here, where progress can be told of it.
        _ = similarity.units
        report.advance(_VECTORS)
        _ = similarity.proposals
        report.advance(_PROPOSALS)
        # What is left out as chance must not keep a sentence from being a paraphrase.
        found += find_paraphrases(similarity, find_coverage(numbered, found), settings)
    sure = [passage for passage in found if not passage.weak]
    found += find_short_matches(numbered, exact, find_coverage(numbered, sure))
    if settings.sensitivity == WEAK:
        found += find_weak_matches(numbered, exact, find_coverage(numbered, found))
    found = [passage for passage in found if passage.step <= settings.sensitivity]
    in_order = tuple(sorted(found, key=lambda passage: (passage.left, passage.right)))
    report.finish()
    return Comparison(numbered, in_order, similarity, left_out, verdicts)


def _find_boilerplate(
    prepared: Sequence[PreparedText], outlets: Sequence[str | None] | None, verdicts: Verdicts
) -> tuple[Span, ...]:
    if outlets is not None:
        texts, rows = [one.text for one in prepared], [one.words for one in prepared]
        return find_boilerplate(texts, rows, outlets, verdicts)
    by_looks = (
        Span(article, *line) for article, one in enumerate(prepared) for line in one.boilerplate
    )
    return heed_verdicts(tuple(by_looks), verdicts)


def _touches(spans: Sequence[Span], start: int, end: int) -> bool:
    """Tell whether any of the sorted, disjoint `spans` has a character in `start:end`."""
    following = bisect_right(spans, end - 1, key=lambda span: span.start)
    return following > 0 and spans[following - 1].end > start
