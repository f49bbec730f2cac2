from __future__ import annotations

import gc
import re
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import find
from hypothesis import strategies as st

import tests.budget  # noqa: F401 (before any module makes settings of its own)
from storage.article_import.sandbox import Parser
from storage.library import Library
from storage.open_library import open_library
from tests.compared_once import comparing_once
from tests.storage.article_import.one_process import sharing
from tests.unforced import unforced

# Look for garbage seldom: what is collected stays.
gc.set_threshold(100_000, 20, 20)

_LONGEST_NAME = 32
"""Characters of a text that may stand in the name of a test."""

_FOLDERS = count()
"""What numbers the folders of tests, in one process."""


def pytest_make_parametrize_id(val: object) -> str | None:
    """Call a test after how a long text begins, and how long it is."""
    if isinstance(val, str | bytes) and len(val) > _LONGEST_NAME:
        begin = ascii(val[:_LONGEST_NAME]).removeprefix("b")[1:-1]
        return f"{begin[:_LONGEST_NAME]}...{len(val)}"
    return None


def pytest_collection_finish(session: pytest.Session) -> None:
    """Look for garbage among what tests leave, and not in all that was imported.

    Hypothesis must have made its random numbers before, which it takes for garbage where it cannot
    see who holds them. Where tests are collected alone, it keeps what it knows of characters, too:
    else each process that draws a text would work that out, for three seconds.
    """
    find(st.text() if session.config.option.collectonly else st.none(), lambda _: True)
    gc.collect()
    gc.freeze()


def pytest_sessionfinish() -> None:
    """Look for what was left unclosed: once, where pytest looks through all there is five times."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def tmp_path(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """Give a test a folder of its own, which stays if it fails.

    To number it, pytest's own looks through what is left of all tests before it, for each test.
    """
    name = re.sub(r"\W", "_", request.node.name)[:30]
    path = tmp_path_factory.getbasetemp() / f"{name}{next(_FOLDERS)}"
    path.mkdir(mode=0o700)
    failed = request.session.testsfailed
    yield path
    if request.session.testsfailed == failed:
        shutil.rmtree(path, ignore_errors=True)


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
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    for name in (
        "COPYDESK_LIBRARY",
        "COPYDESK_CONFIG",
        "NO_COLOR",
        "TEXTUAL_THEME",
        "COLUMNS",
        "LINES",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture(scope="session", autouse=True)
def damage_seen_at_once() -> Iterator[None]:
    """Wait no quarter of a second, each time, for another program that may mend what is damaged."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("storage.backup.inspect_file._AGAIN_AFTER", (0, 0.001))
        yield


@pytest.fixture(scope="session", autouse=True)
def nothing_forced_to_disk() -> Iterator[None]:
    """Wait for no disk."""
    with unforced():
        yield


@pytest.fixture(scope="session", autouse=True)
def compared_once() -> Iterator[None]:
    """Compare the same articles once for all tests: that is half of the opening of a story."""
    with comparing_once():
        yield


@pytest.fixture(scope="session")
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an empty library to copy: making one takes five times as long."""
    path = tmp_path_factory.mktemp("empty") / "library.db"
    with open_library(path):
        pass
    return path


@pytest.fixture
def library(empty_library: Path, tmp_path: Path) -> Iterator[Library]:
    """Open a new library, and close it after the test.

    It is not inspected as any file is before it is opened: that would take most of the time.
    """
    path = Path(shutil.copyfile(empty_library, tmp_path / empty_library.name))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("storage.open_library._refuse_what_is_not_ours", _take_as_ours)
        library = open_library(path)
    with library:
        yield library


def _take_as_ours(_: Path) -> None:
    """Stand in for the look at a file that nobody but these tests has made."""


@pytest.fixture(scope="session")
def parser() -> Iterator[Parser]:
    """Keep one process that parses, for all tests; it starts when something is read."""
    with Parser() as parser:
        yield parser


@pytest.fixture(scope="module")
def shared_process(parser: Parser) -> Iterator[None]:
    """Let all readers of a module use that process: each takes a second to start."""
    with sharing(parser):
        yield
