from __future__ import annotations

import gc
import weakref

from textual.widget import Widget
from textual.widgets._footer import FooterKey

from storage.library import Library
from tests.tui.driver import reading_texts
from tui.widgets.note_area import NoteArea


async def test_screens_that_were_closed_are_let_go(library: Library) -> None:
    opened: list[weakref.ref[Widget]] = []
    async with reading_texts(library, "One two three.") as reader:
        for _ in range(6):
            await reader.press("a")
            screen = reader.app.screen
            opened += map(weakref.ref, [*screen.query(NoteArea), *screen.query(FooterKey)])
            await reader.press("escape")
        del screen
        await reader.press("j")
        gc.unfreeze()
        gc.collect()
        alive = sum(one() is not None for one in opened)
        # What was closed last may still be on its way out.
        assert alive <= len(opened) / 3
