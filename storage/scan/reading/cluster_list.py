"""The clusters of a scan as one long list, of which no more is in memory than is looked at."""

from __future__ import annotations

from collections import OrderedDict

from storage.scan.index.rows import IndexedCluster
from storage.scan.index.scan_index import ScanIndex
from storage.scan.reading.cluster_filter import ClusterFilter
from storage.scan.reading.cluster_order import ORDERS, ClusterOrder, Key

_PAGE = 200
"""Clusters that are read together."""
_PAGES_KEPT = 8


class ClusterList:
    """What a filter lets through, in an order; `ReadError` where the index is damaged.

    A page is read when one of its clusters is asked for. It begins behind the page before it where
    the end of that is known, as it is to who scrolls; else SQLite counts its way along the index,
    from the nearest end that is known.
    """

    def __init__(
        self,
        index: ScanIndex,
        order: ClusterOrder = ORDERS[0],
        wanted: ClusterFilter | None = None,
        *,
        least_first: bool = False,
    ) -> None:
        self.order = order
        self.wanted = wanted or ClusterFilter()
        self.least_first = least_first
        self._index = index
        self._pages: OrderedDict[int, list[IndexedCluster]] = OrderedDict()
        self._ends: dict[int, Key] = {}
        """For each page that was read the key of its last cluster."""
        self._count = self._ask_for_count()

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, at: int) -> IndexedCluster:
        """Return the cluster at a row, from 0; `IndexError` beyond the last."""
        if not 0 <= at < self._count:
            raise IndexError(at)
        page, row = divmod(at, _PAGE)
        if page not in self._pages:
            self._pages[page] = self._read(page)
            while len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page][row]

    def _ask_for_count(self) -> int:
        where, values = self._write_conditions()
        return self._index.count("cluster", where, values)

    def _read(self, page: int) -> list[IndexedCluster]:
        first = page * _PAGE
        last = min(first + _PAGE, self._count)
        before = max((one for one in self._ends if one < page), default=-1)
        skipped = (page - before - 1) * _PAGE
        behind = self._count - last
        if behind < skipped:
            rows = self._ask(None, behind, last - first, backwards=True)[::-1]
        else:
            rows = self._ask(self._ends.get(before), skipped, last - first)
        if len(rows) != last - first:
            raise self._index.make_error()
        self._ends[page] = self.order.get_key(rows[-1])
        return rows

    def _ask(
        self, after: Key | None, skipped: int, count: int, *, backwards: bool = False
    ) -> list[IndexedCluster]:
        downwards = self.least_first is backwards
        more: tuple[str, list[object]] = ("", [])
        if after is not None:
            more = self.order.begin_after(after, downwards=downwards)
        where, values = self._write_conditions(*more)
        return self._index.read(
            IndexedCluster,
            f"SELECT * FROM cluster {where}"
            f" ORDER BY {self.order.sort(downwards=downwards)} LIMIT ? OFFSET ?",
            [*values, count, skipped],
        )

    def _write_conditions(
        self, more: str = "", its_values: list[object] | None = None
    ) -> tuple[str, list[object]]:
        conditions = [*self.wanted.conditions, *([more] if more else [])]
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        return where, [*self.wanted.values, *(its_values or [])]
