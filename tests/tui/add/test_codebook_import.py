from __future__ import annotations

from pathlib import Path

import pytest

from storage.article_import.opening import open_file
from storage.errors import ExchangeError, ReadError
from storage.library import Library
from tests.tui.driver import at_the_screen
from tui.add.codebook_import import import_codebook_file
from tui.add.import_job import ImportSummary


def test_a_codebook_is_imported_and_undo_takes_it_back(library: Library, tmp_path: Path) -> None:
    table, other, refi = (tmp_path / name for name in ("a.csv", "b.csv", "c.qdc"))
    table.write_text("code,memo\nowl,It flies\n", "utf-8")
    other.write_text("title,text\nOwl,It flies\n", "utf-8")
    refi.write_text("no codebook", "utf-8")

    told = import_codebook_file(library, str(table))

    assert told == ["1 tag made, 0 changed, 0 as they were."]
    assert [one.name for one in library.codebook.list_entries()] == ["owl"]
    assert import_codebook_file(library, str(other)) is None
    with pytest.raises(ExchangeError, match="its XML is damaged"):
        import_codebook_file(library, str(refi))
    with pytest.raises(ReadError, match=r"c\.qdc is a codebook; use `copydesk codebook import`\."):
        open_file(refi, "")
    assert library.undo_log.undo() == "codebook imported"


async def test_the_box_closes_and_says_what_came_of_a_codebook(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("book.csv").write_text("tag,definition\nowl,It flies\n", "utf-8")
    async with at_the_screen(library, None) as reader:
        await reader.press("a")
        await reader.type("book.csv")
        await reader.press("enter")
        reader.is_told("1 tag made, 0 changed, 0 as they were.")
        reader.does_not_see("added")
        reader.does_not_see("Several pasted lines")

    summary = ImportSummary()
    summary.codebooks.append("1 tag made.")
    assert summary.is_anything
    assert summary.sentence == "1 tag made."
    summary.take("missing.txt is missing.")
    assert summary.sentence == "0 added, 1 could not be read. 1 tag made."
