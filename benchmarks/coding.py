"""A study of 10,000 annotations with 300 tags out as a REFI-QDA project, and in again.

The yardstick: the XML of the same project made and parsed by lxml, and the same texts zipped.
"""

from __future__ import annotations

import io
import os
import random
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import lxml.etree

from benchmarks.tables import table
from benchmarks.texts import story
from storage.anchoring.anchors import make_anchor
from storage.annotation_import.projects.project_files import find_project, import_project
from storage.article_import.add_articles import add_articles
from storage.export.export import ExportOptions, write
from storage.export.interchange.formats import QDPX
from storage.export.selection import select_all
from storage.library import Library
from storage.models import Annotation, NewArticle, Target
from storage.open_library import open_library
from storage.tables.codebook_entry import CodebookEntry
from textreuse import split_sentences

ARTICLES, WORDS, ANNOTATIONS, TAGS = 300, 700, 10_000, 300
ROUNDS = 3
MOST = 3.0
"""Seconds that are good, out and in together."""


def run() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder, fill_study(Path(folder)) as library:
        path = Path(folder) / "study.qdpx"
        out, into, again, alone = [], [], [], []
        for number in range(ROUNDS):
            out.append(_time(partial(_export, library, path)))
            other = Path(folder) / f"other{number}.db"
            into.append(_time(partial(_import, other, path, ANNOTATIONS)))
            again.append(_time(partial(_import, other, path, 0)))
            alone.append(_time(partial(_lxml_alone, path)))
        size = path.stat().st_size / 1e6
    best = [min(one) for one in (out, into, again, alone)]
    rows = [
        ["out", f"{best[0]:.2f}", ""],
        ["into a library without the texts", f"{best[1]:.2f}", ""],
        ["into one that has all of it", f"{best[2]:.2f}", ""],
        ["out and in again", f"{best[0] + best[2]:.2f}", f"{MOST:.2f}"],
        ["XML and ZIP alone, out and in", f"{best[3]:.2f}", ""],
    ]
    print(f"{ARTICLES} articles, {ANNOTATIONS:,} annotations, {TAGS} tags: {size:.1f} MB")
    print(table(["seconds of CPU, best of three", "Copydesk", "at most"], rows))


def _time(job: Callable[[], object]) -> float:
    """Return the seconds of CPU that a job takes, those of the process that parses included."""
    began = sum(os.times()[:4])
    job()
    return sum(os.times()[:4]) - began


def _export(library: Library, path: Path) -> None:
    write(library, select_all(library), ExportOptions(QDPX, "benchmark"), str(path), force=True)


def _import(path: Path, file: Path, expected: int) -> None:
    project = find_project(str(file))
    assert project is not None
    with open_library(path) as library:
        came = import_project(library, project)
    assert came.annotations == expected
    assert came.annotations + came.known_annotations == ANNOTATIONS


def _lxml_alone(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = lxml.etree.fromstring(parts["project.qde"])
    parts["project.qde"] = lxml.etree.tostring(root, encoding="UTF-8", pretty_print=True)
    with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


@contextmanager
def fill_study(folder: Path) -> Iterator[Library]:
    """Make a library in a folder, with articles that two people have coded, and close it after."""
    chance = random.Random(1)
    with open_library(folder / "library.db") as library:
        texts = story(ARTICLES, WORDS, ARTICLES).texts
        drafts = [
            NewArticle(text, f"Text {number}", f"Outlet {number % 20}")
            for number, text in enumerate(texts)
        ]
        articles = [article for article, _ in add_articles(library, drafts)]
        library.stories.create("Study", [article.id for article in articles])
        tags = [f"theme {number % 20}/code {number}" for number in range(TAGS)]
        library.codebook.store([CodebookEntry(tag, "What it is for.") for tag in tags])
        places = [(one, split_sentences(one.text)) for one in articles]
        made = []
        for number in range(ANNOTATIONS):
            article, spans = chance.choice(places)
            target = Target(article.id, make_anchor(article.text, *chance.choice(spans)))
            moment = f"2026-03-05T10:{number // 600:02}:{number // 10 % 60:02}.{number % 10}00Z"
            made.append(
                Annotation(
                    f"{number:012x}",
                    (target,),
                    tuple(chance.sample(tags, chance.randrange(1, 3))),
                    f"Note {number}: is that so?" if number % 3 == 0 else "",
                    moment,
                    moment,
                    coder=chance.choice(("Anna", "Bob")),
                )
            )
        library.imported_annotations.store(made)
        yield library
