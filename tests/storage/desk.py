"""Sentences for the tests, and articles, stories and annotations made in one line."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from storage.anchoring.anchors import find_occurrences, make_anchor
from storage.comparing import ComparedStory, compare_story
from storage.discovery.story_names import propose_story
from storage.library import Library
from storage.models import Anchor, Annotation, Article, NewArticle, Story, Target
from tests.budget import examples
from textreuse import PARAPHRASE, Settings, split_words

OWL = "A barn owl has moved into the belfry and keeps the whole choir awake."
MILL = "The old paper mill will reopen in spring as a school for clockmakers."
PARADE = "Four hundred children marched behind a brass band on Saturday morning."
BRIDGE = "Engineers closed the iron bridge after a lorry shed its load of bricks."
HONEY = "Beekeepers expect the smallest honey harvest since records began."
VAN = "The mobile library now visits eleven villages every second Thursday."
CHOIR = "As it has been for the last years, the choir sings outside."
DROUGHT = "The mill, as it has been for the last summers, stood empty."
WEAKLY = (
    f"{OWL}\n\n{CHOIR}\n\n{HONEY} {BRIDGE}",
    f"{PARADE}\n\n{OWL}",
    f"{DROUGHT} {MILL} {VAN}\n\n{PARADE}",
)
"""Three texts: the first two share the owl, the last two the parade, and between the first and the
last seven common words are a weak match."""

not_as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)


quickly = examples(25)
thoroughly = examples(50)


def draft(text: str, title: str = "", **known: str) -> NewArticle:
    """Make a draft that is called after its first words where no title is given."""
    return NewArticle(text, title or " ".join(text.split()[:4]), **known)


def add(library: Library, text: str, title: str = "", **known: str) -> Article:
    return library.articles.add(draft(text, title, **known))[0]


def story(library: Library, *texts: str, name: str = "Village news") -> Story:
    """Make a story of these texts; their outlets are Outlet A, Outlet B and so on."""
    articles = [
        add(library, text, outlet=f"Outlet {chr(ord('A') + index)}")
        for index, text in enumerate(texts)
    ]
    return library.stories.create(name, [article.id for article in articles])


def kept_story(library: Library, articles: Sequence[Article]) -> Story:
    """Return the story of exactly these articles; where there is none, it is made."""
    return library.stories.keep(propose_story(library, [one.id for one in articles]))


def unstored(number: int, text: str, published: str | None = None) -> Article:
    """Make an article as a library has it, in none."""
    return Article(
        id=str(number),
        text=text,
        title=f"Text {number}",
        outlet="",
        author=None,
        published=published,
        url=None,
        path=None,
        words=len(split_words(text)),
        added="",
    )


def compared(*texts: str, sensitivity: int = PARAPHRASE) -> ComparedStory:
    """Compare a story of these texts, which no library has."""
    articles = [unstored(number, text) for number, text in enumerate(texts)]
    return compare_story(articles, Settings(sensitivity=sensitivity))


def target(article: Article, quote: str, nth: int = 1) -> Target:
    start = find_occurrences(quote, article.text)[nth - 1]
    return Target(article.id, make_anchor(article.text, start, start + len(quote)))


def lost_target(article: Article, quote: str) -> Target:
    """Make a target whose quote, as long as it is, does not stand in the article."""
    return Target(article.id, Anchor(0, len(quote), quote, "", ""))


def annotate(
    library: Library, article: Article, quote: str, note: str = "", *tags: str
) -> Annotation:
    return library.annotations.create([target(article, quote)], note, tags)


def asked(path: Path, question: str) -> list[tuple[Any, ...]]:
    """Ask a library something behind its back."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()


def done(path: Path, *statements: str) -> None:
    """Change a database behind its back."""
    connection = sqlite3.connect(path)
    try:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    finally:
        connection.close()


def notes(library: Library) -> list[str]:
    return [annotation.note for annotation in library.annotations.list_all()]
