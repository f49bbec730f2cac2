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


class _SharedParser(Parser):
    """One that stays when a reader is done with it."""

    def close(self) -> None:
        if self.is_over:
            super().close()

    is_over = False


@pytest.fixture(scope="module")
def shared_process() -> Iterator[None]:
    """Let all readers of a module use one process that parses: each takes a second to start."""
    parser = _SharedParser()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("storage.article_import.reader.Parser", lambda: parser)
        yield
    parser.is_over = True
    parser.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder
