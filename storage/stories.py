"""The stories of a library."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlite_utils import Database

from storage.clock import now
from storage.errors import NotFoundError
from storage.journal import Journal
from storage.records import Story
from storage.transactions import writing
from storage.visible import storable


class ListedStory(NamedTuple):
    """A story as lists show it."""

    id: str
    name: str
    articles: tuple[str, ...]
    annotations: int
    """Annotations on its articles, wherever they were made."""


class Stories:
    """Makes and finds stories."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def create(self, name: str, articles: Sequence[str]) -> Story:
        """Make a story of these articles; where the name is taken, a number is put behind it."""
        name = storable(name)
        with writing(self._db):
            taken = {story.name.casefold() for story in self.listed()}
            unique, number = name, 2
            while unique.casefold() in taken:
                unique, number = f"{name} ({number})", number + 1
            story_id = uuid.uuid4().hex[:12]
            self._db.table("story").insert(
                {"id": story_id, "name": unique, "created": now(), "deleted": None}
            )
            self.extend(story_id, articles)
        return self.get(story_id)

    def extend(self, story_id: str, articles: Iterable[str]) -> None:
        """Put articles at the end of a story; those that are in it stay where they are."""
        table = self._db.table("story_article")
        with writing(self._db):
            present = list(self.get(story_id).articles)
            new = [article for article in dict.fromkeys(articles) if article not in present]
            last = self._db.execute(
                "SELECT coalesce(max(place), -1) FROM story_article WHERE story = ?", [story_id]
            ).fetchone()[0]
            for place, article in enumerate(new, last + 1):
                # The place of an article that came back from the bin is still there.
                table.upsert(
                    {"story": story_id, "article": article, "place": place},
                    pk=("story", "article"),
                )

    def delete(self, story_id: str) -> None:
        """Put a story into the bin; its articles stay, and undo brings it back.

        `NotFoundError` if there is none.
        """
        with self._journal.step("story to the bin") as step:
            self.get(story_id)
            step.update("story", [story_id], {"deleted": now()})

    def of(self, articles: Iterable[str]) -> Story | None:
        """Return the oldest story of exactly these articles, in whatever order."""
        wanted = set(articles)
        for listed in self.listed():
            if set(listed.articles) == wanted:
                return self.get(listed.id)
        return None

    def get(self, story_id: str) -> Story:
        """Return the story with that id; `NotFoundError` if there is none."""
        rows = list(self._db.table("story").rows_where("id = ? AND deleted IS NULL", [story_id]))
        if not rows:
            raise NotFoundError(f"No story has the id {story_id}.")
        return Story(
            story_id, rows[0]["name"], self._articles().get(story_id, ()), rows[0]["created"]
        )

    def with_article(self, article_id: str) -> Story | None:
        """Return the story with that article that was made last; None if none has it."""
        found = [one for one in self.listed() if article_id in one.articles]
        return self.get(found[-1].id) if found else None

    def named(self, name: str) -> Story | None:
        """Return the story with exactly that id or, but for case, that name."""
        wanted = name.casefold()
        found = [one for one in self.listed() if name == one.id or one.name.casefold() == wanted]
        return self.get(found[0].id) if found else None

    def find(self, name: str) -> Story:
        """Return the story with that id or name, or whose name alone contains `name`.

        `NotFoundError` if there is none, or if several do; then the message lists them.
        """
        exact = self.named(name)
        if exact is not None:
            return exact
        wanted = name.casefold()
        found = [one for one in self.listed() if wanted in one.name.casefold()]
        if len(found) == 1:
            return self.get(found[0].id)
        if not found:
            raise NotFoundError(f"No story is called “{name}”. `copydesk stories` shows them all.")
        listing = "; ".join(f"{one.id} {one.name}" for one in found[:5])
        raise NotFoundError(f"“{name}” may mean {len(found)} stories: {listing}. Give the id.")

    def listed(self) -> list[ListedStory]:
        """Return every story, oldest first."""
        annotations = {
            row["story"]: row["count"]
            for row in self._db.query(
                """
                SELECT story_article.story, count(DISTINCT annotation.id) AS count
                FROM story_article
                JOIN article ON article.id = story_article.article
                JOIN target ON target.article = article.id
                JOIN annotation ON annotation.id = target.annotation
                WHERE annotation.deleted IS NULL AND article.deleted IS NULL
                GROUP BY story_article.story
                """
            )
        }
        articles = self._articles()
        return [
            ListedStory(
                row["id"], row["name"], articles.get(row["id"], ()), annotations.get(row["id"], 0)
            )
            for row in self._db.query(
                "SELECT id, name FROM story WHERE deleted IS NULL ORDER BY created, rowid"
            )
        ]

    def _articles(self) -> dict[str, tuple[str, ...]]:
        """Return the articles of every story that are not in the bin, in reading order."""
        members: dict[str, list[str]] = {}
        for row in self._db.query(
            """
            SELECT story_article.story, story_article.article FROM story_article
            JOIN article ON article.id = story_article.article
            WHERE article.deleted IS NULL ORDER BY story_article.place
            """
        ):
            members.setdefault(row["story"], []).append(row["article"])
        return {story: tuple(articles) for story, articles in members.items()}


def letters(count: int) -> list[str]:
    """Name the articles of a story as spreadsheets name columns: A, B, …, Z, AA, AB."""
    names = []
    for index in range(count):
        name = ""
        rest = index + 1
        while rest:
            rest, digit = divmod(rest - 1, 26)
            name = chr(ord("A") + digit) + name
        names.append(name)
    return names
