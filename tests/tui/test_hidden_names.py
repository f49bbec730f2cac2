"""Who codes blind to outlets goes through the whole app, and nothing tells who published what."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.coder import Coder
from storage.open_library import open_library
from storage.tables.hidden_names import HIDDEN
from tests.storage.named_articles import SIGN, make_named_library
from tests.tui.driver import Reader, at_the_screen, is_told, until

LIBRARY_WALK = (
    *("j", "p", "p", "s", "s", "s", "I"),
    *("i", "q", "tab", "i", "q", "G", "i", "q"),
    *("W", "q", "w", "q", "C", "b", "b", "b", "w", "q", "T", "enter", "q", "q"),
    *("m", "escape", "P", "escape", "A", "q", "e", "right", "q", "d", "B", "q", "u"),
)
STORY_WALK = (
    *("J", "enter", "escape", "o", "j", "tab", "j", "q", "O", "q", "A", "j", "escape"),
    *("f", "f", "f", "f", "f", "M", "z", "L", "y", "Y", "I", "escape", "P", "escape"),
    *("C", "q", "e", "right", "right", "right", "q", "number_sign", "escape"),
)


class Walker:
    """Presses keys, and looks at each screen that they lead to."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self._reader.press(key)
            shown = "\n".join([*self._reader.messages, *self._reader.screen])
            assert SIGN not in shown.lower(), f"after {key}:\n{shown}"


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_no_screen_tells_what_is_hidden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "library.db"
    make_named_library(path)
    with open_library(path, Coder("Anna", hides_names=True)) as library:
        async with at_the_screen(library, None, size) as reader:
            walker = Walker(reader)
            await walker.press(*LIBRARY_WALK)
            await walker.press("C")
            reader.sees("outlets hidden")
            await walker.press("q", "X")
            await until(reader, is_told(reader, "The library is scanned."))
            await walker.press("X")
            reader.sees("in 2 texts")
            await walker.press("enter", "q", "q")
            await walker.press("S")
            await reader.type("owl")
            await walker.press("enter", "escape")
            await walker.press("S")
            await reader.type("outlet:x")
            reader.sees("Titles, outlets and authors are hidden, and not searched.")
            await walker.press("escape")
        story = library.stories.get(library.stories.list_all()[0].id)
        async with at_the_screen(library, story, size) as reader:
            walker = Walker(reader)
            await walker.press(*STORY_WALK)
            await walker.press("e", "enter")
            await until(reader, is_told(reader, HIDDEN))
            await walker.press("escape")
    written = [one for one in tmp_path.iterdir() if one.suffix == ".md"]
    assert [SIGN in one.read_text().lower() for one in written] == [False]
