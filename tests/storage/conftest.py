from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from shutil import copyfile

import pytest

from storage.library import Library
from storage.open_library import open_library

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
