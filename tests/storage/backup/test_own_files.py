from __future__ import annotations

import os
from pathlib import Path

import pytest

from storage import paths
from storage.backup.backup import back_up
from storage.backup.backup_files import list_backups
from storage.backup.own_files import refuse_library, refuse_own_file
from storage.errors import CopydeskError


def beside(path: Path, name: str) -> Path:
    return path.with_name(name)


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("library.db", "the library itself"),
        ("library.db-wal", "part of the library"),
        ("library.db-shm", "part of the library"),
        ("library.db-journal", "part of the library"),
        ("folder/../library.db", "the library itself"),
    ],
)
def test_a_library_and_what_belongs_to_it_are_refused(used: Path, name: str, what: str) -> None:
    with pytest.raises(CopydeskError, match=f"is {what}; choose another file"):
        refuse_own_file(used.parent / name, used)


@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_by_another_name_it_is_refused_too(used: Path, link: object) -> None:
    other = beside(used, "notes.md")
    assert callable(link)
    link(used, other)

    with pytest.raises(CopydeskError, match="is the library itself"):
        refuse_own_file(other, used)


@pytest.mark.parametrize(
    ("own", "what"),
    [
        (paths.library_path, "a Copydesk library"),
        (paths.demo_path, "a Copydesk library"),
        (paths.configuration_path, "Copydesk's configuration"),
        (paths.state_path, "one of Copydesk's own files"),
        (paths.log_path, "one of Copydesk's own files"),
    ],
)
def test_all_else_of_copydesk_s_own_is_refused(used: Path, own: object, what: str) -> None:
    assert callable(own)

    with pytest.raises(CopydeskError, match=f"is {what}; choose another file"):
        refuse_own_file(own(), used)


@pytest.mark.parametrize(
    ("own", "what"),
    [
        (paths.demo_path, "a Copydesk library"),
        (paths.configuration_path, "Copydesk's configuration"),
        (paths.log_path, "one of Copydesk's own files"),
    ],
)
def test_so_is_a_folder_in_the_place_of_one_that_is_not_there_yet(
    used: Path, own: object, what: str
) -> None:
    assert callable(own)

    for name in ("notes.md", "deep/notes.md"):
        with pytest.raises(
            CopydeskError, match=f"would take the place of {what}; choose another file"
        ):
            refuse_own_file(own() / name, used)
    with pytest.raises(CopydeskError, match="would take the place of part of the library"):
        refuse_own_file(beside(used, "library.db-journal") / "notes.md", used)


def test_so_are_drafts_of_notes(used: Path) -> None:
    with pytest.raises(
        CopydeskError, match="would take the place of the folder for drafts of notes"
    ):
        refuse_own_file(paths.draft_path("1"), used)
    with pytest.raises(CopydeskError, match="is the folder for drafts of notes"):
        refuse_own_file(paths.draft_path("1").parent, used)


def test_so_is_a_file_where_backups_are_to_be_made(used: Path, tmp_path: Path) -> None:
    linked = tmp_path / "linked"
    linked.symlink_to(used.parent)

    for folder in (used.parent, linked):
        for library in (used, linked / used.name):
            for name in ("library-backups", "library-backups/notes.md"):
                with pytest.raises(CopydeskError, match="is among the library's backups"):
                    refuse_own_file(folder / name, library)


def test_backups_of_the_library_are_refused(used: Path) -> None:
    back_up(used, "daily")
    (made,) = list_backups(used)

    with pytest.raises(CopydeskError, match="is among the library's backups"):
        refuse_own_file(made.path, used)


def test_any_other_file_is_not(used: Path) -> None:
    for name in ("notes.md", "library.md", "other.db", "library.db.md"):
        refuse_own_file(beside(used, name), used)
        refuse_library(beside(used, name))


def test_libraries_of_others_are_libraries(used: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_bytes(used.read_bytes())

    with pytest.raises(CopydeskError, match="is a Copydesk library; choose another file"):
        refuse_library(other)


def test_a_file_that_is_short_or_a_folder_is_no_library(tmp_path: Path) -> None:
    (tmp_path / "short").write_bytes(b"SQLite")
    (tmp_path / "empty").touch()

    for name in ("short", "empty", "."):
        refuse_library(tmp_path / name)


@pytest.mark.parametrize("name", ["library.db", "library.db-wal", "library.db-shm"])
def test_a_backup_by_name_destroys_none_of_them(used: Path, name: str) -> None:
    before = used.read_bytes()

    with pytest.raises(CopydeskError, match="choose another file"):
        back_up(used, "by-hand", str(beside(used, name)))

    assert used.read_bytes() == before
    assert not beside(used, "library.db-wal").exists()


def test_a_backup_by_name_replaces_none_of_those_that_are_kept(used: Path) -> None:
    back_up(used, "daily")
    (made,) = list_backups(used)
    before = made.path.read_bytes()

    with pytest.raises(CopydeskError, match="is among the library's backups"):
        back_up(used, "by-hand", str(made.path))

    assert made.path.read_bytes() == before
