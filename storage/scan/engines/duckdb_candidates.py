"""The rule of `storage.scan.candidates` by DuckDB, which goes on disk where memory ends."""

from __future__ import annotations

import shutil
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from storage.errors import CopydeskError
from storage.scan.candidates import LIMITS, Limits
from storage.scan.engines.candidate_sql import list_steps
from storage.scan.values import Candidate
from storage.scan.work.candidate_file import write_candidates
from storage.scan.work.progress import Steps
from storage.scan.work.row_file import RowReader
from storage.wording.extras import tell_how_to_install

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = "2GB"
"""What DuckDB may take before it goes on disk; Python's processes need as much beside it."""

_LINE = 1000
"""Fingerprints in a line that DuckDB reads: however long a text is, its lines are not."""
_AT_ONCE = 10_000
"""Rows that are taken from DuckDB at a time."""


def find_candidates(
    fingerprints: Path,
    documents: int,
    folder: Path,
    result: Path,
    threads: int,
    limits: Limits = LIMITS,
    steps: Steps = lambda _done, _total: None,
) -> None:
    """Write the candidates of so many documents into the file `result`; `folder` is worked in.

    `fingerprints` has of each document the row of its fingerprints (`work.row_file`).
    `CopydeskError` where DuckDB is missing, and where the disk does not hold what it puts there.
    """
    try:
        import duckdb
    except ImportError:
        raise CopydeskError(f"DuckDB is missing: {tell_how_to_install('duckdb')}") from None
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lines = folder / "fingerprints.tsv"
    _write_lines(fingerprints, documents, lines)
    try:
        with duckdb.connect(
            str(folder / "candidates.duckdb"),
            config={
                "threads": threads,
                "memory_limit": MEMORY,
                "temp_directory": str(folder / "spilled"),
                "preserve_insertion_order": False,
                "autoload_known_extensions": False,
                "autoinstall_known_extensions": False,
            },
        ) as database:
            _read_lines(database, lines)
            lines.unlink()
            tables = list_steps(limits)
            for number, step in enumerate(tables):
                steps(number, len(tables))
                database.execute(f"CREATE TABLE {step.table} AS {step.sql}")
            write_candidates(result, _list_candidates(database))
    except duckdb.Error as error:
        raise CopydeskError(f"DuckDB gave up: {str(error).splitlines()[0]}") from error
    shutil.rmtree(folder)


def _write_lines(fingerprints: Path, documents: int, lines: Path) -> None:
    """Write fingerprints as DuckDB reads them: a document, a place in it, what follows there."""
    with RowReader(fingerprints) as rows, lines.open("w", encoding="ascii") as file:
        for document, row in enumerate(rows.read_range(0, documents)):
            hashes = array("i", row).tolist()
            file.writelines(
                f"{document}\t{at}\t{hashes[at : at + _LINE]}\n"
                for at in range(0, len(hashes), _LINE)
            )


def _read_lines(database: DuckDBPyConnection, lines: Path) -> None:
    database.execute(
        """
        CREATE TABLE posting AS
        SELECT
            document,
            CAST(start + generate_subscripts(hashes, 1) AS INTEGER) AS place,
            unnest(hashes) AS hash
        FROM read_csv(
            $1,
            delim = '\t',
            quote = '',
            header = false,
            columns = {'document': 'INTEGER', 'start': 'INTEGER', 'hashes': 'INTEGER[]'}
        )
        """,
        [str(lines)],
    )


def _list_candidates(database: DuckDBPyConnection) -> Iterator[Candidate]:
    found = database.execute("SELECT lower, higher, common FROM candidate ORDER BY lower, higher")
    while rows := found.fetchmany(_AT_ONCE):
        for row in rows:
            yield Candidate(*row)
