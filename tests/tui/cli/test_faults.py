from __future__ import annotations

import errno
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.cli.calling import ESCAPES, PROGRAM, Copydesk, controls, run, write_to
from tui.cli.main import is_closed_pipe
from tui.cli.printing import print_document


class TestFaults:
    @pytest.fixture
    def broken(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Make the program fail in a way that nobody has thought of."""

        def fail() -> Path:
            raise ZeroDivisionError(f"division by {ESCAPES}")

        monkeypatch.setattr("storage.paths.library_path", fail)

    @pytest.mark.usefixtures("broken")
    def test_a_fault_of_the_program_is_one_sentence_and_its_details_are_kept(
        self, copydesk: Copydesk, home: Path
    ) -> None:
        answer = copydesk("list")

        (log,) = home.rglob("copydesk.log")
        assert (answer.status, answer.out) == (1, "")
        assert answer.err == (
            f"copydesk: Copydesk hit an internal error (ZeroDivisionError; details in {log})\n"
        )
        assert "Traceback" in log.read_text("utf-8")

    @pytest.mark.usefixtures("broken")
    def test_where_the_details_cannot_be_kept_they_are_told(
        self, copydesk: Copydesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_STATE_HOME", "/dev/null")
        path = Path("/dev/null/copydesk.log")
        monkeypatch.setattr("tui.messages.crash_log.log_path", lambda: path)

        answer = copydesk("list")

        assert "ZeroDivisionError: division by" in answer.err
        assert answer.err.count("\n") == 1
        assert controls(answer.err) == set()

    def test_an_interrupt_ends_it_without_a_word(
        self, copydesk: Copydesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def interrupted() -> Path:
            raise KeyboardInterrupt

        monkeypatch.setattr("storage.paths.library_path", interrupted)

        assert copydesk("list") == (130, "", "")

    @pytest.mark.parametrize("command", ["keys", "list", "--version", "--help"])
    @pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
    def test_a_reader_that_has_had_enough_is_no_fault(
        self, command: str, unbuffered: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
        reading, writing = os.pipe()
        os.close(reading)

        assert write_to(writing, command) == (0, "")

    def test_nor_is_one_of_what_is_complained_of(self) -> None:
        reading, writing = os.pipe()
        os.close(reading)

        with open(writing, "wb") as closed:  # noqa: PTH123
            ended = subprocess.run([PROGRAM, "read", "no story"], stderr=closed, check=False)

        assert ended.returncode == 0

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk at hand")
    @pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
    def test_a_full_disk_is_told(self, unbuffered: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)

        status, errors = write_to(os.open("/dev/full", os.O_WRONLY), "keys")

        assert status == 1
        assert re.fullmatch("copydesk: .*\n", errors)
        assert "internal error" not in errors

    @pytest.mark.skipif(sys.platform == "win32", reason="there is no such shell")
    @pytest.mark.parametrize("call", ["keys >&-", "--version >&-", "add - <&-", "list 2>&-"])
    def test_a_closed_stream_is_no_fault(self, call: str) -> None:
        answer = run("sh", "-c", f'"$0" {call}', PROGRAM)

        assert "Traceback" not in answer.err
        assert "internal error" not in answer.err

    def test_a_terminal_that_lacks_a_letter_shows_another(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PYTHONIOENCODING", "ascii")
        (folder / "third.txt").write_text("Die Brücke über den Bach ist zu\n\nText.\n", "utf-8")

        answer = run(PROGRAM, "add", folder / "third.txt")

        assert (answer.status, answer.err) == (0, "")
        assert "Die Br?cke ?ber den Bach ist zu" in answer.out


def test_ctrl_c_before_a_command_begins_is_no_traceback(
    copydesk: Copydesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_arguments: list[str]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tui.cli.arguments.parse", interrupt)

    assert copydesk("list") == (130, "", "")


def test_windows_says_otherwise_that_a_pipe_is_closed() -> None:
    invalid = OSError(errno.EINVAL, "Invalid argument")

    assert is_closed_pipe(invalid, "win32")
    assert not is_closed_pipe(invalid, "linux")
    assert is_closed_pipe(BrokenPipeError(), "linux")
    assert not is_closed_pipe(OSError(errno.ENOSPC, "No space left on device"), "win32")


def test_what_programs_read_has_its_own_line_breaks_and_is_utf_8(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for written in ("a;ß\r\nb\r\n", "# Wöchentlich 🦉\n"):
        windows = io.TextIOWrapper(io.BytesIO(), "cp1252", errors="replace", newline="\r\n")
        monkeypatch.setattr("sys.stdout", windows)

        print_document(written)

        windows.flush()
        assert windows.buffer.getvalue() == written.encode()
