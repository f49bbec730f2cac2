"""What the list of a scan shows: its clusters, filtered and sorted, and what is said over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import overload

from storage.scan.index.rows import IndexedCluster
from storage.scan.index.scan_index import ScanIndex
from storage.scan.reading.cluster_filter import read_filter
from storage.scan.reading.cluster_list import ClusterList
from storage.scan.reading.cluster_order import ORDERS
from storage.scan.reading.cluster_texts import Carrier
from storage.wording.joined_words import join_some
from storage.wording.plural import pluralize
from storage.wording.publication_dates import format_day
from storage.wording.terminal_text import reveal_line, shorten

HEADS = (*(order.name for order in ORDERS), "passage")
"""The names of the columns; but for the last, clusters are sorted by each."""

_OUTLETS_NAMED = 6
_OUTLET = 40
"""Characters of the name of one."""
_SOURCES_NAMED = 2


class ScanContents:
    """The clusters of an open scan; `ReadError` from whatever reads it, where that is damaged."""

    def __init__(self, index: ScanIndex) -> None:
        self._index = index
        self.typed = ""
        """The filter as it is written."""
        self._total = 0
        self._texts = 0
        self._origin = ""
        """Where the texts came from, and who found the passages; empty where that is not told."""
        self._skipped = 0
        self.clusters = self._list(0)

    def measure(self) -> None:
        """Count what there is, and see where it came from."""
        self._total = len(self._list(0))
        self._texts = self._index.count("document")
        meta = self._index.read_meta()
        found_by = reveal_line(meta.get("found_by", ""))
        sources = [reveal_line(Path(one.path).name) for one in self._index.list_sources()]
        self._origin = f"found by {found_by}" if found_by else join_some(sources, _SOURCES_NAMED)
        skipped = meta.get("skipped", "")
        self._skipped = int(skipped) if skipped.isdecimal() and len(skipped) < 16 else 0

    # Which clusters, and in what order

    def filter(self, typed: str) -> None:
        """Let through what meets the filter."""
        self.typed = typed
        self.clusters = self._list(
            ORDERS.index(self.clusters.order), least_first=self.clusters.least_first
        )

    def sort_by_next(self) -> None:
        """Sort by the next column."""
        self.clusters = self._list((ORDERS.index(self.clusters.order) + 1) % len(ORDERS))

    def sort_by(self, column: int) -> None:
        """Sort by a column, reversed if it was sorted by that; nothing is sorted by the last."""
        if column < len(ORDERS) and ORDERS[column] == self.clusters.order:
            self.turn()
        elif column < len(ORDERS):
            self.clusters = self._list(column)

    def turn(self) -> None:
        """Turn the order around."""
        at = ORDERS.index(self.clusters.order)
        self.clusters = self._list(at, least_first=not self.clusters.least_first)

    def _list(self, order: int, *, least_first: bool = False) -> ClusterList:
        wanted = read_filter(self.typed)
        return ClusterList(self._index, ORDERS[order], wanted, least_first=least_first)

    # What is said of them

    @property
    def keys(self) -> Sequence[str]:
        """The rows of the list, by their numbers from 0."""
        return _RowKeys(len(self.clusters))

    def get(self, key: str) -> IndexedCluster:
        """Return the cluster of a row."""
        return self.clusters[int(key)]

    def cells_of(self, key: str) -> tuple[str, ...]:
        """Return what stands in the columns of a row."""
        one = self.get(key)
        return (
            f"{one.outlets}",
            f"{one.documents}",
            "" if one.days is None else f"{one.days}",
            f"{one.words}",
            one.first_date or "",
            one.excerpt,
        )

    @property
    def column_heads(self) -> tuple[str, ...]:
        """The names of the columns; that which is sorted by has an arrow."""
        arrow = "▲" if self.clusters.least_first else "▼"
        named = self.clusters.order.name
        return tuple(f"{name} {arrow}" if name == named else name for name in HEADS)

    @property
    def heading(self) -> str:
        """What stands over the list."""
        every = pluralize(self._total, "passage")
        shown = f"{len(self.clusters):,} of {every}" if self.typed else every
        parts = [shown, f"in {pluralize(self._texts, 'text')}", self._origin]
        if self._skipped:
            parts.append(f"{pluralize(self._skipped, 'line')} skipped")
        if self.typed:
            parts += self.clusters.wanted.explain(found=bool(len(self.clusters)))
        return " · ".join(filter(None, parts))


def describe_carriers(carriers: Sequence[Carrier]) -> str:
    """Say who had a passage first, and who carried it; empty where nothing is known."""
    outlets = dict.fromkeys(_name_outlet(one) for one in carriers)
    named = join_some(filter(None, outlets), _OUTLETS_NAMED)
    first = next((one for one in carriers if one.published), None)
    said = []
    if first is not None:
        outlet = _name_outlet(first)
        where = f" in {outlet}" if outlet else ""
        said.append(f"First seen {format_day(first.published)}{where}.")
    return " ".join([*said, *([f"Carried by {named}."] if named else [])])


def _name_outlet(carrier: Carrier) -> str:
    return shorten(reveal_line(carrier.document.series), _OUTLET)


class _RowKeys(Sequence[str]):
    """The numbers of rows, however many, made as they are asked for."""

    def __init__(self, count: int) -> None:
        self._rows = range(count)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [str(one) for one in self._rows[at]]
        return str(self._rows[at])

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key.isdecimal() and int(key) in self._rows

    def __iter__(self) -> Iterator[str]:
        return map(str, self._rows)

    def index(self, key: str, start: int = 0, stop: int | None = None) -> int:
        """Return the row with that key."""
        return self._rows[start:stop].index(int(key)) + start
