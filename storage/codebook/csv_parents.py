"""Which parent a row of a codebook means."""

from __future__ import annotations

from collections.abc import Mapping

from storage.wording.terminal_text import fold_line

Row = Mapping[str, str]


def join_parents(rows: Mapping[int, Row]) -> dict[int, tuple[str, str]]:
    """Return by the number of each row the path of its parent, and its own name.

    A row with a path has that alone. A parent is another row's name, which then stands below its
    own parent, where that is not the row itself or below it; else it is a path.
    """
    named = {fold_line(row.get("name", "")): number for number, row in reversed(list(rows.items()))}

    def find_path(number: int, below: frozenset[int]) -> str:
        row = rows[number]
        if row.get("path"):
            return row["path"]
        return "/".join(filter(None, [find_parent(number, below), row.get("name", "")]))

    def find_parent(number: int, below: frozenset[int]) -> str:
        parent = rows[number].get("parent", "")
        above = named.get(fold_line(parent)) if parent else None
        below |= {number}
        return parent if above is None or above in below else find_path(above, below)

    return {
        number: ("", row["path"])
        if row.get("path")
        else (find_parent(number, frozenset()), row.get("name", ""))
        for number, row in rows.items()
    }
