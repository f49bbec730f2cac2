"""Articles into the library, and the story they are read in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from storage.articles import Draft
from storage.errors import NotFoundError
from storage.library import Library
from storage.records import Article, Story


def add(library: Library, drafts: Sequence[Draft]) -> list[tuple[Article, bool]]:
    """Store the drafts, all or none; tells of each article whether it is new."""
    with library.transaction():
        return [library.articles.add(_with_full_path(draft)) for draft in drafts]


def story_of(library: Library, articles: Sequence[Article]) -> Story:
    """Return the story of exactly these articles; make one, aptly named, where there is none.

    `NotFoundError` where there are no articles.
    """
    if not articles:
        raise NotFoundError("These articles are in the bin; u brings them back.")
    ids = list(dict.fromkeys(article.id for article in articles))
    with library.transaction():
        return library.stories.of(ids) or library.stories.create(_name_for(articles), ids)


def _with_full_path(draft: Draft) -> Draft:
    return draft._replace(path=str(Path(draft.path).absolute())) if draft.path else draft


def _name_for(articles: Sequence[Article]) -> str:
    """Call a story after the folder that all its files lie in, else after its first article."""
    folders = {Path(article.path).parent for article in articles if article.path}
    if len(articles) > 1 and len(folders) == 1 and all(article.path for article in articles):
        folder = folders.pop().name
        if folder:
            return folder
    return articles[0].title
