"""What another program found, gathered in tables that need not be in memory, to be indexed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from storage.scan.foreign.known_text import KnownText
from storage.scan.foreign.passages import Member, Pair, Piece

_TABLES = """
    CREATE TEMP TABLE known (
        number INTEGER PRIMARY KEY, id TEXT UNIQUE, series, title, date, url, other, file
    );
    CREATE INDEX temp.known_by_file ON known (file);
    CREATE TEMP TABLE piece (
        document INTEGER, begin INTEGER, end INTEGER, text TEXT, start INTEGER, stop INTEGER,
        PRIMARY KEY (document, begin, end)
    ) WITHOUT ROWID;
    CREATE TEMP TABLE whole (
        document INTEGER PRIMARY KEY, text TEXT, source INTEGER, place INTEGER, length INTEGER
    );
    CREATE TEMP TABLE member (cluster TEXT, document INTEGER, begin INTEGER, end INTEGER);
    CREATE TEMP TABLE pair (
        left INTEGER, left_begin INTEGER, left_end INTEGER,
        right INTEGER, right_begin INTEGER, right_end INTEGER
    );
"""
_PLACED_PAIRS = """
    SELECT pair.left, one.start, one.stop, one.text, pair.right, other.start, other.stop, other.text
    FROM pair
    JOIN piece AS one ON one.document = pair.left
        AND one.begin = left_begin AND one.end = left_end
    JOIN piece AS other ON other.document = pair.right
        AND other.begin = right_begin AND other.end = right_end
    ORDER BY pair.rowid
"""
_PLACED_MEMBERS = """
    SELECT first, member.document, piece.start, piece.stop
    FROM (SELECT cluster, min(rowid) AS first FROM member GROUP BY cluster) AS named
    JOIN member ON member.cluster = named.cluster
    JOIN piece ON piece.document = member.document
        AND piece.begin = member.begin AND piece.end = member.end
    ORDER BY 1, 2, 3
"""

PlacedPair = tuple[int, int, int, str, int, int, int, str]


class Whole(NamedTuple):
    """The whole text of a document, and where the corpus has it; the source is 0 where nowhere."""

    text: str
    source: int = 0
    place: int = 0
    length: int = 0


class GatheredDocument(NamedTuple):
    """A document: what is said of it with its first piece, all pieces, the text if it is known."""

    number: int
    about: Piece
    pieces: list[tuple[int, int, str]]
    whole: Whole | None


class Gathered:
    """Documents, their pieces, and what these belong to; gone with the connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._conn = connection
        self._count = 0
        """Documents known so far."""
        for statement in _TABLES.split(";"):
            self._conn.execute(statement)

    def add(self, found: Member | Pair) -> None:
        """Take what a line says."""
        if isinstance(found, Member):
            number, begin, end = self._add_piece(found.piece)
            row = (found.cluster, number, begin, end)
            self._conn.execute("INSERT INTO member VALUES (?, ?, ?, ?)", row)
            return
        sides = sorted((self._add_piece(found.left), self._add_piece(found.right)))
        if sides[0][0] != sides[1][0]:  # else a text repeats itself
            self._conn.execute("INSERT INTO pair VALUES (?, ?, ?, ?, ?, ?)", (*sides[0], *sides[1]))

    def _add_piece(self, piece: Piece) -> tuple[int, int, int]:
        found = self._conn.execute("SELECT number FROM known WHERE id = ?", [piece.id]).fetchone()
        if found is None:
            number, self._count = self._count, self._count + 1
            about = (number, *piece[:6], piece.file)
            self._conn.execute("INSERT INTO known VALUES (?, ?, ?, ?, ?, ?, ?, ?)", about)
        else:
            (number,) = found
        row = (number, piece.begin, piece.end, piece.text)
        self._conn.execute("INSERT OR IGNORE INTO piece VALUES (?, ?, ?, ?, NULL, NULL)", row)
        return number, piece.begin, piece.end

    @property
    def has_clusters(self) -> bool:
        """Whether it is told which passages are one cluster, and not only which are a pair."""
        return self._conn.execute("SELECT 1 FROM member LIMIT 1").fetchone() is not None

    def list_documents(self) -> Iterator[GatheredDocument]:
        """Yield the documents by their numbers."""
        yield from self._find("TRUE")

    def find(self, name: str) -> Iterator[GatheredDocument]:
        """Yield the document with that id, if there is one."""
        yield from self._find("id = ?", name)

    def find_in_file(self, name: str) -> Iterator[GatheredDocument]:
        """Yield the documents of which each is a file of that name."""
        yield from self._find("file = ?", name)

    def _find(self, condition: str, *values: str) -> Iterator[GatheredDocument]:
        rows = self._conn.execute(
            "SELECT number, id, series, title, date, url, other, begin, end, piece.text, file,"
            " whole.text, source, place, length FROM known"
            " JOIN piece ON piece.document = number LEFT JOIN whole ON whole.document = number"
            f" WHERE {condition} ORDER BY number, begin, end",
            values,
        )
        for number, found in groupby(rows, lambda row: int(row[0])):
            listed = list(found)
            pieces = [Piece(*row[1:11]) for row in listed]
            whole = None if listed[0][11] is None else Whole(*listed[0][11:])
            stretches = [(one.begin, one.end, one.text) for one in pieces]
            yield GatheredDocument(number, pieces[0], stretches, whole)

    def add_whole(self, number: int, whole: Whole) -> None:
        """Take the whole text of a document; of several the last counts."""
        self._conn.execute("INSERT OR REPLACE INTO whole VALUES (?, ?, ?, ?, ?)", (number, *whole))

    def place(self, number: int, known: KnownText) -> None:
        """Say where in the text that is read the pieces of a document stand."""
        self._conn.executemany(
            "UPDATE piece SET start = ?, stop = ? WHERE document = ? AND begin = ? AND end = ?",
            ((*place, number, *stretch) for stretch, place in known.places.items()),
        )

    def list_pairs(self) -> Iterable[PlacedPair]:
        """Return the pairs, each side with where it stands and what it says."""
        return self._conn.execute(_PLACED_PAIRS)

    def list_members(self) -> Iterable[tuple[int, int, int, int]]:
        """Return where each cluster stands: a number in its order, document, start and stop."""
        return self._conn.execute(_PLACED_MEMBERS)
