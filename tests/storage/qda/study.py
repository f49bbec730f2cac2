"""A library that two people code in: notes, tags, copies, memos, variables."""

from __future__ import annotations

from pathlib import Path

from storage.coder import Coder
from storage.models import Story, Target
from storage.open_library import open_library
from storage.tables.codebook_entry import CodebookEntry
from tests.storage.desk import HONEY, MILL, OWL, add, target

FIRST = f"😀 {OWL}\n\n“{MILL}”\tCafe\u0301 中文 \x1b[31m"
SECOND = f"{HONEY}\n\n{OWL}"
CODEBOOK = (
    CodebookEntry("claim", "What is said.", "by a person", colour="red"),
    CodebookEntry("claim/disputed"),
    CodebookEntry("figure/disputed"),
    CodebookEntry("genre", is_variable=True),
    CodebookEntry("genre/report"),
    CodebookEntry("genre/comment"),
    CodebookEntry("unused", example="None yet."),
)


def fill(path: Path) -> Story:
    """Let Anna and Bob code a story in a library, and return it."""
    with open_library(path, Coder("Anna")) as library:
        library.codebook.store(CODEBOOK)
        first = add(
            library,
            FIRST,
            "Owls & “mills”",
            outlet="Gazette <x>",
            author="A. Writer",
            published="2026-03-05T10:30:00Z",
            url="https://gazette.example/owl?a=1&b=2",
        )
        second = add(library, SECOND, "Owls again", published="2026-03-06")
        story = library.stories.create("Owls", [second.id, first.id])
        both: list[Target] = [target(first, "barn owl"), target(second, "barn owl")]
        library.annotations.create(both, "Which\r\none?", ["claim/disputed", "figure/disputed"])
        library.annotations.create([target(first, "Cafe\u0301 中文")])
        library.annotations.create([target(second, "honey")], "No tag.")
        library.tags.set_on_article(first.id, ["genre/report", "later"])
        library.memos.write("article", first.id, "Odd,\n\nall of it.")
    with open_library(path, Coder("Bob")) as library:
        library.annotations.create([target(first, "barn owl")], "", ["claim"])
        library.tags.set_on_article(first.id, ["genre/comment", "later"])
        library.memos.write("article", first.id, "Not odd.")
        library.memos.write("story", story.id, "A good one.")
    return story
