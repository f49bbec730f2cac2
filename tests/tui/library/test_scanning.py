from __future__ import annotations

from storage.library import Library
from tests.storage.desk import BRIDGE, MILL, OWL, add
from tests.tui.driver import at_the_screen, is_told, until

LONG = " ".join([OWL, BRIDGE])


async def test_the_library_is_scanned_and_its_passages_read(library: Library) -> None:
    known = [
        add(library, f"{LONG} {MILL}", "One", outlet="Herald"),
        add(library, f"{MILL} {LONG}", "Two", outlet="Gazette"),
    ]
    async with at_the_screen(library, None) as reader:
        await reader.press("X")
        await until(reader, is_told(reader, "The library is scanned. X: look"))
        await reader.press("X")
        reader.sees("in 2 texts · library.db")
        assert not reader.messages
        reader.sees("r scan again")
        await reader.press("enter")
        assert reader.compare.library is library
        assert [one.id for one in reader.compare.reading.articles] == sorted(
            one.id for one in known
        )
        await reader.press("q", "plus")
        await until(reader, is_told(reader, "Brought in as"))
        assert len(library.stories.list_all()) == 1
        add(library, f"{LONG} and more", "Three")
        await reader.press("q", "X")
        reader.is_told("1 article has come since the scan. r: scan again")
        await reader.press("r")
        await until(reader, is_told(reader, "The library is scanned. X: look"))
        await reader.press("X")
        reader.sees("in 3 texts · library.db")
