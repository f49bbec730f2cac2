from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from storage.article_import.file_types import list_formats
from tests.tui.cli.calling import Copydesk, imported_by
from tui import __version__


class TestVersionAndHelp:
    def test_the_version(self, copydesk: Copydesk) -> None:
        assert copydesk("--version") == (0, f"copydesk {__version__}\n", "")
        assert copydesk("--library", "x.db", "--version").out == f"copydesk {__version__}\n"

    def test_the_version_imports_next_to_nothing(self) -> None:
        modules = imported_by("--version")

        assert "tui.cli.main" in modules
        assert modules.isdisjoint(
            ["textual", "rich", "argparse", "storage", "textreuse", "sqlite3", "typing", "json"]
        )

    @pytest.mark.parametrize("call", [["--help"], ["-h"], ["add", "--help"], ["export", "-h"]])
    def test_help_does_not_import_textual(self, call: Sequence[str]) -> None:
        assert imported_by(*call).isdisjoint(["textual", "rich", "sqlite3", "textreuse"])

    def test_help_names_every_command(self, copydesk: Copydesk) -> None:
        answer = copydesk("--help")

        assert answer.status == 0
        commands = (
            "demo add list stories compare diff join refresh notes annotate export keys locate"
        )
        for command in commands.split():
            assert re.search(rf"^    {command} ", answer.out, re.MULTILINE)
            assert copydesk(command, "--help").status == 0

    @pytest.mark.parametrize("command", ["add", "edit"])
    def test_help_calls_an_outlet_by_that_name_alone(
        self, copydesk: Copydesk, command: str
    ) -> None:
        told = copydesk(command, "--help").out

        assert "--outlet NAME" in told
        assert "source" not in told.lower()

    def test_help_names_every_format_of_articles(self, copydesk: Copydesk) -> None:
        text = " ".join(copydesk("add", "--help").out.split())
        for one in filter(lambda one: one.articles, list_formats()):
            name = one.called.removeprefix("a ").removeprefix("an ")
            assert re.search(rf"\b{name}s?\b", text), one.name

    def test_commands_without_a_screen_do_not_import_textual(self, folder: Path) -> None:
        for call in (["add", str(folder)], ["list"], ["compare", str(folder)], ["notes"]):
            assert "textual" not in imported_by(*call)
