from __future__ import annotations

import pytest

from storage.library import Library
from tests.tui.driver import Reader, reading_texts
from tui.config.configuration import Configuration

COPIED = "The ferry left the old harbour at dawn with forty crates of oranges on board."
A = f"{COPIED} Nobody waved."
B = f"It rained all night. {COPIED}"
C = f"{COPIED} The mayor slept."


async def write_note(reader: Reader, text: str, *before_saving: str) -> None:
    await reader.press("a")
    await reader.type(text)
    await reader.press(*before_saving, "ctrl+j")


def places(library: Library) -> list[int]:
    return [len(one.targets) for one in library.annotations.list_all()]


async def test_a_note_goes_on_this_copy_or_on_every_copy(library: Library) -> None:
    async with reading_texts(library, A, B, C, size=(160, 40)) as reader:
        await reader.press("J", "a")
        reader.sees("Here only; ctrl+t: on every copy, 3 places")
        await reader.type("Whose?")
        await reader.press("ctrl+t")
        reader.sees("On every copy, 3 places; ctrl+t: here only")
        await reader.press("ctrl+j")
        assert places(library) == [3]
        assert sum(row.count("✎") for row in reader.screen[1:]) >= 3
        assert "note 1 of 1 · in 3 places · Whose?" in reader.status

        await reader.press("d")
        assert places(library) == []
        await reader.press("u")
        assert places(library) == [3]


async def test_it_is_one_note_wherever_it_is_edited(library: Library) -> None:
    async with reading_texts(library, A, B, C) as reader:
        await reader.press("J")
        await write_note(reader, "Whose?", "ctrl+t")
        await reader.press("x")
        assert reader.focus == "B"
        await write_note(reader, " Ours.")
        assert [one.note for one in library.annotations.list_all()] == ["Whose? Ours."]
        await reader.press("A")
        reader.sees("1 annotation")
        reader.sees("ABC note")


async def test_a_note_is_walked_to_once(library: Library) -> None:
    async with reading_texts(library, A, B, C) as reader:
        await reader.press("J")
        await write_note(reader, "Whose?", "ctrl+t")
        await reader.press("G", "m", "F", "J")
        assert reader.status.startswith("note 1 of 2")
        await reader.press("ctrl+n")
        assert reader.status.startswith("note 2 of 2")
        await reader.press("ctrl+p", "right_square_bracket", "right_square_bracket")
        assert reader.status.startswith("note 1 of 2")
        assert reader.focus == "B"


async def test_copies_can_be_added_and_taken_away_later_in_one_step(library: Library) -> None:
    async with reading_texts(library, A, B, C) as reader:
        await reader.press("J", "m", "a")
        reader.sees("Here only;")
        await reader.press("ctrl+t", "ctrl+j")
        assert places(library) == [3]
        await reader.press("x", "t", "ctrl+t")
        await reader.type("claim")
        await reader.press("enter")
        [annotation] = library.annotations.list_all()
        [target] = annotation.targets
        assert annotation.tags == ("claim",)
        assert target.article == reader.compare.reading.articles[1].id
        await reader.press("u")
        assert places(library) == [3]
        assert library.annotations.list_all()[0].tags == ()


async def test_a_selection_inside_a_passage_has_copies_too(library: Library) -> None:
    async with reading_texts(library, A, B) as reader:
        await reader.press("J", "V", "a")
        await reader.type("All of it")
        await reader.press("ctrl+t", "ctrl+j")
        [annotation] = library.annotations.list_all()
        assert [target.anchor.quote for target in annotation.targets] == [COPIED, COPIED]


async def test_words_that_stand_once_offer_no_choice(library: Library) -> None:
    async with reading_texts(library, A, B) as reader:
        await reader.press("G", "a")
        reader.does_not_see("ctrl+t")
        await reader.press("ctrl+t")
        reader.sees("There is no other copy.")
        reader.does_not_see("every copy")


async def test_the_configuration_sets_where_notes_go(library: Library) -> None:
    async with reading_texts(library, A, B, C) as reader:
        reader.app.configuration = Configuration(notes="every copy")
        await reader.press("J", "m")
        assert places(library) == [3]
        reader.sees("in 3 places")


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_the_choice_can_be_seen_at_every_size(
    library: Library, size: tuple[int, int]
) -> None:
    async with reading_texts(library, A, B, C, size=size) as reader:
        await reader.press("J", "a")
        reader.sees("ctrl+t: on every copy, 3 places")
