"""Migrations: known by their names at once; sqlite-utils makes them, and is loaded for it alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from storage.database.connection import Database

if TYPE_CHECKING:
    import sqlite_utils

Make = Callable[["sqlite_utils.Database"], None]


class Migration(NamedTuple):
    """A step from one version of the tables to the next."""

    name: str
    make: Make


class Migrations:
    """The migrations of one set, in their order; call it to append one, as a decorator."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.all: list[Migration] = []

    def __call__(self, *, name: str) -> Callable[[Make], Make]:
        """Let the function below be the next migration."""

        def append(make: Make) -> Make:
            self.all.append(Migration(name, make))
            return make

        return append

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all, in their order."""
        return tuple(migration.name for migration in self.all)

    def find_applied(self, connection: sqlite3.Connection | Database) -> tuple[str, ...]:
        """Return the names of those that a file has been through, in order; not all may be known.

        Errors are SQLite's own.
        """
        table = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '_sqlite_migrations'"
        if connection.execute(table).fetchone() is None:
            return ()
        found = connection.execute(
            "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id", [self._name]
        )
        return tuple(name for (name,) in found)

    def find_due(self, db: Database) -> list[str]:
        """Return the names of those that a library has not been through yet."""
        applied = self.find_applied(db)
        return [name for name in self.names if name not in applied]

    def apply(self, db: Database) -> None:
        """Make those that are due; each is recorded with what it changes, or undone if it fails."""
        from sqlite_utils import Migrations

        migrations = Migrations(self._name)
        for name, make in self.all:
            migrations(name=name)(make)
        migrations.apply(db.utils)
