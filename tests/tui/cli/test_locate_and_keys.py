from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.tui.cli.calling import ESCAPES, Copydesk, controls


class TestOtherCommands:
    def test_locate_tells_a_thing_a_line(
        self, copydesk: Copydesk, home: Path, tmp_path: Path
    ) -> None:
        things = dict(line.split(" ", 1) for line in copydesk("locate").lines)

        assert list(things) == ["library", "configuration", "log"]
        assert all(Path(path).is_relative_to(home) for path in things.values())
        assert Path(things["library"]).name == "library.db"
        assert list(home.iterdir()) == []
        assert copydesk("locate", "--library", "desk.db").lines[0] == f"library {tmp_path}/desk.db"

    def test_people_are_told_what_the_log_is_for(
        self, copydesk: Copydesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert "log is for" in " ".join(copydesk("locate", "--help").out.split())
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        lines = copydesk("locate").lines

        assert [line.partition(" ")[0] for line in lines[:3]] == ["library", "configuration", "log"]
        told = " ".join(lines[3:])
        assert "The log is written only when Copydesk itself fails" in told
        assert "what failed and where" in told

    def test_what_acts_on_a_terminal_is_no_part_of_a_path(
        self, copydesk: Copydesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for variable in ("COPYDESK_CONFIG", "XDG_STATE_HOME"):
            monkeypatch.setenv(variable, f"{tmp_path}/a  b{ESCAPES}\u202e\nlog /etc")

        answer = copydesk("locate", "--library", f"two  spaces{ESCAPES}.db")

        assert len(answer.lines) == 3
        assert controls(answer.out) == set()
        assert "\u202e" not in answer.out
        assert answer.lines[0].startswith(f"library {tmp_path}/two  spaces␛]0;owned␇")

    def test_keys_are_printed(self, copydesk: Copydesk) -> None:
        answer = copydesk("keys")

        assert (answer.status, answer.err) == (0, "")
        assert {"everywhere", "library", "compare"} <= set(answer.lines)
