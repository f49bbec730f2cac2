from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.tui.cli.calling import (
    ESCAPES,
    FIRST,
    PROGRAM,
    Copydesk,
    controls,
    failed,
    is_wrong_call,
    run,
)


class TestNearlyACommand:
    @pytest.mark.parametrize(
        ("written", "command"), [("lis", "list"), ("serch", "search"), ("exprot", "export")]
    )
    def test_it_says_which_may_be_meant(
        self, copydesk: Copydesk, written: str, command: str
    ) -> None:
        answer = copydesk(written)

        assert is_wrong_call(answer)
        assert answer.err == (
            f"copydesk: No command or file “{written}”; did you mean `copydesk {command}`?\n"
        )

    @pytest.mark.parametrize("written", ["owls", "./lis", "lis.txt"])
    def test_all_else_is_a_file(self, copydesk: Copydesk, written: str) -> None:
        assert failed(copydesk(written), f"Cannot read {Path(written)}: no such file.")

    def test_a_file_of_that_name_is_one(self, copydesk: Copydesk, tmp_path: Path) -> None:
        (tmp_path / "lis").write_text(FIRST, "utf-8")

        assert "needs a terminal" in copydesk("lis").err


class TestWrongCalls:
    @pytest.mark.parametrize(
        "call",
        [
            ["list", "--jsn"],
            ["list", "--js"],
            ["list", "extra"],
            ["add"],
            ["compare"],
            ["annotate", "owl"],
            ["annotate", "--quote", "owl"],
            ["annotate", "owl", "--quote", ""],
            ["annotate", "owl", "--quote", "x", "--nth", "0"],
            ["annotate", "owl", "--quote", "x", "--nth", "-1"],
            ["annotate", "owl", "--quote", "x", "--nth", "two"],
            ["export", "--format", "pdf"],
            ["list", "--library"],
            ["--library"],
            ["--frobnicate"],
            ["--frobnicate", "first.txt"],
            ["notes", "--tag"],
            ["annotate", "owl", "--quote", "x", "--nth=--"],
            ["export", "--format=--"],
            ["list", "--two\nlines"],
            ["list", f"--{ESCAPES}"],
        ],
    )
    def test_it_is_told_in_one_line(self, copydesk: Copydesk, call: Sequence[str]) -> None:
        answer = copydesk(*call)

        assert is_wrong_call(answer)
        assert answer.err.startswith("copydesk: ")
        assert controls(answer.err) == set()
        assert "_ordinal" not in answer.err

    @pytest.mark.parametrize("call", [["list", "--jsn"], ["add"], ["--frobnicate"]])
    def test_it_touches_nothing(self, copydesk: Copydesk, home: Path, call: Sequence[str]) -> None:
        copydesk(*call)

        assert list(home.iterdir()) == []


@pytest.mark.usefixtures("added")
def test_two_dashes_are_a_name_like_any_other(copydesk: Copydesk, tmp_path: Path) -> None:
    for command in (["notes", "--story=--"], ["export", "--search=--"], ["export", "--tag=--"]):
        assert "--" in copydesk(*command).err.replace("`", "")
    assert failed(copydesk("list", "--library=--"), f"There is no library at {tmp_path / '--'}.")
    assert copydesk("edit", "Owl keeps", "--title=--").status == 0
    assert "--" in [one["title"] for one in copydesk("list", "--json").json]


class TestEmptyNames:
    @pytest.mark.parametrize(
        ("call", "what"),
        [
            (["list", "--library", ""], "--library"),
            (["--library", "", "list"], "--library"),
            (["--library="], "--library"),
            (["demo", "--library", ""], "--library"),
            (["add", "first.txt", "--story", ""], "--story"),
            (["add", "first.txt", "--story", " "], "--story"),
            (["notes", "--story", ""], "--story"),
            (["notes", "--tag", ""], "--tag"),
            (["where", ""], "ARTICLE"),
            (["edit", "", "--title", "Owl"], "ARTICLE"),
            (["annotate", "", "--quote", "owl"], "ARTICLE"),
            (["annotate", "owl", "--quote", "owl", "--tag", ""], "--tag"),
            (["export", "--article", " "], "--article"),
            (["export", "-o", ""], "-o"),
            (["export", "--template", ""], "--template"),
            (["backup", ""], "PATH"),
        ],
    )
    def test_none_means_everything_or_the_usual_place(
        self, copydesk: Copydesk, home: Path, call: Sequence[str], what: str
    ) -> None:
        answer = copydesk(*call)

        assert is_wrong_call(answer)
        assert answer.err == f"copydesk: {what} must not be empty.\n"
        assert list(home.iterdir()) == []

    @pytest.mark.parametrize("call", [["add"], ["compare"], ["import"], []])
    def test_no_file_has_one(self, copydesk: Copydesk, call: Sequence[str]) -> None:
        answer = copydesk(*call, "")

        assert failed(answer, 'Cannot read "": the name is empty.')


class TestFilesNamedLikeCommands:
    @pytest.mark.parametrize(
        "call", [["./list"], ["--", "list"], ["--library", "desk.db", "--", "list"]]
    )
    def test_they_are_opened_as_files(self, tmp_path: Path, call: Sequence[str]) -> None:
        (tmp_path / "list").write_text(FIRST)

        answer = run(PROGRAM, *call)

        assert answer.status == 1
        assert answer.err.startswith("copydesk: The app needs a terminal.")

    def test_a_missing_one_is_told(self) -> None:
        answer = run(PROGRAM, "--", "list")

        assert failed(answer, "Cannot read list: no such file.")

    def test_a_command_after_the_dashes_of_add_is_a_file(
        self, copydesk: Copydesk, tmp_path: Path
    ) -> None:
        (tmp_path / "list").write_text(FIRST)

        assert copydesk("add", "--", "list").status == 0
        assert len(copydesk("list", "--json").json) == 1


class TestWithoutATerminal:
    @pytest.mark.parametrize("call", [["news/first.txt"], ["news"], ["demo"], []])
    def test_the_app_says_that_it_needs_one(
        self, folder: Path, home: Path, call: Sequence[str]
    ) -> None:
        answer = run(PROGRAM, *call)

        assert failed(
            answer,
            "The app needs a terminal. In a script, use `copydesk compare` or `copydesk add`.",
        )
        assert answer.out == ""
        assert folder.exists()
        assert list(home.iterdir()) == []

    def test_a_missing_file_is_told_first(self) -> None:
        assert failed(run(PROGRAM, "missing.txt"), "Cannot read missing.txt: no such file.")

    def test_the_console_script_does_as_main_does(self, folder: Path, copydesk: Copydesk) -> None:
        assert run(PROGRAM, "--version") == copydesk("--version")
        assert run(PROGRAM, "add", folder).status == 0
        assert run(PROGRAM, "list", "--json") == copydesk("list", "--json")
        assert run(PROGRAM, "list", "--jsn").status == 2
