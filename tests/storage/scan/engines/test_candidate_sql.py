"""The rule in SQL gives the pairs of the rule in Python."""

from __future__ import annotations

import random

import duckdb
import pytest

from storage.scan.candidates import Limits, find_candidates
from storage.scan.engines.candidate_sql import list_steps
from storage.scan.values import Candidate

NARROW = Limits(documents=3, first=2, common=2, most=3)


def draw_rows(seed: int) -> list[list[int]]:
    """Return rows of documents with what few have, what all have, and a release of many."""
    chance = random.Random(seed)
    release = [chance.randint(-20, -10) for _ in range(12)]
    rows = []
    for _ in range(40):
        row = [chance.randint(0, 120) for _ in range(chance.randint(0, 12))]
        row += chance.choices(range(5), k=chance.randint(0, 6))
        if chance.random() < 0.4:
            begin = chance.randrange(6)
            row[2:2] = release[begin : begin + chance.randint(3, 8)]
        rows.append([value for at, value in enumerate(row) if not at or row[at - 1] != value])
    return rows


def ask_duckdb(rows: list[list[int]], limits: Limits) -> list[Candidate]:
    with duckdb.connect() as database:
        database.execute(
            """
            CREATE TABLE posting AS
            SELECT document, unnest(hashes) AS hash, generate_subscripts(hashes, 1) AS place
            FROM (
                SELECT CAST(unnest(?) AS INTEGER) AS document,
                CAST(unnest(?) AS INTEGER[]) AS hashes
            )
            """,
            [list(range(len(rows))), rows],
        )
        for step in list_steps(limits):
            database.execute(f"CREATE TABLE {step.table} AS {step.sql}")
        found = database.execute("SELECT * FROM candidate ORDER BY lower, higher").fetchall()
    return [Candidate(*row) for row in found]


@pytest.mark.parametrize("seed", range(4))
def test_sql_gives_the_same_pairs(seed: int) -> None:
    rows = draw_rows(seed)
    expected = find_candidates(rows, NARROW)

    assert len(expected) > 10
    assert ask_duckdb(rows, NARROW) == expected
    assert ask_duckdb(rows, Limits()) == find_candidates(rows)
