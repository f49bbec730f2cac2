"""The fifth stage: passages that stand in one place are one cluster."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator
from itertools import groupby

from storage.scan.clusters.choose_places import Stretch, choose_places, merge_stretches
from storage.scan.clusters.components import find_components
from storage.scan.clusters.describe_cluster import Carrier, describe_cluster
from storage.scan.index.rows import ClusterSpan
from storage.scan.work.folder import WorkFolder
from storage.scan.work.progress import Progress, Tell
from storage.scan.work.row_file import RowReader

_AT_ONCE = 1000

_SIDES = """
    SELECT left, left_begin, left_end FROM passage
    UNION SELECT right, right_begin, right_end FROM passage ORDER BY 1, 2, 3
"""
_EDGES = """
    SELECT one.node, other.node, passage.rowid FROM passage
    JOIN side AS one
        ON one.document = left AND one.begin = left_begin AND one.end = left_end
    JOIN side AS other
        ON other.document = right AND other.begin = right_begin AND other.end = right_end
"""


def make_clusters(work: WorkFolder, tell: Tell) -> None:
    """Write the clusters that the passages make, numbered by their first documents and places.

    All of them, or none after a kill.
    """
    connection = work.index.connection
    tell(Progress("clusters", 0, 0))
    with work.save():
        connection.execute(
            "CREATE TEMP TABLE side (document INTEGER, begin INTEGER, end INTEGER, node INTEGER,"
            " PRIMARY KEY (document, begin, end)) WITHOUT ROWID"
        )
        count = _number_places(connection)
        edges = ((one, other) for one, other, _ in connection.execute(_EDGES))
        cluster_of = _number_components(find_components(count, edges))
        work.index.add_spans(_merge_spans(connection, cluster_of))
        work.index.join_passages(
            (cluster_of[node], passage) for node, _, passage in connection.execute(_EDGES)
        )
        describe_clusters(work, tell)
        work.note_done("clusters")
    connection.execute("DROP TABLE temp.side")


def _number_places(connection: sqlite3.Connection) -> int:
    """Write each side of a passage down with the number of its place; returns how many there are.

    Places are numbered by document and by where they begin.
    """
    count = 0
    sides = connection.execute(_SIDES)
    for document, rows in groupby(sides, lambda row: int(row[0])):
        places = choose_places((begin, end) for _, begin, end in rows)
        number = {place: at for at, place in enumerate(sorted(set(places.values())), count)}
        count += len(number)
        connection.executemany(
            "INSERT INTO side VALUES (?, ?, ?, ?)",
            [(document, *span, number[place]) for span, place in places.items()],
        )
    return count


def _number_components(least: array[int]) -> array[int]:
    """Return the number of each node's cluster, from 1, by the least node of each."""
    numbers = array("i", [0]) * len(least)
    count = 0
    for node, first in enumerate(least):
        if node == first:
            count += 1
            numbers[node] = count
        else:
            numbers[node] = numbers[first]
    return numbers


def _merge_spans(connection: sqlite3.Connection, cluster_of: array[int]) -> Iterator[ClusterSpan]:
    rows = connection.execute("SELECT * FROM side ORDER BY document, begin, end")
    for document, sides in groupby(rows, lambda row: int(row[0])):
        spans: dict[int, list[Stretch]] = {}
        for _, begin, end, node in sides:
            spans.setdefault(cluster_of[node], []).append((begin, end))
        for cluster, stretches in sorted(spans.items()):
            for begin, end in merge_stretches(stretches):
                yield ClusterSpan(cluster, document, begin, end)


def describe_clusters(work: WorkFolder, tell: Tell) -> None:
    """Write what is said of each cluster, by the places that it has; in a transaction."""
    connection = work.index.connection
    total = connection.execute("SELECT coalesce(max(cluster), 0) FROM cluster_span").fetchone()[0]
    rows = connection.execute(
        "SELECT cluster, document, begin, end, series, date FROM cluster_span"
        " JOIN document ON document.number = document ORDER BY 1, 2, 3"
    )
    with RowReader(work.texts) as texts:

        def read(span: Carrier) -> str:
            return texts.read(span.document).decode()[span.begin : span.end]

        for number, found in groupby(rows, lambda row: int(row[0])):
            carriers = [Carrier(*row[1:]) for row in found]
            cluster, passage = describe_cluster(number, carriers, read)
            work.index.add_clusters([cluster])
            work.index.add_texts([passage])
            if number % _AT_ONCE == 0:
                tell(Progress("clusters", number, total))
