"""Reading the index of a scan."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

from storage.database.connection import connect_to_read
from storage.errors import ReadError
from storage.scan.index.checked_rows import Row, has_schema, make_row
from storage.scan.index.rows import (
    ClusterSpan,
    DocumentId,
    IndexedCluster,
    IndexedDocument,
    IndexedSource,
    Remark,
)
from storage.scan.index.schema import APPLICATION_ID, VERSION
from storage.scan.values import AlignedPassage

_AT_ONCE = 500
"""Numbers in one question; SQLite has taken 999 since it began."""


class ScanIndex:
    """An index that is opened to be read; close it, or use it in a `with`.

    Rows are as a scan writes them. `ReadError`, there or whenever it is read, where the file is
    none, is damaged or of another version.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._opened = ExitStack()
        try:
            self._conn = self._opened.enter_context(connect_to_read(path))
            self._conn.execute("PRAGMA trusted_schema = OFF")
            (application,) = self._conn.execute("PRAGMA application_id").fetchone()
            (version,) = self._conn.execute("PRAGMA user_version").fetchone()
            is_whole = has_schema(self._conn)
        except (sqlite3.Error, OSError) as error:
            self.close()
            raise ReadError(f"Cannot read {path}: it is not the index of a scan.") from error
        try:
            if application != APPLICATION_ID:
                raise ReadError(f"Cannot read {path}: it is not the index of a scan.")
            if version != VERSION:
                raise ReadError(
                    f"Cannot read {path}: another version of Copydesk made the scan;"
                    " scan the corpus again."
                )
            if not is_whole:
                raise self.make_error()
        except ReadError:
            self.close()
            raise

    def __enter__(self) -> ScanIndex:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._opened.close()

    def count(self, table: str, condition: str = "", values: Sequence[object] = ()) -> int:
        """Return how many rows of a table meet a condition, which is SQL that begins with WHERE."""
        ((count,),) = self._ask(f"SELECT count(*) FROM {table} {condition}", values)
        return int(str(count))

    def read(self, kind: type[Row], sql: str, values: Sequence[object] = ()) -> list[Row]:
        """Return the rows that SQL finds, whose columns are the fields of `kind`."""
        found = self._ask(sql, values)
        try:
            return [make_row(kind, row) for row in found]
        except ValueError as error:
            raise self.make_error() from error

    def read_meta(self) -> dict[str, str]:
        """Return what is said of the whole, by its keys."""
        return dict(self.read(Remark, "SELECT key, value FROM meta"))

    def list_sources(self) -> list[IndexedSource]:
        """Return the files that documents came from, by their numbers."""
        return self.read(IndexedSource, "SELECT * FROM source ORDER BY number")

    def list_ids(self) -> set[str]:
        """Return what all documents are called."""
        return {one.id for one in self.read(DocumentId, "SELECT id FROM document")}

    def get_documents(self, numbers: Iterable[int]) -> dict[int, IndexedDocument]:
        """Return documents by their numbers; those that are not there are left out."""
        found = self._read_for(IndexedDocument, "SELECT * FROM document WHERE number IN", numbers)
        return {one.number: one for one in found}

    def get_cluster(self, number: int) -> IndexedCluster | None:
        """Return a cluster by its number."""
        found = self.read(IndexedCluster, "SELECT * FROM cluster WHERE number = ?", [number])
        return found[0] if found else None

    def list_spans(self, cluster: int) -> list[ClusterSpan]:
        """Return where a cluster stands, by document and place."""
        sql = "SELECT * FROM cluster_span WHERE cluster = ? ORDER BY document, begin"
        return self.read(ClusterSpan, sql, [cluster])

    def list_passages(self, numbers: Iterable[int]) -> list[AlignedPassage]:
        """Return the passages between any two of these documents, by document and place."""
        among = set(numbers)
        sql = "SELECT * FROM passage WHERE left IN"
        found = self._read_for(AlignedPassage, sql, sorted(among))
        return sorted(one for one in found if one.right in among)

    def _read_for(self, kind: type[Row], sql: str, numbers: Iterable[int]) -> list[Row]:
        wanted = list(numbers)
        rows: list[Row] = []
        for at in range(0, len(wanted), _AT_ONCE):
            part = wanted[at : at + _AT_ONCE]
            rows += self.read(kind, f"{sql} ({', '.join('?' for _ in part)})", part)
        return rows

    def _ask(self, sql: str, values: Sequence[object]) -> list[tuple[object, ...]]:
        try:
            return self._conn.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise self.make_error() from error

    def make_error(self) -> ReadError:
        """Return what says that the index is damaged."""
        return ReadError(f"The index {self.path} is damaged; run the scan again.")
