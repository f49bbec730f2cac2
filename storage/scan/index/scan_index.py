"""Reading the index of a scan."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

from storage.database.connection import connect_to_read
from storage.errors import ReadError
from storage.scan.index.rows import ClusterSpan, IndexedCluster, IndexedDocument, IndexedSource
from storage.scan.index.schema import APPLICATION_ID, VERSION
from storage.scan.values import AlignedPassage

_AT_ONCE = 500
"""Numbers in one question; SQLite has taken 999 since it began."""


class ScanIndex:
    """An index that is opened to be read; close it, or use it in a `with`.

    `ReadError` where the file is none, is damaged or of a later version.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._opened = ExitStack()
        try:
            self._conn = self._opened.enter_context(connect_to_read(path))
            (application,) = self._conn.execute("PRAGMA application_id").fetchone()
            (version,) = self._conn.execute("PRAGMA user_version").fetchone()
        except (sqlite3.Error, OSError) as error:
            self.close()
            raise ReadError(f"Cannot read {path}: it is not the index of a scan.") from error
        if application != APPLICATION_ID or version != VERSION:
            self.close()
            why = "made by another version of Copydesk" if application == APPLICATION_ID else "none"
            raise ReadError(f"Cannot read {path} as the index of a scan: it is {why}.")

    def __enter__(self) -> ScanIndex:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._opened.close()

    def ask(self, sql: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        """Return the rows that SQL finds; `ReadError` where the file is damaged."""
        try:
            return self._conn.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise ReadError(f"The index {self.path} is damaged; run the scan again.") from error

    def read_meta(self) -> dict[str, str]:
        """Return what is said of the whole, by its keys."""
        return dict(self.ask("SELECT key, value FROM meta"))  # type: ignore[arg-type]

    def list_sources(self) -> list[IndexedSource]:
        """Return the files that documents came from, by their numbers."""
        rows = self.ask("SELECT * FROM source ORDER BY number")
        return [IndexedSource(*row) for row in rows]  # type: ignore[arg-type]

    def get_documents(self, numbers: Iterable[int]) -> dict[int, IndexedDocument]:
        """Return documents by their numbers; those that are not there are left out."""
        rows = self._ask_for("SELECT * FROM document WHERE number IN", numbers)
        found = (IndexedDocument(*row) for row in rows)  # type: ignore[arg-type]
        return {one.number: one for one in found}

    def get_cluster(self, number: int) -> IndexedCluster | None:
        """Return a cluster by its number."""
        rows = self.ask("SELECT * FROM cluster WHERE number = ?", [number])
        return IndexedCluster(*rows[0]) if rows else None  # type: ignore[arg-type]

    def list_spans(self, cluster: int) -> list[ClusterSpan]:
        """Return where a cluster stands, by document and place."""
        rows = self.ask(
            "SELECT * FROM cluster_span WHERE cluster = ? ORDER BY document, begin", [cluster]
        )
        return [ClusterSpan(*row) for row in rows]  # type: ignore[arg-type]

    def list_passages(self, numbers: Iterable[int]) -> list[AlignedPassage]:
        """Return the passages between any two of these documents, by document and place."""
        among = set(numbers)
        rows = self._ask_for("SELECT * FROM passage WHERE left IN", sorted(among))
        found = (AlignedPassage(*row) for row in rows)  # type: ignore[arg-type]
        return sorted(one for one in found if one.right in among)

    def _ask_for(self, sql: str, numbers: Iterable[int]) -> list[tuple[object, ...]]:
        wanted = list(numbers)
        rows: list[tuple[object, ...]] = []
        for at in range(0, len(wanted), _AT_ONCE):
            part = wanted[at : at + _AT_ONCE]
            rows += self.ask(f"{sql} ({', '.join('?' for _ in part)})", part)
        return rows
