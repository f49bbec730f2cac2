from __future__ import annotations

import os
from pathlib import Path

import pytest

from storage.backup.backup import back_up
from storage.backup.backup_files import list_backups, locate_folder
from storage.errors import CopydeskError, DamagedError, LibraryError
from storage.open_library import open_library
from tests.storage.damage import damage, garbled_articles
from tests.storage.database.test_transactions import writer
from tests.storage.desk import MILL, add, annotate, asked, done, not_as_root
from tests.storage.library_files import file_mode

on_posix = pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")


def notes(path: Path) -> list[str]:
    return [note for (note,) in asked(path, "SELECT note FROM annotation")]


class TestBackUp:
    def test_it_goes_into_a_folder_beside_the_library(self, path: Path) -> None:
        made = back_up(path, "by-hand")

        assert made.path.parent == path.with_name("library-backups")
        assert (made.articles, made.annotations) == (1, 1)
        assert made.size == made.path.stat().st_size
        assert notes(made.path) == ["Which barn?"]
        assert [one.path for one in list_backups(path)] == [made.path]

    @on_posix
    def test_it_is_private(self, path: Path, tmp_path: Path) -> None:
        mask = os.umask(0)
        try:
            made = [back_up(path, "by-hand"), back_up(path, "by-hand", str(tmp_path / "new" / "x"))]
        finally:
            os.umask(mask)

        for one in made:
            assert file_mode(one.path.parent) == 0o700
            assert {file_mode(file) for file in one.path.parent.iterdir()} == {0o600}

    def test_it_is_one_file_that_is_sound_and_a_library(self, path: Path) -> None:
        made = back_up(path, "by-hand", f"{path.parent}/copy.db")

        assert sorted(one.name for one in path.parent.iterdir() if one.is_file()) == [
            *("copy.db", "library.db")
        ]
        assert asked(made.path, "PRAGMA integrity_check") == [("ok",)]
        with open_library(made.path) as library:
            assert [article.title for article in library.articles.list_all()] == ["Owl"]

    def test_a_folder_takes_it_under_a_name_with_the_time(self, path: Path, home: Path) -> None:
        folder = path.parent / "elsewhere"
        folder.mkdir()

        assert back_up(path, "by-hand", str(folder)).path.parent == folder
        assert back_up(path, "by-hand", f"{folder}/new/").path.parent == folder / "new"
        assert back_up(path, "by-hand", "~/copy.db").path == home / "copy.db"
        assert back_up(path, "by-hand", str(folder)).path.match("library-20*Z.db")

    def test_another_backup_is_replaced(self, path: Path) -> None:
        target = path.with_name("copy.db")
        back_up(path, "by-hand", str(target))
        done(path, "UPDATE annotation SET note = 'That one.'")

        back_up(path, "by-hand", str(target))

        assert notes(target) == ["That one."]

    @pytest.mark.parametrize("content", [b"", b"Dear owl,\n", b"SQLite format 3\0" + b"x" * 200])
    def test_what_is_no_backup_is_never_replaced(self, path: Path, content: bytes) -> None:
        target = path.with_name("letter.txt")
        target.write_bytes(content)

        with pytest.raises(LibraryError, match=r"letter\.txt exists and is not a backup"):
            back_up(path, "by-hand", str(target))

        assert target.read_bytes() == content

    def test_nor_is_a_library_that_is_used_nor_the_library_itself(self, path: Path) -> None:
        other = path.with_name("other.db")
        with open_library(other) as library:
            add(library, MILL)

        for target, why in ((path, "is the library itself"), (other, "is not a backup")):
            before = target.read_bytes()
            with pytest.raises(CopydeskError, match=why):
                back_up(path, "by-hand", str(target))
            assert target.read_bytes() == before

    def test_nor_is_a_database_of_another_program(self, path: Path) -> None:
        target = path.with_name("recipes.db")
        done(target, "CREATE TABLE recipe (name TEXT)")

        with pytest.raises(LibraryError, match="is not a backup"):
            back_up(path, "by-hand", str(target))

    def test_of_a_damaged_library_there_is_none(self, path: Path) -> None:
        damage(path, garbled_articles)

        with pytest.raises(DamagedError, match="is damaged"):
            back_up(path, "by-hand", f"{path.parent}/copy.db")

        assert [one for one in path.parent.iterdir() if one.is_file()] == [path]

    def test_without_a_library_there_is_nothing_to_copy(self, tmp_path: Path) -> None:
        with pytest.raises(LibraryError, match="There is no library at"):
            back_up(tmp_path / "library.db", "by-hand")

        assert not (tmp_path / "library.db").exists()

    @pytest.mark.parametrize("name", ["library.db/x/copy.db", "~nobody-of-that-name/x", "o" * 300])
    def test_a_place_that_cannot_be_is_told(self, path: Path, name: str) -> None:
        place = name if name.startswith("~") else f"{path.parent}/{name}"

        with pytest.raises(LibraryError, match="Cannot write"):
            back_up(path, "by-hand", place)

    @not_as_root
    def test_a_folder_without_permission_is_told(self, path: Path, tmp_path: Path) -> None:
        (tmp_path / "closed").mkdir(mode=0o500)

        with pytest.raises(LibraryError, match="permission denied"):
            back_up(path, "by-hand", f"{tmp_path}/closed/copy.db")

    def test_a_copy_that_fails_leaves_nothing(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(_path: Path) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("storage.backup.library_copy.flush_file", full)
        with pytest.raises(LibraryError, match="no space left on device"):
            back_up(path, "by-hand")

        assert [one.name for one in locate_folder(path).iterdir()] == [".lock"]

    def test_it_is_whole_while_another_program_writes(self, path: Path) -> None:
        with writer(path, "writer", "for ever") as process:
            assert process.stdout is not None
            try:
                for _ in range(5):
                    told = process.stdout.readline().strip()
                    made = back_up(path, "by-hand")
                    assert asked(made.path, "PRAGMA integrity_check") == [("ok",)]
                    assert asked(made.path, "PRAGMA foreign_key_check") == []
                    stored = {one for (one,) in asked(made.path, "SELECT id FROM annotation")}
                    assert told in stored
            finally:
                process.kill()

    def test_it_has_what_stands_in_the_log_alone(self, path: Path) -> None:
        with open_library(path) as library:
            annotate(library, library.articles.find("Owl"), "choir", "All of it?")
            made = back_up(path, "by-hand")

        assert sorted(notes(made.path)) == ["All of it?", "Which barn?"]
