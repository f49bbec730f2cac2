"""Every byte of the header garbled in turn: nothing that people put in lies there."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.repair.check import check
from storage.repair.repair import repair
from tests.storage.damage import library_with_backup
from tests.storage.repair.mending import BOTH_NOTES, notes


@pytest.mark.parametrize("with_backup", [True, False])
@pytest.mark.parametrize("at", [16, 18, 19, 20, 21, 28, 36, 44, 47, 52, 56, 59, 60, 63, 68, 71])
def test_it_is_repaired_with_all_notes(path: Path, at: int, with_backup: bool) -> None:
    if not with_backup:
        path = path.parent.parent / "other" / "library.db"
        library_with_backup(path, without=True)
    contents = bytearray(path.read_bytes())
    contents[at] ^= 0x55
    path.write_bytes(bytes(contents))

    list(repair(path))

    assert check(path).findings == ()
    assert notes(path) == BOTH_NOTES
