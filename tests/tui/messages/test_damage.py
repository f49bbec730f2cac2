from __future__ import annotations

import queue
from pathlib import Path

import pytest

from storage.article_import.things import Given
from storage.errors import DamagedError, LibraryError
from storage.open_library import open_library
from tests.storage.damage import damage, garbled_articles, library_with_backup
from tests.storage.desk import OWL
from tui.add.import_job import ImportJob
from tui.messages.damage import explain_damage


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """Return a damaged library that has a backup."""
    path = tmp_path / "desk.db"
    library_with_backup(path)
    damage(path, garbled_articles)
    return path


def is_whole(said: str) -> bool:
    return "is damaged; nothing was changed. The newest intact backup is from 20" in said


def test_the_error_says_which_backup_there_is(damaged: Path) -> None:
    with pytest.raises(LibraryError) as refused, explain_damage(), open_library(damaged):
        pass

    assert is_whole(str(refused.value))
    assert isinstance(refused.value.__cause__, DamagedError)


def test_so_it_does_where_articles_are_added_beside_the_app(damaged: Path) -> None:
    failures: queue.SimpleQueue[Exception] = queue.SimpleQueue()

    ImportJob(damaged, [Given("An owl", OWL.encode())], lambda: None, failures.put).start()

    assert is_whole(str(failures.get(timeout=30)))


def test_other_errors_are_what_they_are() -> None:
    with pytest.raises(LibraryError, match=r"^It is locked\.$"), explain_damage():
        raise LibraryError("It is locked.")
