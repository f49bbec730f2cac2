"""Stories of which passages are ignored."""

from __future__ import annotations

from storage.comparing import compare_articles
from storage.library import Library
from storage.models import Article
from textreuse import Comparison, Group, Passage, Settings

Story = tuple[list[Article], Comparison]


def compared(*articles: Article, sensitivity: int = 3) -> Story:
    return list(articles), compare_articles(
        articles, settings=Settings(sensitivity=sensitivity, boilerplate=False)
    )


def group_of(story: Story, words: str) -> Group:
    """Return the passage that has these words."""
    articles, comparison = story
    for group in comparison.groups:
        first = group.spans[0]
        if words in articles[first.article].text[first.start : first.end]:
            return group
    raise AssertionError(f"no passage has: {words}")


def ignore(library: Library, story: Story, words: str) -> tuple[Passage, ...]:
    group = group_of(story, words)
    library.ignored_passages.ignore(story[0], group.passages)
    return group.passages


def ignored(library: Library, story: Story) -> tuple[Passage, ...]:
    return library.ignored_passages.find_ignored(*story)
