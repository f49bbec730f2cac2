"""The key that goes back says where it quits, and quits when it is pressed twice."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from storage.library import Library
from storage.sample_story import add_sample
from tests.tui.driver import Reader, at_the_screen, reading_sample
from tui.config.configuration import DEFAULTS


def foot(reader: Reader) -> str:
    return reader.screen[-1]


@pytest.mark.parametrize("key", ["a", "S", "?", "enter"])
async def test_keys_typed_after_the_ones_that_quit_open_nothing(library: Library, key: str) -> None:
    async with at_the_screen(library, None) as reader:
        await reader.type_at_once("q", "q", key)

    assert reader.app.fault is None


async def test_one_press_asks_and_the_next_quits(library: Library) -> None:
    async with at_the_screen(library, None) as reader:
        await reader.press("q")
        reader.is_told("Press q again to quit.")
        assert not reader.app._exit
        await reader.press("q")
        assert reader.app._exit


async def test_a_press_long_after_asks_again(library: Library) -> None:
    async with at_the_screen(library, None) as reader:
        await reader.press("q")
        await asyncio.sleep(2.5)
        await reader.press("q")
        assert not reader.app._exit


async def test_it_can_be_set_to_quit_at_once(library: Library) -> None:
    at_once = replace(DEFAULTS, quit="at once")
    async with at_the_screen(library, None, configuration=at_once) as reader:
        await reader.press("q")
        assert reader.app._exit


@pytest.mark.parametrize("key", ["S", "T", "w", "B", "i", "e", "enter", "tab W", "tab i"])
async def test_the_foot_says_quit_where_it_is_so_alone(library: Library, key: str) -> None:
    add_sample(library)
    async with at_the_screen(library, None, (200, 50)) as reader:
        assert "q quit" in foot(reader)
        await reader.press(*key.split())
        if key == "S":
            await reader.press(*"gates", "enter")
        assert "q back" in foot(reader)
        await reader.press("q")
        assert "q quit" in foot(reader)
        assert not reader.app._exit


async def test_a_story_that_the_app_was_opened_with_is_the_first_screen(library: Library) -> None:
    async with reading_sample(library, (200, 50)) as reader:
        assert "q quit" in foot(reader)
        await reader.press("o")
        assert "q back" in foot(reader)


async def test_it_closes_the_list_of_annotations_first(library: Library) -> None:
    async with reading_sample(library) as reader:
        await reader.press("A", "q")
        assert not reader.compare.listing.display
        await reader.press("q")
        reader.is_told("Press q again to quit.")
