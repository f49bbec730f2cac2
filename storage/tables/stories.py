"""The stories of a library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storage.clock import now
from storage.coder import NOBODY, Coder
from storage.database.connection import Database
from storage.database.transactions import hold_write_lock
from storage.database.undo_log import Step, UndoLog
from storage.errors import AmbiguousError, ConflictError, NotFoundError, ReadError
from storage.ids import make_id
from storage.models import Story
from storage.tables.story_names import hide_titles, is_called_after
from storage.wording.terminal_text import clean_line, fold_line, quote_asked

_NAMELESS = "Story"


class ListedStory(NamedTuple):
    """A story as lists show it."""

    id: str
    name: str
    articles: tuple[str, ...]
    annotations: int
    """Annotations on its articles, wherever they were made."""
    is_article_alone: bool = False
    """Whether it says no more than its only article: it came to be where that was annotated."""


class Stories:
    """Makes, changes and finds stories."""

    def __init__(self, db: Database, undo_log: UndoLog, coder: Coder = NOBODY) -> None:
        self._db = db
        self._undo_log = undo_log
        self._hides_names = coder.hides_names

    # Making

    def create(self, name: str, articles: Sequence[str]) -> Story:
        """Make a story of these articles; where the name is taken, a number is put behind it.

        Undo does not take it back.
        """
        return self.keep(Story(make_id(), name, tuple(articles), created=""))

    def propose(self, name: str, articles: Sequence[str]) -> Story:
        """Return the story of exactly these articles, else one that is not kept: to look at.

        `NotFoundError` where there are no articles.
        """
        if not articles:
            raise NotFoundError("These articles are in the trash; u restores them.")
        ids = tuple(dict.fromkeys(articles))
        return self.find_exact(ids) or Story(make_id(), clean_line(name) or _NAMELESS, ids, "")

    def keep(self, story: Story) -> Story:
        """Return a story as the library has it; one that it does not have is put there first.

        Where its name is taken, a number is put behind it. Undo does not take that back.
        """
        if story.is_kept:
            return story
        with hold_write_lock(self._db):
            self._insert(story.id, story.name, deleted=None)
            self._append(Step(self._db), story.id, story.articles)
        return self.get(story.id)

    def make(self, name: str, articles: Sequence[str], *, new: Sequence[str] = ()) -> Story:
        """Make a story as `create` does; undo puts it into the trash.

        So it does with those of its articles that are `new`: they came for this story.
        """
        with self._undo_log.record_step("story created") as step:
            for article in new:
                self._db.table("article").update(article, {"deleted": now()})
                step.update("article", [article], {"deleted": None})
            story_id = make_id()
            self._insert(story_id, name, deleted=now())
            self._append(Step(self._db), story_id, articles)
            step.update("story", [story_id], {"deleted": None})
        return self.get(story_id)

    def _insert(self, story_id: str, name: str, deleted: str | None) -> None:
        name = clean_line(name) or _NAMELESS
        kept = self._db.execute("SELECT id, name FROM story WHERE deleted IS NULL").fetchall()
        taken = {one.casefold() for _, one in kept}
        if self._hides_names:  # what is shown in place of a name is taken, too
            hidden = hide_titles(self._db)
            taken.update(hidden[story].casefold() for story, _ in kept)
        unique, number = name, 2
        while unique.casefold() in taken:
            unique, number = f"{name} ({number})", number + 1
        self._db.table("story").insert(
            {"id": story_id, "name": unique, "created": now(), "deleted": deleted}
        )

    # Changing

    def extend(self, story_id: str, articles: Iterable[str]) -> None:
        """Put articles at the end of a story; those that are in it stay where they are.

        `NotFoundError` if there is no such story.
        """
        with self._undo_log.record_step("articles added to a story") as step:
            self._append(step, story_id, articles)

    def rename(self, story_id: str, name: str) -> None:
        """Give a story another name.

        `ConflictError` if another story has it, but for case; `ReadError` for an empty one;
        `NotFoundError` if there is no such story.
        """
        if name == self.get(story_id).name:
            return
        name = clean_line(name)
        if not name:
            raise ReadError("A story needs a name.")
        with self._undo_log.record_step("story renamed") as step:
            for one in self.list_all():
                if one.name.casefold() == name.casefold() and one.id != story_id:
                    raise ConflictError(
                        f"There is already a story “{one.name}”; merge the two instead."
                    )
            step.update("story", [story_id], {"name": name})

    def arrange(self, story_id: str, articles: Sequence[str]) -> None:
        """Put the articles of a story into this order.

        `ConflictError` if these are not the articles that it has now.
        """
        with self._undo_log.record_step("story reordered") as step:
            if sorted(self.get(story_id).articles) != sorted(articles):
                raise ConflictError("The articles of the story have changed; nothing was moved.")
            # Those in the trash keep their places between them.
            places = sorted(
                row["place"]
                for row in self._db.table("story_article").rows_where("story = ?", [story_id])
                if row["article"] in articles
            )
            for place, article in zip(places, articles, strict=True):
                step.update("story_article", [story_id, article], {"place": place})

    def take_out(self, story_id: str, article_id: str) -> None:
        """Take an article out of a story; it stays in the library, with its annotations.

        `NotFoundError` if it is not in the story.
        """
        with self._undo_log.record_step("article removed from the story") as step:
            if article_id not in self.get(story_id).articles:
                raise NotFoundError("This article is no longer in the story.")
            step.delete("story_article", [story_id, article_id])

    def merge(self, story_id: str, into: str) -> None:
        """Put the articles of one story at the end of another, and the story into the trash.

        Quick tags go along where the other has none of their number. `NotFoundError` if one of
        the two is gone.
        """
        with self._undo_log.record_step("stories merged") as step:
            story, target = self.get(story_id), self.get(into)
            if story.id == target.id:
                raise ConflictError("That is the same story.")
            self._append(step, target.id, story.articles)
            quick = self._db.table("quick_tag")
            taken = {row["number"] for row in quick.rows_where("story = ?", [target.id])}
            for row in list(quick.rows_where("story = ?", [story.id])):
                if row["number"] not in taken:
                    step.insert("quick_tag", row | {"story": target.id})
            step.update("story", [story.id], {"deleted": now()})

    def delete(self, story_id: str) -> None:
        """Put a story into the trash; its articles stay, and undo brings it back.

        `NotFoundError` if there is none.
        """
        with self._undo_log.record_step("story moved to the trash") as step:
            self.get(story_id)
            step.update("story", [story_id], {"deleted": now()})

    def _append(self, step: Step, story_id: str, articles: Iterable[str]) -> None:
        places = {
            row["article"]: row["place"]
            for row in self._db.table("story_article").rows_where("story = ?", [story_id])
        }
        if not self._db.table("story").count_where("id = ?", [story_id]):
            raise NotFoundError(f"No story has the id {story_id}.")
        present = self._list_articles().get(story_id, ())
        new = [article for article in dict.fromkeys(articles) if article not in present]
        for place, article in enumerate(new, max(places.values(), default=-1) + 1):
            if article in places:  # it was in the trash, and its place was kept
                step.update("story_article", [story_id, article], {"place": place})
            else:
                row = {"story": story_id, "article": article, "place": place}
                step.insert("story_article", row)

    # Finding

    def find_exact(self, articles: Iterable[str]) -> Story | None:
        """Return the oldest story of exactly these articles, in whatever order."""
        wanted = set(articles)
        for listed in self.list_all():
            if set(listed.articles) == wanted:
                return self.get(listed.id)
        return None

    def get(self, story_id: str) -> Story:
        """Return the story with that id; `NotFoundError` if there is none."""
        rows = list(
            self._db.query("SELECT * FROM story WHERE id = ? AND deleted IS NULL", [story_id])
        )
        if not rows:
            raise NotFoundError(f"No story has the id {story_id}.")
        articles, name = self._list_articles().get(story_id, ()), rows[0]["name"]
        if self._hides_names:
            name = hide_titles(self._db)[story_id]
        return Story(story_id, name, articles, rows[0]["created"])

    def find_with_article(self, article_id: str) -> Story | None:
        """Return the story with that article that was made last; None if none has it."""
        found = [one for one in self.list_all() if article_id in one.articles]
        return self.get(found[-1].id) if found else None

    def find_named(self, name: str) -> Story | None:
        """Return the story with exactly that id or, but for case, that name."""
        wanted = fold_line(name)
        found = [one for one in self.list_all() if name == one.id or fold_line(one.name) == wanted]
        return self.get(found[0].id) if found else None

    def find(self, name: str) -> Story:
        """Return the story with that id or name, or whose name alone contains `name`.

        `NotFoundError` if there is none, or if several do; then the message lists them.
        """
        exact = self.find_named(name)
        if exact is not None:
            return exact
        wanted = fold_line(name)
        found = [one for one in self.list_all() if wanted in fold_line(one.name)]
        if len(found) == 1:
            return self.get(found[0].id)
        if not found:
            raise NotFoundError(
                f"No story is called {quote_asked(name)}. `copydesk stories` shows all stories."
            )
        raise AmbiguousError(
            f"{quote_asked(name)} matches {len(found):,} stories; give the id of one:",
            [f"{one.id} {one.name}" for one in found],
        )

    def list_gathered(self) -> list[ListedStory]:
        """Return the stories that somebody made, oldest first: none that is an article alone."""
        return [story for story in self.list_all() if not story.is_article_alone]

    def list_all(self) -> list[ListedStory]:
        """Return every story, oldest first."""
        annotations = {
            row["story"]: row["count"]
            for row in self._db.query(
                """
                SELECT story_article.story, count(DISTINCT annotation.id) AS count
                FROM story_article
                JOIN article ON article.id = story_article.article
                JOIN target ON target.article = article.id
                JOIN seen_annotation AS annotation ON annotation.id = target.annotation
                WHERE article.deleted IS NULL
                GROUP BY story_article.story
                """
            )
        }
        articles = self._list_articles()
        titles = dict(self._db.execute("SELECT id, title FROM article").fetchall())
        hidden = hide_titles(self._db) if self._hides_names else {}
        stories = []
        for one, name in self._db.execute(
            "SELECT id, name FROM story WHERE deleted IS NULL ORDER BY created, rowid"
        ):
            its = articles.get(one, ())
            is_alone = len(its) == 1 and is_called_after(name, its[0], titles[its[0]])
            shown, notes = hidden.get(one, name), annotations.get(one, 0)
            stories.append(ListedStory(one, shown, its, notes, is_alone))
        return stories

    def _list_articles(self) -> dict[str, tuple[str, ...]]:
        """Return the articles of every story that are not in the trash, in reading order."""
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
