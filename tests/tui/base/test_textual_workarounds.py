from __future__ import annotations

from storage.library import Library
from tests.tui.driver import Reader, reading_texts


def watching(reader: Reader) -> int:
    """Return how many things are watched of the app."""
    return sum(len(each) for each in getattr(reader.app, "__watchers", {}).values())


async def test_what_was_on_closed_screens_watches_nothing_any_more(library: Library) -> None:
    async with reading_texts(library, "One two three.") as reader:
        await reader.press("a", "escape", "a", "escape")
        known = watching(reader)
        for _ in range(6):
            await reader.press("a", "escape")
        assert watching(reader) <= known
