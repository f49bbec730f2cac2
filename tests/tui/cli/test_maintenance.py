from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.backup.backup_files import list_backups
from storage.errors import DamagedError
from storage.open_library import open_library
from tests.storage.damage import damage, garbled_articles, library_with_backup, zeroed_page
from tests.storage.desk import HONEY, OWL, asked, done, lost_target
from tests.tui.driver import written
from tui.cli.main import main
from tui.cli.maintenance import open_or_repair

Call = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def copydesk(capsys: pytest.CaptureFixture[str]) -> Call:
    """Call the command line; returns status, lines and what was complained of."""

    def call(*arguments: str | Path) -> tuple[int, list[str], str]:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as leaving:
            status = int(leaving.code or 0)
        answer = capsys.readouterr()
        return status, answer.out.splitlines(), answer.err

    return call


class TestBackup:
    def test_it_says_where_and_how_large(self, copydesk: Call, path: Path, tmp_path: Path) -> None:
        target = tmp_path / "copy.db"

        status, lines, errors = copydesk("backup", target, "--library", path)

        assert (status, errors) == (0, "")
        assert re.fullmatch(rf"{target} \(\d+ kB\): 43 articles, 2 notes", lines[0])
        assert asked(target, "SELECT count(*) FROM article") == [(43,)]

    def test_without_a_path_it_goes_beside_the_library(self, copydesk: Call, path: Path) -> None:
        status, lines, _ = copydesk("--library", path, "backup")

        assert status == 0
        assert lines[0].startswith(str(path.with_name("desk-backups")))
        assert len(list_backups(path)) == 2

    def test_the_usual_library_is_meant_where_none_is_named(
        self, copydesk: Call, tmp_path: Path
    ) -> None:
        copydesk("add", written(tmp_path, "owl.txt", OWL))

        status, lines, _ = copydesk("backup", tmp_path / "copy.db")

        assert status == 0
        assert lines[0].endswith("1 article, 0 notes")

    def test_a_file_of_the_users_is_a_failure(
        self, copydesk: Call, path: Path, tmp_path: Path
    ) -> None:
        letter = written(tmp_path, "letter.txt", "Dear owl,\n")

        status, lines, errors = copydesk("backup", letter, "--library", path)

        assert (status, lines) == (1, [])
        assert errors.startswith(f"copydesk: {letter} exists and is not a backup")
        assert letter.read_text() == "Dear owl,\n"

    def test_without_a_library_it_is_a_failure(self, copydesk: Call, home: Path) -> None:
        for command in ("backup", "check"):
            status, lines, errors = copydesk(command)

            assert (status, lines) == (1, [])
            assert errors.startswith("copydesk: There is no library at ")
        assert list(home.rglob("*.db")) == []


class TestCheck:
    def test_a_sound_library(self, copydesk: Call, path: Path) -> None:
        assert copydesk("check", "--library", path) == (
            *(0, ["The library is sound: 43 articles, 2 notes."], ""),
        )

    def test_notes_without_their_text_are_told(self, copydesk: Call, path: Path) -> None:
        with open_library(path) as library:
            owl = library.articles.find("Owl")
            library.annotations.create([lost_target(owl, HONEY)], "Where was this?")

        status, lines, _ = copydesk("check", "--library", path)

        assert status == 0
        assert lines[1] == "One annotation has lost its text; review it in its story."

    def test_what_is_wrong_is_a_line_each_and_repaired_when_asked(
        self, copydesk: Call, path: Path
    ) -> None:
        done(
            path,
            "INSERT INTO story_article SELECT 'nowhere', id, 0 FROM article WHERE title = 'Owl'",
            "INSERT INTO article_words (article_words) VALUES ('delete-all')",
        )

        status, lines, errors = copydesk("check", "--library", path)

        assert status == 1
        assert lines == [
            "1 row of story_article belongs to something that no longer exists.",
            "The full-text index article_words does not match the texts.",
        ]
        assert errors == f"copydesk: Repair it with `copydesk check --repair --library {path}`.\n"

        status, lines, errors = copydesk("check", "--repair", "--library", path)

        assert (status, errors) == (0, "")
        assert re.fullmatch(r"The library as it was is kept at .*before-repair\.db\.", lines[0])
        assert lines[-1] == "The library is sound: 43 articles, 2 notes."
        assert copydesk("check", "--library", path)[0] == 0

    def test_repairing_a_sound_library_changes_nothing(self, copydesk: Call, path: Path) -> None:
        before = path.read_bytes()

        status, lines, _ = copydesk("check", "--repair", "--library", path)

        assert (status, lines) == (0, ["The library is sound: 43 articles, 2 notes."])
        assert path.read_bytes() == before

    def test_a_name_in_a_damaged_library_reaches_the_terminal_as_signs(
        self, copydesk: Call, tmp_path: Path
    ) -> None:
        folder = tmp_path / "\x1b[2J"
        folder.mkdir()
        library_with_backup(folder / "desk.db")
        damage(folder / "desk.db", garbled_articles)

        for call in (["list"], ["check"], ["backup"], ["check", "--repair"]):
            _, lines, errors = copydesk(*call, "--library", folder / "desk.db")
            assert "\x1b" not in "".join(lines) + errors
            assert "␛[2J" in "".join(lines) + errors


class TestDamaged:
    @pytest.mark.parametrize("command", [["list"], ["notes"], ["annotate", "a", "--quote", "b"]])
    def test_each_command_tells_what_to_do(
        self, copydesk: Call, path: Path, command: list[str]
    ) -> None:
        contents = damage(path, zeroed_page)

        status, lines, errors = copydesk(*command, "--library", path)

        assert (status, lines) == (1, [])
        assert errors.startswith(f"copydesk: The library {path} is damaged; nothing was changed.")
        assert "(2 articles, 1 note)" in errors
        assert f"`copydesk check --repair --library {path}` restores it" in errors
        assert errors.count("\n") == 1
        assert path.read_bytes() == contents

    def test_the_usual_library_need_not_be_named(
        self, copydesk: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COPYDESK_LIBRARY", str(tmp_path / "usual.db"))
        library_with_backup(tmp_path / "usual.db")
        damage(tmp_path / "usual.db", zeroed_page)

        assert "`copydesk check --repair` restores it" in copydesk("list")[2]

    def test_it_is_checked_and_repaired(self, copydesk: Call, path: Path) -> None:
        damage(path, garbled_articles)

        status, lines, _ = copydesk("check", "--library", path)
        assert status == 1
        assert lines[0].startswith(f"The library {path} is damaged: ")

        status, lines, _ = copydesk("check", "--repair", "--library", path)
        assert status == 0
        assert lines[-1] == "The library is sound: 43 articles, 2 notes."
        assert copydesk("list", "--library", path)[0] == 0

    @pytest.mark.parametrize("answer", ["n\n", "\n", "", "nay\n"])
    def test_at_the_terminal_no_means_no(
        self, path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
    ) -> None:
        contents = damage(path, zeroed_page)
        monkeypatch.setattr(sys, "stdin", io.StringIO(answer))

        with pytest.raises(DamagedError), open_or_repair(path):
            pass

        assert path.read_bytes() == contents

    def test_at_the_terminal_yes_opens_the_backup(
        self, path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        damage(path, zeroed_page)
        monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))

        with open_or_repair(path) as library:
            assert len(library.annotations.list_all()) == 2

        asked_for = capsys.readouterr().err
        assert re.fullmatch(
            rf"The library {path} is damaged\. Open the backup of"
            r" \d{4}-\d\d-\d\d \d\d:\d\d UTC \(2 articles, 1 note\) instead,"
            r" with whatever later work can still be read\? \[y/N\] ",
            asked_for,
        )

    def test_without_a_backup_what_can_be_read_is_offered(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "desk.db"
        library_with_backup(path, without=True)
        damage(path, zeroed_page)
        monkeypatch.setattr(sys, "stdin", io.StringIO(""))

        with pytest.raises(DamagedError), open_or_repair(path):
            pass

        assert capsys.readouterr().err == (
            f"The library {path} is damaged. There is no sound backup. Save what can still"
            " be read to a new library? [y/N] \n"
        )
