"""Libraries with a backup and something newer, and the ways in which files are damaged."""

from __future__ import annotations

import atexit
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from storage.backup.backup import back_up
from storage.database.introspection import list_columns, list_kept_tables, quote_name
from storage.database.schema import migrations
from storage.open_library import open_library
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, add, annotate

PAGE = 4096
OLD_NOTE = "Which barn?"
NEW_NOTE = "Since when?"
NEWS = [f"{number}. {MILL} {PARADE}\n" * 30 for number in range(40)]
"""Articles that came in after the backup."""

_templates = TemporaryDirectory()
atexit.register(_templates.cleanup)

Damage = Callable[[bytes, Path], bytes]
"""Makes damaged contents of those of a library, which is still there."""


def library_with_backup(path: Path, *, without: bool = False) -> None:
    """Make a library with a note and an article that are in its backup, and later ones."""
    shutil.copytree(_folder_with_backup(path.name, without), path.parent, dirs_exist_ok=True)


@cache
def _folder_with_backup(name: str, without: bool) -> Path:
    """Make that library once, to be copied: in copies all is as it was, backups too."""
    path = Path(_templates.name, "without" if without else "with", name, name)
    with open_library(path) as library:
        owl = add(library, OWL, "Owl")
        add(library, f"{BRIDGE}\n" * 400, "Bridge")
        annotate(library, owl, "barn owl", OLD_NOTE, "claim")
    if not without:
        back_up(path, "by-hand")
    with open_library(path) as library, library.transaction():
        for text in NEWS:
            add(library, text)
        honey = add(library, HONEY, "Honey")
        annotate(library, honey, "records", NEW_NOTE, "number", "claim")
    return path.parent


def as_version_5(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a library, with its backups, be one of the version that called outlets sources."""
    for file in (path, *path.parent.glob("library-backups/*.db")):
        old = file.with_suffix(".old")
        with monkeypatch.context() as version_5:
            version_5.setattr(migrations, "all", migrations.all[:5])
            open_library(old).close()
        with closing(sqlite3.connect(old)) as connection:
            connection.execute("ATTACH ? AS present", [str(file)])
            for table in list_kept_tables(connection):
                # Later columns are behind the earlier ones, of which one had another name.
                count = len(list_columns(connection, table))
                here = connection.execute(f"SELECT * FROM present.{table} LIMIT 0").description
                columns = ", ".join(quote_name(column[0]) for column in here[:count])
                connection.execute(f"INSERT INTO {table} SELECT {columns} FROM present.{table}")
            connection.execute(
                """UPDATE step SET changes = replace(changes, '"outlet":', '"source":')"""
            )
            connection.commit()
            connection.execute("PRAGMA journal_mode = DELETE")
        old.replace(file)


def root_page(path: Path, table: str) -> int:
    # Without so much as a look at the log, which would be brought into the file after it.
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as connection:
        question = f"SELECT rootpage FROM sqlite_schema WHERE name = '{table}'"
        return int(connection.execute(question).fetchone()[0])


def with_page(contents: bytes, number: int, filling: bytes) -> bytes:
    """Return the contents with one page of the file filled with the same byte."""
    at = (number - 1) * PAGE
    return contents[:at] + filling * PAGE + contents[at + PAGE :]


def cut_off(contents: bytes, _path: Path) -> bytes:
    return contents[: len(contents) * 4 // 5 // PAGE * PAGE + 100]


def zeroed_page(contents: bytes, path: Path) -> bytes:
    """Zero a page with articles, in the middle of the table."""
    return with_page(contents, pages_below(contents, root_page(path, "article"))[2], b"\0")


def pages_below(contents: bytes, number: int) -> list[int]:
    """Return the pages below an inner one of a table, but for the last."""
    page = contents[(number - 1) * PAGE : number * PAGE]
    count = int.from_bytes(page[3:5], "big")
    cells = [int.from_bytes(page[at : at + 2], "big") for at in range(12, 12 + 2 * count, 2)]
    return [int.from_bytes(page[cell : cell + 4], "big") for cell in cells]


def garbled_header(contents: bytes, _path: Path) -> bytes:
    return b"\xa5" * 100 + contents[100:]


def garbled_schema(contents: bytes, _path: Path) -> bytes:
    return contents[:100] + b"\xa5" * (PAGE - 100) + contents[PAGE:]


def garbled_first_page(contents: bytes, _path: Path) -> bytes:
    return b"\xa5" * PAGE + contents[PAGE:]


def garbled_articles(contents: bytes, path: Path) -> bytes:
    return with_page(contents, root_page(path, "article"), b"\xa5")


def garbled_notes(contents: bytes, path: Path) -> bytes:
    return with_page(contents, root_page(path, "annotation"), b"\xa5")


def garbled_index(contents: bytes, path: Path) -> bytes:
    return with_page(contents, root_page(path, "idx_target_article"), b"\xa5")


DAMAGES: list[Damage] = [
    cut_off,
    zeroed_page,
    garbled_header,
    garbled_schema,
    garbled_first_page,
    garbled_articles,
    garbled_notes,
    garbled_index,
]


def damage(path: Path, how: Damage) -> bytes:
    """Damage a library in that way and return what it holds then."""
    contents = how(path.read_bytes(), path)
    path.write_bytes(contents)
    return contents


def leave_log(path: Path) -> None:
    """Leave the library as a program does that is killed: with what it wrote last in the log."""
    beside = path.with_name("copy.db")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE article SET author = 'Anna' WHERE title = 'Owl'")
        connection.commit()
        for ending in ("", "-wal"):
            shutil.copyfile(f"{path}{ending}", f"{beside}{ending}")
    connection.close()
    for ending in ("", "-wal"):
        Path(f"{beside}{ending}").replace(f"{path}{ending}")
