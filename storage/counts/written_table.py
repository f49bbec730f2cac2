"""A table of counts as CSV, as Markdown and for JSON."""

from __future__ import annotations

from typing import Any

from storage.counts.count_table import CountTable
from storage.export.escaping import escape_within
from storage.wording.csv_cells import defuse, write_rows


def write_csv(table: CountTable) -> str:
    """Return the table as CSV: a row a tag, under a head; spreadsheets run nothing of it.

    RFC 4180: commas, CRLF. What is counted is not in it: every line is one of the table.
    """
    heads = ["tag", *map(defuse, table.columns), "total"]
    return write_rows(heads, [(row.tag, *row.cells, row.total) for row in table.rows])


def write_markdown(table: CountTable) -> str:
    """Return the table as Markdown, with what is counted under it."""
    heads = ["tag", *map(escape_within, table.columns), "total"]
    lines = [_write_row(heads), _write_row(["---", *("---:" for _ in heads[1:])])]
    for row in table.rows:
        numbers = [str(cell) for cell in (*row.cells, row.total)]
        lines.append(_write_row([escape_within(row.tag), *numbers]))
    return "\n".join([*lines, "", table.note, ""])


def describe_table(table: CountTable) -> dict[str, Any]:
    """Return the table as values of JSON."""
    return {
        "note": table.note,
        "columns": list(table.columns),
        "rows": [
            {"tag": row.tag, "counts": list(row.cells), "total": row.total} for row in table.rows
        ],
    }


def _write_row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
