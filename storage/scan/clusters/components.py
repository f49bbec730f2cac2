"""Connected components of a graph whose edges come one after the other."""

from __future__ import annotations

from array import array
from collections.abc import Iterable


def find_components(count: int, edges: Iterable[tuple[int, int]]) -> array[int]:
    """Return of each of so many nodes the least node that it is connected with, itself or another.

    Union-find by the lesser root, with path halving: four bytes a node, and nothing an edge.
    """
    parent = array("i", range(count))
    for edge in edges:
        one, other = (_find_root(parent, node) for node in edge)
        if one != other:
            parent[max(one, other)] = min(one, other)
    for node in range(count):
        parent[node] = parent[parent[node]]  # those before it have their root
    return parent


def _find_root(parent: array[int], node: int) -> int:
    while parent[node] != node:
        parent[node] = parent[parent[node]]
        node = parent[node]
    return node
