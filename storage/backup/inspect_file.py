"""What a library file is and whether it is sound, found out without ever writing to it."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import NamedTuple

from storage.backup import sqlite_file
from storage.database.connection import connect_to_read, decode_leniently, locate_log
from storage.database.introspection import quote_name
from storage.database.locked_files import open_to_read
from storage.database.schema import APPLICATION_ID, migrations

_BLOCK = 2**20
"""Bytes that are read at a time where a whole file is looked through."""
_SMALL = 2**20
"""Bytes up to which a file is checked whole whenever it is opened: some 5 ms at the most."""
_AGAIN_AFTER = (0.05, 0.2)
"""Seconds after which a file that seems damaged is looked at again."""
_TRACE = b"copydesk0001_"
"""The first two columns of the first row in the list of migrations."""
_LOG_HEADER = 32
_LOG_SIGNS = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
_CORRUPT = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT)


class Inspection(NamedTuple):
    """What a file says of itself; where it is damaged, what could be read."""

    damage: str | None
    """What is wrong with it, in SQLite's words or ours; None where nothing was found."""
    application: int = 0
    version: int = 0
    applied: tuple[str, ...] = ()
    """The migrations that it has been through."""
    tables: tuple[str, ...] = ()

    @property
    def is_newer(self) -> bool:
        """Whether a later version of Copydesk has made it."""
        known = migrations.names
        return self.version > len(known) or not set(self.applied) <= set(known)


def inspect_file(path: Path, *, fully: bool = False) -> Inspection:
    """Look at a file that is there, through a connection that cannot write.

    Small files are checked whole, larger ones only `fully`: else their header, their length,
    their schema and the first row of each table. `OSError` and `sqlite3.OperationalError` where
    the file cannot be read at all.
    """
    path = path.resolve()
    for seconds in _AGAIN_AFTER:
        found = _inspect_once(path, fully=fully)
        if found.damage is None:
            return found
        # Another program may be writing just now, and the first look asks for no lock.
        time.sleep(seconds)
    return _inspect_once(path, fully=fully)


def is_database(path: Path) -> bool:
    """Tell whether a file begins as SQLite's do."""
    with open_to_read(path) as file:
        return sqlite_file.is_database(file.read(sqlite_file.HEADER))


def has_traces(path: Path) -> bool:
    """Tell whether a file that may be damaged says anywhere that it is a library of Copydesk's."""
    with open_to_read(path) as file:
        block = file.read(_BLOCK)
        if sqlite_file.read_application_id(block[: sqlite_file.HEADER]) == APPLICATION_ID:
            return True
        before = b""
        while block:
            if _TRACE in before + block:
                return True
            before, block = block[-len(_TRACE) :], file.read(_BLOCK)
    return False


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether SQLite says that the file is damaged, and not locked, missing or full."""
    code = getattr(error, "sqlite_errorcode", None) or 0
    return code & 0xFF in _CORRUPT or code == sqlite3.SQLITE_IOERR_SHORT_READ


def _inspect_once(path: Path, *, fully: bool) -> Inspection:
    damage = _find_header_damage(path) or _find_log_damage(path)
    if damage is not None:
        return Inspection(damage)
    found = Inspection(None)
    try:
        with connect_to_read(path) as connection:
            connection.text_factory = decode_leniently
            found = _read_signs(connection)
            if found.application != APPLICATION_ID:
                return found
            whole = fully or path.stat().st_size <= _SMALL
            damage = _find_row_damage(connection, found) or (
                _find_page_damage(connection) if whole else None
            )
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        damage = str(error)
    return found._replace(damage=damage)


def _find_header_damage(path: Path) -> str | None:
    with open_to_read(path) as file:
        header = file.read(sqlite_file.HEADER)
    if not sqlite_file.is_database(header):
        return "it does not begin as a database does"
    if len(header) < sqlite_file.HEADER:
        return "it ends within its header"
    size = sqlite_file.read_page_size(header)
    if size < 512 or size & (size - 1):
        return "its header is garbled"
    # What is in the log counts too, and while that is copied into the file, the length lags.
    if locate_log(path).exists():
        return None
    told = sqlite_file.read_told_size(header)
    return "its end is missing" if told is not None and path.stat().st_size < told else None


def _find_log_damage(path: Path) -> str | None:
    try:
        with locate_log(path).open("rb") as file:
            header = file.read(_LOG_HEADER)
    except FileNotFoundError:
        return None
    # A loss of power may leave zeros: of what was never said to be saved.
    if len(header) < _LOG_HEADER or header[:4] in _LOG_SIGNS or not any(header):
        return None
    return "its log of unfinished writes is garbled"


def _read_signs(connection: sqlite3.Connection) -> Inspection:
    tables = tuple(
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
    )
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return Inspection(None, application, version, migrations.find_applied(connection), tables)


def _find_row_damage(connection: sqlite3.Connection, found: Inspection) -> str | None:
    if "article" not in found.tables or not found.applied:
        return "its list of tables is incomplete"
    stored = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
    ).fetchall()
    for (name,) in stored:
        connection.execute(f"SELECT * FROM {quote_name(name)} LIMIT 1").fetchone()
    return None


def _find_page_damage(connection: sqlite3.Connection) -> str | None:
    for (sentence,) in connection.execute("PRAGMA quick_check"):
        # Newer SQLites check the search index too, which can be made anew.
        if sentence != "ok" and "FTS5" not in sentence:
            return str(sentence.splitlines()[-1])
    return None
