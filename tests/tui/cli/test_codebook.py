from __future__ import annotations

import json
from pathlib import Path

from storage.open_library import open_library
from tests.storage.desk import OWL, add, annotate
from tests.tui.cli.calling import Copydesk, failed, is_wrong_call, library_of


def test_a_codebook_is_made_changed_and_taken_apart(copydesk: Copydesk) -> None:
    copydesk("codebook", "add", "genre", "--variable", "yes", "--definition", "What it is")
    copydesk("codebook", "add", "genre/report", "--key", "3", "--colour", "red")
    with open_library(library_of(copydesk)) as library:
        owl = add(library, OWL)
        annotate(library, owl, "barn owl", "", "bird", "genre/report")
    copydesk("codebook", "edit", "bird", "--name", "animal/bird", "--example", "owl")
    copydesk("codebook", "edit", "genre/report", "--key", "none", "--colour", "none")
    copydesk("codebook", "strict", "on")

    found = json.loads(copydesk("codebook", "list", "--json").out)
    assert found["strict"] is True
    assert [(one["name"], one["annotations"]) for one in found["tags"]] == [
        ("animal", 1),
        ("animal/bird", 1),
        ("genre", 1),
        ("genre/report", 1),
    ]
    assert found["tags"][1]["example"] == "owl"
    assert found["tags"][2]["variable"] is True
    assert (found["tags"][3]["colour"], found["tags"][3]["key"]) == (None, None)
    printed = copydesk("codebook").out.splitlines()
    assert printed[3].split() == ["genre", "variable", "1", "0", "What", "it", "is"]
    assert printed[-1] == "The codebook is strict: coding makes no new tags."

    assert "\nRename a tag, or say what it is for.\n" in copydesk("codebook", "edit", "--help").out
    unknown = copydesk("codebook", "remove", "bird/x")
    assert failed(unknown, "No tag “bird/x”; `copydesk codebook` lists them.")
    removed = copydesk("codebook", "remove", "animal/bird")
    assert removed.out == "Taken from 1 note and 0 articles.\n"
    assert is_wrong_call(copydesk("codebook", "edit", "genre"))
    assert failed(copydesk("codebook", "add", "Genre"), "There is already a tag “genre”.")


def test_a_codebook_goes_out_and_comes_in(copydesk: Copydesk, tmp_path: Path) -> None:
    table, refi = tmp_path / "codes.csv", tmp_path / "codes.qdc"
    table.write_text("code;memo;key\nclaim/new;Says, so;4\na, b;;\n", "utf-8")

    imported = copydesk("codebook", "import", str(table))
    assert imported.out == "2 tags made, 0 changed, 0 as they were.\n"
    assert imported.err == "copydesk: A comma in a name became a semicolon: a; b.\n"
    told = copydesk("codebook", "export", "-o", str(refi))
    assert "has no quick tags" in told.err
    assert copydesk("import", str(refi)).out == "0 tags made, 0 changed, 2 as they were.\n"
    assert copydesk("codebook", "export").out.splitlines()[1] == (
        '"claim/new","Says, so","","","","",4,"",""'
    )
    assert "--force" in copydesk("codebook", "export", "-o", str(table)).err
    bad = tmp_path / "bad.csv"
    bad.write_text("name,key\nx,10\n", "utf-8")
    why = f"Cannot import {bad}: in row 2, column key, “10” is no number from 1 to 9."
    assert failed(copydesk("import", str(bad), "--format", "csv"), why)


def test_a_key_that_another_tag_had_is_told(copydesk: Copydesk, tmp_path: Path) -> None:
    assert copydesk("codebook", "add", "claim", "--key", "1").err == ""
    moved = copydesk("codebook", "add", "figure", "--key", "1")
    assert moved.err == "copydesk: Quick tag 1 is now #figure, no longer #claim.\n"
    assert copydesk("codebook", "edit", "figure", "--key", "1").err == ""

    table = tmp_path / "codes.csv"
    table.write_text("tag,key\nname,1\nquote,2\n", "utf-8")
    imported = copydesk("codebook", "import", str(table))
    assert imported.err == "copydesk: Quick tag 1 is now #name, no longer #figure.\n"
