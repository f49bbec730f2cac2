"""What a library file is and whether it is sound, found out without ever writing to it."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import NamedTuple

from storage.backup import sqlite_file
from storage.backup.stored_texts import find_altered_articles, find_garbled_table
from storage.database.connection import connect_to_read, decode_leniently, locate_log
from storage.database.expected_schema import make_expected_schema, read_schema
from storage.database.introspection import quote_name
from storage.database.locked_files import open_to_read
from storage.database.schema import APPLICATION_ID, migrations
from storage.regular_files import resolve_links
from storage.wording.plural import inflect, pluralize

_BLOCK = 2**20
"""Bytes that are read at a time where a whole file is looked through."""
_SMALL = 2**20
"""Bytes up to which a file is checked whole whenever it is opened: some 5 ms at the most."""
_AGAIN_AFTER = (0.05, 0.2)
"""Seconds after which a file that seems damaged is looked at again."""
_GARBLED_HEADER = "its header is garbled"
_GARBLED_SCHEMA = "its list of tables is garbled"
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
    their schema and the first row of each table; `fully` all texts are read, too. `OSError` and
    `sqlite3.OperationalError` where the file cannot be read at all.
    """
    path = resolve_links(path)
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


def is_garbled(error: BaseException | None) -> bool:
    """Tell whether one of our own questions failed on what the file says.

    Such a question is never wrong of itself: SQLite says so where its list of tables is garbled.
    """
    if not isinstance(error, sqlite3.Error):
        return isinstance(error, UnicodeDecodeError)  # of a message that quotes what is garbled
    code = getattr(error, "sqlite_errorcode", None)
    return is_damage(error) or code == sqlite3.SQLITE_ERROR or "Could not decode" in str(error)


def _inspect_once(path: Path, *, fully: bool) -> Inspection:
    damage = _find_header_damage(path) or _find_log_damage(path)
    if damage is not None:
        return Inspection(damage)
    found = Inspection(None)
    try:
        with connect_to_read(path) as connection:
            connection.text_factory = decode_leniently
            found = _read_signs(connection)
            if found.application != APPLICATION_ID and not found.applied:
                return found
            whole = fully or path.stat().st_size <= _SMALL
            damage = (
                _find_sign_damage(found, fully=fully)
                or _find_row_damage(connection)
                or (_find_page_damage(connection) if whole else None)
                or (_find_text_damage(connection) if fully else None)
                or (_find_schema_damage(connection, found) if fully else None)
            )
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if not is_garbled(error):
            raise
        is_told = isinstance(error, sqlite3.Error) and is_damage(error)
        damage = str(error) if is_told else _GARBLED_SCHEMA
    return found._replace(damage=damage)


def _find_header_damage(path: Path) -> str | None:
    with open_to_read(path) as file:
        header = file.read(sqlite_file.HEADER)
    if not sqlite_file.is_database(header):
        return "it does not start like a database"
    if len(header) < sqlite_file.HEADER:
        return "it ends inside its header"
    if not sqlite_file.is_sound_header(header):
        return _GARBLED_HEADER
    # What is in the log counts too, and while that is copied into the file, the length lags.
    if locate_log(path).exists():
        return None
    told = sqlite_file.read_told_size(header)
    return "its end is missing" if told is not None and path.stat().st_size < told else None


def _find_log_damage(path: Path) -> str | None:
    try:
        with open_to_read(locate_log(path)) as file:
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


def _find_sign_damage(found: Inspection, *, fully: bool) -> str | None:
    """Say which of a library's own signs contradict each other.

    A version that is later than ours is believed unless all is looked at: then its migrations
    must be later, too.
    """
    if "article" not in found.tables or not found.applied:
        return "its list of tables is incomplete"
    if found.is_newer and not fully:
        return None
    known = migrations.names
    if found.applied[: len(known)] != known[: len(found.applied)]:
        return "its list of migrations is garbled"
    if found.application != APPLICATION_ID or found.version != len(found.applied):
        return _GARBLED_HEADER
    return None


def _find_row_damage(connection: sqlite3.Connection) -> str | None:
    stored = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
    ).fetchall()
    for (name,) in stored:
        connection.execute(f"SELECT * FROM {quote_name(name)} LIMIT 1").fetchone()
    return None


def _find_text_damage(connection: sqlite3.Connection) -> str | None:
    table = find_garbled_table(connection)
    if table is not None:
        return f"a text in its table {table} is garbled"
    altered = find_altered_articles(connection)
    if altered:
        texts = inflect(len(altered), "the text", "the texts")
        count = pluralize(len(altered), "article")
        differ = inflect(len(altered), "differs", "differ")
        return f"{texts} of {count} {differ} from what was stored"
    return None


def _find_schema_damage(connection: sqlite3.Connection, found: Inspection) -> str | None:
    """Look at what is only known of libraries of this version: all their tables and triggers."""
    if found.applied != migrations.names:
        return None
    there = read_schema(connection)
    expected = make_expected_schema()
    return _GARBLED_SCHEMA if expected.items() - there.items() else None


def _find_page_damage(connection: sqlite3.Connection) -> str | None:
    for (sentence,) in connection.execute("PRAGMA quick_check"):
        # Newer SQLites check the search index too, which can be made anew.
        if sentence != "ok" and "FTS5" not in sentence:
            return str(sentence.splitlines()[-1])
    return None
