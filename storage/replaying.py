"""What the journal knows of rows that cannot be read any more."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

Row = dict[str, Any]


def rows_in_journal(connection: sqlite3.Connection) -> Iterator[tuple[str, Row]]:
    """Return the rows that were made in steps still known, with their tables, as they are now."""
    rows: dict[tuple[str, str], Row] = {}
    steps = connection.execute("SELECT changes FROM step WHERE undone_by IS NULL ORDER BY id")
    for (changes,) in steps.fetchall():
        for table, key, before, after in json.loads(changes):
            place = table, json.dumps(key)
            if after is None:
                rows.pop(place, None)
            elif before is None:
                rows[place] = after
            elif place in rows:
                rows[place] = rows[place] | after
    for (table, _), row in rows.items():
        yield table, row
