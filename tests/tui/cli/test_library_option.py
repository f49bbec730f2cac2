from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from storage import paths
from tests.storage.desk import asked, done
from tests.tui.cli.calling import FIRST, Copydesk, failed, library_of


class TestLibrary:
    def test_it_is_named_before_or_after_the_command(
        self, copydesk: Copydesk, folder: Path, tmp_path: Path, home: Path
    ) -> None:
        path = tmp_path / "desk.db"
        copydesk("--library", path, "add", folder / "first.txt")
        copydesk("add", folder / "second.txt", "--library", path)
        copydesk(f"--library={path}", "add", folder / "first.txt")

        assert len(copydesk("--library", path, "list", "--json").json) == 2
        assert copydesk("list", "--json", "--library", path).json == (
            copydesk("list", f"--library={path}", "--json").json
        )
        assert not (home / "data").exists()

    def test_the_environment_names_it_too(
        self, copydesk: Copydesk, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COPYDESK_LIBRARY", str(tmp_path / "environment.db"))
        copydesk("add", folder)

        assert (tmp_path / "environment.db").exists()
        assert len(copydesk("list", "--json").json) == 2

    def test_an_empty_variable_names_none(
        self, copydesk: Copydesk, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COPYDESK_LIBRARY", "")
        monkeypatch.setenv("COPYDESK_CONFIG", "")

        assert copydesk("add", folder).status == 0
        assert paths.library_path() == paths.usual_library_path()
        assert paths.library_path().exists()

    @pytest.mark.parametrize("command", [["list"], ["notes", "--json"], ["stories"], ["export"]])
    def test_what_is_no_library_is_refused(
        self, copydesk: Copydesk, folder: Path, command: Sequence[str]
    ) -> None:
        path = folder / "first.txt"

        answer = copydesk(*command, "--library", path)

        assert failed(
            answer, f"{path} is not a Copydesk library. Choose another file with --library."
        )
        assert path.read_text("utf-8") == FIRST

    @pytest.mark.usefixtures("added")
    def test_one_of_a_newer_version_is_refused(self, copydesk: Copydesk, folder: Path) -> None:
        done(library_of(copydesk), "PRAGMA user_version = 99")

        answer = copydesk("add", folder)

        assert answer.status == 1
        assert (
            "was made by a newer Copydesk; nothing was changed. Update Copydesk to open it"
            in answer.err
        )

    def test_a_damaged_one_is_told(self, copydesk: Copydesk, folder: Path, tmp_path: Path) -> None:
        path = tmp_path / "desk.db"
        copydesk("add", folder, "--library", path)
        ((page,),) = asked(path, "SELECT rootpage FROM sqlite_schema WHERE name = 'article'")
        with path.open("r+b") as file:
            file.seek((page - 1) * 4096)
            file.write(b"\xa5" * 4096)

        answer = copydesk("list", "--library", path)

        assert answer.status == 1
        assert re.fullmatch(r"copydesk: .*(damaged|malformed).*\n", answer.err)
        assert "internal error" not in answer.err

    @pytest.mark.parametrize("path", ["~nobody-of-that-name/desk.db", "/dev/null/desk.db", "."])
    def test_a_path_that_cannot_be_is_told(self, copydesk: Copydesk, path: str) -> None:
        answer = copydesk("list", "--library", path)

        assert answer.status == 1
        assert answer.err.startswith("copydesk: Cannot open the library ")
        assert answer.err.count("\n") == 1
