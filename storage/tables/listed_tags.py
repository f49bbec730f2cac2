"""Tags with what is known of each, in the order of the codebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from storage.database.connection import Database
from storage.tables.codebook_entry import COLOURS, Colour
from storage.tables.tag_names import list_ancestors
from storage.wording.natural_order import Rank, rank_naturally

Order = Mapping[str, int]
"""The places that people gave to tags, by their names in small letters."""
NO_ORDER: Order = MappingProxyType({})


class Tag(NamedTuple):
    """A tag, what it is for, and how often it is used."""

    id: int
    name: str
    colour: Colour | None = None
    """Its own; see `Tags.find_colours` for the one it looks like."""
    definition: str = ""
    inclusion: str = ""
    """What is to have it."""
    exclusion: str = ""
    """What is not, though it looks so."""
    example: str = ""
    guid: str = ""
    """What another program calls it; empty where it is from none."""
    made: str | None = None
    """When somebody put it into the codebook."""
    is_variable: int = 0
    """1 where an article can have no more than one of the tags below it, else 0."""
    has_number: int = 0
    """1 where a number stands for it anywhere, else 0."""
    annotations: int = 0
    """On how many annotations it is."""
    articles: int = 0
    """On how many whole articles it is."""

    @property
    def is_listed(self) -> bool:
        """Whether anything has it, or anything of it is set."""
        _id, _name, *rest = self
        return any(rest)


def read_tags(db: Database, condition: str = "TRUE", values: Sequence[str | int] = ()) -> list[Tag]:
    """Return the tags that meet a condition, in no order, those that are listed nowhere too."""
    rows = db.execute(
        f"""
        SELECT tag.id, tag.name, tag.colour, tag.description,
            tag.inclusion, tag.exclusion, tag.example, coalesce(tag.guid, ''),
            tag.made, tag.is_variable,
            EXISTS (SELECT 1 FROM quick_tag WHERE quick_tag.tag = tag.id)
                OR EXISTS (SELECT 1 FROM codebook_quick_tag AS quick WHERE quick.tag = tag.id),
            (SELECT count(*) FROM annotation_tag
                JOIN seen_annotation ON seen_annotation.id = annotation_tag.annotation
                WHERE annotation_tag.tag = tag.id
            ),
            (SELECT count(DISTINCT article_tag.article) FROM seen_article_tag AS article_tag
                JOIN article ON article.id = article_tag.article
                WHERE article_tag.tag = tag.id AND article.deleted IS NULL
            )
        FROM tag WHERE {condition}
        """,
        values,
    )
    return list(map(Tag._make, rows))


def read_order(db: Database) -> Order:
    """Return the places that tags were given, of parents without any use too."""
    rows = db.execute("SELECT key, position FROM tag WHERE position IS NOT NULL")
    return dict(rows.fetchall())


def read_colours(db: Database) -> dict[str, Colour]:
    """Return by its name what each tag is coloured with: its own colour, else its parent's."""
    tags = db.execute("SELECT name, key, colour FROM tag").fetchall()
    own = {key: colour for _, key, colour in tags if colour in COLOURS}
    found: dict[str, Colour] = {}
    for name, key, _ in tags if own else ():
        colour = next((own[one] for one in (key, *list_ancestors(key)) if one in own), None)
        if colour is not None:
            found[name] = colour
    return found


def sort_names(names: Iterable[str], order: Order) -> list[str]:
    """Return names by their places, then by the alphabet; a parent stands before its children.

    A place is one among the tags of the same parent.
    """
    ranks: dict[str, tuple[tuple[bool, int, Rank], ...]] = {"": ()}

    def rank(key: str) -> tuple[tuple[bool, int, Rank], ...]:
        if key not in ranks:
            parent, _, own = key.rpartition("/")
            place = key not in order, order.get(key, 0), rank_naturally(own)
            ranks[key] = (*rank(parent), place)
        return ranks[key]

    return sorted(names, key=lambda name: rank(name.casefold()))
