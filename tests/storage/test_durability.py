"""What the library says is saved is on disk, whatever happens to the program."""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

import pytest

from storage.open_library import open_library
from tests.storage.desk import OWL, asked, story
from tests.storage.writer import (
    State,
    begin_annotating,
    check_state,
    compute_state,
    read_all_told,
    read_state,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        sys.platform == "win32", reason="there is no SIGKILL, and no fork, on Windows"
    ),
]
KILLS = 100


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a library with one story."""
    path = tmp_path / "library.db"
    with open_library(path) as library:
        story(library, OWL)
    return path


def test_a_program_killed_at_any_moment_loses_nothing_that_was_saved(path: Path) -> None:
    chance = random.Random(2026)
    state: State = {}
    saved = 0
    for number in range(5 * KILLS):
        if number >= KILLS and saved > KILLS:
            break  # a busy machine saves less between two kills
        process, line = begin_annotating(path, number)
        assert line.poll(30), "it never began"
        time.sleep(chance.uniform(0, 0.05))
        process.kill()
        process.join()
        told = read_all_told(line)
        saved += sum(one.done for one in told)

        expected, pending = compute_state(state, told)
        state = read_state(path)
        check_state(expected, state, pending)
        if number % 10 == 0:
            assert asked(path, "PRAGMA integrity_check") == [("ok",)]
            assert asked(path, "PRAGMA foreign_key_check") == []
    assert asked(path, "PRAGMA integrity_check") == [("ok",)]
    assert saved > KILLS


def test_two_programs_on_one_library_write_and_neither_loses(path: Path) -> None:
    both = [begin_annotating(path, seed, most=60) for seed in (1, 2)]
    told = [read_all_told(line) for _, line in both]
    for process, _ in both:
        process.join()

    assert [process.exitcode for process, _ in both] == [0, 0]
    expected: State = {}
    for of_one in told:
        expected |= compute_state({}, of_one)[0]
    assert read_state(path) == expected
    assert len(expected) > 20
