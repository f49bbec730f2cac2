"""What Textual's text area does not do right by itself."""

from __future__ import annotations

from storage.library import Library
from tests.storage.desk import OWL
from tests.tui.driver import reading_texts
from tui.prompts.note_area import NoteArea


async def test_lines_that_fill_the_editor_are_taken_back_and_put_back(library: Library) -> None:
    async with reading_texts(library, OWL, size=(80, 24)) as reader:
        await reader.press("a")
        area = reader.app.screen.query_one(NoteArea)
        await reader.type("one")
        area.insert("\n" * 40 + "last", maintain_selection_offset=False)
        await reader.press()
        assert area.cursor_location == (40, 4)
        await reader.press("ctrl+z")
        assert area.text == "one"
        assert area.cursor_location == (0, 3)
        await reader.press("ctrl+y")
        assert area.text.endswith("last")
        assert area.cursor_location == (40, 4)
        await reader.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert area.text == ""
