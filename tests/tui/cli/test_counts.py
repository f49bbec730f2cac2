from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from storage.coder import Coder
from storage.open_library import open_library
from tests.storage.desk import MILL, OWL, add, annotate
from tests.tui.cli.calling import Copydesk, failed, is_wrong_call, library_of


@pytest.fixture
def coded(copydesk: Copydesk) -> Copydesk:
    """Make a library of two articles with three tags on them."""
    path: Path = library_of(copydesk)
    with open_library(path) as library:
        owl = add(library, OWL, "Owl", outlet="Herald")
        mill = add(library, MILL, "Mill", outlet="Post")
        annotate(library, owl, "barn owl", "", "animal/bird")
        annotate(library, owl, "choir", "", "people")
        annotate(library, mill, "paper mill", "", "people")
        library.tags.set_on_article(mill.id, ["genre/news"])
    return copydesk


def test_the_table_tells_what_it_counts(coded: Copydesk) -> None:
    printed = coded("counts").out.splitlines()

    assert [line.split() for line in printed[:6]] == [
        ["tag", "Herald", "Post", "total"],
        ["animal", "1", "0", "1"],
        ["animal/bird", "1", "0", "1"],
        ["genre", "0", "1", "1"],
        ["genre/news", "0", "1", "1"],
        ["people", "1", "1", "2"],
    ]
    assert printed[-1].startswith("Uses: ")


def test_json_and_csv_have_the_same_figures(coded: Copydesk) -> None:
    document = coded("counts", "--json", "--by", "article", "--measure", "words").json
    rows = list(csv.reader(io.StringIO(coded("counts", "--format", "csv").out)))

    assert list(document) == ["schema", "note", "columns", "rows"]
    assert document["columns"] == ["Owl", "Mill"]
    assert document["rows"][-1] == {"tag": "people", "counts": [1, 2], "total": 3}
    assert rows[-1] == ["people", "1", "1", "2"]


def test_what_one_coder_did_is_counted_alone(coded: Copydesk) -> None:
    with open_library(library_of(coded), Coder("Ben")) as library:
        owl = add(library, OWL)
        annotate(library, owl, "choir", "", "people")
        library.tags.set_on_article(owl.id, ["genre/report"])

    together = coded("counts", "--json").json
    assert together["note"].endswith(
        "Coded by (nobody), Ben together, a use of each where several coded the same."
    )
    assert together["rows"][-1] == {"tag": "people", "counts": [2, 1], "total": 3}
    alone = coded("counts", "--json", "--coders", "ben", "--tags", "used").json
    assert alone["note"].endswith("Coded by Ben alone.")
    assert [(row["tag"], row["total"]) for row in alone["rows"]] == [
        ("genre", 1),
        ("genre/report", 1),
        ("people", 1),
    ]
    assert coded("counts", "--json", "--coders", "(nobody),Ben").json["rows"] == together["rows"]
    unknown = coded("counts", "--coders", "Cleo")
    assert failed(unknown, "Nobody called “Cleo” has coded in this library.")


def test_tags_are_counted_with_each_other(coded: Copydesk) -> None:
    document = coded("counts", "--with", "article", "--json").json

    assert document["columns"] == ["animal/bird", "genre/news", "people"]
    assert [row["counts"] for row in document["rows"]] == [[1, 0, 1], [0, 1, 1], [1, 1, 2]]


def test_a_file_is_written_once_and_not_over_another(coded: Copydesk, tmp_path: Path) -> None:
    table, page = tmp_path / "table.csv", tmp_path / "page.md"

    assert coded("counts", "-o", table).out == f"{table}\n"
    assert coded("counts", "-o", page, "--search", "tag:people").status == 0

    assert table.read_bytes().startswith('\ufeff"tag"'.encode())
    assert page.read_text(encoding="utf-8").startswith("| tag | Herald |")
    said = f"{table} already exists and may have been edited; use --force to replace it."
    assert failed(coded("counts", "-o", table, "--with", "article"), said)
    assert coded("counts", "-o", table, "--with", "article", "--force").status == 0


def test_a_table_of_tags_with_each_other_is_by_nothing(coded: Copydesk) -> None:
    assert is_wrong_call(coded("counts", "--with", "words", "--by", "date"))
    assert is_wrong_call(coded("counts", "--json", "--format", "csv"))


def test_a_library_without_tags_says_how_to_make_some(copydesk: Copydesk) -> None:
    with open_library(library_of(copydesk)) as library:
        add(library, OWL)

    assert copydesk("counts").out.startswith("Nothing is tagged yet. ")
