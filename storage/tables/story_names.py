"""The names of stories that nobody gave one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from storage.database.connection import Database
from storage.ids import name_by_id

_NUMBER = re.compile(r" \(\d+\)\Z")


def is_called_after(story: str, article: str, title: str) -> bool:
    """Tell whether a story has the name that work on that article alone gives it."""
    # It may have been read while titles were hidden. Where the name was taken, a number stands
    # behind it.
    names = {" ".join(title.split()), name_by_id(article)} - {""}
    return story in names or _NUMBER.sub("", story) in names


def hide_titles(db: Database) -> dict[str, str]:
    """Return the names of all stories by their ids, as they are shown while titles are hidden.

    One that is called after an article of its own, be that in the trash, has that article's id.
    """
    members: dict[str, list[tuple[str, str]]] = {}
    for story, article, title in db.execute(
        """
        SELECT story, article.id, title FROM story_article
        JOIN article ON article.id = story_article.article ORDER BY place
        """
    ):
        members.setdefault(story, []).append((article, title))
    return {
        story: _hide_title(name, members.get(story, ()))
        for story, name in db.execute("SELECT id, name FROM story")
    }


def _hide_title(story: str, members: Iterable[tuple[str, str]]) -> str:
    for article, title in members:
        if is_called_after(story, article, title):
            number = None if story == " ".join(title.split()) else _NUMBER.search(story)
            return f"{name_by_id(article)}{number.group() if number else ''}"
    return story
