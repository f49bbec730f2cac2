"""In what order the clusters of a scan are listed: each order has an index of its own."""

from __future__ import annotations

from typing import NamedTuple

from storage.scan.index.rows import IndexedCluster

Key = tuple[int | str, ...]
"""Where a cluster stands in an order; no two have the same."""


_ABSENT: dict[str, int | str] = {"days": -1, "first_date": ""}
"""What stands in an order for fields that may be unknown."""


class ClusterOrder(NamedTuple):
    """What clusters are sorted by, and where they are alike, then by what."""

    name: str
    fields: tuple[str, ...]

    def get_key(self, cluster: IndexedCluster) -> Key:
        """Return where a cluster stands."""
        known = cluster._asdict()
        return tuple(_ABSENT[one] if known[one] is None else known[one] for one in self.fields)

    @property
    def _columns(self) -> tuple[str, ...]:
        """SQL, as it stands in the index; none of it is ever NULL."""
        return tuple(
            f"coalesce({one}, {_ABSENT[one]!r})" if one in _ABSENT else one for one in self.fields
        )

    def sort(self, *, downwards: bool) -> str:
        """Return how SQL sorts by it."""
        way = "DESC" if downwards else "ASC"
        return ", ".join(f"{column} {way}" for column in self._columns)

    def begin_after(self, key: Key, *, downwards: bool) -> tuple[str, list[object]]:
        """Return the condition that a cluster stands behind `key`, with its parameters."""
        columns = self._columns
        sign = "<" if downwards else ">"
        marks = ", ".join("?" for _ in columns)
        # The first is named again: by it alone SQLite finds where in the index to begin.
        return (
            f"({columns[0]} {sign}= ? AND ({', '.join(columns)}) {sign} ({marks}))",
            [key[0], *key],
        )


ORDERS = (
    ClusterOrder("outlets", ("outlets", "documents", "words", "number")),
    ClusterOrder("texts", ("documents", "words", "number")),
    ClusterOrder("days", ("days", "number")),
    ClusterOrder("words", ("words", "number")),
    ClusterOrder("first seen", ("first_date", "number")),
)
"""The orders by their names, that of how far clusters travelled first; each begins with most."""
