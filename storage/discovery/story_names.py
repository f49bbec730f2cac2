"""What to call a story, and the story that articles are read in."""

from __future__ import annotations

from collections.abc import Sequence

from storage.library import Library
from storage.models import Article, Story
from textreuse import Comparison


def choose_name(articles: Sequence[Article], comparison: Comparison | None = None) -> str:
    """Return the title of the article that shares most words with the others; of equals the first.

    Without a comparison of just these articles that is the first. Empty without articles.
    """
    if not articles:
        return ""
    if comparison is None:
        return articles[0].title
    shared = [comparison.word_count(at, comparison.shared(at)) for at in range(len(articles))]
    return articles[shared.index(max(shared))].title


def propose_story(library: Library, ids: Sequence[str]) -> Story:
    """Return the story in which to read these articles; where there is none, it is not kept yet.

    `NotFoundError` where none of them is in the library.
    """
    articles = library.articles.get_all(ids)
    return library.stories.propose(choose_name(articles), [article.id for article in articles])
