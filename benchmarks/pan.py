"""Accuracy on a PAN text-alignment corpus: pairs of texts, and what one has of the other."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import groupby
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import textreuse
from benchmarks.plagdet import Alignment, Pair, score
from benchmarks.tables import table
from textreuse import Span


class Task(NamedTuple):
    """Two files to compare, the class they are of, and where it says what they share."""

    folder: str
    suspicious: Path
    source: Path
    truth: Path


class Outcome(NamedTuple):
    """What came of one task."""

    folder: str
    regions: Pair
    passages: Pair
    seconds: float
    """CPU time of comparing and of making regions; reading the files is not in it."""


def recognises(corpus: Path) -> bool:
    """Tell whether the folder is laid out as PAN does it."""
    return (corpus / "src").is_dir() and (corpus / "susp").is_dir()


def tasks(corpus: Path, every: int) -> Iterator[Task]:
    """Yield the pairs of all classes, of each class every so many beginning with the first."""
    for listing in sorted(corpus.glob("*/pairs")):
        folder = listing.parent
        for line in listing.read_text("utf-8").splitlines()[::every]:
            suspicious, source = (Path(name) for name in line.split())
            truth = folder / f"{suspicious.stem}-{source.stem}.xml"
            yield Task(folder.name, corpus / "susp" / suspicious, corpus / "src" / source, truth)


def cases(task: Task) -> list[Alignment]:
    """Read what the corpus says the two files share; empty in a clean class."""
    return [
        Alignment(_interval(feature.attrib, "this"), _interval(feature.attrib, "source"))
        for feature in ElementTree.parse(task.truth).iter("feature")
        if feature.get("name") == "plagiarism"
        and feature.get("source_reference") == task.source.name
    ]


def run(corpus: Path, every: int, jobs: int) -> None:
    """Print plagdet and its parts for each class and for all, for regions and for passages."""
    todo = list(tasks(corpus, every))
    if jobs > 1:
        with ProcessPoolExecutor(jobs) as workers:
            outcomes = list(workers.map(_measure, todo, chunksize=8))
    else:
        outcomes = [_measure(task) for task in todo]
    classes = [
        (folder, list(members)) for folder, members in groupby(outcomes, lambda one: one.folder)
    ]
    rows = [row for folder, members in classes for row in _rows(folder, members)]
    header = "class,found as,pairs,cases,found,plagdet,recall,precision,granularity".split(",")
    print(table(header, [*rows, *_rows("all", outcomes)]))
    for kind in ("regions", "passages"):
        # Clean are the classes without a case. Elsewhere a pair that has none may still be on one
        # subject, and what is found in it is not known to be false.
        clean: list[Pair] = [
            getattr(member, kind)
            for _, members in classes
            if not any(member.passages.cases for member in members)
            for member in members
        ]
        if clean:
            false = sum(len(pair.detections) for pair in clean)
            print(f"{kind}, false ones per 1,000 clean pairs: {1000 * false / len(clean):.1f}")
    spent = [1000 * outcome.seconds for outcome in outcomes]
    print(
        f"CPU ms a pair: mean {statistics.mean(spent):.1f}, median {statistics.median(spent):.1f}"
    )


def _interval(attributes: dict[str, str], side: str) -> tuple[int, int]:
    start = int(attributes[f"{side}_offset"])
    return start, start + int(attributes[f"{side}_length"])


def _measure(task: Task) -> Outcome:
    # Offsets count the characters of the file: line ends must stay what they are.
    texts = [
        path.read_bytes().decode("utf-8", errors="replace")
        for path in (task.suspicious, task.source)
    ]
    start = time.process_time()
    comparison = textreuse.compare(texts)
    regions = textreuse.regions(comparison)
    seconds = time.process_time() - start
    known = cases(task)
    return Outcome(
        task.folder,
        Pair(known, _between((region.left, region.right) for region in regions)),
        Pair(known, _between((one.left, one.right) for one in comparison.passages)),
        seconds,
    )


def _between(found: Iterable[tuple[Span, Span]]) -> list[Alignment]:
    """Return what stands in both texts; what one of them repeats is not asked for."""
    return [
        Alignment((left.start, left.end), (right.start, right.end))
        for left, right in found
        if left.article != right.article
    ]


def _rows(folder: str, outcomes: Sequence[Outcome]) -> Iterator[list[str]]:
    for kind in ("regions", "passages"):
        pairs: list[Pair] = [getattr(outcome, kind) for outcome in outcomes]
        known = sum(len(pair.cases) for pair in pairs)
        found = sum(len(pair.detections) for pair in pairs)
        # Without a case there is no share of it to be found; only the false ones say something.
        figures = ["", "", "", ""]
        if known:
            result = score(pairs)
            figures = [f"{value:.4f}" for value in (result.plagdet, *result[:2])]
            figures.append(f"{result.granularity:.3f}")
        yield [folder, kind, str(len(pairs)), str(known), str(found), *figures]
