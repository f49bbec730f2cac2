from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from storage.flushing import flush_file, flush_folder
from tests.storage.special_files import posix

FULL = 51
"""What macOS calls `F_FULLFSYNC`."""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what the system is asked for."""
    found: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda _descriptor: found.append("fsync"))
    return found


@pytest.mark.skipif(sys.platform == "darwin", reason="it asks for more")
def test_a_file_is_flushed_and_so_is_its_folder_where_that_can_be(
    asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "owl"
    path.touch()

    flush_file(path)
    assert asked == ["fsync"]
    if sys.platform != "win32":
        flush_folder(tmp_path)
        assert asked == ["fsync", "fsync"]
    monkeypatch.setattr(sys, "platform", "win32")
    asked.clear()
    flush_file(path)
    flush_folder(tmp_path)
    assert asked == ["fsync"]


@posix
@pytest.mark.parametrize(("takes_it", "said"), [(True, ["full"]), (False, ["full", "fsync"])])
def test_macos_is_asked_for_more_and_for_less_where_it_cannot_do_that(
    takes_it: bool,
    said: list[str],
    asked: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def control(_descriptor: int, number: int) -> None:
        assert number == FULL
        asked.append("full")
        if not takes_it:
            raise OSError

    monkeypatch.setattr("fcntl.F_FULLFSYNC", FULL, raising=False)
    monkeypatch.setattr("fcntl.fcntl", control)
    flush_folder(tmp_path)

    assert asked == said
