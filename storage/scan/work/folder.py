"""The folder of a scan that runs: what is in it, and how far it is."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from storage.flushing import flush
from storage.scan.index.write_index import IndexWriter
from storage.scan.values import Skipped

INDEX = "scan.db"
"""What its index is called, in the folder of the work and in that of a scan that is done."""
WORK = "work"
"""The folder in that of a scan that is not done."""
_OWN = "work."
"""How the keys begin under which a scan that runs says how far it is."""
SECONDS = 5.0
"""How much work a kill may cost."""


class WorkFolder:
    """An index in the making, and the files beside it; opened again, it is where it was."""

    def __init__(self, path: Path) -> None:
        path.mkdir(parents=True, exist_ok=True)
        self.path = path
        self.index = IndexWriter(path / INDEX)
        self._saved = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.index.close()

    @property
    def texts(self) -> Path:
        """The texts of the documents, a row each, UTF-8."""
        return self.path / "texts"

    @property
    def fingerprints(self) -> Path:
        """The fingerprints of the documents, a row each, as `array("i")` has them."""
        return self.path / "fingerprints"

    @property
    def terms(self) -> Path:
        """The terms of the documents, likewise."""
        return self.path / "terms"

    @property
    def candidates(self) -> Path:
        """The candidates, as `candidate_file` has them."""
        return self.path / "candidates"

    @property
    def sorting(self) -> Path:
        """A folder for an engine to work in."""
        return self.path / "sorting"

    @property
    def skipped(self) -> Path:
        """What was skipped, as JSON lines."""
        return self.path / "skipped.jsonl"

    def count_documents(self) -> int:
        """Return how many documents were read so far."""
        return self.get_count("documents")

    def get_count(self, name: str) -> int:
        """Return what is noted under a name, at first 0."""
        return int(self.index.get_meta(_OWN + name) or 0)

    def note(self, **counts: int) -> None:
        """Note how far the work is; in a transaction, with what was written up to there."""
        self.index.set_meta({_OWN + name: str(count) for name, count in counts.items()})

    def is_due(self) -> bool:
        """Tell whether it is time to save what was done."""
        return time.monotonic() - self._saved >= SECONDS

    @contextmanager
    def save(self) -> Iterator[None]:
        """Hold a transaction for what is saved now."""
        with self.index.transaction():
            yield
        self._saved = time.monotonic()

    def run_once(self, stage: str, work: Callable[[], None]) -> None:
        """Do a stage that was not done to its end yet.

        A kill may come between the work and the word that it is done. What cannot be done twice
        says so itself, with its last transaction (`note_done`).
        """
        if not self.get_count(f"done.{stage}"):
            work()
            with self.save():
                self.note_done(stage)

    def note_done(self, stage: str) -> None:
        """Note that a stage is done; in a transaction."""
        self.note(**{f"done.{stage}": 1})

    def add_skipped(self, skipped: Iterable[Skipped]) -> int:
        """Write down what is skipped, behind what was noted; returns how long that is now."""
        with self.skipped.open("ab") as file:
            file.truncate(self.get_count("skipped_bytes"))
            file.seek(0, os.SEEK_END)
            for one in skipped:
                file.write(json.dumps(one._asdict(), ensure_ascii=False).encode() + b"\n")
            flush(file)
            return file.tell()

    def forget_progress(self) -> None:
        """Take out of the index what only a scan that runs has to know; in a transaction."""
        self.index.forget(_OWN)
