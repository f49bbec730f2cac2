from __future__ import annotations

from pathlib import Path

import pytest

from storage.database.connection import locate_log
from storage.errors import LibraryError
from storage.open_library import open_library
from storage.repair.repair import repair
from tests.storage.damage import (
    DAMAGES,
    NEW_NOTE,
    NEWS,
    OLD_NOTE,
    PAGE,
    Damage,
    as_version_5,
    cut_off,
    damage,
    garbled_articles,
    garbled_notes,
    garbled_schema,
    leave_log,
    library_with_backup,
    with_page,
    zeroed_page,
)
from tests.storage.desk import HONEY, OWL, add, annotate, asked, done, story
from tests.storage.repair.mending import BOTH_NOTES, mended, notes, texts


class TestSalvage:
    @pytest.mark.parametrize("how", DAMAGES)
    def test_no_note_is_lost_and_no_text_that_was_not_hit(self, path: Path, how: Damage) -> None:
        before = texts(path)

        said = mended(path, how)

        assert notes(path) == BOTH_NOTES
        assert said[0].startswith("The backup from 20")
        saved = texts(path)
        if how in (zeroed_page, cut_off):  # which hit texts
            assert OWL in saved
            assert len(NEWS) // 2 < len(saved & {*NEWS}) < len(NEWS)
        else:
            assert saved == before

    @pytest.mark.parametrize("how", DAMAGES)
    def test_it_does_without_a_backup(self, tmp_path: Path, how: Damage) -> None:
        path = tmp_path / "desk" / "library.db"
        library_with_backup(path, without=True)

        said = mended(path, how)

        assert said[0] == "There was no intact backup; a new library was started."
        assert notes(path) == BOTH_NOTES

    def test_what_was_changed_since_the_backup_is_as_it_was_last(self, path: Path) -> None:
        with open_library(path) as library:
            first = next(one for one in library.annotations.list_all() if one.note == OLD_NOTE)
            library.annotations.set_note(first.id, "That barn.")
            library.annotations.set_tags(first.id, ["fact"])
            claim = next(tag for tag in library.tags.list_all() if tag.name == "claim")
            library.tags.rename(claim.id, "assertion")
            made = story(library, OWL, HONEY, name="Owls")

        mended(path, zeroed_page)

        assert notes(path) == {"That barn.": ("fact",), NEW_NOTE: ("number", "assertion")}
        with open_library(path) as library:
            assert library.stories.get(made.id) == made

    @pytest.mark.parametrize(
        ("how", "without"),
        [
            *((garbled_schema, False), (garbled_notes, False)),
            *((zeroed_page, True), (garbled_articles, True)),
        ],
    )
    def test_a_library_that_calls_outlets_sources_is_saved_with_them(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: Damage, without: bool
    ) -> None:
        path = tmp_path / "desk" / "library.db"
        library_with_backup(path, without=without)
        with open_library(path) as library:
            honey = library.articles.find("Honey").id
            library.articles.edit(honey, {"outlet": "The Gazette"})
            library.articles.edit(honey, {"outlet": "The Coast"})
        as_version_5(path, monkeypatch)

        mended(path, how)

        assert notes(path) == BOTH_NOTES
        with open_library(path) as library:
            assert library.articles.get(honey).outlet == "The Coast"
            assert [one.article for one in library.search.find("coast")] == [honey]
            assert library.undo_log.undo() == "article edited"
            assert library.articles.get(honey).outlet == "The Gazette"

    def test_what_was_deleted_since_stays_deleted(self, path: Path) -> None:
        with open_library(path) as library:
            for annotation in library.annotations.list_all():
                library.annotations.delete(annotation.id)

        mended(path, zeroed_page)

        assert notes(path) == {}

    def test_tags_whose_numbers_were_given_anew_are_told_by_their_names(self, path: Path) -> None:
        done(
            path,
            "UPDATE tag SET id = 50 WHERE key = 'claim'",
            "UPDATE annotation_tag SET tag = 50 WHERE tag = 1",
            "UPDATE tag SET id = 1 WHERE key = 'number'",
            "UPDATE annotation_tag SET tag = 1 WHERE tag = 2",
        )

        mended(path, zeroed_page)

        assert notes(path) == BOTH_NOTES

    @pytest.mark.parametrize(("text", "kept"), [(OWL, OWL), (HONEY, HONEY.swapcase())])
    def test_a_text_that_is_not_its_own_any_more_is_taken_where_there_is_no_better(
        self, path: Path, text: str, kept: str
    ) -> None:
        stored = text.encode()

        def garbled_text(contents: bytes, of: Path) -> bytes:
            return zeroed_page(contents.replace(stored, stored.swapcase()), of)

        mended(path, garbled_text)

        assert texts(path) & {text, text.swapcase()} == {kept}
        assert notes(path) == BOTH_NOTES

    def test_what_stands_in_the_log_is_saved_too(self, path: Path) -> None:
        leave_log(path)
        assert locate_log(path).stat().st_size

        mended(path, garbled_notes)

        assert asked(path, "SELECT author FROM article WHERE title = 'Owl'") == [("Anna",)]
        (kept,) = path.parent.glob("library-damaged-*.db")
        assert locate_log(kept).exists()
        assert not locate_log(path).exists()

    def test_a_garbled_log_alone_costs_only_what_was_in_it(self, path: Path) -> None:
        before = texts(path)
        locate_log(path).write_bytes(b"\xa5" * 8192)

        said = mended(path, lambda contents, _path: contents)

        assert said[0] == "The log of unfinished writes was garbled; its contents are lost."
        assert texts(path) == before
        assert notes(path) == BOTH_NOTES

    @pytest.mark.parametrize("text", [OWL, f"{OWL}\n" * 400], ids=["short", "long"])
    def test_notes_are_saved_where_some_tables_began_in_what_is_missing(
        self, tmp_path: Path, text: str
    ) -> None:
        path = tmp_path / "desk" / "library.db"
        with open_library(path) as library:
            annotate(library, add(library, text), "barn owl", OLD_NOTE, "claim")

        mended(path, lambda contents, _path: contents[: 50 * PAGE + 100])

        assert notes(path) == {OLD_NOTE: ("claim",)}

    def test_where_nothing_can_be_read_and_there_is_no_backup_all_stays(
        self, tmp_path: Path
    ) -> None:
        path = tmp_path / "library.db"
        library_with_backup(path, without=True)
        contents = damage(path, lambda contents, _: contents[:100] + b"\xa5" * len(contents[100:]))

        with pytest.raises(LibraryError, match="Nothing can be read from the damaged library"):
            list(repair(path))

        assert path.read_bytes() == contents
        assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["library.db"]

    def test_articles_are_found_where_no_table_can_be(self, tmp_path: Path) -> None:
        path = tmp_path / "desk" / "library.db"
        library_with_backup(path, without=True)

        def no_beginnings(contents: bytes, of: Path) -> bytes:
            for (page,) in asked(of, "SELECT rootpage FROM sqlite_schema WHERE rootpage > 1"):
                contents = with_page(contents, page, b"\xa5")
            return garbled_schema(contents, of)

        said = mended(path, no_beginnings)

        assert "Only articles could be read from the damaged file." in said
        assert len(texts(path) & {*NEWS}) > len(NEWS) // 2

    def test_an_emptied_library_is_its_newest_backup(self, path: Path) -> None:
        mended(path, lambda _contents, _path: b"")

        assert notes(path) == {OLD_NOTE: ("claim",)}

    def test_so_is_one_whose_tables_were_all_in_a_log_that_is_gone(
        self, path: Path, tmp_path: Path
    ) -> None:
        done(tmp_path / "young.db", "PRAGMA journal_mode = WAL")
        left = (tmp_path / "young.db").read_bytes()
        assert left

        mended(path, lambda _contents, _path: left)

        assert notes(path) == {OLD_NOTE: ("claim",)}
