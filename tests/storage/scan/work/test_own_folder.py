from __future__ import annotations

import os
from pathlib import Path

from storage.scan.work.own_folder import make_own_folder


def test_what_was_left_long_ago_is_cleared_away_and_what_is_worked_on_is_not(
    tmp_path: Path,
) -> None:
    kept = tmp_path / "kept"
    left, at_work = kept / "scan.left", kept / "scan.at-work"
    for folder in (left, at_work):
        (folder / "made").mkdir(parents=True)
        (folder / "made" / "texts").write_text("The owl moved in.")
        os.utime(folder / "made", (5, 5))
        os.utime(folder, (5, 5))
    os.utime(left / "made" / "texts", (5, 5))

    with make_own_folder(kept / "scan") as own:
        assert set(kept.iterdir()) == {at_work, own}
    assert list(kept.iterdir()) == [at_work]
