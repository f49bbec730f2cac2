"""The libraries of several coders come together."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from storage.annotation_import.library_import import import_library, is_library
from storage.coder import Coder
from storage.database.schema import migrations
from storage.errors import ExchangeError
from storage.open_library import open_library
from storage.tables.codebook_entry import CodebookEntry
from storage.tables.merged_codings import MergedCodings
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, add, annotate, done, story


def count(merged: MergedCodings) -> tuple[int, ...]:
    """Return how many annotations are new and known, tags, memos and marks, and what stays."""
    stored = merged.annotations
    return len(stored.added), len(stored.there), *merged[1:]


def test_what_another_coder_did_comes_in_once(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours.db", tmp_path / "theirs.db"
    with open_library(theirs) as other:
        made = story(other, OWL, MILL)
        owl, mill = made.articles
        bridge, honey = add(other, BRIDGE), add(other, HONEY)
        annotate(other, other.articles.get(owl), "barn owl", "mine", "bird")
        gone = annotate(other, other.articles.get(owl), "belfry", "gone")
        other.annotations.delete(gone.id)
        other.tags.set_on_article(owl, ["report"])
        other.coded_articles.mark([owl, bridge.id], is_coded=True)
        other.memos.write("article", mill, "a memo")
        other.memos.write("story", made.id, "of a story")
        genre = other.codebook.make("genre")
        other.codebook.define(genre, {"definition": "Theirs", "example": "A reply"})
        other.codebook.set_variable(genre, is_variable=True)
    with open_library(theirs, Coder("Zoe")) as other:
        other.memos.write("article", owl, "Zoe's")
    before = theirs.read_bytes()

    with open_library(ours, Coder("Anna")) as library:
        add(library, OWL)
        trashed = add(library, MILL)
        library.articles.delete(trashed.id)
        library.tags.set_on_article(owl, ["report"])
        library.memos.write("article", owl, "Anna's")
        library.codebook.define(library.codebook.make("genre"), {"definition": "Ours"})
        came = import_library(library, theirs, "Ben")

        assert came.coders == ("Ben", "Zoe")
        assert came.articles == 1
        assert count(came.merged) == (1, 0, 1, 1, 2, 0)
        assert [name for name, _ in came.left_out] == [
            "“The old paper mill”",
            "the memo on “Village news”",
        ]
        completed = CodebookEntry("genre", "Ours", example="A reply", is_variable=True)
        assert completed in library.codebook.list_entries()
        (note,) = library.annotations.list_all()
        assert (note.note, note.tags, note.coder) == ("mine", ("bird",), "Ben")
        assert {(one.tag, one.coder) for one in library.all_coders.find_tags([owl])} == {
            *(("report", "Anna"), ("report", "Ben"))
        }
        assert library.coded_articles.find_coders() == {owl: ("Ben",), bridge.id: ("Ben",)}
        assert honey.id not in {one.id for one in library.articles.list_all()}
        again = import_library(library, theirs, "Ben")
        assert count(again.merged) == (0, 1, 0, 0, 0, 0)
        library.undo_log.undo()
        assert library.annotations.list_all() == []
        assert library.coded_articles.find_coders() == {}
        library.undo_log.undo()
        assert CodebookEntry("genre", "Ours") in library.codebook.list_entries()
        with pytest.raises(ExchangeError):
            import_library(library, ours)
    assert theirs.read_bytes() == before


def test_a_library_of_an_earlier_version_stays_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.db"
    with monkeypatch.context() as version_11:
        version_11.setattr(migrations, "all", migrations.all[:11])
        open_library(path).close()
    before = path.read_bytes()

    with open_library(tmp_path / "ours.db") as library:
        assert import_library(library, path).merged.annotations.added == ()

    assert is_library(str(path))
    assert not is_library(str(tmp_path / "none.db"))
    assert path.read_bytes() == before
    assert not (tmp_path / "old-backups").exists()


def test_what_another_program_wrote_into_it_is_made_harmless(tmp_path: Path) -> None:
    path, name = tmp_path / "theirs.db", "'\x1b]0;gone\x07' || char(10) || 'Ben'"
    with open_library(path) as other:
        owl = add(other, OWL)
        annotate(other, owl, "barn owl", "mine", "bird")
        other.tags.set_on_article(owl.id, ["report"])
        other.coded_articles.mark([owl.id], is_coded=True)
        other.memos.write("article", owl.id, "a memo")
    done(
        path,
        f"UPDATE annotation SET coder = {name}, created = 'soon', updated = 'soon'",
        f"UPDATE article_tag SET coder = {name}",
        f"UPDATE coded_article SET coder = {name}, made = 'soon'",
        f"UPDATE article_memo SET coder = {name}, created = 'soon', updated = 'soon'",
        f"UPDATE tag SET name = {name} || 'bird' WHERE name = 'bird'",
        f"UPDATE tag SET description = {name}, colour = 'x' WHERE name = 'report'",
    )

    with open_library(tmp_path / "ours.db") as library:
        came = import_library(library, path)
        (note,) = library.annotations.list_all()
        (memo,) = library.memos.find("article", owl.id)
        (mark,) = library.coded_articles.list_marks()
        assert CodebookEntry("report", "]0;gone\nBen") in library.codebook.list_entries()

    assert came.coders == ("]0;gone Ben",)
    assert {note.coder, memo.coder, mark.coder} == set(came.coders)
    assert note.tags == ("]0;gone Benbird",)
    for time in (note.created, note.updated, memo.created, memo.updated, mark.made):
        assert datetime.fromisoformat(time)
