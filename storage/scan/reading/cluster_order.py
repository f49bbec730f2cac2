"""In what order the clusters of a scan are listed: each order has an index of its own."""

from __future__ import annotations

from typing import NamedTuple

from storage.scan.index.rows import IndexedCluster

Key = tuple[int | str, ...]
"""Where a cluster stands in an order; no two have the same."""


class ClusterOrder(NamedTuple):
    """What clusters are sorted by, and where they are alike, then by what."""

    name: str
    columns: tuple[str, ...]
    """SQL, as it stands in the index; none of it is ever NULL."""

    def get_key(self, row: tuple[object, ...]) -> Key:
        """Return the place of a row that `read_columns` gave."""
        return row[len(IndexedCluster._fields) :]  # type: ignore[return-value]

    @property
    def read_columns(self) -> str:
        """What is asked for of a cluster: its own columns, then those it is sorted by."""
        return ", ".join((*(f"cluster.{name}" for name in IndexedCluster._fields), *self.columns))

    def sort(self, *, downwards: bool) -> str:
        """Return how SQL sorts by it."""
        way = "DESC" if downwards else "ASC"
        return ", ".join(f"{column} {way}" for column in self.columns)

    def begin_after(self, key: Key, *, downwards: bool) -> tuple[str, list[object]]:
        """Return the condition that a cluster stands behind `key`, with its parameters."""
        sign = "<" if downwards else ">"
        marks = ", ".join("?" for _ in self.columns)
        # The first is named again: by it alone SQLite finds where in the index to begin.
        return (
            f"({self.columns[0]} {sign}= ? AND ({', '.join(self.columns)}) {sign} ({marks}))",
            [key[0], *key],
        )


ORDERS = (
    ClusterOrder("outlets", ("outlets", "documents", "words", "number")),
    ClusterOrder("texts", ("documents", "words", "number")),
    ClusterOrder("days", ("coalesce(days, -1)", "number")),
    ClusterOrder("words", ("words", "number")),
    ClusterOrder("first seen", ("coalesce(first_date, '')", "number")),
)
"""The orders by their names, that of how far clusters travelled first; each begins with most."""
