from __future__ import annotations

from textual.widgets import Footer

from storage.library import Library
from tests.tui.driver import Reader, reading_texts


def watching(reader: Reader) -> int:
    """Return how many things are watched of the app and of the compare view's footer."""
    watched = (reader.app, reader.compare.query_one(Footer))
    return sum(len(each) for one in watched for each in getattr(one, "__watchers", {}).values())


async def test_what_was_on_closed_screens_watches_nothing_any_more(library: Library) -> None:
    async with reading_texts(library, "One two three.") as reader:
        await reader.press("a", "escape", "a", "escape")
        known = watching(reader)
        for _ in range(6):
            await reader.press("a", "escape")
        assert watching(reader) <= known
