from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.backup import backup
from storage.backup.backup import KEPT, back_up, back_up_daily
from storage.backup.backup_files import describe_damage, list_backups, locate_folder
from storage.backup.inspect_file import inspect_file
from storage.errors import DamagedError, LibraryError
from storage.open_library import open_library
from tests.storage.backup.dated import put
from tests.storage.damage import damage, zeroed_page
from tests.storage.desk import MILL, OWL, add


def kept(library: Path) -> set[Path]:
    return {backup.path for backup in list_backups(library)}


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

    def test_one_made_now_is_kept_though_the_clock_was_once_in_the_future(self, path: Path) -> None:
        ahead = [put(path, -days) for days in range(KEPT, 0, -1)]

        made = back_up_daily(path)

        assert made is not None
        assert kept(path) == {*ahead[: KEPT - 1], made.path}
        assert back_up_daily(path) is None

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
                r"newest intact backup is from .*\(40 articles", describe_damage(told.value.path)
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
