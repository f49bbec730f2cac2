from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from storage.errors import ReadError
from storage.library import Library
from storage.scan.index.rows import ClusterSpan, IndexedDocument
from storage.scan.index.scan_index import ScanIndex
from storage.scan.reading.cluster_texts import Carrier
from tests.storage.desk import BRIDGE, MILL, OWL
from tests.storage.scan.reading.made import (
    make_cluster,
    make_document,
    make_source,
    write_corpus,
    write_index,
)
from tests.tui.driver import Reader, is_told, until
from tui.app import CopydeskApp
from tui.scans.scan_contents import ScanContents, describe_carriers
from tui.scans.screen import ScanScreen

_TEXTS = [f"{OWL} {MILL}", f"{OWL} {BRIDGE}", MILL]


def write_scan(folder: Path) -> Path:
    documents = [
        one._replace(series=f"Paper {one.number}", title=f"[red]{one.number}[/]", date="2026-01-02")
        for one in write_corpus(folder / "corpus.jsonl", _TEXTS)
    ]
    lost = IndexedDocument(3, "lost", "", "", None, None, 1, 0, 9, 0, "", "{}")
    return write_index(
        folder / "scan.db",
        [
            make_cluster(1, "The owl\x1b[31m moved", outlets=2, words=9),
            make_cluster(2, "The mill [b]stands", words=30),
            make_cluster(3, "What was lost", days=4),
        ],
        [*documents, lost],
        [
            *(ClusterSpan(1, number, 0, len(OWL)) for number in (0, 1)),
            *(ClusterSpan(2, number, 0, 9) for number in (0, 2)),
            ClusterSpan(3, 3, 0, 9),
        ],
        [
            make_source(folder / "corpus.jsonl"),
            make_source(folder / "gone.jsonl")._replace(number=1),
        ],
    )


@asynccontextmanager
async def reading_scan(library: Library, path: Path) -> AsyncIterator[Reader]:
    app = CopydeskApp(library, scan=ScanIndex(path))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        yield Reader(app, pilot, library)


def test_dates_that_cannot_be_read_and_endless_names_are_not_told() -> None:
    carriers = [
        Carrier(make_document(0, "", date="2026-13-45", series="s" * 999), 0, 9),
        Carrier(make_document(1, "", date="7 March 2026", series="Post"), 0, 9),
    ]
    told = f"First seen 2026-03-07 in Post. Carried by {'s' * 39}… and Post."
    assert describe_carriers(carriers) == told


async def test_a_passage_is_found_read_and_brought_into_the_library(
    library: Library, tmp_path: Path
) -> None:
    async with reading_scan(library, write_scan(tmp_path)) as reader:
        reader.sees("3 passages · in 4 texts · corpus.jsonl and gone.jsonl")
        reader.sees("The owl␛[31m moved")
        reader.does_not_see("scan again")
        reader.sees("First seen 2026-01-02 in Paper 0. Carried by Paper 0 and Paper 1.")
        await reader.press("slash")
        await reader.type("mil")
        reader.sees("1 of 3 passages")
        await reader.press("enter", "enter")
        await until(reader, lambda: len(reader.app.screen_stack) > 1)
        reader.is_told("From a scan, in no library. ctrl+s: bring it in")
        assert [one.text for one in reader.compare.reading.articles] == [_TEXTS[0], MILL]
        await reader.press("a")
        reader.is_told("These texts are read from a scan and are in no library.")
        assert not library.articles.list_all()
        desk = reader.compare.library.path.parent
        await reader.press("ctrl+s")
        assert reader.compare.library is library
        assert reader.compare.story.is_kept
        assert not desk.exists()
        await reader.press("q", "escape", "plus")
        await until(reader, is_told(reader, "Brought in as “[red]0[/] (2)”, 1 known before."))
        await reader.press("plus")
        await until(reader, is_told(reader, "The library has this as “[red]0[/] (2)”."))
        assert len(library.articles.list_all()) == 3
        assert len(library.stories.list_all()) == 2
        await reader.press("u", "u")
        assert not library.stories.list_all()
        await reader.press("s", "s", "enter")
        await until(reader, is_told(reader, "gone.jsonl is gone: 1 text there cannot be shown."))
        assert isinstance(reader.app.screen, ScanScreen)


def test_the_list_is_sorted_by_what_is_asked_for(tmp_path: Path) -> None:
    with ScanIndex(write_scan(tmp_path)) as index:
        contents = ScanContents(index)
        contents.measure()

        def list_numbers() -> list[int]:
            return [contents.get(key).number for key in contents.keys]

        assert list_numbers() == [1, 2, 3]
        contents.sort_by(3)
        assert contents.column_heads[3] == "words ▼"
        assert list_numbers()[0] == 2
        contents.sort_by(3)
        assert list_numbers()[-1] == 2
        contents.filter("tag:x owl")
        assert list_numbers() == [1]
        assert contents.heading.endswith("the other filters are of the library.")
        assert "0" in contents.keys
        assert "1" not in contents.keys
        index._conn.close()
        with pytest.raises(ReadError, match="damaged"):
            contents.filter("mill")
