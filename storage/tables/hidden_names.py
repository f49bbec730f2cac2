"""Articles without what tells who published them, for who codes blind to that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from storage.coder import Coder
from storage.database.connection import Database
from storage.ids import name_by_id
from storage.models import Article
from storage.tables.listed_articles import ListedArticle
from storage.tables.story_names import hide_titles

HIDDEN = "Titles, outlets, authors and addresses are left out, as hide_outlets says."


def tell_hidden(coder: Coder) -> tuple[str, ...]:
    """Return what is to be said of a file that is written for a coder, if names are hidden."""
    return (HIDDEN,) if coder.hides_names else ()


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


def hide_listed_names(db: Database, articles: Iterable[ListedArticle]) -> list[ListedArticle]:
    """Return articles of a list likewise, and stories that are called after one by its id."""
    hidden = hide_titles(db)
    names = db.execute("SELECT id, name FROM story WHERE deleted IS NULL")
    shown = {name: hidden[story] for story, name in names}
    return [
        one._replace(
            title=name_by_id(one.id),
            outlet="",
            author=None,
            url=None,
            stories=tuple(shown[story] for story in one.stories),
        )
        for one in articles
    ]
