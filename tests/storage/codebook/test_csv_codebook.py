from __future__ import annotations

import pytest
from hypothesis import given

from storage.codebook.codebook_formats import import_codebook
from storage.codebook.csv_codebook import CSV, read_csv_codebook, render_csv
from storage.errors import ExchangeError
from storage.library import Library
from storage.tables.codebook_entry import CodebookEntry
from tests.storage.codebook.entries import make_entries, number_once


def read(text: str) -> list[CodebookEntry]:
    return read_csv_codebook(text.encode()).entries


@given(make_entries())
def test_what_is_written_is_read(entries: list[CodebookEntry]) -> None:
    kept = number_once(entries)
    again = read_csv_codebook(render_csv(kept).encode())

    assert again.entries == kept
    assert not again.notices


def test_tables_of_other_programs_are_read() -> None:
    found = read_csv_codebook(
        "\ufeffCode Name;Parent Code;Code Memo;Typical Example;Colour;Ignored\r\n"
        'Federal;State;"Berlin,\r\nBonn";"""We"" said";#ff0000;x\r\n'
        "State;Actors;;;Gray;\r\n"
        ";;;;;\r\n"
        "#Tone, mood;;How it sounds;;;\r\n"
        "Loop;Loop;;;;\r\n".encode()
    )

    assert found.entries == [
        CodebookEntry("Actors/State/Federal", "Berlin,\nBonn", example='"We" said', colour="red"),
        CodebookEntry("Actors/State", colour="grey"),
        CodebookEntry("Tone; mood", "How it sounds"),
        CodebookEntry("Loop/Loop"),
    ]
    assert found.notices == [
        "A tag has no place for the column “Ignored”; that was left out.",
        "A comma in a name became a semicolon: Tone; mood.",
        "A # in front of a name was left out: Tone; mood.",
    ]


def test_a_list_of_names_is_a_codebook_where_its_file_is_called_csv(library: Library) -> None:
    assert import_codebook(library, b"tag\nclaim\nframe\n", "tags.csv").tags == 2
    with pytest.raises(ExchangeError, match=r"tags.csv: it has no column path, .* only “colour”"):
        import_codebook(library, b"colour\nred\n", "tags.csv")


def test_rows_that_differ_on_one_tag_are_told() -> None:
    table = "tag,definition,key\nclaim,One,1\nclaim,Two,\nframe,Three,\nframe,Three,2\n"

    assert read(table) == [
        CodebookEntry("claim", "One", number=1),
        CodebookEntry("frame", "Three", number=2),
    ]
    assert read_csv_codebook(table.encode()).notices == [
        "Where rows of one tag differ, the first counts: claim."
    ]


def test_columns_that_are_not_read_are_named() -> None:
    table = "Code,Definition,Include if,Memo,Type,Empty\na,b,c,d,variable,\n"

    assert read(table) == [CodebookEntry("a", "b", "c")]
    assert read_csv_codebook(table.encode()).notices == [
        "A tag has no place for the columns “Memo” and “Type”; that was left out."
    ]


def test_rows_of_one_tag_are_one_and_blank_cells_say_nothing() -> None:
    assert read("tag,description,variable\nclaim,,ja\nCLAIM,Says so,\n") == [
        CodebookEntry("claim", "Says so", is_variable=True)
    ]
    assert read("path,name\n/a / b,c\n") == [CodebookEntry("a/b")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it has no column path, name, code or tag: its first row names no columns"),
        ("colour,note\nred,x\n", "it has no column path, name, code or tag, only “colour” and"),
        ("name,colour\na,red\nb,blurple\n", "in row 3, column colour, “blurple” is no colour; use"),
        ("name,key\na,10\n", "in row 2, column key, “10” is no number from 1 to 9"),
        ("name,key\n\na,4\nb,4\n", "rows 3 and 4 both have 4 in the column key"),
        ("name,variable\na,perhaps\n", "in row 2, column variable, “perhaps” is neither"),
        ("name,memo\na,x\n,y\n", "row 3 names no tag"),
    ],
)
def test_an_error_names_row_and_column(text: str, why: str) -> None:
    with pytest.raises(ExchangeError, match=why.replace("(", r"\(")):
        read(text)


def test_other_tables_are_no_codebook() -> None:
    assert CSV.looks_like(b"name,definition\n")
    assert CSV.looks_like("Code\tMemo\n".encode("utf-16"))
    assert not CSV.looks_like(b"title,text\nA,B\n")
    assert not CSV.looks_like(b"title,tag,category,content\nA,B,C,D\n")
    assert not CSV.looks_like(b"annotation_id,tag,note,quote\n")
    assert not CSV.looks_like(b'"\xff\x00')
