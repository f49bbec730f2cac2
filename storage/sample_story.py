"""The sample story: one invented event in four articles, written for this project.

Its files stand in `sample`, a folder of nothing else: the manual adds that as a user would.
"""

from __future__ import annotations

import tomllib
from importlib import resources

from storage.library import Library
from storage.models import NewArticle, Story


def add_sample(library: Library) -> Story:
    """Put the sample story into `library`, once; returns it."""
    folder = resources.files("storage") / "sample"
    described = tomllib.loads((folder / "story.toml").read_text("utf-8"))
    articles = [
        NewArticle(
            text=(folder / article.pop("file")).read_text("utf-8"),
            **article,
        )
        for article in described["articles"]
    ]
    with library.transaction():
        ids = [library.articles.add(article)[0].id for article in articles]
        return library.stories.find_exact(ids) or library.stories.create(described["name"], ids)
