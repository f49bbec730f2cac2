from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from tui.base.system_clipboard import Command, copy, find_commands

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the fakes are shell scripts")

TEXT = "“The owl” – said ‘no’; $(touch harm) `touch harm`\n--help"


def fake(folder: Path, name: str, script: str) -> str:
    """Make a command and return its path."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


class TestCommands:
    @pytest.mark.parametrize(
        ("environment", "system", "names"),
        [
            ({}, "linux", []),
            ({"DISPLAY": ":0"}, "linux", ["xclip", "xsel"]),
            ({"WAYLAND_DISPLAY": "w"}, "linux", ["wl-copy"]),
            ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, "linux", ["wl-copy", "xclip", "xsel"]),
            ({}, "darwin", ["pbcopy"]),
            ({"SSH_CONNECTION": "a 1 b 2", "DISPLAY": ":0"}, "linux", []),
            ({"SSH_TTY": "/dev/pts/1"}, "darwin", []),
        ],
        ids=["console", "x11", "wayland", "both", "mac", "ssh-x11", "ssh-mac"],
    )
    def test_what_reaches_the_reader_is_asked(
        self, tmp_path: Path, environment: dict[str, str], system: str, names: list[str]
    ) -> None:
        for name in ("xclip", "xsel", "wl-copy", "pbcopy"):
            fake(tmp_path, name, "cat")
        found = find_commands({**environment, "PATH": str(tmp_path)}, system)
        assert [Path(command.arguments[0]).name for command in found] == names

    def test_what_is_not_installed_is_not_asked(self, tmp_path: Path) -> None:
        assert find_commands({"DISPLAY": ":0", "PATH": str(tmp_path)}, "linux") == []

    def test_under_windows_the_working_folder_is_not_searched(self) -> None:
        [command] = find_commands({"SystemRoot": r"D:\Win"}, "win32")
        assert command.arguments == (r"D:\Win\System32\clip.exe",)

    def test_under_wsl_windows_has_the_clipboard(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("platform.release", lambda: "5.15.90.1-microsoft-standard-WSL2")
        path = fake(tmp_path, "clip.exe", f"cat > {tmp_path}/out")
        found = find_commands({"PATH": str(tmp_path)}, "linux")
        assert found == [Command((path,), "utf-16-le")]
        assert copy("Eule – ü", found)
        assert (tmp_path / "out").read_bytes() == "Eule – ü".encode("utf-16-le")


class TestCopy:
    def test_the_text_arrives_and_is_never_run(self, tmp_path: Path) -> None:
        path = fake(tmp_path, "clip", f"cat > {tmp_path}/out")
        assert copy(TEXT, [Command((path,))])
        assert (tmp_path / "out").read_text("utf-8") == TEXT
        assert not Path("harm").exists()

    def test_where_one_fails_the_next_is_asked(self, tmp_path: Path) -> None:
        bad = fake(tmp_path, "bad", "exit 1")
        good = fake(tmp_path, "good", f"cat > {tmp_path}/out")
        candidates = [Command((str(tmp_path / "none"),)), Command((bad,)), Command((good,))]
        assert copy(TEXT * 50_000, candidates)
        assert (tmp_path / "out").read_text("utf-8") == TEXT * 50_000

    def test_none_takes_it(self, tmp_path: Path) -> None:
        assert not copy(TEXT, [Command((fake(tmp_path, "bad", "exit 1"),))])
        assert not copy(TEXT, [])

    def test_what_does_not_answer_is_let_go(self, tmp_path: Path) -> None:
        path = fake(tmp_path, "slow", f"echo $$ > {tmp_path}/pid; exec sleep 60")
        begun = time.monotonic()
        assert not copy(TEXT * 50_000, [Command((path,))])
        assert time.monotonic() - begun < 10
        with pytest.raises(ProcessLookupError):
            os.kill(int((tmp_path / "pid").read_text()), 0)

    def test_what_stays_to_keep_the_clipboard_is_not_waited_for(self, tmp_path: Path) -> None:
        path = fake(tmp_path, "daemon", f"cat > {tmp_path}/out; sleep 20 & exit 0")
        begun = time.monotonic()
        assert copy(TEXT, [Command((path,))])
        assert time.monotonic() - begun < 10

    def test_a_command_has_the_settings_that_it_needs(self, tmp_path: Path) -> None:
        path = fake(tmp_path, "mac", f'cat > /dev/null; printf %s "$LC_ALL" > {tmp_path}/out')
        assert copy(TEXT, [Command((path,), settings=(("LC_ALL", "en_US.UTF-8"),))])
        assert (tmp_path / "out").read_text() == "en_US.UTF-8"
