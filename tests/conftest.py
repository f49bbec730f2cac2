from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from storage.library import Library, opened

# No time limit an example: machines differ. In CI the same examples every time, so that a run
# is red for what was changed and for nothing else.
settings.register_profile("copydesk", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("copydesk")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a home and a working folder of its own; nothing of the user's is seen."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    for name in (
        "COPYDESK_LIBRARY",
        "COPYDESK_CONFIG",
        "NO_COLOR",
        "TEXTUAL_THEME",
        "COLUMNS",
        "LINES",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Open a new library, and close it after the test."""
    with opened(tmp_path / "library.db") as library:
        yield library
