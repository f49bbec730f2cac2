"""DuckDB gives the pairs that the rule gives in memory."""

from __future__ import annotations

import random
import sys
from array import array
from pathlib import Path

import pytest

from storage.errors import CopydeskError
from storage.scan.candidates import Limits, find_candidates
from storage.scan.engines import duckdb_candidates
from storage.scan.values import Candidate
from storage.scan.work.candidate_file import count_candidates, read_candidates
from storage.scan.work.row_file import RowWriter


def draw_rows(seed: int) -> list[list[int]]:
    """Return fingerprints: such as few have, phrases that all have, a release of many."""
    chance = random.Random(seed)
    release = [chance.randint(-20, -10) for _ in range(24)]
    rows = []
    for _ in range(40):
        row = [chance.randint(0, 120) for _ in range(chance.randint(0, 12))]
        row += chance.choices(range(5), k=chance.randint(0, 6))
        if chance.random() < 0.4:
            begin = chance.randrange(6)
            row[2:2] = release[begin : begin + chance.randint(6, 18)]
        rows.append([value for at, value in enumerate(row) if not at or row[at - 1] != value])
    return rows


def ask_duckdb(rows: list[list[int]], limits: Limits, folder: Path) -> list[Candidate]:
    writer = RowWriter(folder / "fingerprints", 0)
    for row in rows:
        writer.append(array("i", row).tobytes())
    writer.close()
    result = folder / "candidates"
    duckdb_candidates.find_candidates(
        folder / "fingerprints", len(rows), folder / "sorting", result, 1, limits
    )
    assert not (folder / "sorting").exists()
    return list(read_candidates(result, 0, count_candidates(result)))


@pytest.mark.parametrize("seed", range(2))
def test_duckdb_gives_what_the_rule_gives(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(duckdb_candidates, "_LINE", 4)  # rows go on in other lines
    limits = Limits(documents=3, first=1 + seed % 2, common=2, most=3)
    rows = draw_rows(seed)
    expected = find_candidates(rows, limits)

    assert len(expected) > 10
    assert expected != find_candidates(rows, limits._replace(first=3))
    assert ask_duckdb(rows, limits, tmp_path) == expected
    without = limits._replace(has_runs=False)
    assert ask_duckdb(rows, without, tmp_path) == find_candidates(rows, without) != expected


def test_without_duckdb_it_is_told_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)

    with pytest.raises(CopydeskError, match=r'pip install "copydesk\[duckdb\]"'):
        ask_duckdb([[1]], Limits(), tmp_path)
