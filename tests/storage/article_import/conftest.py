from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.article_import.serving import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    """Run a web server on this machine for the test."""
    with serving() as site:
        yield site


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder
