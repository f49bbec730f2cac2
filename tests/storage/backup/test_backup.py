from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.backup import backup
from storage.backup.backup import KEPT, back_up, back_up_daily
from storage.backup.backup_files import (
    describe_damage,
    find_newest_sound,
    list_backups,
    locate_folder,
)
from storage.backup.inspect_file import inspect_file
from storage.errors import DamagedError, LibraryError
from storage.open_library import open_library
from tests.storage.damage import damage, garbled_articles, zeroed_page
from tests.storage.database.test_transactions import writer
from tests.storage.desk import MILL, OWL, add, annotate, asked, done, not_as_root
from tests.storage.test_open_library import file_mode

on_posix = pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a library with a note."""
    path = tmp_path / "library.db"
    with open_library(path) as library:
        annotate(library, add(library, OWL, "Owl"), "barn owl", "Which barn?")
    return path


def put(library: Path, days_ago: float, occasion: str = "daily") -> Path:
    """Put a backup into the folder, as if it had been made then."""
    made = back_up(library, "by-hand").path
    then = (datetime.now(UTC) - timedelta(days=days_ago)).strftime("%Y-%m-%dT%H%M%S%fZ")
    return made.rename(made.with_name(f"{then}-{occasion}.db"))


def kept(library: Path) -> set[Path]:
    return {backup.path for backup in list_backups(library)}


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

        with pytest.raises(LibraryError, match=r"letter\.txt is there and is no backup"):
            back_up(path, "by-hand", str(target))

        assert target.read_bytes() == content

    def test_nor_is_a_library_that_is_used_nor_the_library_itself(self, path: Path) -> None:
        other = path.with_name("other.db")
        with open_library(other) as library:
            add(library, MILL)

        for target in (path, other):
            before = target.read_bytes()
            with pytest.raises(LibraryError, match="is no backup"):
                back_up(path, "by-hand", str(target))
            assert target.read_bytes() == before

    def test_nor_is_a_database_of_another_program(self, path: Path) -> None:
        target = path.with_name("recipes.db")
        done(target, "CREATE TABLE recipe (name TEXT)")

        with pytest.raises(LibraryError, match="is no backup"):
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

        monkeypatch.setattr("storage.backup.library_copy.flush", full)
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


class TestDaily:
    def test_there_is_one_a_day(self, path: Path) -> None:
        made = back_up_daily(path)

        assert made is not None
        assert made.path.stem.startswith(f"{datetime.now(UTC):%Y-%m-%d}T")
        assert back_up_daily(path) is None
        assert len(list_backups(path)) == 1

    def test_the_next_day_there_is_another(self, path: Path) -> None:
        put(path, 1)

        assert back_up_daily(path) is not None
        assert len(list_backups(path)) == 2

    def test_a_library_without_articles_needs_none(self, tmp_path: Path) -> None:
        path = tmp_path / "library.db"
        with open_library(path):
            pass

        assert back_up_daily(path) is None
        assert list_backups(path) == []

    def test_the_last_ones_are_kept(self, path: Path) -> None:
        old = [put(path, days) for days in range(KEPT + 3, 0, -1)]

        made = back_up_daily(path)

        assert made is not None
        assert kept(path) == {*old[-KEPT + 1 :], made.path}

    def test_those_made_by_hand_stay(self, path: Path) -> None:
        by_hand = put(path, 100, "by-hand")
        for days in range(KEPT + 3, 0, -1):
            put(path, days)

        back_up_daily(path)

        assert by_hand in kept(path)
        assert len(kept(path)) == KEPT + 1

    @pytest.mark.parametrize(("days", "stays"), [(6, True), (8, False)])
    def test_the_copy_before_an_update_stays_for_a_week(
        self, path: Path, days: int, stays: bool
    ) -> None:
        update = put(path, days, "before-update")
        for number in range(1, KEPT + 3):
            put(path, number / 100 + 1, "before-repair")

        back_up_daily(path)

        assert (update in kept(path)) is stays
        assert len(kept(path)) == KEPT

    def test_a_backup_that_was_opened_as_a_library_is_not_removed(self, path: Path) -> None:
        old = [put(path, days) for days in range(KEPT + 3, 0, -1)]
        with open_library(old[0]) as library:
            add(library, MILL)

        back_up_daily(path)

        assert old[0] in kept(path)
        assert old[1] not in kept(path)

    def test_other_files_in_the_folder_stay(self, path: Path) -> None:
        for days in range(KEPT + 1, 0, -1):
            put(path, days)
        others = [
            locate_folder(path) / name for name in ("letter.txt", "2020-01-01T000000Z-daily.db")
        ]
        for other in others:
            other.write_text("Dear owl,\n")

        back_up_daily(path)

        assert all(other.read_text() == "Dear owl,\n" for other in others)

    def test_a_damaged_library_is_told_and_never_pushes_out_a_sound_backup(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "library.db"
        with open_library(path) as library:
            for number in range(40):
                add(library, f"{number}. {MILL} {OWL}\n" * 30)
        old = {put(path, days) for days in range(KEPT, 0, -1)}
        monkeypatch.setattr("storage.backup.inspect_file._SMALL", 0)
        damage(path, zeroed_page)

        for _ in range(2):
            with pytest.raises(DamagedError) as told:
                back_up_daily(path)
            assert re.search(
                r"newest sound backup is of .*\(40 articles", describe_damage(told.value.path)
            )

        assert kept(path) == old

    def test_programs_at_once_make_one(self, path: Path) -> None:
        with ThreadPoolExecutor(6) as threads:
            made = [one for one in threads.map(lambda _: back_up_daily(path), range(6)) if one]

        assert len(made) == len(list_backups(path)) == 1
        assert inspect_file(made[0].path, fully=True).damage is None

    def test_processes_at_once_make_one(self, path: Path) -> None:
        script = (
            "import sys; from pathlib import Path; from storage.backup.backup import back_up_daily;"
            "print(back_up_daily(Path(sys.argv[1])) is not None)"
        )
        processes = [
            subprocess.Popen(
                [sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True
            )
            for _ in range(2)
        ]
        said = [process.communicate(timeout=60)[0].strip() for process in processes]

        assert sorted(said) == ["False", "True"]
        assert len(list_backups(path)) == 1

    def test_what_a_killed_program_left_is_removed(self, path: Path) -> None:
        folder = locate_folder(path)
        folder.mkdir()
        left = folder / ".copydesk-abc.part"
        left.write_bytes(b"half a backup")

        back_up_daily(path)

        assert not left.exists()
        assert len(list_backups(path)) == 1

    def test_another_one_at_work_is_left_alone(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(backup, "_WAIT", 0.01)
        locate_folder(path).mkdir()
        lock = sqlite3.connect(locate_folder(path) / ".lock")
        lock.execute("BEGIN EXCLUSIVE")
        try:
            assert back_up_daily(path) is None
            with pytest.raises(LibraryError, match="Another Copydesk is making a backup"):
                back_up(path, "by-hand")
        finally:
            lock.close()

        assert back_up_daily(path) is not None


class TestNewestSound:
    def test_it_is_the_last_one(self, path: Path) -> None:
        put(path, 2)
        newest = put(path, 1)

        found = find_newest_sound(path)

        assert found is not None
        assert (found.path, found.articles, found.annotations) == (newest, 1, 1)

    def test_a_damaged_one_is_passed_over(self, path: Path) -> None:
        sound = put(path, 2)
        damage(put(path, 1), garbled_articles)
        (locate_folder(path) / put(path, 0.5).name).write_bytes(b"")

        found = find_newest_sound(path)

        assert found is not None
        assert found.path == sound

    def test_so_is_one_of_a_newer_version(self, path: Path) -> None:
        sound = put(path, 2)
        done(put(path, 1), "PRAGMA user_version = 99")

        found = find_newest_sound(path)

        assert found is not None
        assert found.path == sound

    def test_there_may_be_none(self, path: Path) -> None:
        assert find_newest_sound(path) is None

    def test_libraries_of_one_folder_have_their_own(self, path: Path) -> None:
        put(path, 1)

        assert find_newest_sound(path.with_suffix(".sqlite")) is None
        assert find_newest_sound(path.with_name("other.db")) is None
