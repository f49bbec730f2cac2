"""What a scan found: of passages that were planted, and of what another program found."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.scan_corpus import TAKINGS
from benchmarks.tables import table

_COVERED = 0.5
"""The share of a planted passage, on both sides, that counts as found."""


class Alignment(NamedTuple):
    """A passage of two documents; characters, the ends not included."""

    left: str
    left_begin: int
    left_end: int
    right: str
    right_begin: int
    right_end: int


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file of JSON lines, or of the parts of a folder, as Spark writes."""
    for part in sorted(path.glob("part-*")) if path.is_dir() else [path]:
        with part.open(encoding="utf-8") as file:
            yield from map(json.loads, file)


def read_alignments(path: Path) -> list[Alignment]:
    """Return what an `align.json` has, `left` being the lesser id."""
    found = []
    for row in read_rows(path):
        one = (row["id"], row["begin"], row["end"])
        other = (row["id2"], row["begin2"], row["end2"])
        found.append(Alignment(*min(one, other), *max(one, other)))
    return found


def tell_planted(told: Path, out: Path) -> str:
    """Return a table of what was planted, and how much of it the scan in a folder found.

    Found is what passages between its two documents cover by half on both sides, or a cluster:
    of those that carried a release not all are compared with each other.
    """
    places: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for row in read_rows(out / "out.json"):
        places[row["id"]].append((row["cluster"], row["begin"], row["end"]))
    passages: dict[tuple[str, str], list[Alignment]] = defaultdict(list)
    for one in read_alignments(out / "align.json"):
        passages[one.left, one.right].append(one)
    count = dict.fromkeys(TAKINGS, 0)
    found = dict.fromkeys(TAKINGS, 0)
    for row in read_rows(told):
        count[row["taking"]] += 1
        source = _find_clusters(places[row["source"]], row["source_begin"], row["source_end"])
        target = _find_clusters(places[row["target"]], row["target_begin"], row["target_end"])
        found[row["taking"]] += not source.isdisjoint(target) or _is_covered(row, passages)
    return table(
        ["planted passages", "", "found"],
        [
            [taking, str(count[taking]), f"{found[taking] / count[taking]:.1%}"]
            for taking in TAKINGS
            if count[taking]
        ],
    )


def tell_missed(
    ours: Iterable[Alignment], theirs: Iterable[Alignment]
) -> tuple[str, list[Alignment]]:
    """Return how much of what others found we have, and what we have not.

    A passage is had where one of ours overlaps it on both sides, a pair of documents where any
    passage joins the two.
    """
    of: dict[tuple[str, str], list[Alignment]] = defaultdict(list)
    for one in ours:
        of[one.left, one.right].append(one)
    others = list(theirs)
    missed = [other for other in others if not _is_had(other, of)]
    pairs = {(one.left, one.right) for one in others}
    had = sum(pair in of for pair in pairs)
    line = (
        f"{len(others) - len(missed)} of {len(others)} passages, {had} of {len(pairs)} pairs of"
        f" documents; ours are {sum(map(len, of.values()))} in {len(of)}"
    )
    return line, missed


def _is_had(other: Alignment, of: Mapping[tuple[str, str], list[Alignment]]) -> bool:
    return any(
        one.left_begin < other.left_end
        and other.left_begin < one.left_end
        and one.right_begin < other.right_end
        and other.right_begin < one.right_end
        for one in of.get((other.left, other.right), ())
    )


def _is_covered(
    row: Mapping[str, Any], passages: Mapping[tuple[str, str], list[Alignment]]
) -> bool:
    sides = sorted(
        (row[side], row[f"{side}_begin"], row[f"{side}_end"]) for side in ("source", "target")
    )
    between = passages.get((sides[0][0], sides[1][0]), ())
    return _covers_half([one[1:3] for one in between], *sides[0][1:]) and _covers_half(
        [one[4:6] for one in between], *sides[1][1:]
    )


def _covers_half(spans: Iterable[tuple[int, int]], begin: int, end: int) -> bool:
    covered = {at for first, last in spans for at in range(max(first, begin), min(last, end))}
    return len(covered) >= _COVERED * (end - begin)


def _find_clusters(spans: Iterable[tuple[int, int, int]], begin: int, end: int) -> set[int]:
    covered: dict[int, int] = defaultdict(int)
    for cluster, first, last in spans:
        covered[cluster] += max(0, min(last, end) - max(first, begin))
    return {cluster for cluster, size in covered.items() if size >= _COVERED * (end - begin)}
