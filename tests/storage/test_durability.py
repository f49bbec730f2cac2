"""What the library says is saved is on disk, whatever happens to the program."""

from __future__ import annotations

import multiprocessing
import random
import sys
import time
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from storage.open_library import open_library
from tests.storage.desk import OWL, asked, story
from tests.storage.writer import Told, annotate_until_killed

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        sys.platform == "win32", reason="there is no SIGKILL, and no fork, on Windows"
    ),
]
KILLS = 100
State = dict[str, tuple[str, tuple[str, ...]]]
"""Note and tags of each annotation, by its id."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a library with one story."""
    path = tmp_path / "library.db"
    with open_library(path) as library:
        story(library, OWL)
    return path


def beginning(path: Path, seed: int, most: int = 10_000) -> tuple[BaseProcess, Connection]:
    """Let somebody begin to annotate; returns the process and what it tells."""
    processes = multiprocessing.get_context("forkserver")
    # sqlite-utils too: loaded at the first write, it would take all the time until the kill.
    processes.set_forkserver_preload(["tests.storage.writer", "sqlite_utils"])
    told, line = processes.Pipe(duplex=False)
    process = processes.Process(target=annotate_until_killed, args=(path, seed, line, most))
    process.start()
    line.close()
    return process, told


def all_told(line: Connection) -> list[Told]:
    """Return what was told before the end."""
    found = []
    try:
        while True:
            found.append(Told(*line.recv()))
    except (EOFError, OSError):
        return found


def stands(path: Path) -> State:
    with open_library(path) as library:
        return {one.id: (one.note, one.tags) for one in library.annotations.list_all()}


def after(state: State, told: list[Told]) -> tuple[State, Told | None]:
    """Return the state after all that was told to be done, and what was being done last."""
    state = dict(state)
    pending = None
    for one in told:
        pending = None if one.done else one
        if one.done and one.annotation is not None:
            if one.note is None:
                del state[one.annotation]
            else:
                state[one.annotation] = one.note, one.tags
    return state, pending


def difference(expected: State, found: State) -> State:
    """Return what stands in only one of them, or is other in the second."""
    changed = {key for key in expected.keys() | found.keys() if expected.get(key) != found.get(key)}
    return {key: found[key] for key in changed & found.keys()} | dict.fromkeys(
        changed - found.keys(), ("gone", ())
    )


def test_a_program_killed_at_any_moment_loses_nothing_that_was_saved(path: Path) -> None:
    chance = random.Random(2026)
    state: State = {}
    saved = 0
    for number in range(5 * KILLS):
        if number >= KILLS and saved > KILLS:
            break  # a busy machine saves less between two kills
        process, line = beginning(path, number)
        assert line.poll(30), "it never began"
        time.sleep(chance.uniform(0, 0.05))
        process.kill()
        process.join()
        told = all_told(line)
        saved += sum(one.done for one in told)

        expected, pending = after(state, told)
        state = stands(path)
        off = difference(expected, state)
        # What was being done just then may be done or not, as a whole.
        assert len(off) <= (pending is not None)
        for key, found in off.items():
            assert pending is not None
            assert pending.annotation in (None, key)
            assert found == (("gone", ()) if pending.note is None else (pending.note, pending.tags))
        if number % 10 == 0:
            assert asked(path, "PRAGMA integrity_check") == [("ok",)]
            assert asked(path, "PRAGMA foreign_key_check") == []
    assert asked(path, "PRAGMA integrity_check") == [("ok",)]
    assert saved > KILLS


def test_two_programs_on_one_library_write_and_neither_loses(path: Path) -> None:
    both = [beginning(path, seed, most=60) for seed in (1, 2)]
    told = [all_told(line) for _, line in both]
    for process, _ in both:
        process.join()

    assert [process.exitcode for process, _ in both] == [0, 0]
    expected: State = {}
    for of_one in told:
        expected |= after({}, of_one)[0]
    assert stands(path) == expected
    assert len(expected) > 20
