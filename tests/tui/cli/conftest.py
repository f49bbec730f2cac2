from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from shutil import copytree

import pytest

from tests.storage.annotation_import.written_elsewhere import PAGE
from tests.storage.damage import library_with_backup
from tests.storage.desk import BRIDGE, MILL, OWL
from tests.tui.cli.calling import FIRST, SECOND, Answer, Copydesk
from tui.cli.main import main


@pytest.fixture(scope="session", autouse=True)
def untranslated() -> Iterator[None]:
    """Take the words of argparse as they are: for each it looks through folders of translations."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("argparse._", str)
        yield


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


class Homes:
    """Homes that calls of the program have filled, to copy: each call takes a 20th of a second."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._told: dict[str, list[str]] = {}

    def fill(self, home: Path, name: str, calls: Callable[[], list[str]]) -> list[str]:
        """Make of an empty home what `calls` make of it; returns what they return."""
        is_empty, kept = not any(home.iterdir()), self._folder / name
        if is_empty and name in self._told:
            copytree(kept, home, dirs_exist_ok=True)
            return [*self._told[name]]
        told = calls()
        if is_empty:
            copytree(home, kept)
            self._told[name] = [*told]
        return told


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Homes:
    return Homes(tmp_path_factory.mktemp("homes"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder of two articles that share the owl."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST, "utf-8")
    (folder / "second.txt").write_text(SECOND, "utf-8")
    return folder


@pytest.fixture
def added(copydesk: Copydesk, folder: Path, home: Path, homes: Homes) -> Sequence[str]:
    """Add the two articles to the library, in a story called Owls; returns their ids."""

    def add() -> list[str]:
        assert copydesk("add", folder, "--story", "Owls").status == 0
        (story,) = copydesk("stories", "--json").json
        return [str(article) for article in story["articles"]]

    return homes.fill(home, "added", add)


@pytest.fixture
def articles(copydesk: Copydesk, tmp_path: Path, home: Path, homes: Homes) -> list[str]:
    """Add two articles that share the owl to the library, in a story called Owls."""
    (tmp_path / "first.txt").write_text(
        f"---\ntitle: Owl moves in\nurl: {PAGE}\n---\n\n{OWL}\n\n{MILL}\n"
    )
    (tmp_path / "second.txt").write_text(f"{BRIDGE}\n\n{OWL}\n")

    def add() -> list[str]:
        copydesk("add", tmp_path / "first.txt", tmp_path / "second.txt", "--story", "Owls")
        found = {one["title"]: one["id"] for one in json.loads(copydesk("list", "--json").out)}
        return [
            found["Owl moves in"],
            next(one for title, one in found.items() if "Owl m" not in title),
        ]

    return homes.fill(home, "articles", add)


@pytest.fixture
def annotated(copydesk: Copydesk, articles: list[str]) -> list[str]:
    """Annotate them; returns the ids of the annotations."""
    calls = [
        (articles[0], "--quote", "barn owl", "--note", "Which?", "--tag", "claim/disputed"),
        (articles[1], "--quote", "iron bridge", "--tag", "claim"),
    ]
    return [copydesk("annotate", *call).out.strip() for call in calls]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a library with a backup and something newer."""
    path = tmp_path / "desk.db"
    library_with_backup(path)
    return path
