from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from storage.errors import CopydeskError
from storage.export.existing_file import holds, read_existing, read_head
from tests.storage.special_files import SPECIAL, make_huge, posix


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.md"


def test_what_a_file_holds(path: Path) -> None:
    assert read_existing(path) == b""
    path.write_bytes(b"owl\n")

    assert read_existing(path) == b"owl\n"
    assert read_head(path, 2) == b"ow"
    assert read_head(path, 200) == b"owl\n"


def test_what_is_too_large_is_not_read(path: Path) -> None:
    make_huge(path)

    assert read_existing(path) is None
    assert not holds(path, b"owl")


@pytest.mark.parametrize("size", [0, 3, 2**20, 2**20 + 3])
def test_the_same_is_told_from_other_things_of_its_size(path: Path, size: int) -> None:
    path.write_bytes(b"o" * size)

    assert holds(path, b"o" * size)
    assert not holds(path, b"o" * size + b"w")
    assert size == 0 or not holds(path, b"o" * (size - 1) + b"w")


@posix
@pytest.mark.parametrize("make", SPECIAL)
def test_what_is_no_file_is_not_opened(path: Path, make: Callable[[Path], None]) -> None:
    make(path)

    with pytest.raises(CopydeskError, match=r"Cannot write .*notes\.md: it is not a regular file"):
        read_existing(path)
    for ask in (lambda: read_head(path, 4), lambda: holds(path, b"owl")):
        with pytest.raises(OSError, match="it is not a regular file"):
            ask()
