from __future__ import annotations

import datetime
import io
import json
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.article_import.formats.tables.csv_rows import read_csv
from storage.article_import.formats.tables.json_rows import read_json_array, read_json_lines
from storage.article_import.formats.tables.xlsx_rows import read_xlsx
from storage.errors import ReadError
from tests.storage.desk import quickly


def csv(text: str, codec: str = "utf-8") -> io.BytesIO:
    return io.BytesIO(text.encode(codec))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_cells_are_parted_by_what_parts_the_first_row(delimiter: str) -> None:
    names = delimiter.join(["title", '"the; text, all|of it\nhere"', "date"])
    row = delimiter.join(["Owl", '"An owl, said; ""Nell""\nHarker|"', "2026-03-05"])

    table = read_csv(csv(f"{names}\r\n\r\n{row}\r\n"))

    assert len(table.names) == 3
    assert [list(one.values()) for one in table.rows] == [
        ["Owl", 'An owl, said; "Nell"\nHarker|', "2026-03-05"]
    ]


def test_a_first_line_may_say_what_parts_the_cells() -> None:
    table = read_csv(csv("sep=;\r\ntitle, in short;text\r\nOwl;An owl, they say\r\n"))

    assert table.names == ("title, in short", "text")
    assert [list(one.values()) for one in table.rows] == [["Owl", "An owl, they say"]]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_its_encoding_is_recognised(codec: str) -> None:
    table = read_csv(csv("titre,texte\nÉté,“Voilà”\n", codec))

    assert table.names == ("titre", "texte")
    assert list(table.rows) == [{"titre": "Été", "texte": "“Voilà”"}]


def test_rows_that_are_too_short_or_too_long_are_read() -> None:
    table = read_csv(csv("a,b\n1\n1,2,3\n,\n"))

    assert list(table.rows) == [{"a": "1"}, {"a": "1", "b": "2"}]


@pytest.mark.parametrize("text", ["", "\n", ",,\n1,2,3"])
def test_a_table_without_names_is_refused(text: str) -> None:
    with pytest.raises(ReadError, match="names its columns"):
        read_csv(csv(text))


@quickly
@given(st.lists(st.lists(st.text(max_size=9), min_size=2, max_size=2), max_size=5))
def test_what_the_standard_library_writes_is_read(rows: list[list[str]]) -> None:
    import csv as writing

    written = io.StringIO(newline="")
    writer = writing.writer(written, quoting=writing.QUOTE_ALL)
    writer.writerows([["title", "text"], *rows])
    data = written.getvalue().encode("utf-8", "replace")

    found = [[row["title"], row["text"]] for row in read_csv(io.BytesIO(data)).rows]

    plain = [[cell.replace("\0", "").encode("utf-8", "replace").decode() for cell in row]
             for row in rows]  # fmt: skip
    assert found == [row for row in plain if any(row)]


def test_lines_of_json_name_what_is_in_objects() -> None:
    lines = [
        {"title": "Owl", "source": {"name": "Gazette"}, "authors": [{"name": "A"}, "B"]},
        {"title": None, "words": 7},
    ]
    data = "\n".join(map(json.dumps, lines)) + "\n\n"

    table = read_json_lines(csv(data))

    assert table.names == ("title", "source.name", "authors", "words")
    assert list(table.rows) == [
        {"title": "Owl", "source.name": "Gazette", "authors": "A, B"},
        {"title": "", "words": "7"},
    ]


@pytest.mark.parametrize(
    "held",
    [
        [{"text": "owl"}],
        {"status": "ok", "articles": [{"text": "owl"}]},
        {"response": {"total": 1, "results": [{"text": "owl"}, 3]}},
    ],
)
def test_the_array_is_found_in_what_a_service_sends(held: object) -> None:
    assert list(read_json_array(csv(json.dumps(held))).rows) == [{"text": "owl"}]


@pytest.mark.parametrize("data", ["", "{", "[]", "[1]", "{}", '"owl"', "[" * 99999])
def test_json_without_articles_is_refused(data: str) -> None:
    with pytest.raises(ReadError):
        read_json_array(csv(data))
    with pytest.raises(ReadError):
        list(read_json_lines(csv(data)).rows)


def test_a_line_that_is_no_json_is_named() -> None:
    table = read_json_lines(csv('{"text": "owl"}\n' * 30 + "owl\n"))

    with pytest.raises(ReadError, match="is no JSON in line 31"):
        list(table.rows)


def workbook(*sheets: list[list[object]]) -> io.BytesIO:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for rows in sheets:
        sheet = made.create_sheet()
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    made.save(stream)
    stream.seek(0)
    return stream


def test_the_first_sheet_with_rows_is_read() -> None:
    day = datetime.datetime(2026, 3, 5)
    moment = datetime.datetime(2026, 3, 5, 9, 30)

    table = read_xlsx(
        workbook([["About"]], [[None, None], ["title", "when"], ["Owl", day], [7, moment]])
    )

    assert table.names == ("title", "when")
    assert list(table.rows) == [
        {"title": "Owl", "when": "2026-03-05"},
        {"title": "7", "when": "2026-03-05T09:30:00"},
    ]


def test_what_is_no_workbook_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ReadError, match="has no table of articles"):
        read_xlsx(workbook([["title"]]))
    with pytest.raises(ReadError, match="not an Excel workbook"):
        read_xlsx(io.BytesIO(b"PK owl"))
    monkeypatch.setattr("storage.article_import.formats.tables.xlsx_rows.LARGEST_WORKBOOK", 100)
    with pytest.raises(ReadError, match="too large for a workbook once unpacked"):
        read_xlsx(workbook([["title", "text"], ["owl", "mill"]]))


def test_an_archive_that_is_no_workbook_is_no_crash() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("owl.txt", "owl")
    with pytest.raises(Exception):  # noqa: B017, PT011 parsers.parse tells of damage
        read_xlsx(stream)
