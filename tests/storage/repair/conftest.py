from __future__ import annotations

from pathlib import Path

import pytest

from tests.storage.damage import library_with_backup


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a library with a backup and something newer."""
    path = tmp_path / "desk" / "library.db"
    library_with_backup(path)
    return path
