"""Tagging in the app, and what the library has of it."""

from __future__ import annotations

from storage.library import Library
from tests.tui.driver import Reader

TEXT = "One is here. Two is there. Three is old. Four is new."


def tags(library: Library) -> list[tuple[str, ...]]:
    return [one.tags for one in library.annotations.list_all()]


async def tag_here(reader: Reader, line: str) -> None:
    await reader.press("t")
    await reader.type(line)
    await reader.press("enter")
