from __future__ import annotations

import pytest

from storage.library import Library
from tests.tui.driver import reading_sample

SIZES = [(80, 24), (200, 50)]


@pytest.mark.parametrize("size", SIZES)
async def test_a_cell_of_the_overview_opens_that_pair(
    library: Library, size: tuple[int, int]
) -> None:
    async with reading_sample(library, size) as reader:
        await reader.press("o", "tab", "tab", "l", "l", "l", "enter")
        assert reader.focus == "A"
        assert reader.panes == "AD"
        await reader.press("tab")
        assert reader.focus == "D"
        await reader.press("tab", "escape", "tab")
        assert reader.focus == "B"


async def test_a_passage_of_the_overview_is_gone_to(library: Library) -> None:
    async with reading_sample(library) as reader:
        await reader.press("o", "shift+tab", "j", "j", "enter")
        assert reader.status.startswith("passage 3 of ")


@pytest.mark.parametrize("keys", ["J", "K", "ctrl+n", "g", "1"])
async def test_a_repeat_that_is_opened_does_not_change_the_lens_for_good(
    library: Library, keys: str
) -> None:
    async with reading_sample(library) as reader:
        await reader.press("o", "shift+tab", "G", "enter")
        assert reader.status.startswith("repeat 1 of 1")
        await reader.press("x", "l", "enter")
        assert reader.status.startswith("repeat 1 of 1")
        await reader.press("escape", *keys.split())
        assert "repeat" not in reader.status
        await reader.press("J")
        assert reader.status.startswith("passage ")


async def test_a_story_left_in_a_repeat_opens_with_the_lens_that_was_chosen(
    library: Library,
) -> None:
    async with reading_sample(library) as reader:
        await reader.press("o", "shift+tab", "G", "enter")
        assert reader.compare.reading.lens == "repeats"
    async with reading_sample(library) as reader:
        assert reader.compare.reading.lens == "shared"


async def test_a_passage_opened_under_another_lens_leaves_that_as_it_was(library: Library) -> None:
    async with reading_sample(library) as reader:
        await reader.press("f", "o", "shift+tab", "enter")
        assert reader.status.startswith("passage 1 of")
        dimmed = [one.style for one in reader.view("A")._highlights]
        assert "dimmed" not in dimmed
        await reader.press("K")
        assert reader.status.startswith("only here")
        assert "dimmed" in [one.style for one in reader.view("A")._highlights]


@pytest.mark.parametrize(("keys", "said"), [("g j j", "passage 3"), ("G", "repeat 1")])
async def test_the_evidence_for_what_was_opened_is_the_first_thing_to_export(
    library: Library, keys: str, said: str
) -> None:
    async with reading_sample(library) as reader:
        await reader.press("o", "shift+tab", *keys.split(), "enter", "e")
        reader.sees(f"the evidence for {said}:")
        reader.sees(f"{said.replace(' ', ' R') if 'repeat' in said else said}")
        await reader.press("escape", "J", "e")
        reader.sees("the story “")
