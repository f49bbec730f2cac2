"""The rule of `storage.scan.candidates` in SQL that DuckDB and Spark read alike.

Of the table `posting` (document, place, hash), which has each fingerprint of each document, `place`
counting those of a document as they follow each other in it.
"""

from __future__ import annotations

from typing import NamedTuple

from storage.scan.candidates import LIMITS, MIDDLE, RUN, Limits


class Step(NamedTuple):
    """A table that is made of those before it."""

    table: str
    sql: str


def list_steps(limits: Limits = LIMITS) -> list[Step]:
    """Return the tables to make, in order; the last is `candidate` (lower, higher, common).

    `lower` and `higher` are the documents of a pair.
    """
    return [
        Step(table, sql.format(limits=limits, **_RUN))
        for table, sql in (
            ("held", _HELD),
            ("holders", _HOLDERS),
            ("shared", _SHARED),
            ("run", _RUNS),
            ("run_holder", _RUN_HOLDERS),
            ("pair", _PAIRS),
            ("candidate", _CANDIDATES),
        )
    ]


_RUN = {
    "run": "first_hash, second_hash, third_hash",
    "to_middle": MIDDLE,
    "to_last": RUN - 1,
}

_HELD = "SELECT hash, document FROM posting GROUP BY hash, document"

_HOLDERS = """
    SELECT hash, count(*) AS documents FROM held GROUP BY hash HAVING count(*) > 1
"""

_SHARED = """
    SELECT held.hash AS hash, document FROM held JOIN holders ON held.hash = holders.hash
    WHERE documents <= {limits.documents}
"""

# Only what is hot is put in order: a run is whole where its last stands as many places on.
_RUNS = """
    SELECT {run}, document
    FROM (
        SELECT
            document,
            place,
            posting.hash AS first_hash,
            lead(posting.hash, {to_middle}) OVER hot_ones AS second_hash,
            lead(posting.hash, {to_last}) OVER hot_ones AS third_hash,
            lead(place, {to_last}) OVER hot_ones AS last_place
        FROM posting JOIN holders ON posting.hash = holders.hash
        WHERE documents > {limits.documents}
        WINDOW hot_ones AS (PARTITION BY document ORDER BY place)
    ) hot
    WHERE last_place = place + {to_last} AND {limits.has_runs}
    GROUP BY {run}, document
"""

_RUN_HOLDERS = """
    SELECT
        {run},
        document,
        row_number() OVER (PARTITION BY {run} ORDER BY document) AS at,
        count(*) OVER (PARTITION BY {run}) AS documents
    FROM run
"""

_PAIRS = """
    SELECT lower, higher, CAST(count(*) AS INTEGER) AS common
    FROM (
        SELECT one.document AS lower, other.document AS higher
        FROM shared one JOIN shared other
            ON one.hash = other.hash AND one.document < other.document
        UNION ALL
        SELECT one.document AS lower, other.document AS higher
        FROM run_holder one JOIN run_holder other
            ON one.first_hash = other.first_hash
            AND one.second_hash = other.second_hash
            AND one.third_hash = other.third_hash
            AND one.document < other.document
        WHERE one.documents <= {limits.documents} OR one.at <= {limits.first}
    ) met
    GROUP BY lower, higher
    HAVING count(*) >= {limits.common}
"""

_CANDIDATES = """
    SELECT lower, higher, common
    FROM (
        SELECT
            lower,
            higher,
            common,
            row_number() OVER (PARTITION BY own ORDER BY common DESC, other) AS rank
        FROM (
            SELECT lower AS own, higher AS other, lower, higher, common FROM pair
            UNION ALL
            SELECT higher AS own, lower AS other, lower, higher, common FROM pair
        ) side
    ) ranked
    WHERE rank <= {limits.most}
    GROUP BY lower, higher, common
"""
