"""A week of coding: codebook, two coders, agreement, what is settled, counts, and the way out."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from storage.coder import Coder
from storage.open_library import open_library
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, add
from tests.tui.driver import Reader, at_the_screen, sees, until
from tui.cli.main import main

CODEBOOK = (
    "\ufeffCode;Parent;Definition;Include if;Key;Variable\r\n"
    'Frame;;"How it is told";;;\r\n'
    'Gain;Frame;"Something is new; or back";"named ""gains""";1;\r\n'
    "Loss;Frame;Something is gone;;2;\r\n"
    "Genre;;;;;yes\r\n"
    "report;Genre;;;;\r\n"
    "comment;Genre;;;;\r\n"
)
OUTLETS = "Herald", "=Post", "Herald"


async def code(reader: Reader, *codings: tuple[str, str]) -> None:
    """Code one article after the other: a quick tag for its first sentence, and its genre."""
    for quick, genre in codings:
        await reader.press("greater_than_sign", quick, "number_sign")
        await reader.type(genre)
        await reader.press("tab", "enter", "D")
        reader.is_told("Coded.")


async def test_two_coders_code_agree_settle_and_take_it_elsewhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, table = tmp_path / "study.db", tmp_path / "codebook.csv"

    def call(*arguments: str) -> str:
        assert main([*arguments, "--library", str(path)]) == 0
        return capsys.readouterr().out

    table.write_text(CODEBOOK, "utf-8", newline="")
    assert call("codebook", "import", str(table)).startswith("6 tags made")
    with open_library(path) as library:
        for text, outlet in zip((OWL, MILL, f"{BRIDGE} {HONEY}"), OUTLETS, strict=True):
            add(library, text, outlet=outlet)

    with open_library(path, Coder("Anna")) as library:
        async with at_the_screen(library, None) as reader:
            await code(reader, ("alt+1", "repo"), ("alt+1", "comm"), ("alt+2", "repo"))
            await reader.press("P")
            await reader.type("NA; “two” losses")
            await reader.press("ctrl+j", "greater_than_sign")
            reader.is_told("All articles are coded.")
    with open_library(path, Coder("Ben", is_blind=True)) as library:
        async with at_the_screen(library, None) as reader:
            assert "next to code" in reader.screen[-1]
            await reader.press("A")
            await until(reader, sees(reader, "Who codes blind does not see"))
            reader.does_not_see("alpha")
            reader.does_not_see("settle")
            await reader.press("q", "greater_than_sign")
            reader.does_not_see("Frame")
            assert "next to code" in reader.screen[-1]
            await reader.press("q")
            await code(reader, ("alt+1", "repo"), ("alt+2", "repo"), ("alt+2", "repo"))

    measured = {row["tag"]: row for row in json.loads(call("agreement", "--json"))["rows"]}
    # Of four sentences they disagree on one, and gave three of eight answers: 1 - 7 * 1 / (3 * 5).
    assert (measured["Frame/Gain"]["alpha"], measured["Genre"]["agreement"]) == (0.5333, 0.6667)
    with open_library(path, Coder("Cleo")) as library:
        async with at_the_screen(library, None) as reader:
            await reader.press("A")
            await until(reader, sees(reader, "Anna, Ben: 3 articles"))
            await reader.press("enter", "A", "1", "2")
            reader.sees("Nothing left to settle.")

    call("counts", "--coders", "settled", "-o", str(tmp_path / "counts.csv"))
    written = (tmp_path / "counts.csv").read_text("utf-8-sig")
    assert list(csv.reader(io.StringIO(written))) == [
        ["tag", "'=Post", "Herald", "total"],
        ["Frame", "1", "2", "3"],
        ["Frame/Gain", "0", "1", "1"],
        ["Frame/Loss", "1", "1", "2"],
        ["Genre", "1", "2", "3"],
        ["Genre/report", "0", "2", "2"],
        ["Genre/comment", "1", "0", "1"],
    ]
    call("export", "--all", "--format", "dataset", "-o", str(tmp_path / "data.zip"))
    with zipfile.ZipFile(tmp_path / "data.zip") as dataset:
        read = {
            name: list(csv.DictReader(io.StringIO(dataset.read(name).decode("utf-8-sig"))))
            for name in dataset.namelist()
            if name.endswith(".csv")
        }
    assert [one["memo"] for one in read["memos.csv"]] == ["NA; “two” losses"]
    tagged = {one["annotation_id"]: one["tag"] for one in read["annotation_tags.csv"]}
    coded = {
        coder: [
            tagged[one["annotation_id"]] for one in read["annotations.csv"] if one["coder"] == coder
        ]
        for coder in ("Anna", "Ben", "settled")
    }
    assert coded["Anna"] == ["Frame/Gain", "Frame/Gain", "Frame/Loss"]
    assert coded["Ben"] == ["Frame/Gain", "Frame/Loss", "Frame/Loss"]
    assert sorted(coded["settled"]) == ["Frame/Gain", "Frame/Loss", "Frame/Loss"]
    assert [one["inclusion"] for one in read["codebook.csv"]][:2] == ["", 'named "gains"']
    for name in ("csv", "jsonld", "html", "qdpx"):
        call("export", "--all", "--format", name, "-o", str(tmp_path / f"all-{name}"))
        assert (tmp_path / f"all-{name}").stat().st_size > len(CODEBOOK)
