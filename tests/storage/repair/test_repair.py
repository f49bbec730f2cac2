from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from storage.backup.backup import back_up
from storage.backup.backup_files import list_backups
from storage.database.connection import locate_log
from storage.errors import LibraryError
from storage.open_library import open_library
from storage.repair.check import check
from storage.repair.repair import repair
from tests.storage.damage import (
    damage,
    garbled_first_page,
    garbled_notes,
    leave_log,
    zeroed_page,
)
from tests.storage.desk import HONEY, OWL, add, annotate
from tests.storage.library_files import file_mode
from tests.storage.repair.mending import BOTH_NOTES, mended, notes


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

        monkeypatch.setattr("storage.repair.replacement.flush_file", full)
        with pytest.raises(LibraryError, match="no space left on device"):
            list(repair(path))

        assert path.read_bytes() == contents
        assert sorted(one.name for one in path.parent.iterdir()) == before


class TestOthers:
    def test_where_another_program_has_it_open_that_is_told(self, path: Path) -> None:
        program = f"""
from pathlib import Path
from storage.open_library import open_library
library = open_library(Path({str(path)!r}))
library.articles.list_all()
print("open", flush=True)
input()
"""
        with subprocess.Popen(
            [sys.executable, "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as other:
            assert other.stdout is not None
            assert other.stdout.readline() == "open\n"
            contents = damage(path, garbled_notes)
            with pytest.raises(LibraryError, match=r"Another program has the library .* open"):
                list(repair(path))
            assert path.read_bytes() == contents
            other.communicate("\n", timeout=30)

        damage(path, garbled_notes)
        list(repair(path))

        assert notes(path) == BOTH_NOTES

    def test_what_a_killed_repair_left_is_removed(self, path: Path) -> None:
        left = path.parent / ".copydesk-repair-abc"
        left.mkdir()
        (left / "sound.db").write_bytes(path.read_bytes())
        damage(path, zeroed_page)

        list(repair(path))

        assert [one.name for one in path.parent.glob(".copydesk-*")] == []
