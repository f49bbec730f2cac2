from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from shutil import copyfile

import pytest

from storage.library import Library
from storage.models import Article
from storage.open_library import open_library
from tests.storage.desk import OWL, add, annotate

Shelf = Callable[[], Iterator[Library]]


@pytest.fixture(scope="session")
def shelf(empty_library: Path) -> Callable[[], object]:
    """Give a function that opens another new library, as often as it is called."""
    numbers = count()

    @contextmanager
    def new() -> Iterator[Library]:
        path = empty_library.with_name(f"{next(numbers)}.db")
        copyfile(empty_library, path)
        with open_library(path) as library:
            yield library
        path.unlink()

    return new


@pytest.fixture
def other(library: Library) -> Iterator[Library]:
    """Open the same library a second time, as a second window does."""
    with open_library(library.path) as other:
        yield other


@pytest.fixture
def owl(library: Library) -> Article:
    return add(library, OWL)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a library is to be made, in a folder of its own."""
    folder = tmp_path / "copydesk"
    folder.mkdir()
    return folder / "library.db"


@pytest.fixture
def used(path: Path) -> Path:
    """Make a library with an article and an annotation; returns its path."""
    with open_library(path) as library:
        annotate(library, add(library, OWL, "Owl"), "barn owl", "Which barn?")
    return path
