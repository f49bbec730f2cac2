from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from storage.errors import CopydeskError
from tests.storage.library_files import file_mode
from tests.storage.special_files import SPECIAL, make_huge, posix
from tui.config.state_file import StateFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state.json"


def test_what_is_kept_is_there_again(path: Path) -> None:
    StateFile(path).keep(theme="copydesk-dark")

    assert StateFile(path).get("theme") == "copydesk-dark"
    assert StateFile(path).get("other") is None


@posix
def test_nobody_else_reads_it(path: Path) -> None:
    StateFile(path).keep(theme="copydesk-dark")
    assert file_mode(path) == 0o600

    path.chmod(0o644)
    StateFile(path).keep(theme="copydesk-light")
    assert file_mode(path) == 0o600


@posix
@pytest.mark.parametrize("make", SPECIAL)
def test_what_is_no_file_has_nothing_and_takes_nothing(
    path: Path, make: Callable[[Path], None]
) -> None:
    make(path)

    assert StateFile(path).get("theme") is None
    with pytest.raises(CopydeskError, match="it is not a regular file"):
        StateFile(path).keep(theme="copydesk-dark")


def test_a_file_too_large_to_be_ours_is_not_read(path: Path) -> None:
    make_huge(path)

    assert StateFile(path).get("theme") is None
