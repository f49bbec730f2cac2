"""CSV: how rows are written, and what text stands in a cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from storage.wording.terminal_text import reveal_text

# The last four are the wide forms of the first.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", *"\uff1d\uff0b\uff0d\uff20")


def defuse(cell: str) -> str:
    """Return the text of a cell, of which a spreadsheet runs nothing.

    One that would begin a formula has an apostrophe before it, after OWASP's “CSV injection”.
    Control characters but tabs and line breaks are shown as signs, as everywhere.
    """
    text = reveal_text(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[str | int | float | None]]) -> str:
    """Return a table as CSV, as RFC 4180 has it; text stands in quotes, None is an empty cell."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(columns)
    for row in rows:
        cells = ["" if cell is None else cell for cell in row]
        writer.writerow([defuse(cell) if isinstance(cell, str) else cell for cell in cells])
    return written.getvalue()
