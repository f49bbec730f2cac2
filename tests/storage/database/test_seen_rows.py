"""What a coder sees of what others coded."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import storage
from storage.coder import Coder
from storage.database.seen_rows import SEEN_TABLES
from storage.errors import ConflictError
from storage.export.export import ExportOptions, render
from storage.export.formats import FORMATS
from storage.export.selection import select_story
from storage.library import Library
from storage.open_library import open_library
from tests.storage.desk import MILL, OWL, add, annotate, story

ANNA = Coder("Anna")
BEN = Coder("Ben O'Hara", is_blind=True)

_WITHOUT_SIGHT = {
    "database/coding_tables.py": "it makes the tables",
    "database/first_tables.py": "it makes the tables",
    "database/schema.py": "it makes the tables",
    "database/search_tables.py": "triggers index every note",
    "database/undo_log.py": "the oldest steps go, whoever made them",
    "backup/library_copy.py": "a backup holds all",
    "tables/imported_annotations.py": "an id is taken whoever took it",
    "tables/merged_codings.py": "what another coder has here is not to come twice",
}
"""The modules that read what is signed behind the views, and why."""
_READ = re.compile(rf"\b(?:FROM|JOIN)\s+\"?({'|'.join(SEEN_TABLES)})\b(?!\.)", re.IGNORECASE)
_ROOT = Path(storage.__file__).parent


def _list_sql(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_what_is_signed_is_read_through_the_views_alone() -> None:
    reading = {
        f"{path.relative_to(_ROOT).as_posix()}"
        for path in _ROOT.rglob("*.py")
        for sql in _list_sql(path)
        if _READ.search(sql) and not path.is_relative_to(_ROOT / "repair")  # whoever made them
    }

    assert reading - _WITHOUT_SIGHT.keys() == set()


@pytest.fixture
def two_coders(tmp_path: Path) -> Path:
    """A library in which Anna coded and Ben did not look."""
    path = tmp_path / "library.db"
    with open_library(path, ANNA) as library:
        made = story(library, OWL, MILL)
        owl = library.articles.get(made.articles[0])
        annotate(library, owl, "barn owl", "a bird of Anna's", "bird")
        gone = annotate(library, owl, "belfry", "was wrong")
        library.annotations.delete(gone.id)
        library.tags.set_on_article(owl.id, ["eyewitness"])
        library.note_drafts.keep(library.note_drafts.begin(made.id, None, (), "half a thought"))
    with open_library(path, BEN) as library:
        mill = add(library, MILL)
        annotate(library, mill, "paper mill", "a mill of Ben's", "place")
        library.tags.set_on_article(mill.id, ["comment"])
    return path


def _tell_all(library: Library) -> dict[str, object]:
    """Return all that a library tells of what was coded in it, but for ids and times."""
    (listed,) = library.stories.list_all()
    told: dict[str, object] = {
        "articles": [(one.title, one.tags, one.annotations) for one in library.articles.list_all()],
        "stories": listed.annotations,
        "annotations": [(one.note, one.tags, one.coder) for one in library.annotations.list_all()],
        "tags": [one[1:] for one in library.tags.list_all()],
        "article tags": library.tags.find_on_articles(listed.articles),
        "trash": [one[:1] + one[2:4] for one in library.trash.list_all()],
        "drafts": [one.note for one in library.note_drafts.find_left(listed.id, alive=True)],
    }
    for words in (
        "bird",
        "mill",
        "eyewitness",
        "comment",
        "thought",
        "wrong",
        "tag:bird",
        "tag:eyewitness",
    ):
        told[words] = [(one.title, one.kind) for one in library.search.find(words)]
    selection = select_story(library, library.stories.get(listed.id))
    for one in FORMATS:
        if one.name != "sqlite":
            told[one.name] = str(render(library, selection, ExportOptions(one)))
    return told


def test_a_blind_coder_sees_nothing_of_others(two_coders: Path) -> None:
    with open_library(two_coders, BEN) as library:
        told = _tell_all(library)

    for name, one in told.items():
        for word in ("bird", "Anna", "eyewitness", "wrong", "thought"):
            assert word not in str(one), name
    assert told["annotations"] == [("a mill of Ben's", ("place",), BEN.name)]
    assert told["mill"] == [("The old paper mill", "note"), ("The old paper mill", "text")]
    with open_library(two_coders, ANNA) as library:
        told = _tell_all(library)
        notes = [one.note for one in library.annotations.list_all()]
    assert notes == ["a bird of Anna's", "a mill of Ben's"]
    assert told["tag:eyewitness"]
    assert told["drafts"] == ["half a thought"]


def test_a_blind_coder_leaves_alone_what_others_did(two_coders: Path) -> None:
    with open_library(two_coders, BEN) as library:
        owl = library.articles.find("A barn owl has")
        library.tags.set_on_article(owl.id, ["portrait"])
        library.tags.set_on_article(owl.id, [])
        while library.undo_log.undo():
            pass
        assert library.annotations.list_all() == []
        library.tags.set_on_article(owl.id, ["place"])
        place = library.tags.get_or_create("place")
        with pytest.raises(ConflictError, match="code blind"):
            library.tags.delete(place)
        with pytest.raises(ConflictError, match="code blind"):
            library.tags.rename(place, "bird")
        with pytest.raises(ConflictError, match="code blind"):
            library.tags.merge(place, place)

    with open_library(two_coders, ANNA) as library:
        assert library.tags.find_on_articles([owl.id]) == {owl.id: ("eyewitness", "place")}
        assert [one.note for one in library.annotations.list_all()] == ["a bird of Anna's"]
        assert library.undo_log.undo() == "article tags changed"
