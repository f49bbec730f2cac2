"""The tags as a tree, with what is used of each branch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storage.database.connection import Database
from storage.tables.listed_tags import Order, Tag, read_order, read_tags, sort_names
from storage.tables.tag_names import list_ancestors


class Branch(NamedTuple):
    """A tag and all that lie below it, or the parent of some that is no tag itself."""

    name: str
    tag: Tag | None
    annotations: tuple[int, ...]
    """Which of `TagTree.annotations` have any tag of it, each once."""
    articles: tuple[str, ...]
    """The ids of the whole articles that have one."""

    @property
    def depth(self) -> int:
        """How many parents it has."""
        return self.name.count("/")


class TagTree:
    """The tags and their uses as they were read; nothing of the trash, and as the coder sees it."""

    def __init__(self, db: Database) -> None:
        """Read all tags and all their uses."""
        self._db = db
        self.annotations: Sequence[str] = ()
        """The ids of the annotations that have tags, oldest first."""
        tags = [tag for tag in read_tags(db) if tag.is_listed]
        self._branches = self._make_branches(tags)
        self._order: Order = read_order(db)
        self.names: list[str] = []
        """Of all branches, in the order of the codebook."""
        self._sort()

    def get(self, name: str) -> Branch:
        """Return the branch of that name; `KeyError` if there is none."""
        return self._branches[name]

    def list_siblings(self, name: str) -> list[str]:
        """Return the names of the branches of the same parent, in their order."""
        parent = name.casefold().rpartition("/")[0]
        return [one for one in self.names if one.casefold().rpartition("/")[0] == parent]

    def read_again(self, name: str) -> None:
        """Read anew what is set of the tag of a branch, of which the uses are as they were."""
        branch = self._branches[name]
        found = read_tags(self._db, "key = ?", [name.casefold()])
        self._branches[name] = branch._replace(tag=found[0] if found else None)

    def read_order_again(self) -> None:
        """Read anew how the tags are ordered."""
        self._order = read_order(self._db)
        self._sort()

    def _sort(self) -> None:
        self.names = sort_names(self._branches, self._order)

    def _make_branches(self, tags: Sequence[Tag]) -> dict[str, Branch]:
        spelled: dict[str, str] = {tag.name.casefold(): tag.name for tag in tags}
        for tag in tags:
            for parent in list_ancestors(tag.name):
                spelled.setdefault(parent.casefold(), parent)
        annotations: dict[str, set[int]] = {key: set() for key in spelled}
        articles: dict[str, dict[str, None]] = {key: {} for key in spelled}
        for name, numbers in self._read_annotations():
            key = name.casefold()
            for one in (key, *list_ancestors(key)):
                annotations[one].update(numbers)
        for name, article in self._read_articles():
            key = name.casefold()
            for one in (key, *list_ancestors(key)):
                articles[one].setdefault(article)
        known = {tag.name.casefold(): tag for tag in tags}
        return {
            name: Branch(
                name, known.get(key), tuple(sorted(annotations[key])), tuple(articles[key])
            )
            for key, name in spelled.items()
        }

    def _read_annotations(self) -> Iterable[tuple[str, list[int]]]:
        """Return by the names of tags which annotations have them, and keep the ids of these."""
        rows = self._db.execute(
            """
            SELECT tag.name, annotation.id FROM seen_annotation AS annotation
            JOIN annotation_tag ON annotation_tag.annotation = annotation.id
            JOIN tag ON tag.id = annotation_tag.tag
            WHERE EXISTS (
                SELECT 1 FROM target JOIN article ON article.id = target.article
                WHERE target.annotation = annotation.id AND article.deleted IS NULL
            )
            ORDER BY annotation.created, annotation.rowid
            """
        )
        numbers: dict[str, int] = {}
        found: dict[str, list[int]] = {}
        for name, annotation in rows:
            found.setdefault(name, []).append(numbers.setdefault(annotation, len(numbers)))
        self.annotations = list(numbers)
        return found.items()

    def _read_articles(self) -> Iterable[tuple[str, str]]:
        return self._db.execute(
            """
            SELECT DISTINCT tag.name, article.id FROM seen_article_tag AS article_tag
            JOIN tag ON tag.id = article_tag.tag
            JOIN article ON article.id = article_tag.article
            WHERE article.deleted IS NULL ORDER BY article.added, article.rowid
            """
        ).fetchall()
