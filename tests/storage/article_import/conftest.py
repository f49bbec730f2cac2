from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.article_import.sandbox import Parser
from tests.storage.article_import.serving import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    """Run a web server on this machine for the test."""
    with serving() as site:
        yield site


@pytest.fixture(scope="module")
def parser() -> Iterator[Parser]:
    """Keep one process that parses for all tests of a module."""
    with Parser() as parser:
        yield parser


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder
