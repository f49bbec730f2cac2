from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.backup.backup_files import list_backups
from storage.database.connection import locate_log
from storage.errors import LibraryError
from storage.library import Library
from storage.open_library import open_library
from tests.storage.damage import damage, zeroed_page
from tests.storage.desk import OWL, add, asked
from tests.tui.cli.calling import Copydesk
from tests.tui.driver import at_the_screen, written
from tui.app import CopydeskApp
from tui.cli.main import main


class TestDaily:
    def test_a_command_that_writes_makes_the_backup_of_the_day(
        self, copydesk: Copydesk, tmp_path: Path
    ) -> None:
        path = tmp_path / "daily.db"

        copydesk("list", "--library", path)
        assert list_backups(path) == []
        copydesk("add", written(tmp_path, "owl.txt", OWL), "--library", path)
        copydesk("annotate", "barn owl", "--quote", "belfry", "--library", path)

        (backup,) = list_backups(path)
        assert (backup.occasion, backup.made.date()) == ("daily", datetime.now(UTC).date())
        assert asked(backup.path, "SELECT count(*) FROM article") == [(1,)]

    def test_its_failure_is_told_and_the_command_has_done_its_work(
        self, copydesk: Copydesk, tmp_path: Path
    ) -> None:
        path = tmp_path / "daily.db"
        written(tmp_path, "daily-backups", "This is no folder.")

        status, out, errors = copydesk("add", written(tmp_path, "owl.txt", OWL), "--library", path)

        assert status == 0
        assert out
        assert errors.startswith("copydesk: Today's backup failed: Cannot write to ")
        assert asked(path, "SELECT count(*) FROM article") == [(1,)]

    async def test_the_app_makes_it_too(
        self, library: Library, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tui.app._BACKUP_AFTER", 0.01)
        add(library, OWL)
        async with at_the_screen(library, None, (80, 24)) as reader:
            async with asyncio.timeout(30):
                while not list_backups(library.path):
                    await asyncio.sleep(0.02)
            reader.sees("Articles · 1")

        assert [backup.occasion for backup in list_backups(library.path)] == ["daily"]

    async def test_the_app_makes_it_once_there_is_something_to_lose(
        self, library: Library, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tui.app._BACKUP_AFTER", 0.01)
        monkeypatch.setattr("tui.app._BACKUP_EVERY", 0.05)
        async with at_the_screen(library, None, (80, 24)):
            await asyncio.sleep(0.2)
            assert list_backups(library.path) == []
            add(library, OWL)
            async with asyncio.timeout(30):
                while not list_backups(library.path):
                    await asyncio.sleep(0.02)

        assert [backup.occasion for backup in list_backups(library.path)] == ["daily"]

    def test_it_is_made_when_the_app_ends_if_there_was_none(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "daily.db"

        def run(_app: CopydeskApp) -> None:
            assert list_backups(path) == []

        monkeypatch.setattr(CopydeskApp, "run", run)
        monkeypatch.setattr("tui.cli.open_app._need_terminal", lambda: None)

        assert main(["demo", "--library", str(path)]) == 0

        assert [backup.occasion for backup in list_backups(path)] == ["daily"]

    async def test_a_library_that_proves_damaged_in_the_app_is_not_written_to(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tui.app._BACKUP_AFTER", 0.01)
        monkeypatch.setattr("storage.backup.inspect_file._SMALL", 0)
        damage(path, zeroed_page)
        with open_library(path) as library:
            async with at_the_screen(library, None, (160, 40)) as reader:
                async with asyncio.timeout(30):
                    while not any("is damaged" in message for message in reader.messages):
                        await asyncio.sleep(0.02)
                with pytest.raises(LibraryError, match="is read-only; nothing was saved"):
                    add(library, f"{OWL} {OWL}")
                await reader.press("d")
                reader.is_told("is read-only; nothing was saved")

    async def test_damage_that_was_not_seen_at_start_is_told_in_the_app(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tui.app._BACKUP_AFTER", 0.01)
        monkeypatch.setattr("storage.backup.inspect_file._SMALL", 0)
        damage(path, zeroed_page)
        with open_library(path) as library:
            async with at_the_screen(library, None, (160, 40)) as reader:
                async with asyncio.timeout(30):
                    while not any("is damaged" in message for message in reader.messages):
                        await asyncio.sleep(0.02)
                reader.is_told("copydesk check")
        assert [backup.occasion for backup in list_backups(path)] == ["by-hand"]
        assert not locate_log(path).exists()
