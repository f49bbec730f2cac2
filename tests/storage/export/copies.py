"""The articles, the copies and what is ignored, where evidence is tried."""

from __future__ import annotations

from storage.comparing import compare_articles
from storage.export.evidence import Evidence
from storage.library import Library
from storage.models import Article, Story


def articles_of(library: Library, story: Story) -> list[Article]:
    return library.articles.get_all(story.articles)


def copies(note: Evidence) -> list[tuple[str, str]]:
    """Return the outlet and the words of each copy."""
    return [(copy.place.article.outlet, copy.place.text) for copy in note.also_in]


def ignore(library: Library, articles: list[Article], words: str) -> None:
    """Ignore the passage that has these words, in all its places."""
    for group in compare_articles(articles).groups:
        first = group.spans[0]
        if words in articles[first.article].text[first.start : first.end]:
            library.ignored_passages.ignore(articles, group.passages)
