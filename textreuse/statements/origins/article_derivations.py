"""Tell of each article how much of it comes from the others, and from which."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from textreuse.comparison import Comparison
from textreuse.derivation import Derivation, Sources, classify_share
from textreuse.statements.origins.common_text import count_words
from textreuse.statements.origins.origin import ArticleDerivation
from textreuse.statements.wording import join_names
from textreuse.text.spans import merge

_MOST_NAMED = 3
"""Sources that a sentence names."""


def derive_articles(
    comparison: Comparison,
    sources: Sequence[Sources],
    names: Sequence[str],
    ranks: Sequence[int | None],
) -> tuple[ArticleDerivation, ...]:
    """Return how much of each article comes from the others, in their order.

    Nothing comes from an article that was published later; where the dates do not tell it, either
    of two may come from the other.
    """
    return tuple(
        _derive(comparison, article, found, names, ranks) for article, found in enumerate(sources)
    )


def _derive(
    comparison: Comparison,
    article: int,
    found: Sources,
    names: Sequence[str],
    ranks: Sequence[int | None],
) -> ArticleDerivation:
    later = {other for other in range(len(ranks)) if _is_later(ranks, other, article)}
    by_article = {other: spans for other, spans in found.by_article.items() if other not in later}
    spans = merge(chain.from_iterable(by_article.values())) if later else found.spans
    words, of = comparison.word_count(article, spans), count_words(comparison, article)
    derivation = classify_share(words, of)
    counted = [(other, comparison.word_count(article, its)) for other, its in by_article.items()]
    sources = tuple(sorted(counted, key=lambda source: (-source[1], source[0])))
    first = 0 < len(later) == len(ranks) - 1
    all_words = "words" if of == comparison.word_count(article) else "words outside boilerplate"
    why = _explain(names, article, derivation, words, (of, all_words), sources, first=first)
    return ArticleDerivation(article, derivation, words, of, sources, spans, why)


def _is_later(ranks: Sequence[int | None], one: int, other: int) -> bool:
    """Tell whether the dates tell that `one` was published after `other`."""
    first, second = ranks[one], ranks[other]
    return first is not None and second is not None and first > second


def _explain(
    names: Sequence[str],
    article: int,
    derivation: Derivation,
    words: int,
    of: tuple[int, str],
    sources: Sequence[tuple[int, int]],
    *,
    first: bool,
) -> str:
    """Return it in a sentence; `of` is how many words the article has, and what they are called."""
    name = names[article]
    if first:
        return f"{name} was published before the others."
    if not of[0]:
        return f"{name} has no words to compare."
    if not words:
        return f"No words of {name} seem to come from the others."
    most = [f"{names[other]} ({count:,})" for other, count in sources[:_MOST_NAMED]]
    more = len(sources) > _MOST_NAMED
    listed = join_names([*most, "others"] if more else most)
    share = f"{words:,} of the {of[0]:,} {of[1]} in {name} stand in {listed} too, or nearly so"
    if derivation == "not":
        return f"{share}: names and facts that any report may have."
    return f"{share}; {name} is {derivation} derived from the others."
