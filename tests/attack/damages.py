"""Libraries damaged at random: repair ends with a sound one wherever there could be one."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from storage.backup.backup_files import list_backups
from storage.database.connection import locate_log
from storage.errors import CopydeskError
from storage.repair.check import check
from storage.repair.repair import repair
from tests.storage.damage import PAGE, leave_log, library_with_backup

Garble = Callable[[random.Random, bytearray, list[int]], None]
"""Damages the contents of a file, of which the pages of some tables are given."""

_PEOPLE = ("article", "annotation", "target", "tag", "step", "story_article", "annotation_tag")


def attack(rng: random.Random, folder: Path) -> str:
    """Damage a library and repair it; returns what kind that was.

    `AssertionError` where less is left than could be: the backup, or what can be read.
    """
    path = folder / "desk" / "library.db"
    with_backup = rng.random() < 0.6
    library_with_backup(path, without=not with_backup)
    kept = _read(list_backups(path)[0].path) if with_backup else set()
    if rng.random() < 0.25:
        leave_log(path)
    kind = rng.choice([*GARBLES])
    if kind in OF_NO_ROW:
        kept = _read(path)
    pages = _find_pages(path)
    target = locate_log(path) if kind == "log" and locate_log(path).exists() else path
    contents = bytearray(target.read_bytes())
    GARBLES[kind](rng, contents, pages)
    before = bytes(contents)
    target.write_bytes(before)
    name = f"{kind}, {'with' if with_backup else 'without'} a backup"
    try:
        said = list(repair(path))
        found = check(path)
    except CopydeskError as error:
        if with_backup or not _carries_nothing(path):
            raise AssertionError(f"{name}: {error}") from error
        return name
    assert found.is_sound, f"{name}: {found.findings} after {said}"
    lost = kept - _read(path)
    assert not lost, f"{name}: lost {len(lost)} of {len(kept)}: {said}"
    return name


def _read(path: Path) -> set[str]:
    """Return the texts of the articles and the ids of the notes in a sound library."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT text FROM article UNION SELECT id FROM annotation")
        return {text for (text,) in found}


def _carries_nothing(path: Path) -> bool:
    """Tell whether not one sentence of an article is left in a file."""
    return b"belfry and keeps the whole choir" not in path.read_bytes()


def _find_pages(path: Path) -> list[int]:
    """Return the first pages of the tables that people fill."""
    copy = path.with_name("asked.db")
    shutil.copyfile(path, copy)
    with closing(sqlite3.connect(f"{copy.as_uri()}?immutable=1", uri=True)) as connection:
        roots = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE rootpage > 0 AND tbl_name IN"
            f" ({', '.join('?' * len(_PEOPLE))})",
            _PEOPLE,
        ).fetchall()
    copy.unlink()
    return [root for (root,) in roots]


def _flip(rng: random.Random, contents: bytearray, low: int, high: int, times: int) -> None:
    for _ in range(times):
        contents[rng.randrange(low, high)] ^= 1 << rng.randrange(8)


def _fill(rng: random.Random, contents: bytearray, at: int, length: int) -> None:
    filling = rng.choice([b"\0", b"\xff", b"\xa5", None])
    end = min(len(contents), at + length)
    contents[at:end] = filling * (end - at) if filling else rng.randbytes(end - at)


def _bit(rng: random.Random, contents: bytearray, _pages: list[int]) -> None:
    _flip(rng, contents, 0, len(contents), 1)


def _bits(rng: random.Random, contents: bytearray, _pages: list[int]) -> None:
    _flip(rng, contents, 0, len(contents), rng.randrange(2, 200))


def _header_byte(rng: random.Random, contents: bytearray, _pages: list[int]) -> None:
    contents[rng.randrange(100)] = rng.randrange(256)


def _header(rng: random.Random, contents: bytearray, _pages: list[int]) -> None:
    _fill(rng, contents, rng.randrange(100), rng.randrange(1, 100))


def _schema(rng: random.Random, contents: bytearray, _pages: list[int]) -> None:
    _flip(rng, contents, 100, PAGE, rng.randrange(1, 20))


def _schema_hole(rng: random.Random, contents: bytearray, _pages: list[int]) -> None:
    _fill(rng, contents, rng.randrange(100, PAGE), rng.randrange(1, 500))


def _table(rng: random.Random, contents: bytearray, pages: list[int]) -> None:
    at = (rng.choice(pages) - 1) * PAGE
    _flip(rng, contents, at, at + PAGE, rng.randrange(1, 40))


def _page_head(rng: random.Random, contents: bytearray, pages: list[int]) -> None:
    at = (rng.choice(pages) - 1) * PAGE
    _flip(rng, contents, at, at + 40, rng.randrange(1, 6))


def _any_page(rng: random.Random, contents: bytearray, _pages: list[int]) -> None:
    _fill(rng, contents, rng.randrange(len(contents) // PAGE) * PAGE, PAGE)


def _pages(rng: random.Random, contents: bytearray, _pages: list[int]) -> None:
    for _ in range(rng.randrange(2, 30)):
        _fill(rng, contents, rng.randrange(len(contents) // PAGE) * PAGE, PAGE)


def _hole(rng: random.Random, contents: bytearray, _pages: list[int]) -> None:
    _fill(rng, contents, rng.randrange(len(contents)), rng.randrange(1, 20_000))


def _cut(rng: random.Random, contents: bytearray, _pages: list[int]) -> None:
    del contents[rng.randrange(len(contents)) :]


def _longer(rng: random.Random, contents: bytearray, _pages: list[int]) -> None:
    contents += rng.randbytes(rng.randrange(1, 10_000))


def _swapped(rng: random.Random, contents: bytearray, _pages: list[int]) -> None:
    one, other = (rng.randrange(len(contents) // PAGE) * PAGE for _ in range(2))
    held = contents[one : one + PAGE]
    contents[one : one + PAGE] = contents[other : other + PAGE]
    if rng.random() < 0.5:
        contents[other : other + PAGE] = held


def _word(rng: random.Random, contents: bytearray, _pages: list[int]) -> None:
    """Garble a place in a text, a note, a quote, or a step of the undo log."""
    word = rng.choice([b"belfry", b"barn", b"mill", b"note", b"quote", b"records", b"claim"])
    places = [at for at in range(len(contents)) if contents.startswith(word, at)]
    for at in rng.sample(places, min(len(places), rng.randrange(1, 4))):
        contents[at + rng.randrange(len(word))] = rng.choice([0, 0x80, 0xFF, 0xC3, 0x7B, 0x41])


GARBLES: dict[str, Garble] = {
    "one bit": _bit,
    "some bits": _bits,
    "a byte of the header": _header_byte,
    "the header": _header,
    "bits of the list of tables": _schema,
    "a hole in the list of tables": _schema_hole,
    "bits of a table": _table,
    "the head of a page": _page_head,
    "a page": _any_page,
    "some pages": _pages,
    "a hole": _hole,
    "cut off": _cut,
    "grown": _longer,
    "pages swapped": _swapped,
    "a word": _word,
    "log": _bits,
}
"""The kinds of damage."""
OF_NO_ROW = (
    *("a byte of the header", "the header", "grown"),
    *("bits of the list of tables", "a hole in the list of tables"),
)
"""Those that hit nothing that people put in, so that nothing of it may be lost."""
