"""What readers mark in BASIL's triples of outlets, and what of it the engine shows.

In twenty of the triples readers who had not seen the engine marked what two reports say alike: its
places are in `reader_marks.tsv`, by code points. Weights and bars were chosen on half of them.
"""

from __future__ import annotations

import csv
import time
from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

import textreuse
from benchmarks.tables import table
from textreuse import Passage, Settings, Span

MARKS = Path(__file__).with_name("reader_marks.tsv")

SURE = 3
"""How sure readers are of a mark, 1 to 3: of 3 that anyone would make it."""

_MOSTLY = 0.5
"""Share of the shorter of two places that both must have for one to be the other."""


class Mark(NamedTuple):
    """What a reader found to be said in two articles, named by their files."""

    half: str
    left: str
    left_start: int
    left_end: int
    right: str
    right_start: int
    right_end: int
    what: str
    """"quotation" or "statement"."""
    sure: int

    @property
    def triple(self) -> str:
        """What the names of all articles about the event begin with."""
        return self.left.rpartition("_")[0]

    def is_shown_by(self, passage: Passage, files: Sequence[str]) -> bool:
        """Tell whether a passage is mostly in this place on both sides, or it in the passage."""
        left, right = files.index(self.left), files.index(self.right)
        return all(
            own.overlap(shown) >= _MOSTLY * min(own.length, shown.length) and own.overlap(shown) > 0
            for own, shown in (
                (Span(left, self.left_start, self.left_end), passage.left),
                (Span(right, self.right_start, self.right_end), passage.right),
            )
        )


class Figures(NamedTuple):
    """What one step of sensitivity shows of the marks of one half."""

    marks: list[Mark]
    shown: list[Mark]
    passages: int
    on_marks: int
    """Passages that show a mark."""
    seconds: float
    """CPU time of comparing."""


def recognises(corpus: Path) -> bool:
    """Tell whether the folder has the articles that readers marked."""
    return all((corpus / mark.left).is_file() for mark in read_marks())


def read_marks() -> list[Mark]:
    """Return all marks, those of one triple together."""
    with MARKS.open(encoding="utf-8", newline="") as file:
        return [
            Mark(
                row["half"],
                *_read_place(row, "left"),
                *_read_place(row, "right"),
                row["what"],
                int(row["sure"]),
            )
            for row in csv.DictReader(file, delimiter="\t")
        ]


def run(corpus: Path, every: int, jobs: int) -> None:  # noqa: ARG001  two seconds need one process
    """Print what is shown of the marks at the default sensitivity and at the last."""
    rows = []
    for half in ("tuned", "kept apart"):
        for step in (textreuse.PARAPHRASE, textreuse.WEAK):
            found = measure(corpus, half, Settings(sensitivity=step), every)
            sure, sure_shown = (
                sum(mark.sure == SURE for mark in listed) for listed in (found.marks, found.shown)
            )
            rows.append(
                [
                    f"{half}, step {step}",
                    f"{len(found.shown)} of {len(found.marks)}",
                    f"{sure_shown} of {sure}",
                    f"{found.on_marks} of {found.passages}",
                    f"{1000 * found.seconds:.0f}",
                ]
            )
    header = ["triples", "marks shown", "sure marks shown", "passages on a mark", "CPU ms"]
    print(table(header, rows))


def measure(corpus: Path, half: str, settings: Settings, every: int = 1) -> Figures:
    """Return what `settings` show of the marks of every so many triples of one half."""
    of_half = [mark for mark in read_marks() if mark.half == half]
    triples = [list(of_triple) for _, of_triple in groupby(of_half, attrgetter("triple"))]
    measured = [_measure_triple(corpus, marks, settings) for marks in triples[::every]]
    return Figures(
        [mark for one in measured for mark in one.marks],
        [mark for one in measured for mark in one.shown],
        sum(one.passages for one in measured),
        sum(one.on_marks for one in measured),
        sum(one.seconds for one in measured),
    )


def _measure_triple(corpus: Path, marks: list[Mark], settings: Settings) -> Figures:
    files = sorted(path.name for path in corpus.glob(f"{marks[0].triple}_*.txt"))
    texts = [(corpus / name).read_bytes().decode("utf-8") for name in files]
    start = time.process_time()
    comparison = textreuse.compare(texts, settings)
    seconds = time.process_time() - start
    passages = [passage for passage in comparison.passages if not passage.is_repeat]
    shown = [mark for mark in marks if any(mark.is_shown_by(one, files) for one in passages)]
    on_marks = [one for one in passages if any(mark.is_shown_by(one, files) for mark in marks)]
    return Figures(marks, shown, len(passages), len(on_marks), seconds)


def _read_place(row: Mapping[str, str], side: str) -> tuple[str, int, int]:
    return row[side], int(row[f"{side}_start"]), int(row[f"{side}_end"])
