"""What shares a passage stands side by side, however one came to it."""

from __future__ import annotations

import pytest

from storage.library import Library
from tests.storage.desk import BRIDGE, HONEY, MILL, PARADE, VAN
from tests.tui.driver import reading_texts

TIDE = "The tide stood two feet over the quay before anybody had thought of the lower gates."
BELL = "Nobody rang the old harbour bell although three men had keys to the tower that night."
OWN = (MILL, BRIDGE, HONEY, PARADE, VAN)
TEXTS = (
    f"{TIDE}\n\n{OWN[0]}",
    f"{OWN[1]}",
    f"{OWN[2]}\n\n{TIDE}",
    f"{BELL}\n\n{OWN[3]}",
    f"{OWN[4]}\n\n{BELL}",
)
"""A and C share one passage, D and E another; B is alone."""


@pytest.mark.parametrize(
    ("keys", "focus", "panes"),
    [
        ("", "A", "AB"),
        ("J", "A", "AC"),
        ("J enter", "A", "AC"),
        ("J x", "C", "AC"),
        ("J x x", "A", "AC"),
        ("J J", "C", "AC"),
        ("J J J", "D", "DE"),
        ("ctrl+n ctrl+n", "D", "DE"),
        ("J J K", "A", "AC"),
        ("J J J J K K", "C", "AC"),
        ("J tab", "C", "AC"),
        ("J tab tab", "A", "AC"),
        ("J 2", "B", "AB"),
        ("J escape", "A", "AB"),
        ("J escape tab tab", "C", "AC"),
        ("3 right_curly_bracket enter", "C", "AC"),
        ("o tab tab j enter", "D", "DE"),
        ("o enter", "C", "AC"),
        ("o j enter", "E", "DE"),
        ("/ b e l l enter", "D", "DE"),
        ("/ b e l l enter n", "E", "DE"),
        ("/ l o r r y enter", "B", "AB"),
    ],
)
async def test_the_panes_follow_the_passage(
    library: Library, keys: str, focus: str, panes: str
) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press(*keys.split())

        assert (reader.focus, reader.panes) == (focus, panes)


async def test_two_panes_side_by_side_follow_it_where_one_would_fit(library: Library) -> None:
    async with reading_texts(library, *TEXTS, size=(80, 24)) as reader:
        assert reader.panes == "A"
        await reader.press("J", "z")
        assert reader.panes == "AC"
        await reader.press("ctrl+n")
        assert reader.panes == "DE"


async def test_those_that_have_no_room_are_named_the_likest_copies_stand_there(
    library: Library,
) -> None:
    edited = TIDE.replace("two feet", "a yard").replace("anybody", "somebody")
    texts = (TIDE, edited, edited.replace("lower", "upper"), f"{TIDE}\n\n{MILL}")
    async with reading_texts(library, *texts) as reader:
        await reader.press("J")
        assert reader.panes == "AD"
        reader.sees("+2 ▸ B C")
        await reader.press("2")
        assert reader.focus == "B"
        reader.does_not_see("+2 ▸ B C")


async def test_a_pair_of_the_overview_ends_with_a_passage_that_it_lacks(library: Library) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press("o", "tab", "enter")
        assert reader.panes == "AB"
        await reader.press("J")
        assert reader.panes == "AC"
