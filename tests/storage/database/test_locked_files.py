from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from storage.backup.inspect_file import has_traces
from storage.backup.library_copy import is_backup
from storage.database import locked_files
from storage.database.locked_files import is_open_elsewhere, open_to_read
from storage.files import read_file
from storage.library import Library
from storage.open_library import open_library
from tests.storage.desk import OWL, add, asked

_posix = pytest.mark.skipif(os.name != "posix", reason="Windows locks for a descriptor")
# SQLite's shared lock, as its source places it: 510 bytes behind the pending and reserved byte.
_IS_LOCKED = """
import fcntl, sys
with open(sys.argv[1], "r+b") as file:
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)
    except OSError:
        print("locked")
"""


def is_locked(path: Path) -> bool:
    """Tell whether another process sees SQLite's lock on a library."""
    done = subprocess.run(
        [sys.executable, "-c", _IS_LOCKED, str(path)], check=True, capture_output=True, text=True
    )
    return done.stdout == "locked\n"


def test_windows_which_replaces_no_open_file_is_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.db"
    path.touch()
    assert not is_open_elsewhere(path)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "fcntl", None)

    assert not is_open_elsewhere(path)


@_posix
def test_a_library_that_is_open_stays_locked_when_it_is_opened_again(library: Library) -> None:
    add(library, OWL)
    assert is_locked(library.path)

    with open_library(library.path) as again:
        again.articles.list_all()

    assert is_locked(library.path)


@_posix
def test_it_stays_locked_when_its_file_is_read_or_opened_in_a_thread(library: Library) -> None:
    add(library, OWL)

    def work() -> None:
        with open_library(library.path) as again:
            again.articles.list_all()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    read_file(library.path)
    has_traces(library.path)
    is_backup(library.path)

    assert is_locked(library.path)


@_posix
def test_what_is_saved_after_that_outlives_another_program_and_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    program = f"""
import os, signal, subprocess, sys
from pathlib import Path
from storage.open_library import open_library
from tests.storage.desk import OWL, add
library = open_library(Path({str(path)!r}))
with open_library(library.path) as again:
    again.articles.list_all()
other = "import sys; from tui.cli.main import main; sys.exit(main())"
subprocess.run([sys.executable, "-c", other, "--library", {str(path)!r}, "list"], check=True)
add(library, OWL)
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", program], check=False, capture_output=True)

    assert asked(path, "SELECT count(*) FROM article") == [(1,)]


def test_no_descriptor_is_left_when_all_are_closed(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path) as library:
        for _ in range(50):
            with open_library(path):
                pass
            read_file(path)
        library.articles.list_all()

    assert (locked_files._open, locked_files._kept) == ({}, {})


def test_a_file_is_read_from_its_start_each_time(library: Library) -> None:
    for _ in range(3):
        with open_to_read(library.path) as file:
            assert file.read(15) == b"SQLite format 3"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), open_to_read(tmp_path / "nothing"):
        pass
