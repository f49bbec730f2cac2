from __future__ import annotations

from storage.library import Library
from tests.tui.driver import reading_texts

TEXT = "One two three four five. Six seven."


def quotes(library: Library) -> list[str]:
    return [one.targets[0].anchor.quote for one in library.annotations.list_all()]


async def test_the_edges_are_taken_up_moved_and_kept(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await reader.press("w", "v", "w", "h", "h", "m")
        assert quotes(library) == ["two"]
        await reader.press("E")
        reader.is_told("Move the edges. Enter: keep")
        assert reader.status.startswith("moving edges, 1 word")
        await reader.press("w", "w", "h", "h", "enter")
        assert quotes(library) == ["two three"]
        reader.is_told("Placed.")
        await reader.press("E", "o", "b", "E")
        assert quotes(library) == ["One two three"]
        await reader.press("u", "u")
        assert quotes(library) == ["two"]


async def test_esc_leaves_edges_and_cursor_as_they_were(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await reader.press("w", "v", "l", "l", "m", "E", "G", "escape")
        assert quotes(library) == ["two"]
        assert reader.text_at_cursor(3) == "two"
        await reader.press("enter")
        reader.is_told("No passage under the cursor.")


async def test_other_commands_wait_until_the_edges_are_kept(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await reader.press("m", "E", "a")
        reader.is_told("Finish moving the edges first. Enter: keep · Esc: cancel")
        await reader.press("m", "t", "alt+1")
        assert reader.app.screen is reader.compare
        assert len(quotes(library)) == 1


async def test_without_an_annotation_there_are_no_edges(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await reader.press("E")
        reader.is_told("No annotation under the cursor.")


async def test_only_the_place_under_the_cursor_is_moved(library: Library) -> None:
    copied = "The ferry left the old harbour at dawn with forty crates of oranges on board."
    async with reading_texts(library, copied, f"{copied} Rain.") as reader:
        await reader.press("J", "a")
        await reader.type("x")
        await reader.press("ctrl+t", "ctrl+j", "x", "E", "w", "enter")
        [annotation] = library.annotations.list_all()
        assert [target.anchor.quote for target in annotation.targets] == [copied, f"{copied} R"]


async def test_edges_of_overlapping_annotations_are_those_of_the_one_in_front(
    library: Library,
) -> None:
    async with reading_texts(library, TEXT) as reader:
        await reader.press("m", "v", "l", "l", "m", "g")
        assert quotes(library) == ["One two three four five.", "One"]
        await reader.press("E", "l", "l", "l", "l", "enter", "g", "c", "E", "G", "enter")
        assert quotes(library) == [TEXT, "One two"]
