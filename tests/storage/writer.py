"""Somebody who annotates without pause, in a process of their own that may be killed."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing.connection import Connection
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
