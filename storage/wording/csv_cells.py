"""CSV: how rows are written, and what text stands in a cell."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from storage.wording.terminal_text import reveal_text

# The last four are the wide forms of the first.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", *"\uff1d\uff0b\uff0d\uff20")
_DEFUSED = re.compile(f"'(?='*[{re.escape(''.join(_FORMULA))}])")
"""The apostrophe of a cell that is defused, which may have one of its own behind it."""
_DANGEROUS = re.compile(f"'*[{re.escape(''.join(_FORMULA))}]")


def defuse(cell: str) -> str:
    """Return the text of a cell, of which a spreadsheet runs nothing.

    One that would begin a formula has an apostrophe before it, after OWASP's “CSV injection”, and
    so has one that only apostrophes keep from it: `restore` gives back each.
    Control characters but tabs and line breaks are shown as signs, as everywhere.
    """
    text = reveal_text(cell)
    return f"'{text}" if _DANGEROUS.match(text) else text


def restore(cell: str) -> str:
    """Return the text of a cell that `defuse` made, or any other cell as it is."""
    return cell[1:] if _DEFUSED.match(cell) else cell


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[str | int | float | None]]) -> str:
    """Return a table as CSV, as RFC 4180 has it; text stands in quotes, None is an empty cell."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(columns)
    for row in rows:
        cells = ["" if cell is None else cell for cell in row]
        writer.writerow([defuse(cell) if isinstance(cell, str) else cell for cell in cells])
    return written.getvalue()
