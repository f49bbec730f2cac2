"""Writing the index of a scan."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from storage.errors import CopydeskError
from storage.scan.index.rows import (
    ClusterSpan,
    ClusterText,
    IndexedCluster,
    IndexedDocument,
    IndexedSource,
)
from storage.scan.index.schema import APPLICATION_ID, INDEX_OF_SPANS, INDEXES, TABLES, VERSION
from storage.scan.values import AlignedPassage


class IndexWriter:
    """An index in the making: what a `transaction` writes is there after a kill, or none of it.

    What changes rows wants to be called within one.
    """

    def __init__(self, path: Path) -> None:
        """Open the file at `path`, or make it; `CopydeskError` where it is something else.

        That of another version is, too.
        """
        self._conn = sqlite3.connect(path, isolation_level=None)
        try:
            self._conn.execute("PRAGMA journal_mode = WAL")
        except sqlite3.DatabaseError as error:
            self._conn.close()
            raise CopydeskError(
                f"{path} is damaged; delete its folder, and start the scan again."
            ) from error
        self._conn.execute("PRAGMA synchronous = NORMAL")
        (version,) = self._conn.execute("PRAGMA user_version").fetchone()
        if not version:
            self._conn.executescript(
                f"BEGIN; {TABLES} PRAGMA application_id = {APPLICATION_ID};"
                f" PRAGMA user_version = {VERSION}; COMMIT;"
            )
        elif version != VERSION:
            self._conn.close()
            raise CopydeskError(
                f"Another version of Copydesk began the scan in {path.parent}; delete that folder,"
                " and start the scan again."
            )

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold a transaction for the block; `CopydeskError` where the disk does not take it."""
        try:
            self._conn.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._conn.execute("COMMIT")
            except BaseException:
                if self._conn.in_transaction:
                    self._conn.execute("ROLLBACK")
                raise
        except sqlite3.OperationalError as error:
            raise CopydeskError(f"The index of the scan cannot be written: {error}.") from error

    @property
    def connection(self) -> sqlite3.Connection:
        """What was written so far, to read from."""
        return self._conn

    def set_meta(self, values: Mapping[str, str | None]) -> None:
        """Set what is said of the whole; None takes a key out."""
        self._conn.executemany(
            "DELETE FROM meta WHERE key = ?",
            [[key] for key, value in values.items() if value is None],
        )
        self._conn.executemany(
            "INSERT OR REPLACE INTO meta VALUES (?, ?)",
            [(key, value) for key, value in values.items() if value is not None],
        )

    def get_meta(self, key: str) -> str | None:
        """Return what is said under that key."""
        row = self._conn.execute("SELECT value FROM meta WHERE key = ?", [key]).fetchone()
        return None if row is None else str(row[0])

    def forget(self, beginning: str) -> None:
        """Take out all that is said under keys that begin so."""
        self._conn.execute(
            "DELETE FROM meta WHERE substr(key, 1, ?) = ?", [len(beginning), beginning]
        )

    def find_digest(self, name: str) -> str | None:
        """Return the digest of the document with that id; None where there is none."""
        row = self._conn.execute("SELECT digest FROM document WHERE id = ?", [name]).fetchone()
        return None if row is None else str(row[0])

    def list_sources(self) -> list[IndexedSource]:
        """Return the files that documents came from, by their numbers."""
        rows = self._conn.execute("SELECT * FROM source ORDER BY number")
        return [IndexedSource(*row) for row in rows]

    def count(self, table: str) -> int:
        """Return how many rows a table has."""
        return int(self._conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def add_sources(self, rows: Iterable[IndexedSource]) -> None:
        """Add files that documents came from."""
        self._insert("source", IndexedSource, rows)

    def add_documents(self, rows: Iterable[IndexedDocument]) -> None:
        """Add documents; their words may be counted later."""
        self._insert("document", IndexedDocument, rows)

    def count_words(self, words: Iterable[tuple[int, int]]) -> None:
        """Set how many words documents have, by their numbers."""
        self._conn.executemany(
            "UPDATE document SET words = ? WHERE number = ?",
            ((count, number) for number, count in words),
        )

    def add_passages(self, rows: Iterable[AlignedPassage]) -> None:
        """Add passages."""
        self._insert("passage", AlignedPassage, rows)

    def add_clusters(self, rows: Iterable[IndexedCluster]) -> None:
        """Add clusters."""
        self._insert("cluster", IndexedCluster, rows)

    def add_texts(self, rows: Iterable[ClusterText]) -> None:
        """Add what clusters say."""
        self._insert("cluster_text", ClusterText, rows)

    def add_spans(self, rows: Iterable[ClusterSpan]) -> None:
        """Add places of clusters."""
        self._insert("cluster_span", ClusterSpan, rows)

    def join_passages(self, rows: Iterable[tuple[int, int]]) -> None:
        """Set which passages, by their rows, make which cluster; `finish` forgets it."""
        self._conn.execute(
            "CREATE TABLE made_of (cluster INTEGER, passage INTEGER,"
            " PRIMARY KEY (cluster, passage)) WITHOUT ROWID"
        )
        self._conn.executemany("INSERT INTO made_of VALUES (?, ?)", rows)
        self._conn.execute(INDEX_OF_SPANS)

    def finish(self) -> None:
        """Make it quick to read, in one file without a log, and close it. Not in a transaction."""
        self._conn.executescript(
            f"BEGIN; DROP TABLE IF EXISTS made_of; {INDEX_OF_SPANS} {INDEXES} COMMIT; ANALYZE;"
        )
        self._conn.execute("PRAGMA journal_mode = DELETE")
        self.close()

    def close(self) -> None:
        """Close the file as it is."""
        self._conn.close()

    def _insert(
        self, table: str, row: type[tuple[object, ...]], rows: Iterable[tuple[object, ...]]
    ) -> None:
        marks = ", ".join("?" for _ in row._fields)  # type: ignore[attr-defined]
        self._conn.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
