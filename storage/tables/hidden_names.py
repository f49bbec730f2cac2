"""Articles without what tells who published them, for who codes blind to that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from storage.ids import name_by_id
from storage.models import Article
from storage.tables.listed_articles import ListedArticle
from storage.tables.story_names import hide_title


def hide_names(article: Article) -> Article:
    """Return an article called by its id, without outlet, author, addresses and details."""
    return replace(
        article,
        title=name_by_id(article.id),
        outlet="",
        author=None,
        url=None,
        path=None,
        citation_key=None,
        details=None,
    )


def hide_listed_names(articles: Iterable[ListedArticle]) -> list[ListedArticle]:
    """Return articles of a list likewise, and a story that is called after one by its id."""
    return [
        one._replace(
            title=name_by_id(one.id),
            outlet="",
            author=None,
            url=None,
            stories=tuple(
                hide_title(story, [one.id], {one.id: one.title}) for story in one.stories
            ),
        )
        for one in articles
    ]
