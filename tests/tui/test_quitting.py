from __future__ import annotations

import pytest

from storage.library import Library
from tests.tui.driver import at_the_screen


@pytest.mark.parametrize("key", ["a", "S", "?", "enter"])
async def test_keys_typed_after_the_one_that_quits_open_nothing(library: Library, key: str) -> None:
    async with at_the_screen(library, None) as reader:
        await reader.type_at_once("q", key)

    assert reader.app.fault is None
