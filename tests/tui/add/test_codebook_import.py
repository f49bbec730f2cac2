from __future__ import annotations

from pathlib import Path

import pytest

from storage.article_import.opening import open_file
from storage.errors import ExchangeError, ReadError
from storage.library import Library
from tui.add.codebook_import import import_codebook_file


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
