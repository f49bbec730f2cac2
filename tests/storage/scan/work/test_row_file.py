"""Rows on disk are what was written, and what came after a kill is forgotten."""

from pathlib import Path

import pytest

from storage.errors import CopydeskError
from storage.scan.work.row_file import RowReader, RowWriter

ROWS = [b"one", b"", b"three\n", b"\0four"]


def write(path: Path, count: int, rows: list[bytes]) -> None:
    writer = RowWriter(path, count)
    for row in rows:
        writer.append(row)
    writer.sync()
    writer.close()


def test_rows_are_read_as_they_were_written(tmp_path: Path) -> None:
    write(tmp_path / "rows", 0, ROWS)
    with RowReader(tmp_path / "rows") as rows:
        assert [rows.read(number) for number in (3, 0, 2, 1)] == [ROWS[n] for n in (3, 0, 2, 1)]
        for first in range(5):
            for last in range(first, 5):
                assert list(rows.read_range(first, last)) == ROWS[first:last]


def test_what_came_after_a_checkpoint_is_forgotten(tmp_path: Path) -> None:
    write(tmp_path / "rows", 0, ROWS)
    write(tmp_path / "rows", 2, [b"other"])
    with RowReader(tmp_path / "rows") as rows:
        assert list(rows.read_range(0, 3)) == [b"one", b"", b"other"]
    with pytest.raises(CopydeskError, match="damaged"):
        RowWriter(tmp_path / "rows", 4)
    (tmp_path / "rows").write_bytes(b"o")
    with pytest.raises(CopydeskError, match="damaged"):
        RowWriter(tmp_path / "rows", 3)
