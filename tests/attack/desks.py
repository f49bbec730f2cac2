"""Libraries with anything in them, for attacks that need one."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from storage.errors import CopydeskError
from storage.library import Library
from storage.open_library import open_library
from tests.attack.hostile import add_hostile_story
from tests.attack.json_values import choose_row, choose_web_annotation
from tests.attack.words import choose_field, choose_own, choose_text
from tests.storage.annotation_import.written_elsewhere import brought, rows
from tests.storage.desk import add, target

STORY = "Village news"
_KEPT = ("article", "annotation", "target", "tag", "annotation_tag", "story", "story_article")


def make_desk(chance: random.Random, path: Path) -> None:
    """Make a library with a story called `STORY`, notes on it, and notes of others."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open_library(path) as library:
        if chance.random() < 0.3:
            add_hostile_story(library)
        else:
            _add_story(chance, library)


def _add_story(chance: random.Random, library: Library) -> None:
    articles = [
        add(
            library,
            f"{number} {choose_text(chance)}",
            choose_field(chance) or "Owl",
            outlet=choose_field(chance),
            author=choose_field(chance),
            published=chance.choice(("2026-03-05", "2026-03-05T10:30:00Z")),
            url=f"https://a.example/{number}",
        )
        for number in range(chance.randrange(1, 5))
    ]
    library.stories.create(STORY, [article.id for article in articles])
    for _ in range(chance.randrange(5)):
        article = chance.choice(articles)
        words = article.text.split()
        quote = chance.choice(words)
        tags = [choose_field(chance) for _ in range(chance.randrange(3))]
        with suppress(CopydeskError):  # of a tag that is none
            library.annotations.create([target(article, quote)], choose_own(chance), tags)
    url = articles[0].url or ""
    brought(library, [choose_web_annotation(chance, url), choose_web_annotation(chance, url)])
    brought(library, rows(choose_row(chance) | {"uri": url}))


def dump(path: Path) -> list[tuple[object, ...]]:
    """Return all that people put into a library."""
    with closing(sqlite3.connect(path)) as connection:
        return [
            (table, *row)
            for table in _KEPT
            for row in connection.execute(f"SELECT * FROM {table} ORDER BY rowid")
        ]
