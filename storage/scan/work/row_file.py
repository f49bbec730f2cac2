"""Rows of bytes in one file, numbered from 0: written at the end, read anywhere."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from storage.errors import CopydeskError
from storage.flushing import flush

_END = array("q").itemsize


class RowWriter:
    """Rows that are being written; those before a `sync` are there after a kill."""

    def __init__(self, path: Path, count: int) -> None:
        """Open the rows at `path`, and forget all after the first `count`.

        `CopydeskError` where so many are not there.
        """
        for one in (path, _locate_ends(path)):
            one.touch()
        self._rows = path.open("r+b")
        self._ends = _locate_ends(path).open("r+b")
        self._size = _read_end(path, count)
        if self._size > path.stat().st_size:
            self.close()
            raise CopydeskError(f"{path} is damaged; delete its folder, and start the scan again.")
        self._rows.truncate(self._size)
        self._rows.seek(self._size)
        self._ends.truncate(count * _END)
        self._ends.seek(count * _END)

    def append(self, row: bytes) -> None:
        """Write the next row."""
        self._size += len(row)
        self._rows.write(row)
        self._ends.write(self._size.to_bytes(_END, "little"))

    def sync(self) -> None:
        """Put all rows on disk."""
        for file in (self._rows, self._ends):
            flush(file)

    def close(self) -> None:
        """Close the files."""
        self._rows.close()
        self._ends.close()


class RowReader:
    """Rows that were written, until it is closed."""

    def __init__(self, path: Path) -> None:
        self._rows = path.open("rb")
        self._ends = _locate_ends(path).open("rb")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()

    def read(self, number: int) -> bytes:
        """Return one row."""
        return next(self.read_range(number, number + 1))

    def read_range(self, first: int, last: int) -> Iterator[bytes]:
        """Yield the rows from `first` up to, not including, `last`."""
        self._ends.seek(max(0, first - 1) * _END)
        start = int.from_bytes(self._ends.read(_END), "little") if first else 0
        self._rows.seek(start)
        # Not one by one from the file: that reads a block of it each time.
        ends = self._ends.read((last - first) * _END)
        for at in range(0, len(ends), _END):
            end = int.from_bytes(ends[at : at + _END], "little")
            yield self._rows.read(end - start)
            start = end

    def close(self) -> None:
        """Close the files."""
        self._rows.close()
        self._ends.close()


def _locate_ends(path: Path) -> Path:
    return path.with_name(f"{path.name}.ends")


def _read_end(path: Path, count: int) -> int:
    """Return at which byte the first `count` rows end."""
    if count == 0:
        return 0
    with _locate_ends(path).open("rb") as file:
        file.seek((count - 1) * _END)
        found = file.read(_END)
    # Behind the end of any file, where the row is not there.
    return int.from_bytes(found, "little") if len(found) == _END else 2**62
