from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from storage.backup.backup_files import describe_damage
from storage.backup.inspect_file import has_traces, inspect_file
from storage.database.connection import locate_log
from storage.errors import DamagedError, LibraryError
from storage.flushing import flush_file
from storage.open_library import open_library
from tests.storage.damage import (
    DAMAGES,
    OLD_NOTE,
    Damage,
    damage,
    garbled_first_page,
    library_with_backup,
)
from tests.storage.desk import OWL, add, asked, done


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a library with a backup and something newer."""
    path = tmp_path / "desk" / "library.db"
    library_with_backup(path)
    return path


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def without_tables(folder: Path) -> bytes:
    """Return what is left of a young library whose log was removed."""
    done(folder / "young.db", "PRAGMA journal_mode = WAL")
    return (folder / "young.db").read_bytes()


class TestDamage:
    @pytest.mark.parametrize("how", DAMAGES)
    def test_it_is_recognised_and_nothing_is_written(self, path: Path, how: Damage) -> None:
        damage(path, how)
        before = files(path.parent)

        with pytest.raises(DamagedError, match=r"The library \S+ is damaged") as refused:
            open_library(path)

        assert refused.value.path == path
        assert files(path.parent) == before

    @pytest.mark.parametrize("how", DAMAGES)
    def test_what_can_be_done_is_told(self, path: Path, how: Damage) -> None:
        damage(path, how)

        with pytest.raises(DamagedError) as refused:
            open_library(path)

        said = describe_damage(refused.value.path)
        assert "The newest intact backup is from 20" in said
        assert "(2 articles, 1 note)" in said
        assert f"`copydesk check --repair --library {path}`" in said

    def test_a_library_of_which_nothing_is_left_is_known_by_its_backup(self, path: Path) -> None:
        path.write_bytes(bytes(path.stat().st_size))
        assert not has_traces(path)

        with pytest.raises(DamagedError):
            open_library(path)

    def test_without_a_backup_that_is_told_too(self, tmp_path: Path) -> None:
        path = tmp_path / "library.db"
        library_with_backup(path, without=True)
        damage(path, garbled_first_page)

        with pytest.raises(DamagedError) as refused:
            open_library(path)

        assert "There is no intact backup; `copydesk check" in describe_damage(refused.value.path)

    def test_a_log_that_is_garbled(self, path: Path) -> None:
        locate_log(path).write_bytes(b"\xa5" * 8192)
        before = files(path.parent)

        with pytest.raises(DamagedError):
            open_library(path)

        assert files(path.parent) == before

    @pytest.mark.parametrize("left", [b"", b"\0" * 8192, b"\x37\x7f"])
    def test_a_log_of_which_nothing_was_saved_is_none(self, path: Path, left: bytes) -> None:
        locate_log(path).write_bytes(left)

        with open_library(path) as library:
            assert OLD_NOTE in {one.note for one in library.annotations.list_all()}

    def test_a_large_file_is_checked_whole_only_when_asked(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("storage.backup.inspect_file._SMALL", 0)
        damage(path, DAMAGES[1])

        assert inspect_file(path).damage is None
        assert inspect_file(path, fully=True).damage is not None

    def test_the_end_of_a_large_file_is_missed_at_once(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("storage.backup.inspect_file._SMALL", 0)
        damage(path, DAMAGES[0])

        assert inspect_file(path).damage == "its end is missing"

    def test_a_file_of_the_users_is_not_taken_for_a_library(self, path: Path) -> None:
        letter = path.parent / "letter.txt"
        letter.write_text("Dear owl,\n")

        with pytest.raises(LibraryError, match="is not a Copydesk library") as refused:
            open_library(letter)

        assert not isinstance(refused.value, DamagedError)

    def test_a_database_of_another_program_is_not_taken_for_a_library(self, tmp_path: Path) -> None:
        path = tmp_path / "recipes.db"
        done(path, "CREATE TABLE recipe (name TEXT)", "INSERT INTO recipe VALUES ('Honey cake')")
        path.write_bytes(path.read_bytes()[:5000])

        with pytest.raises(LibraryError, match="it is damaged or not a library") as refused:
            open_library(path)

        assert not isinstance(refused.value, DamagedError)


@pytest.mark.parametrize("place", [0, 100, 2**20 - 5, 2**20, 3 * 2**20 + 1])
def test_traces_of_a_library_are_found_wherever_they_are_left(tmp_path: Path, place: int) -> None:
    path = tmp_path / "remains.db"
    path.write_bytes(b"\xa5" * place + b"copydesk0001_articles" + b"\xa5" * 2**20)
    assert has_traces(path)

    path.write_bytes(b"\xa5" * place + b"copydesk0002_articles" + b"\xa5" * 2**20)
    assert not has_traces(path)


def test_an_empty_file_is_made_a_library(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(b"")

    with open_library(path) as library:
        assert library.articles.list_all() == []


@pytest.mark.parametrize("left", ["nothing", "no tables"])
def test_a_library_that_has_lost_all_it_held_is_not_begun_anew(path: Path, left: str) -> None:
    path.write_bytes(b"" if left == "nothing" else without_tables(path.parent))
    before = files(path.parent)

    with pytest.raises(DamagedError) as refused:
        open_library(path)

    assert "The newest intact backup is from 20" in describe_damage(refused.value.path)
    assert files(path.parent) == before


def test_a_library_that_was_moved_away_is_begun_anew(path: Path) -> None:
    path.rename(path.with_name("old.db"))

    with open_library(path) as library:
        assert library.articles.list_all() == []


def test_a_library_that_is_written_to_all_the_time_is_not_taken_for_damaged(path: Path) -> None:
    ended = threading.Event()

    def write() -> None:
        number = 0
        while not ended.is_set():
            with open_library(path) as library:  # closing it brings the log into the file
                add(library, f"{number}. {OWL}\n" * 200)
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        found = {inspect_file(path).damage for _ in range(100)}
    finally:
        ended.set()
        writer.join()

    assert found == {None}


def test_a_backup_that_was_put_in_place_by_hand_becomes_a_library_that_two_can_use(
    path: Path,
) -> None:
    (backup,) = path.with_name("library-backups").glob("*.db")
    path.write_bytes(backup.read_bytes())
    flush_file(path)
    assert asked(path, "PRAGMA journal_mode") == [("delete",)]

    with open_library(path) as library:
        assert [one.note for one in library.annotations.list_all()] == [OLD_NOTE]

    assert asked(path, "PRAGMA journal_mode") == [("wal",)]


def test_what_sqlite_itself_cannot_read_is_damaged(path: Path) -> None:
    damage(path, DAMAGES[3])

    with pytest.raises(sqlite3.DatabaseError):
        asked(path, "SELECT * FROM article")
