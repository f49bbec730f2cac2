"""Union-find: disjoint sets of numbers that grow together."""

from __future__ import annotations


class UnionFind:
    """Disjoint sets of the numbers below `size` (with path halving)."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, item: int) -> int:
        """Return the number that stands for the set of `item`."""
        parent = self._parent
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def union(self, one: int, other: int) -> None:
        """Make one set of the sets of both numbers."""
        self._parent[self.find(one)] = self.find(other)
