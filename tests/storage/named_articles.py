"""A library of articles that are known in every way, to see what is told of them."""

from __future__ import annotations

from pathlib import Path

from storage.coder import Coder
from storage.open_library import open_library
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, VAN, add, annotate

SIGN = "herald"
"""Stands in all that is to be hidden, and in no text."""


def make_named_library(path: Path) -> None:
    """Make it at `path`: two articles, partly coded by Anna, in a story called after one."""
    with open_library(path) as library:
        ids = [
            add(
                library,
                f"{text} {HONEY} {BRIDGE} {VAN} {PARADE}",
                f"Herald {number}",
                outlet="The Herald",
                author="Ada Herald",
                published=f"2026-03-0{number}",
                url=f"https://herald.example/{number}",
                path=f"/articles/herald-{number}.txt",
                citation_key=f"herald{number}",
                details='{"section": "Herald Sports"}',
            ).id
            for number, text in enumerate((OWL, MILL), 1)
        ]
        library.stories.create("Herald 2", ids)
        library.stories.create("Herald 1", ids[:1])
    with open_library(path, Coder("Anna")) as library:
        owl = library.articles.get(ids[0])
        annotate(library, owl, "barn owl", "Which one?", "bird")
        library.tags.set_on_article(owl.id, ["report"])
        library.memos.write("article", owl.id, "a memo")
        library.coded_articles.mark([owl.id], is_coded=True)
