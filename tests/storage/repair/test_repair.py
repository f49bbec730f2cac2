from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.backup.backup import back_up
from storage.backup.backup_files import describe_counts, list_backups
from storage.database.connection import locate_log
from storage.errors import LibraryError
from storage.open_library import open_library
from storage.repair.check import check
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
    garbled_first_page,
    garbled_header,
    garbled_index,
    garbled_notes,
    garbled_schema,
    leave_log,
    library_with_backup,
    with_page,
    zeroed_page,
)
from tests.storage.desk import HONEY, OWL, add, annotate, asked, done, story
from tests.storage.test_open_library import file_mode


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a library with a backup and something newer."""
    path = tmp_path / "desk" / "library.db"
    library_with_backup(path)
    return path


def mended(path: Path, how: Damage) -> list[str]:
    """Damage a library and repair it; returns what was said."""
    contents = damage(path, how)

    said = list(repair(path))

    found = check(path)
    assert found.findings == ()
    assert f"The library has {describe_counts(found.articles, found.annotations)} now." in said
    (kept,) = path.parent.glob("library-damaged-*.db")
    assert kept.read_bytes() == contents
    assert said[-1] == f"The damaged file is kept as {kept}."
    return said


def notes(path: Path) -> dict[str, tuple[str, ...]]:
    with open_library(path) as library:
        return {one.note: one.tags for one in library.annotations.list_all()}


def texts(path: Path) -> set[str]:
    with open_library(path) as library:
        ids = [one.id for one in library.articles.list_all()]
        return {article.text for article in library.articles.get_all(ids)}


BOTH_NOTES = {OLD_NOTE: ("claim",), NEW_NOTE: ("number", "claim")}


class TestSalvage:
    @pytest.mark.parametrize("how", DAMAGES)
    def test_no_note_is_lost(self, path: Path, how: Damage) -> None:
        said = mended(path, how)

        assert notes(path) == BOTH_NOTES
        assert said[0].startswith("The backup of 20")
        assert OWL in texts(path)

    @pytest.mark.parametrize(
        "how",
        [
            *(garbled_header, garbled_schema, garbled_first_page),
            *(garbled_notes, garbled_index, garbled_articles),
        ],
    )
    def test_nothing_is_lost_where_no_text_was_hit(self, path: Path, how: Damage) -> None:
        before = texts(path)

        mended(path, how)

        assert texts(path) == before

    @pytest.mark.parametrize("how", [zeroed_page, cut_off])
    def test_articles_on_other_pages_are_saved(self, path: Path, how: Damage) -> None:
        mended(path, how)

        saved = texts(path) & {*NEWS}
        assert len(NEWS) // 2 < len(saved) < len(NEWS)

    @pytest.mark.parametrize("how", DAMAGES)
    def test_it_does_without_a_backup(self, tmp_path: Path, how: Damage) -> None:
        path = tmp_path / "desk" / "library.db"
        library_with_backup(path, without=True)

        said = mended(path, how)

        assert said[0] == "There was no sound backup; a new library was begun."
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

    @pytest.mark.parametrize("how", [zeroed_page, garbled_schema, garbled_articles, garbled_notes])
    @pytest.mark.parametrize("without", [False, True], ids=["backup", "no-backup"])
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

    def test_a_text_that_is_not_its_own_any_more_is_not_taken(self, path: Path) -> None:
        owl = HONEY.encode()

        def garbled_text(contents: bytes, of: Path) -> bytes:
            return zeroed_page(contents.replace(owl, owl.swapcase()), of)

        mended(path, garbled_text)

        assert HONEY.swapcase() not in texts(path)
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

        assert said[0] == "The log of unfinished writes was garbled; what was in it is lost."
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

        with pytest.raises(LibraryError, match="Nothing can be read in the damaged library"):
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

        assert "Only articles could be read in the damaged file." in said
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


class TestBackup:
    def test_a_sound_one_is_chosen_over_a_damaged_newer_one(self, path: Path) -> None:
        newer = back_up(path, "by-hand").path
        newer.write_bytes(newer.read_bytes()[:20_000])

        said = mended(path, garbled_first_page)

        assert "(2 articles, 1 note)" in said[0]
        assert notes(path) == BOTH_NOTES

    def test_the_newest_sound_one_is_taken(self, path: Path) -> None:
        back_up(path, "by-hand")

        said = mended(path, garbled_first_page)

        assert "(43 articles, 2 notes)" in said[0]

    def test_backups_are_left_as_they_are(self, path: Path) -> None:
        before = {one.path: one.path.read_bytes() for one in list_backups(path)}

        mended(path, zeroed_page)

        assert {one.path: one.path.read_bytes() for one in list_backups(path)} == before


class TestPlace:
    @pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
    def test_all_is_private(self, path: Path) -> None:
        mask = os.umask(0)
        try:
            mended(path, zeroed_page)
        finally:
            os.umask(mask)

        files = [one for one in path.parent.iterdir() if one.is_file()]
        assert {file_mode(one) for one in files} == {0o600}

    def test_nothing_else_is_left(self, path: Path) -> None:
        mended(path, zeroed_page)

        (kept,) = path.parent.glob("library-damaged-*.db")
        assert {one.name for one in path.parent.iterdir()} == {
            *("library.db", "library-backups", kept.name)
        }

    def test_the_repaired_library_can_be_written_to(self, path: Path) -> None:
        mended(path, zeroed_page)

        with open_library(path) as library:
            added = add(library, f"{OWL} {HONEY}", "Both")
            annotate(library, added, "belfry", "And this?")
        assert check(path).findings == ()
        assert set(notes(path)) == {*BOTH_NOTES, "And this?"}

    def test_a_link_stays_one(self, path: Path) -> None:
        link = path.parent.parent / "library.db"
        link.symlink_to(path)
        damage(path, zeroed_page)

        list(repair(link))

        assert link.is_symlink()
        assert notes(link) == BOTH_NOTES

    def test_a_file_that_another_program_keeps_open_is_left_with_its_log(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        leave_log(path)
        log = locate_log(path).read_bytes()
        contents = damage(path, zeroed_page)
        replace = Path.replace

        def refused(self: Path, target: Path) -> Path:
            if target == path:
                raise PermissionError(13, "The file is used by another process")
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", refused)
        with pytest.raises(LibraryError, match="used by another process"):
            list(repair(path))

        assert path.read_bytes() == contents
        assert locate_log(path).read_bytes() == log
        assert list(path.parent.glob("library-damaged-*")) == []

    def test_a_failure_leaves_the_damaged_library_where_it_was(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        contents = damage(path, zeroed_page)
        before = sorted(one.name for one in path.parent.iterdir())

        def full(_path: Path) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("storage.repair.repair.flush", full)
        with pytest.raises(LibraryError, match="no space left on device"):
            list(repair(path))

        assert path.read_bytes() == contents
        assert sorted(one.name for one in path.parent.iterdir()) == before


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        (
            "INSERT INTO article_words (article_words) VALUES ('delete-all')",
            "The index for full-text search article_words is not true to the texts.",
        ),
        (
            "INSERT INTO note_words (note_words) VALUES ('delete-all')",
            "The index for full-text search note_words is not true to the texts.",
        ),
        (
            "INSERT INTO article_signs (article_signs) VALUES ('delete-all')",
            "The index for full-text search article_signs is not true to the texts.",
        ),
        (
            "DELETE FROM annotation_number WHERE number = 1",
            "1 number of annotations is wrong.",
        ),
        (
            "DELETE FROM annotation_number WHERE number < 3",
            "2 numbers of annotations are wrong.",
        ),
        (
            "DELETE FROM fingerprint WHERE number = 1",
            "The fingerprints of 1 article are wrong.",
        ),
        (
            "INSERT INTO fingerprint VALUES (1, 4711)",
            "The fingerprints of 1 article are wrong.",
        ),
    ],
)
def test_what_is_computed_is_made_anew(path: Path, statement: str, finding: str) -> None:
    with open_library(path) as library:
        add(library, "新しい橋が完成した。", "橋")
    with closing(sqlite3.connect(path)) as connection:
        before = indexed(connection)
        connection.execute(statement)
        connection.commit()
    assert finding in check(path).findings

    said = list(repair(path))

    assert said[-1] == "The indexes were made anew."
    assert check(path).findings == ()
    with closing(sqlite3.connect(path)) as connection:
        assert indexed(connection) == before


def indexed(connection: sqlite3.Connection) -> list[int]:
    """Count what is found through each of the things that are computed."""
    questions = [
        "article_words WHERE article_words MATCH 'belfry OR honey'",
        "note_words WHERE note_words MATCH 'barn OR since'",
        "article_signs WHERE article_signs MATCH '新しい'",
        "annotation_number",
        "fingerprint",
        "fingerprinted",
    ]
    return [connection.execute(f"SELECT count(*) FROM {one}").fetchone()[0] for one in questions]


def test_fingerprints_that_are_still_to_be_made_are_no_error(path: Path) -> None:
    done(path, "DELETE FROM fingerprint", "DELETE FROM fingerprinted")

    assert check(path).findings == ()
