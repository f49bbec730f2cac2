from __future__ import annotations

from pathlib import Path

from tests.tui.cli.calling import Copydesk


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

    def test_keys_are_printed(self, copydesk: Copydesk) -> None:
        answer = copydesk("keys")

        assert (answer.status, answer.err) == (0, "")
        assert {"everywhere", "library", "compare"} <= set(answer.lines)
