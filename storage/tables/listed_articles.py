"""The articles of a library as lists show them, without their texts."""

from __future__ import annotations

from typing import Any, NamedTuple

from storage.database.connection import Database


class ListedArticle(NamedTuple):
    """An article as lists show it, without its text."""

    id: str
    title: str
    outlet: str
    author: str | None
    published: str | None
    url: str | None
    words: int
    previous: str | None
    """The id of the article that this is a newer version of."""
    tags: tuple[str, ...] = ()
    """Its own tags and those of its annotations, by name."""
    annotations: int = 0
    stories: tuple[str, ...] = ()
    """Names, by age."""
    coders: tuple[str, ...] = ()
    """Who annotated it, or tagged it as a whole, by name; who has none is left out."""
    coded: tuple[str, ...] = ()
    """Who is done with it, by name."""


def list_articles(db: Database) -> list[ListedArticle]:
    """Return every article that is not in the trash, the last added first."""
    tags = _list_tags(db)
    annotations = _count_annotations(db)
    # By age.
    stories = _list_names(
        db,
        """
        SELECT story_article.article, story.name FROM story_article
        JOIN story ON story.id = story_article.story
        WHERE story.deleted IS NULL ORDER BY story.created, story.rowid
        """,
    )
    coders = _list_names(
        db,
        """
        SELECT target.article, seen_annotation.coder FROM seen_annotation
        JOIN target ON target.annotation = seen_annotation.id WHERE seen_annotation.coder <> ''
        UNION SELECT article, coder FROM seen_article_tag WHERE coder <> '' ORDER BY 2
        """,
    )
    coded = _list_names(db, "SELECT article, coder FROM seen_coded_article ORDER BY coder")
    beside = {
        article: (
            tuple(tags.get(article, ())),
            annotations.get(article, 0),
            tuple(stories.get(article, ())),
            tuple(coders.get(article, ())),
            tuple(coded.get(article, ())),
        )
        for article in tags.keys() | annotations.keys() | stories.keys() | coded.keys()
    }
    nothing: tuple[Any, ...] = ((), 0, (), (), ())
    # Plain rows in the order of the index: to make a dictionary of each, or to sort them, takes
    # as long as all the rest.
    rows = db.execute(
        """
        SELECT id, title, outlet, author, published, url, words, previous
        FROM article INDEXED BY article_shelf
        WHERE deleted IS NULL ORDER BY added DESC, id DESC
        """
    )
    return [ListedArticle._make(row + beside.get(row[0], nothing)) for row in rows]


def _list_tags(db: Database) -> dict[str, list[str]]:
    """Return the names of the tags by article, its own and those of its annotations."""
    tags: dict[str, list[str]] = {}
    for article, name, _ in db.execute(
        """
        SELECT target.article, tag.name, tag.key FROM target
        JOIN seen_annotation AS annotation ON annotation.id = target.annotation
        JOIN annotation_tag ON annotation_tag.annotation = annotation.id
        JOIN tag ON tag.id = annotation_tag.tag
        UNION
        SELECT article_tag.article, tag.name, tag.key FROM seen_article_tag AS article_tag
        JOIN tag ON tag.id = article_tag.tag
        ORDER BY tag.key
        """
    ):
        tags.setdefault(article, []).append(name)
    return tags


def _count_annotations(db: Database) -> dict[str, int]:
    """Return by article how many annotations it has, if any."""
    return dict(
        db.execute(
            """
            SELECT target.article, count(DISTINCT annotation.id) FROM target
            JOIN seen_annotation AS annotation ON annotation.id = target.annotation
            GROUP BY target.article
            """
        ).fetchall()
    )


def _list_names(db: Database, question: str) -> dict[str, list[str]]:
    """Return by article the names that are found, in their order."""
    found: dict[str, list[str]] = {}
    for article, name in db.execute(question):
        found.setdefault(article, []).append(name)
    return found
