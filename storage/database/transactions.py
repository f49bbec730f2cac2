"""Writing to the library: one transaction, and errors that say what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from storage.database.connection import Database
from storage.errors import LibraryError


@contextmanager
def hold_write_lock(db: Database) -> Iterator[None]:
    """Hold the write lock for the block: all of it is on disk after, or nothing is.

    Takes the lock at once, so that what the block reads is still so when it writes. May be
    nested. `LibraryError` where the library is locked for long, full, or not writable, and where
    its file has been moved, deleted or replaced meanwhile: what went into it nobody would find.
    """
    if db.conn.in_transaction:
        yield
        return
    if db.refusal:
        raise LibraryError(db.refusal)
    with translate_errors():
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            _require_place(db)
            db.conn.execute("COMMIT")
        except BaseException:
            if db.conn.in_transaction:
                db.conn.execute("ROLLBACK")
            raise


def _require_place(db: Database) -> None:
    if db.place is not None and not db.place.is_in_place:
        raise LibraryError(
            f"Nothing was saved: the library is no longer at {db.place.path}."
            " Put it back or restart Copydesk."
        )


@contextmanager
def translate_errors() -> Iterator[None]:
    """Turn what SQLite says into a sentence for people."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        said = str(error)
        for sign, sentence in _SENTENCES.items():
            if sign in said:
                raise LibraryError(sentence) from error
        raise LibraryError(f"The library cannot be used: {said}.") from error


_DAMAGED = "The library is damaged; nothing was changed. `copydesk check --repair` repairs it."
_SENTENCES = {
    "locked": "Another program has locked the library; nothing was saved. Try again.",
    "full": "The disk is full; nothing was saved.",
    "readonly": "The library is read-only; nothing was saved.",
    "unable to open": "The library file cannot be opened.",
    "malformed": _DAMAGED,
    "Could not decode": _DAMAGED,  # and what could not would be quoted, an article long
    "not a database": "The library file is not a database.",
}
