from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from storage.repair.table_remains import DamagedFile
from tests.storage.damage import PAGE, pages_below, root_page, with_page

ROWS = 2_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a database with a table of many rows, ten on a page."""
    path = tmp_path / "rows.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, word TEXT)")
        rows = ((number, f"{number} " + "x" * 350) for number in range(1, ROWS + 1))
        connection.executemany("INSERT INTO t VALUES (?, ?)", rows)
        connection.commit()
    return path


def leaves(path: Path) -> list[int]:
    contents = path.read_bytes()
    return pages_below(contents, root_page(path, "t"))


def read(path: Path) -> tuple[list[dict[str, Any]], bool]:
    with closing(DamagedFile(path)) as damaged:
        remains = damaged.read("t")
        return [row.values for row in remains.rows], remains.is_whole


def garble(path: Path, pages: Iterator[int] | list[int]) -> None:
    contents = path.read_bytes()
    for page in pages:
        contents = with_page(contents, page, b"\xa5")
    path.write_bytes(contents)


def test_a_whole_table_is_read_whole(path: Path) -> None:
    rows, is_whole = read(path)

    assert is_whole
    assert [row["id"] for row in rows] == [*range(1, ROWS + 1)]


@pytest.mark.parametrize("which", [[0], [3, 4, 5], [10, 20, 30], [-1], [*range(1, 60, 2)]])
def test_what_stands_on_other_pages_is_read(path: Path, which: list[int]) -> None:
    known = leaves(path)
    lost = [known[number] for number in which]
    garble(path, lost)

    rows, is_whole = read(path)

    numbers = [row["id"] for row in rows]
    assert not is_whole
    assert len(numbers) == len({*numbers})
    assert ROWS - 12 * len(lost) <= len(numbers) < ROWS


def test_a_row_number_that_is_garbled_is_not_counted_up_to(path: Path) -> None:
    contents = bytearray(path.read_bytes())
    leaf = (leaves(path)[5] - 1) * PAGE
    cell = leaf + int.from_bytes(contents[leaf + 8 : leaf + 10], "big")
    contents[cell + 2 : cell + 11] = b"\xbf" * 8 + b"\x7f"
    path.write_bytes(bytes(contents))

    rows, is_whole = read(path)

    assert not is_whole
    assert len(rows) > ROWS - 15


def test_pages_that_lead_in_circles_are_left_after_a_while(path: Path) -> None:
    contents = bytearray(path.read_bytes())
    root = (root_page(path, "t") - 1) * PAGE
    for number in range(int.from_bytes(contents[root + 3 : root + 5], "big")):
        at = root + 12 + 2 * number
        cell = root + int.from_bytes(contents[at : at + 2], "big")
        contents[cell : cell + 4] = root_page(path, "t").to_bytes(4, "big")
    path.write_bytes(bytes(contents))

    rows, is_whole = read(path)

    assert not is_whole
    assert len(rows) < ROWS


def test_a_table_of_which_nothing_is_left_has_no_rows(path: Path) -> None:
    garble(path, [root_page(path, "t")])

    assert read(path) == ([], False)


def test_what_is_no_text_is_told(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"1777 xx", b"1777 \xffx"))

    with closing(DamagedFile(path)) as damaged:
        remains = damaged.read("t")
        garbled = [row for row in remains.rows if row.is_garbled]

    assert remains.is_whole
    assert [row.values["id"] for row in garbled] == [1777]
    assert garbled[0].values["word"].startswith("1777 \ufffdx")
