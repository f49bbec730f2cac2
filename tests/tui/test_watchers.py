from __future__ import annotations

import gc

from textual.widgets._footer import FooterKey

from storage.library import Library
from tests.tui.driver import reading_texts
from tui.widgets.note_area import NoteArea


async def test_screens_that_were_closed_are_let_go(library: Library) -> None:
    async with reading_texts(library, "One two three.") as reader:
        for _ in range(6):
            await reader.press("a", "escape")
        gc.unfreeze()
        gc.collect()
        alive = [type(one) for one in gc.get_objects() if isinstance(one, NoteArea | FooterKey)]
        # What was closed last may still be on its way out.
        assert alive.count(NoteArea) <= 1
        assert alive.count(FooterKey) <= 3 * len(reader.compare.query(FooterKey))
