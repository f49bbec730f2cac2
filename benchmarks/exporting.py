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
from typing import NamedTuple

from benchmarks.clock import medians
from benchmarks.tables import table
from benchmarks.texts import story
from storage.anchoring.anchors import make_anchor
from storage.annotation_import.import_annotations import import_annotations
from storage.article_import.add_articles import add_articles
from storage.comparing import compare_articles
from storage.export.export import ExportOptions, render, write
from storage.export.export_format import ExportFormat
from storage.export.html.format import HTML
from storage.export.interchange.formats import CSV, HYPOTHESIS, JSONLD, SQLITE
from storage.export.markdown.format import MARKDOWN
from storage.export.selection import Selection, select_story
from storage.library import Library
from storage.models import NewArticle, Story, Target
from storage.open_library import open_library
from textreuse import split_sentences

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
        rows = chain(
            _reading(library, made, Path(folder)), _exchanging(library, made, Path(folder))
        )
        print(table(["ms of CPU, median", "Copydesk", "yardstick", "at most"], map(_line, rows)))


def _line(row: Row) -> list[str]:
    jobs = [row.job, *filter(None, [row.yardstick])]
    spent = [f"{1000 * seconds:.0f}" for seconds in medians(jobs, ROUNDS)]
    return [row.name, spent[0], spent[1] if row.yardstick else "", str(row.most or "")]


def _reading(library: Library, made: Story, folder: Path) -> Iterator[Row]:
    """Yield the formats for people."""
    articles = library.articles.get_all(made.articles)
    for made_in, name in ((MARKDOWN, "Markdown"), (HTML, "HTML")):
        yield Row(
            f"{name}, beside one comparison",
            partial(_rendered, library, made, made_in),
            partial(compare_articles, articles),
            MOST[made_in.name],
        )
    path = str(folder / "again.md")

    def again() -> None:
        write(library, _chosen(library, made), ExportOptions(MARKDOWN, "benchmark"), path)

    again()
    yield Row(
        "Markdown into its own file, beside a new one",
        again,
        partial(_rendered, library, made, MARKDOWN),
    )


def _exchanging(library: Library, made: Story, folder: Path) -> Iterator[Row]:
    """Yield the formats of other programs. Each job chooses the annotations anew."""
    bare = folder / "bare.db"
    copies = iter(range(1_000_000))

    def out(made_in: ExportFormat) -> bytes:
        content = _rendered(library, made, made_in)
        return content if isinstance(content, bytes) else content.encode()

    def back(data: bytes) -> None:
        path = folder / f"{next(copies)}.db"
        copyfile(bare, path)
        with open_library(path) as other:
            brought = import_annotations(other, data, "notes.json")
            assert len(brought.added) == ANNOTATIONS

    with open_library(bare) as other:
        add_articles(other, [_draft(library, article) for article in made.articles])
    for made_in, name in ((JSONLD, "JSON-LD"), (HYPOTHESIS, "Hypothesis")):
        data = out(made_in)
        yield Row(
            f"{name}, out and in ({len(data) / 1e6:.1f} MB), beside json alone",
            partial(lambda made_in: back(out(made_in)), made_in),
            partial(_json_alone, json.loads(data)),
            MOST.get(made_in.name),
        )
    yield Row("CSV, out", lambda: out(CSV))
    yield Row("SQLite, out", lambda: out(SQLITE))


def _rendered(library: Library, made: Story, made_in: ExportFormat) -> str | bytes:
    return render(library, _chosen(library, made), ExportOptions(made_in, "benchmark"))


def _json_alone(document: object) -> None:
    json.loads(json.dumps(document, ensure_ascii=False))


def _chosen(library: Library, made: Story) -> Selection:
    return select_story(library, library.stories.get(made.id))


def _draft(library: Library, article: str) -> NewArticle:
    known = library.articles.get(article)
    return NewArticle(known.text, known.title, url=known.url)


@contextmanager
def _filled(folder: Path) -> Iterator[tuple[Library, Story]]:
    """Make a library with the story and its annotations."""
    chance = random.Random(1)
    with open_library(folder / "library.db") as library:
        texts = story(ARTICLES, WORDS, ARTICLES * WORDS // 160).texts
        drafts = [
            NewArticle(text, f"Text {number}", url=f"https://outlet{number}.example/story")
            for number, text in enumerate(texts)
        ]
        articles = [article for article, _ in add_articles(library, drafts)]
        made = library.stories.create("Long", [article.id for article in articles])
        places = [(one, split_sentences(one.text)) for one in articles]
        with library.transaction():
            for number in range(ANNOTATIONS):
                targets = []
                for article, spans in chance.sample(places, 3 if number % _SHARED == 0 else 1):
                    targets.append(
                        Target(article.id, make_anchor(article.text, *chance.choice(spans)))
                    )
                tags = chance.sample(_TAGS, chance.randrange(3))
                library.annotations.create(targets, f"Note {number}: is that so?", tags)
        yield library, made
