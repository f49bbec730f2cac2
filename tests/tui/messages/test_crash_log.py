from __future__ import annotations

import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.errors import NotFoundError
from storage.paths import log_path
from tests.storage.special_files import SPECIAL, posix
from tui.messages.crash_log import explain


def test_what_we_raise_ourselves_is_said_as_it_is_and_not_logged() -> None:
    assert explain(NotFoundError("There is no story."), "Looking") == "There is no story."
    assert not log_path().exists()


def test_of_all_else_the_log_has_the_details() -> None:
    said = explain(ZeroDivisionError("by zero"), "Looking")
    assert said == f"Looking failed (ZeroDivisionError; details in {log_path()})."
    assert "by zero" in log_path().read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="there a folder says who may read")
def test_nobody_else_reads_the_log() -> None:
    explain(ZeroDivisionError("by zero"), "Looking")
    assert stat.S_IMODE(log_path().stat().st_mode) == 0o600


def test_a_system_that_narrows_no_open_file_keeps_the_log_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr("os.fchmod", raising=False)

    explain(ZeroDivisionError("by zero"), "Looking")

    assert "by zero" in log_path().read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="there a folder says who may read")
@pytest.mark.parametrize(("mode", "narrowed"), [(0o644, 0o600), (0o666, 0o600), (0o200, 0o200)])
def test_nor_one_that_is_there_already(mode: int, narrowed: int) -> None:
    log_path().parent.mkdir(parents=True)
    log_path().write_text("before\n", "utf-8")
    log_path().chmod(mode)

    explain(ZeroDivisionError("by zero"), "Looking")

    assert stat.S_IMODE(log_path().stat().st_mode) == narrowed
    log_path().chmod(0o600)
    assert log_path().read_text("utf-8").startswith("before\n")


@posix
@pytest.mark.parametrize("make", SPECIAL)
def test_a_log_that_is_no_file_is_not_waited_for(make: Callable[[Path], None]) -> None:
    log_path().parent.mkdir(parents=True)
    make(log_path())

    assert explain(ZeroDivisionError("by zero"), "Looking") == (
        "Looking failed (ZeroDivisionError: by zero)."
    )
