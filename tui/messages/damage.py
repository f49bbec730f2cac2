"""What is said of a damaged library to whoever wanted something of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from storage.errors import DamagedError, LibraryError


@contextmanager
def explain_damage() -> Iterator[None]:
    """Let the error for a damaged library say which backup can take its place."""
    try:
        yield
    except DamagedError as error:
        from storage.backup.backup_files import (
            describe_damage,  # nobody needs it of a sound library
        )

        raise LibraryError(describe_damage(error.path)) from error
