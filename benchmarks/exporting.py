"""A story with a thousand annotations out of the library, and back into another one.

The yardsticks: one comparison of the articles, which no export for reading can spare, and for JSON
what `json.dumps` and `json.loads` take for the same document.
"""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain
from pathlib import Path
from shutil import copyfile
from typing import Literal, NamedTuple

from benchmarks.clock import medians
from benchmarks.tables import table
from benchmarks.texts import story
from storage.anchors import anchor_at
from storage.articles import Draft
from storage.comparing import compare_articles
from storage.exchange.bringing import bring_in
from storage.exchange.writing import Format, rendered
from storage.export.selection import Selection, of_story
from storage.exporting import Wish
from storage.exporting import rendered as exported
from storage.importing import add, story_of
from storage.library import Library, opened
from storage.records import Story, Target
from textreuse import sentences

ARTICLES, WORDS, ANNOTATIONS = 9, 700, 1_000
ROUNDS = 5
MOST = {"markdown": 300, "html": 1_000, "jsonld": 500}
"""Milliseconds that are good."""
_TAGS = ("claim", "claim/disputed", "quote", "number", "to check")
_SHARED = 10
"""One annotation in so many stands in several articles."""


class Row(NamedTuple):
    """A line of the table: something done with the story, and what it is held against."""

    name: str
    job: Callable[[], object]
    yardstick: Callable[[], object] | None = None
    most: int | None = None
    """Milliseconds that are good."""


def run() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder, _filled(Path(folder)) as (library, made):
        rows = chain(_reading(library, made), _exchanging(library, made, Path(folder)))
        print(table(["ms of CPU, median", "Copydesk", "yardstick", "at most"], map(_line, rows)))


def _line(row: Row) -> list[str]:
    jobs = [row.job, *filter(None, [row.yardstick])]
    spent = [f"{1000 * seconds:.0f}" for seconds in medians(jobs, ROUNDS)]
    return [row.name, spent[0], spent[1] if row.yardstick else "", str(row.most or "")]


def _reading(library: Library, made: Story) -> Iterator[Row]:
    """Yield the formats for people."""
    articles = library.articles.all(made.articles)
    formats: dict[Literal["markdown", "html"], str] = {
        "markdown": "Markdown, beside one comparison",
        "html": "HTML, beside one comparison",
    }
    for kind, name in formats.items():
        wish = Wish(kind, "benchmark")
        yield Row(
            name,
            partial(_exported, library, made, wish),
            partial(compare_articles, articles),
            MOST[kind],
        )


def _exchanging(library: Library, made: Story, folder: Path) -> Iterator[Row]:
    """Yield the formats of other programs. Each job chooses the annotations anew."""
    bare = folder / "bare.db"
    copies = iter(range(1_000_000))

    def out(kind: Format) -> bytes:
        content = rendered(library, _chosen(library, made), kind)
        return content if isinstance(content, bytes) else content.encode()

    def back(data: bytes) -> None:
        path = folder / f"{next(copies)}.db"
        copyfile(bare, path)
        with opened(path) as other:
            brought = bring_in(other, data, "notes.json")
            assert len(brought.added) == ANNOTATIONS

    with opened(bare) as other:
        add(other, [_draft(library, article) for article in made.articles])
    both_ways: dict[Format, tuple[str, int | None]] = {
        "jsonld": ("JSON-LD", MOST["jsonld"]),
        "hypothesis": ("Hypothesis", None),
    }
    for kind, (name, most) in both_ways.items():
        data = out(kind)
        yield Row(
            f"{name}, out and in ({len(data) / 1e6:.1f} MB), beside json alone",
            partial(lambda kind: back(out(kind)), kind),
            partial(_json_alone, json.loads(data)),
            most,
        )
    yield Row("CSV, out", lambda: out("csv"))
    yield Row("SQLite, out", lambda: out("sqlite"))


def _exported(library: Library, made: Story, wish: Wish) -> object:
    return exported(library, _chosen(library, made), wish)


def _json_alone(document: object) -> None:
    json.loads(json.dumps(document, ensure_ascii=False))


def _chosen(library: Library, made: Story) -> Selection:
    return of_story(library, library.stories.get(made.id))


def _draft(library: Library, article: str) -> Draft:
    known = library.articles.get(article)
    return Draft(known.text, known.title, url=known.url)


@contextmanager
def _filled(folder: Path) -> Iterator[tuple[Library, Story]]:
    """Make a library with the story and its annotations."""
    chance = random.Random(1)
    with opened(folder / "library.db") as library:
        texts = story(ARTICLES, WORDS, ARTICLES * WORDS // 160).texts
        drafts = [
            Draft(text, f"Text {number}", url=f"https://outlet{number}.example/story")
            for number, text in enumerate(texts)
        ]
        articles = [article for article, _ in add(library, drafts)]
        made = story_of(library, articles)
        places = [(one, sentences(one.text)) for one in articles]
        with library.transaction():
            for number in range(ANNOTATIONS):
                targets = []
                for article, spans in chance.sample(places, 3 if number % _SHARED == 0 else 1):
                    targets.append(
                        Target(article.id, anchor_at(article.text, *chance.choice(spans)))
                    )
                tags = chance.sample(_TAGS, chance.randrange(3))
                library.annotations.create(targets, f"Note {number}: is that so?", tags)
        yield library, made
