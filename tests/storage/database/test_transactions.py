from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from storage.errors import LibraryError
from storage.library import Library
from storage.open_library import open_library
from tests.storage.desk import MILL, OWL, add, annotate, asked, done, not_as_root

PATIENT = """
from storage.database import connection

connection.LOCK_SECONDS = 50
"""
"""What lets a process wait for the others, who have the lock for long where the machine is busy."""

WRITER = """
import sys
from itertools import count
from pathlib import Path
from storage.anchoring.anchors import make_anchor
from storage.models import NewArticle, Target
from storage.open_library import open_library

path, text, name, times = sys.argv[1:]
with open_library(Path(path)) as library:
    article, _ = library.articles.add(NewArticle(text, "Owl"))
    place = Target(article.id, make_anchor(text, 2, 10))
    for number in count() if times == "for ever" else range(int(times)):
        annotation = library.annotations.create([place], f"{name} {number}", ["bird", name])
        print(annotation.id, flush=True)
"""

OPENER = """
import sys
from pathlib import Path
from storage.models import NewArticle
from storage.open_library import open_library

path, text, times = sys.argv[1:]
for number in range(int(times)):
    with open_library(Path(path)) as library:
        article, _ = library.articles.add(NewArticle(f"{text} {number} " * 400, "Owl"))
    print(article.id)
"""


def writer(path: Path, name: str, times: int | str) -> subprocess.Popen[str]:
    """Start a process that annotates `times` times and prints each id once it is stored."""
    return started(WRITER, str(path), OWL, name, str(times))


def started(script: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PATIENT + script, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def outputs(processes: Sequence[subprocess.Popen[str]]) -> list[list[str]]:
    """Wait for processes that should succeed; returns the lines that each printed."""
    ended = [(*process.communicate(timeout=120), process.returncode) for process in processes]
    assert [(errors, status) for _, errors, status in ended] == [("", 0)] * len(processes)
    return [printed.split() for printed, _, _ in ended]


def ids(path: Path) -> list[str]:
    with open_library(path) as library:
        return [annotation.id for annotation in library.annotations.list_all()]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "shared.db"


def test_two_windows_write_in_turn(path: Path) -> None:
    with open_library(path) as one, open_library(path) as other:
        owl = add(one, OWL)
        made = [
            annotate((one, other)[turn % 2], owl, "owl", str(turn), "shared") for turn in range(10)
        ]

        assert one.annotations.list_all() == other.annotations.list_all() == made


def test_two_threads_write_at_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.database.connection.LOCK_SECONDS", 50)
    with open_library(path) as library:
        owl = add(library, OWL)

    def write(name: str) -> list[str]:
        with open_library(path) as library:
            return [annotate(library, owl, "owl", name, "shared", name).id for _ in range(20)]

    with ThreadPoolExecutor(2) as threads:
        one, other = threads.map(write, ["one", "other"])

    assert sorted(ids(path)) == sorted(one + other)
    assert len(set(one + other)) == 40


def test_processes_that_make_the_library_at_once_lose_nothing(path: Path) -> None:
    written = outputs([writer(path, f"process-{number}", 15) for number in range(3)])

    printed = [annotation for lines in written for annotation in lines]
    assert len(printed) == 45
    assert sorted(ids(path)) == sorted(printed)
    assert asked(path, "SELECT count(*) FROM article") == [(1,)]
    assert asked(path, "SELECT count(*) FROM tag") == [(4,)]


def test_a_library_that_others_open_and_close_all_the_time_opens(path: Path) -> None:
    written = outputs([started(OPENER, str(path), f"{OWL} {name}", "20") for name in "abc"])

    printed = {article for lines in written for article in lines}
    assert len(printed) == 60
    with open_library(path) as library:
        assert {article.id for article in library.articles.list_all()} == printed


@pytest.mark.parametrize("turn", range(10))
def test_what_was_told_to_be_stored_survives_a_kill(path: Path, turn: int) -> None:
    with writer(path, "victim", "for ever") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        time.sleep(random.Random(turn).uniform(0, 0.1))
        process.kill()
        # The last line may have been cut off.
        printed = (first + process.stdout.read()).split("\n")[:-1]
        errors = process.stderr.read()

    assert errors == ""
    assert printed
    with open_library(path) as library:
        stored = library.annotations.list_all()
        assert {annotation.id for annotation in stored} >= set(printed)
        assert len(stored) <= len(printed) + 1
        assert all(one.tags == ("bird", "victim") and len(one.targets) == 1 for one in stored)
        assert library.undo_log.undo() == "note added"
    assert asked(path, "PRAGMA integrity_check") == [("ok",)]
    assert asked(path, "PRAGMA foreign_key_check") == []


class TestLocked:
    @contextmanager
    def held(self, path: Path) -> Iterator[None]:
        """Hold the write lock from elsewhere."""
        with open_library(path) as other, other.transaction():
            yield

    def test_a_library_that_stays_locked_is_told(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("storage.database.connection.LOCK_SECONDS", 0.05)
        with open_library(path) as library:
            owl = add(library, OWL)
            with self.held(path), pytest.raises(LibraryError, match="has locked the library"):
                annotate(library, owl, "owl")

            assert library.annotations.list_all() == []
            assert annotate(library, owl, "owl").targets

    def test_a_library_that_another_program_is_just_making_is_waited_for(self, path: Path) -> None:
        path.touch()
        with closing(sqlite3.connect(path, check_same_thread=False)) as maker:
            maker.execute("BEGIN IMMEDIATE")
            finish = threading.Timer(0.2, maker.rollback)
            finish.start()
            try:
                with open_library(path) as library:
                    assert library.articles.list_all() == []
            finally:
                finish.join()

    def test_it_can_be_read_meanwhile(self, path: Path) -> None:
        with open_library(path) as library:
            add(library, OWL, "Owl")
            with self.held(path), open_library(path) as reader:
                assert [article.title for article in reader.articles.list_all()] == ["Owl"]

    def test_what_the_other_has_not_finished_is_not_seen(self, path: Path) -> None:
        with open_library(path) as library, open_library(path) as other:
            with other.transaction():
                add(other, OWL)
                assert library.articles.list_all() == []
            assert len(library.articles.list_all()) == 1


class TestBlock:
    def test_all_of_it_happens(self, library: Library) -> None:
        with library.transaction(), library.transaction():
            add(library, OWL)
            add(library, MILL)

        assert len(library.articles.list_all()) == 2

    def test_or_nothing(self, library: Library) -> None:
        def interrupted() -> None:
            with library.transaction():
                add(library, OWL)
                with library.transaction():
                    add(library, MILL)
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            interrupted()

        assert library.articles.list_all() == []
        assert add(library, OWL).text == OWL

    def test_an_error_of_the_database_is_a_sentence(self, library: Library) -> None:
        done(library.path, "DROP TABLE step")
        owl = add(library, OWL)

        with pytest.raises(LibraryError, match="cannot be used: no such"):
            annotate(library, owl, "owl")

        assert library.annotations.list_all() == []

    @not_as_root
    def test_a_read_only_file_is_told(self, path: Path) -> None:
        with open_library(path) as library:
            add(library, OWL)
        path.chmod(0o400)

        with open_library(path) as library, pytest.raises(LibraryError, match="read-only"):
            add(library, MILL)
