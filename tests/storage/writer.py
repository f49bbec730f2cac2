"""Somebody who annotates without pause, in a process of their own that may be killed."""

from __future__ import annotations

import multiprocessing
import random
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple

from storage.library import Library
from storage.models import Annotation
from storage.open_library import open_library
from tests.storage.desk import target


class Told(NamedTuple):
    """What was about to be done, or, once the library had said so, was done."""

    done: bool
    annotation: str | None
    """None for one that is about to be made."""
    note: str | None
    """What the annotation says then; None where it is gone."""
    tags: tuple[str, ...]


State = dict[str, tuple[str, tuple[str, ...]]]
"""Note and tags of each annotation, by its id."""


class Writer:
    """Tells of each step before it, and again once the library says that it is done."""

    def __init__(self, library: Library, line: Connection) -> None:
        self.library = library
        self.mine: dict[str, Annotation] = {}
        self._line = line

    def step(
        self,
        annotation: str | None,
        note: str | None,
        tags: Sequence[str],
        do: Callable[[], Annotation | None],
    ) -> None:
        self._line.send(Told(False, annotation, note, tuple(tags)))
        made = do()
        if made is not None:
            annotation = made.id
            self.mine[annotation] = made
        elif annotation is not None:
            del self.mine[annotation]
        self._line.send(Told(True, annotation, note, tuple(tags)))

    def undo(self, annotation: str) -> Annotation:
        self.library.undo_log.undo()
        return self.library.annotations.get(annotation)


def annotate_until_killed(path: Path, seed: int, line: Connection, most: int = 10_000) -> None:
    """Make, change, tag, delete and bring back annotations; `most` steps at the most."""
    chance = random.Random(seed)
    with open_library(path) as library:
        writer = Writer(library, line)
        annotations = library.annotations
        story = library.stories.list_all()[0]
        places = [target(library.articles.get(story.articles[0]), "belfry")]
        for number in range(most):
            note = f"{seed}: {number} " + "x" * chance.randrange(2_000)
            if len(writer.mine) < 3 or chance.random() < 0.4:
                tags = chance.sample(("claim", "quote", "to check"), chance.randrange(3))
                writer.step(None, note, tags, partial(annotations.create, places, note, tags))
                continue
            known = writer.mine[chance.choice(list(writer.mine))]
            how = chance.choice(("note", "tags", "delete"))
            if how == "note":
                change = partial(annotations.set_note, known.id, note)
                writer.step(known.id, note, known.tags, change)
            elif how == "tags":
                change = partial(annotations.set_tags, known.id, ["later"])
                writer.step(known.id, known.note, ["later"], change)
            else:
                writer.step(known.id, None, (), partial(annotations.delete, known.id))
                if chance.random() < 0.5:
                    undo = partial(writer.undo, known.id)
                    writer.step(known.id, known.note, known.tags, undo)


def begin_annotating(path: Path, seed: int, most: int = 10_000) -> tuple[BaseProcess, Connection]:
    """Let somebody begin to annotate; returns the process and what it tells."""
    processes = multiprocessing.get_context("forkserver")
    # sqlite-utils too: loaded at the first write, it would take all the time until the kill.
    processes.set_forkserver_preload(["tests.storage.writer", "sqlite_utils"])
    told, line = processes.Pipe(duplex=False)
    process = processes.Process(target=annotate_until_killed, args=(path, seed, line, most))
    process.start()
    line.close()
    return process, told


def read_all_told(line: Connection) -> list[Told]:
    """Return what was told before the end."""
    found = []
    try:
        while True:
            found.append(Told(*line.recv()))
    except (EOFError, OSError):
        return found


def read_state(path: Path) -> State:
    """Return what stands in a library."""
    with open_library(path) as library:
        return {one.id: (one.note, one.tags) for one in library.annotations.list_all()}


def compute_state(state: State, told: list[Told]) -> tuple[State, Told | None]:
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


def check_state(expected: State, found: State, pending: Told | None) -> None:
    """Fail where anything else is other than what was being done: that may be done, as a whole."""
    off = {key for key in expected.keys() | found.keys() if expected.get(key) != found.get(key)}
    assert len(off) <= (pending is not None), f"{len(off)} are other than was told"
    for key in off:
        assert pending is not None
        assert pending.annotation in (None, key)
        wanted = None if pending.note is None else (pending.note, pending.tags)
        assert found.get(key) == wanted
