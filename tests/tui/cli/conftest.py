from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.tui.cli.calling import FIRST, SECOND, Answer, Copydesk
from tui.cli.main import main


@pytest.fixture
def copydesk(capsys: pytest.CaptureFixture[str]) -> Copydesk:
    """Call the command line inside this process."""

    def call(*arguments: str | Path) -> Answer:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as leaving:
            status = int(leaving.code or 0)
        return Answer(status, *capsys.readouterr())

    return call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder of two articles that share the owl."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST, "utf-8")
    (folder / "second.txt").write_text(SECOND, "utf-8")
    return folder


@pytest.fixture
def added(copydesk: Copydesk, folder: Path) -> Sequence[str]:
    """Add the two articles to the library, in a story called Owls; returns their ids."""
    assert copydesk("add", folder, "--story", "Owls").status == 0
    (story,) = copydesk("stories", "--json").json
    return [str(article) for article in story["articles"]]
