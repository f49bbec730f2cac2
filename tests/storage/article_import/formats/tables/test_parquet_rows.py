from __future__ import annotations

import sys
from pathlib import Path

import duckdb
import pytest

from storage.article_import.formats.tables import row_articles
from storage.article_import.formats.tables.parquet_rows import read_parquet
from storage.article_import.formats.tables.table_formats import PARQUET
from storage.article_import.input_format import Document
from storage.article_import.parsed import Listing, ParsedArticle
from storage.article_import.reader import Reader
from storage.errors import ReadError
from tests.storage.article_import import made


def write(path: Path, columns: str, rows: str = "range(1)") -> str:
    """Write a table of these columns, with a row for each of `rows`."""
    duckdb.connect().execute(
        f"COPY (SELECT {columns} FROM {rows}) TO $1 (FORMAT parquet)", [str(path)]
    )
    return str(path)


def test_columns_of_all_kinds_say_what_they_mean(tmp_path: Path) -> None:
    path = write(
        tmp_path / "owls.parquet",
        "'Owl' AS headline, DATE '2026-03-05' AS date, 'An owl.'::BLOB AS text, NULL AS url,"
        " {'name': 'Gazette'} AS source, ['Nell', 'Tom'] AS authors",
    )

    said = ParsedArticle("An owl.", "Owl", "Gazette", "Nell, Tom", "2026-03-05")
    assert list(PARQUET.read(Document(b"", path=path))) == [said]


def test_a_long_one_is_listed_and_the_rows_that_are_wanted_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(row_articles, "AT_ONCE", 2)
    columns = "'Owl ' || range AS title, 'An owl, ' || range AS body, range AS text"
    path = write(tmp_path / "owls.parquet", columns, "range(500)")

    listing = PARQUET.read(Document(b"", path=path, columns="text=body"))
    assert isinstance(listing, Listing)
    assert (len(listing.entries), listing.note) == (500, "Columns: text=body, title=title")
    wanted = Document(b"", path=path, columns="text=body", wanted=("3", "402"))
    texts = [one.text for one in PARQUET.read(wanted) if isinstance(one, ParsedArticle)]
    assert texts == ["An owl, 2", "An owl, 401"]


def test_a_name_is_no_pattern_and_no_statement(tmp_path: Path) -> None:
    made.write(tmp_path / "owl1.parquet", "other")
    for name in ("owl[1].parquet", "owl*.parquet", "o'; DROP TABLE x; --.parquet"):
        path = write(tmp_path / name, "'An owl.' AS text")
        assert [one["text"] for one in read_parquet(path).rows] == ["An owl."]


@pytest.mark.usefixtures("shared_process")
def test_it_is_read_where_it_lies(tmp_path: Path) -> None:
    path = made.write(tmp_path / "owl.parquet", made.PARQUET)
    damaged = made.write(tmp_path / "damaged.parquet", made.PARQUET[:-20])

    with Reader() as reader:
        (whole,), (spoilt,) = reader.read(path), reader.read(damaged)

    assert whole.article is not None
    assert whole.article.text == "An owl moved."
    assert spoilt.problem.endswith(
        "damaged.parquet cannot be read as a Parquet file: it seems to be damaged."
    )


def test_what_is_in_no_file_is_refused() -> None:
    with pytest.raises(ReadError, match=r"save it as a file that ends in \.parquet"):
        PARQUET.read(Document(made.PARQUET))


def test_what_is_missing_is_named_with_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)

    with pytest.raises(ReadError, match=r'pip install "copydesk\[parquet\]"'):
        read_parquet("owl.parquet")
