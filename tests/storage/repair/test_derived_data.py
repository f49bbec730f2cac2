from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.open_library import open_library
from storage.repair.check import check
from storage.repair.repair import repair
from tests.storage.desk import add, done


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        (
            "INSERT INTO article_words (article_words) VALUES ('delete-all')",
            "The full-text index article_words does not match the texts.",
        ),
        (
            "INSERT INTO note_words (note_words) VALUES ('delete-all')",
            "The full-text index note_words does not match the texts.",
        ),
        (
            "INSERT INTO article_signs (article_signs) VALUES ('delete-all')",
            "The full-text index article_signs does not match the texts.",
        ),
        (
            "DELETE FROM annotation_number WHERE number = 1",
            "1 annotation number is wrong.",
        ),
        (
            "DELETE FROM annotation_number WHERE number < 3",
            "2 annotation numbers are wrong.",
        ),
        (
            "DELETE FROM fingerprint WHERE number = 1",
            "The fingerprints of 1 article are wrong.",
        ),
        (
            "INSERT INTO fingerprint VALUES (1, 4711)",
            "The fingerprints of 1 article are wrong.",
        ),
    ],
)
def test_what_is_computed_is_made_anew(path: Path, statement: str, finding: str) -> None:
    with open_library(path) as library:
        add(library, "新しい橋が完成した。", "橋")
    with closing(sqlite3.connect(path)) as connection:
        before = indexed(connection)
        connection.execute(statement)
        connection.commit()
    assert finding in check(path).findings

    said = list(repair(path))

    assert said[-1] == "The indexes were rebuilt."
    assert check(path).findings == ()
    with closing(sqlite3.connect(path)) as connection:
        assert indexed(connection) == before


def indexed(connection: sqlite3.Connection) -> list[int]:
    """Count what is found through each of the things that are computed."""
    questions = [
        "article_words WHERE article_words MATCH 'belfry OR honey'",
        "note_words WHERE note_words MATCH 'barn OR since'",
        "article_signs WHERE article_signs MATCH '新しい'",
        "annotation_number",
        "fingerprint",
        "fingerprinted",
    ]
    return [connection.execute(f"SELECT count(*) FROM {one}").fetchone()[0] for one in questions]


def test_fingerprints_that_are_still_to_be_made_are_no_error(path: Path) -> None:
    done(path, "DELETE FROM fingerprint", "DELETE FROM fingerprinted")

    assert check(path).findings == ()
