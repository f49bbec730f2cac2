"""A folder of one's own beside another one, for what is to be in that once it is whole."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

_DAY = 24 * 60 * 60.0
"""Seconds."""


@contextmanager
def make_own_folder(beside: Path) -> Iterator[Path]:
    """Make a folder beside one that is there or not, and take it away after the block.

    Others may make theirs at the same time; what those left that were killed long ago is cleared
    away: nothing in it has changed for a day. `OSError` as of files.
    """
    beside.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for left in beside.parent.glob(f"{beside.name}.*"):
        with suppress(OSError):  # another clears it away, too
            changed = max(one.stat().st_mtime for one in (left, *left.rglob("*")))
            if time.time() - changed > _DAY:
                shutil.rmtree(left, ignore_errors=True)
    with TemporaryDirectory(
        prefix=f"{beside.name}.", dir=beside.parent, ignore_cleanup_errors=True
    ) as own:
        yield Path(own)
