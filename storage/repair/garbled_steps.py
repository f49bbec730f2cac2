"""Steps of the undo log that cannot be read any more; without them the rest can be taken back."""

from __future__ import annotations

import sqlite3

from storage.database.undo_log import read_changes


def find(connection: sqlite3.Connection) -> list[int]:
    """Return the numbers of the garbled steps."""
    garbled = []
    for number, changes in connection.execute("SELECT id, changes FROM step ORDER BY id"):
        try:
            list(read_changes(changes))
        except ValueError:
            garbled.append(number)
    return garbled


def remove(connection: sqlite3.Connection) -> int:
    """Remove the garbled steps, and return how many there were."""
    garbled = find(connection)
    connection.executemany("DELETE FROM step WHERE id = ?", [(number,) for number in garbled])
    return len(garbled)
