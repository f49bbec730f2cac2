"""Which articles are short enough to be compared."""

from __future__ import annotations

from collections.abc import Sequence

from storage.limits import MOST_WORDS_COMPARED
from storage.models import Article, NewArticle
from storage.search.text_measures import count_words
from storage.wording.plural import pluralize


def find_too_long(articles: Sequence[Article | NewArticle]) -> tuple[int, ...]:
    """Return the indices of the articles that are not compared, ascending.

    They are the longest, as many as must be left out for the others to have no more than
    `MOST_WORDS_COMPARED` words together; of equally long ones the last.
    """
    if sum(len(article.text) for article in articles) <= MOST_WORDS_COMPARED:
        return ()  # A word has a character at least.
    lengths = [_count_words(article) for article in articles]
    words = sum(lengths)
    left_out = []
    for length, index in sorted(zip(lengths, range(len(lengths)), strict=True), reverse=True):
        if words <= MOST_WORDS_COMPARED:
            break
        left_out.append(index)
        words -= length
    return tuple(sorted(left_out))


def describe_too_long(names: Sequence[str]) -> str:
    """Say in a sentence that these articles are not compared."""
    return (
        f"Too long to compare, left out: {', '.join(names)}."
        f" The limit is {pluralize(MOST_WORDS_COMPARED, 'word')} in all."
    )


def _count_words(article: Article | NewArticle) -> int:
    return article.words if isinstance(article, Article) else count_words(article.text)
