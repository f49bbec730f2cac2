"""Names that lead to no file, and files too large to be read."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")


def _make_pipe(path: Path) -> None:
    os.mkfifo(path)


def _link_to_zeros(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _link_to_full(path: Path) -> None:
    path.symlink_to("/dev/full")


def _make_socket(path: Path) -> None:
    # A name of a socket may have some hundred bytes only, a test's folder has more.
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(path.name)
    finally:
        os.chdir(here)


SPECIAL: tuple[Callable[[Path], None], ...] = (
    _make_pipe,
    _link_to_zeros,
    _link_to_full,
    _make_socket,
)
"""What makes something at a path that is no file; whoever opened it would wait, or never end."""


def make_huge(path: Path) -> None:
    """Make a file of 10 GB that takes no room."""
    with path.open("wb") as file:
        file.truncate(10 * 2**30)
