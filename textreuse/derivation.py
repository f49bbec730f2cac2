"""Derived: which words of an article were most likely taken from the others, and how many.

Wider than passages: what was rewritten leaves no six words in a row, but in a sentence that was
taken most telling words still stand beside each other as they do in the other article (see
`term_pairs`).
An estimate, not a finding: two reports of one event share names and facts without either having
seen the other.

The figures, here and in `derivation_evidence`, were chosen on half of METER (Clough, Gaizauskas,
Piao, Wilks 2002: newspaper articles beside the agency copy on the same event, journalists having
marked what was taken), cross-validated by story. They lie on a plateau: reaches and weight may
change by a quarter, the least evidence by a tenth, for .004 F1. Logistic regression that is given
lengths of common runs, passages, regions, matches of units and rarity besides gains half a
hundredth at most.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, compress
from typing import Literal, NamedTuple

from textreuse.comparison import Comparison
from textreuse.derivation_evidence import Evidence
from textreuse.structures.flags import find_stretches
from textreuse.text.corpus import Position
from textreuse.text.spans import Span

Derivation = Literal["wholly", "partly", "not"]
"""How much of an article comes from the others."""

_WHOLLY, _PARTLY = 0.9, 0.4
"""Least share of the words, from which on an article is wholly or partly derived. Of articles that
journalists called not derived, half have more than 38 %: the names, charges and quotes that two
reports of one trial have in common without either having seen the other."""


def derived(comparison: Comparison, article: int) -> tuple[Span, ...]:
    """Return the words of `article` most likely taken from other articles: sorted, disjoint.

    Spans begin and end with a word and hold no boilerplate. An article that is word for word the
    same as another counts as taken whole, one that shares no two words with any other not at all.
    Every other article is asked by itself, so that no sentence is pieced together from many.
    Bounded work for each word and other article.
    """
    others = [other for other in range(len(comparison.texts)) if other != article]
    if _has_copy(comparison, article, others):
        return _list_spans(comparison, article, bytearray(b"\1") * comparison.word_count(article))
    evidence = Evidence(comparison, article)
    enough = evidence.start()
    for other, paired in enumerate(evidence.sort_by_carrier()):
        if other != article:
            evidence.flag_paired(paired, enough)
    return _list_taken(comparison, article, others, evidence, enough)


class Sources(NamedTuple):
    """The words of an article that come from others, and from which."""

    spans: tuple[Span, ...]
    """As `derived` has them, where no others but those asked about are there."""
    by_article: dict[int, tuple[Span, ...]]
    """The same where that article is the only other; those of which nothing was taken are left
    out. All together have the `spans`, but for a word here and there between two of which one
    comes from one article, one from another."""


def find_sources(comparison: Comparison) -> Iterator[Sources]:
    """Tell of each article, in their order, which of its words most likely come from which other.

    About as much work as `derived` of all articles.
    """
    for article in range(len(comparison.texts)):
        evidence = Evidence(comparison, article)
        paired = evidence.sort_by_carrier()
        together = evidence.start()
        by_article = {}
        for other in range(len(comparison.texts)):
            if other == article:
                continue
            enough = evidence.start()
            evidence.flag_paired(paired[other], enough)
            for index in compress(range(len(enough)), enough):
                together[index] = 1
            if spans := _list_taken(comparison, article, (other,), evidence, enough):
                by_article[other] = spans
        others = tuple(by_article)
        spans = _list_taken(comparison, article, others, evidence, together)
        yield Sources(spans, by_article)


def classify_derivation(comparison: Comparison, article: int) -> Derivation:
    """Tell how much of `article` is derived, by the share of its words; "not" without words.

    Boilerplate counts neither way.
    """
    words = comparison.word_count(article)
    words -= comparison.word_count(article, comparison.boilerplate(article))
    return classify_share(comparison.word_count(article, derived(comparison, article)), words)


def classify_share(taken: int, words: int) -> Derivation:
    """Tell what an article is of whose `words` so many were `taken`."""
    share = taken / max(1, words)
    if share >= _WHOLLY:
        return "wholly"
    return "partly" if share >= _PARTLY else "not"


def _list_taken(
    comparison: Comparison,
    article: int,
    others: Sequence[int],
    evidence: Evidence,
    enough: bytearray,
) -> tuple[Span, ...]:
    """Return what was taken of `others`, which gave `enough` evidence: see `derived`."""
    corpus = comparison.corpus
    base, row = corpus.first[article], corpus.words[article]
    if _has_copy(comparison, article, others):
        taken = bytearray(b"\1") * len(row)
    elif not any(enough) and not any(map(evidence.list_copied, others)):
        return ()
    else:
        taken = bytearray(len(row))
        for first, last in evidence.list_rewritten(enough):
            taken[first - base : last - base] = b"\1" * (last - first)
        for copied in chain.from_iterable(map(evidence.list_copied, others)):
            taken[copied.start - base : copied.stop - base] = b"\1" * len(copied)
    return _list_spans(comparison, article, taken)


def _has_copy(comparison: Comparison, article: int, others: Iterable[int]) -> bool:
    """Tell whether one of `others` is word for word the same."""
    words = comparison.corpus.words
    return any(words[other].keys == words[article].keys for other in others)


def _list_spans(comparison: Comparison, article: int, taken: bytearray) -> tuple[Span, ...]:
    """Return the words of `article` that are flagged, but for those that were left out."""
    corpus = comparison.corpus
    base = corpus.first[article]
    for position in corpus.list_barriers(base, Position(base + len(taken))):
        taken[position - base] = 0
    return tuple(
        corpus.span(Position(base + first), Position(base + last))
        for first, last in find_stretches(taken)
    )
