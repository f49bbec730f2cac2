"""What is put right in a library whose file is sound."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from storage.repair import derived_data, garbled_steps, orphan_rows
from storage.repair.altered_articles import mend_altered_articles
from storage.wording.plural import inflect, pluralize


def mend_rows(connection: sqlite3.Connection) -> Iterator[str]:
    """Put right what rows say, and what is computed from them; says what was done.

    The caller holds a transaction in which foreign keys are not enforced.
    """
    with derived_data.suspend_triggers(connection):
        yield from _mend_kept_rows(connection)
    derived_data.correct_numbers(connection)
    derived_data.rebuild_indexes(connection)
    if derived_data.count_wrong_fingerprints(connection):
        derived_data.drop_fingerprints(connection)


def _mend_kept_rows(connection: sqlite3.Connection) -> Iterator[str]:
    yield from mend_altered_articles(connection)
    made = orphan_rows.give_articles(connection)
    if made:
        yield f"Notes on lost text were moved to {pluralize(made, 'new article')}."
    for table, count in orphan_rows.remove_hanging_rows(connection).items():
        said = f"{pluralize(count, 'row')} of {table} that belonged to nothing"
        yield f"{said} {inflect(count, 'was', 'were')} removed."
    count = garbled_steps.remove(connection)
    if count:
        steps = pluralize(count, "unreadable undo step")
        yield f"{steps} {inflect(count, 'was', 'were')} removed."
