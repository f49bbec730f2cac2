"""Nothing is forced to disk where no test can tell: that is what only a power cut would lose.

Each transaction would wait for the disk, some milliseconds; all tests together, for minutes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from storage.database import connection

AS_SHIPPED = connection.SYNCHRONOUS
"""What libraries are opened with, but by tests."""


@contextmanager
def unforced() -> Iterator[None]:
    """Let the disk keep what this process writes when it likes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection, "SYNCHRONOUS", "OFF")
        patch.setattr(os, "fsync", lambda _: None)
        yield
