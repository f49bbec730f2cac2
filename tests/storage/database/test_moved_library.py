"""A library whose file goes away, or another takes its place, while it is open."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.errors import LibraryError
from storage.open_library import open_library
from tests.storage.desk import OWL, add, annotate, target

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there an open file stays")


def delete(path: Path) -> None:
    path.unlink()


def rename(path: Path) -> None:
    path.rename(path.with_name("elsewhere.db"))


def replace(path: Path) -> None:
    copy = Path(shutil.copy(path, path.with_name("copy.db")))
    copy.replace(path)


def rename_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))


def link_to_another(path: Path) -> None:
    rename(path)
    other = path.with_name("other.db")
    open_library(other).close()
    path.symlink_to(other)


@pytest.mark.parametrize("how", [delete, rename, replace, rename_folder, link_to_another])
def test_nothing_is_told_saved(path: Path, how: Callable[[Path], None]) -> None:
    with open_library(path) as library:
        owl = add(library, OWL)
        note = annotate(library, owl, "barn owl", "Which barn?")
        how(path)

        with pytest.raises(LibraryError, match="the library is no longer at"):
            library.annotations.create([target(owl, "barn owl")], "Since when?")
        with pytest.raises(LibraryError, match="Nothing was saved"):
            library.annotations.set_note(note.id, "That barn.")
        with pytest.raises(LibraryError, match="Nothing was saved"):
            library.undo_log.undo()

        assert [one.note for one in library.annotations.list_all()] == ["Which barn?"]


def test_once_it_is_back_all_goes_on(path: Path) -> None:
    with open_library(path) as library:
        owl = add(library, OWL)
        rename(path)
        with pytest.raises(LibraryError):
            annotate(library, owl, "barn owl", "Which barn?")
        path.with_name("elsewhere.db").rename(path)
        annotate(library, owl, "barn owl", "Which barn?")

    with open_library(path) as again:
        assert [one.note for one in again.annotations.list_all()] == ["Which barn?"]


def test_a_library_behind_a_link_is_in_its_place(path: Path, tmp_path: Path) -> None:
    open_library(path).close()
    link = tmp_path / "link.db"
    link.symlink_to(path)

    with open_library(link) as library:
        assert add(library, OWL)
