"""By parts on disk the rule gives what it gives in memory."""

import random
from array import array
from pathlib import Path

import pytest

from storage.scan.candidates import Limits, find_candidates
from storage.scan.engines import local_candidates
from storage.scan.work.candidate_file import count_candidates, read_candidates
from storage.scan.work.row_file import RowWriter
from storage.scan.work.workers import Workers


def make_rows(seed: int) -> list[list[int]]:
    """Return fingerprints of documents some of which have long rows in common, some a few."""
    pick = random.Random(seed)
    values = [pick.randrange(-(2**31), 2**31) for _ in range(300)]
    releases = [pick.sample(values, 20) for _ in range(4)]
    rows = []
    for _ in range(pick.randrange(90)):
        row = [pick.choice(values) for _ in range(pick.randrange(25))]
        if pick.random() < 0.5:
            at = pick.randrange(len(row) + 1)
            row[at:at] = pick.choice(releases)[: pick.randrange(21)]
        rows.append(row)
    return rows


@pytest.mark.parametrize("seed", range(8))
def test_parts_give_what_the_rule_gives(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local_candidates, "_IN_A_PART", 60)
    monkeypatch.setattr(local_candidates, "_AT_ONCE", 7)
    rows = make_rows(seed)
    limits = Limits(documents=3 + seed, first=1 + seed % 3, common=2 + seed % 3, most=2 + seed)
    writer = RowWriter(tmp_path / "fingerprints", 0)
    for row in rows:
        writer.append(array("i", row).tobytes())
    writer.close()

    local_candidates.find_candidates(
        tmp_path / "fingerprints",
        len(rows),
        tmp_path / "sorting",
        tmp_path / "candidates",
        Workers(1),
        limits,
    )

    found = list(
        read_candidates(tmp_path / "candidates", 0, count_candidates(tmp_path / "candidates"))
    )
    assert found == find_candidates(rows, limits)
    assert seed == 0 or found
    assert not (tmp_path / "sorting").exists()
    middle = max(1, len(found) // 2)
    assert list(read_candidates(tmp_path / "candidates", 1, middle)) == found[1:middle]
