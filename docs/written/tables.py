"""Tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def write_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; a bar in a cell is one of its signs, and parts no cells."""
    return "\n".join(map(_write_row, (head, ["---"] * len(head), *rows)))


def _write_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', _BAR) for cell in cells)} |"


_BAR = r"\|"
