from __future__ import annotations

from pathlib import Path

import pytest

from storage.open_library import open_library
from tests.storage.desk import OWL, add, annotate


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a library with a note."""
    path = tmp_path / "library.db"
    with open_library(path) as library:
        annotate(library, add(library, OWL, "Owl"), "barn owl", "Which barn?")
    return path
