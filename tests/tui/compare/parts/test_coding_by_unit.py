"""What a key annotates follows how one came there; a quick tag only adds."""

from __future__ import annotations

import pytest

from storage.library import Library
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, VAN
from tests.tui.driver import Reader, reading_texts

FIRST = f"{OWL} {MILL} {BRIDGE} {HONEY} {PARADE} {VAN}"
SECOND = (
    "A ferry ran aground off the point at low water. Its captain had sailed that route for years."
    " Divers found no hole in the hull. The company paid each passenger for the lost evening."
    " Two dogs slept through it all. By midnight the tide had lifted her again."
)
PASSAGE = f"{FIRST}\n\n{SECOND}"
TEXTS = (f"{PASSAGE}\n\nThe end of it.", f"{PASSAGE}\n\nAnother last line.")
"""Twelve sentences in two paragraphs, which are one passage."""


async def give_tag_1_a_name(reader: Reader) -> None:
    await reader.press("alt+1")
    await reader.type("claim")
    await reader.press("enter", "u")


def quotes(library: Library) -> list[str]:
    return [target.anchor.quote for one in library.annotations.list_all() for target in one.targets]


async def test_twelve_sentences_in_a_row_give_twelve_annotations(library: Library) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await give_tag_1_a_name(reader)
        await reader.press("g")
        for _ in range(12):
            assert "tags the sentence" in reader.status
            await reader.press("alt+1", "right_parenthesis")

    made = library.annotations.list_all()
    assert len(made) == len({*quotes(library)}) == 12
    assert {one.tags for one in made} == {("claim",)}
    assert quotes(library)[:2] == [OWL, MILL]


@pytest.mark.parametrize(
    ("keys", "unit", "quote"),
    [
        ("J", "passage", PASSAGE),
        ("g right_parenthesis", "sentence", MILL),
        ("g right_parenthesis left_parenthesis", "sentence", OWL),
        ("g right_curly_bracket", "paragraph", SECOND),
        ("g right_curly_bracket left_curly_bracket", "paragraph", FIRST),
        ("g w w", "sentence", OWL),
        ("g l", "sentence", OWL),
        ("g right_parenthesis K J", "passage", PASSAGE),
        ("J right_parenthesis tab shift+tab", "sentence", MILL),
    ],
)
async def test_what_is_tagged_follows_how_one_came(
    library: Library, keys: str, unit: str, quote: str
) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await give_tag_1_a_name(reader)
        await reader.press(*keys.split())
        assert f"tags the {unit}" in reader.status
        await reader.press("alt+1")
        assert "tags the annotation" in reader.status

    assert quotes(library)[0].rstrip(".") == quote.rstrip(".")


async def test_a_quick_tag_only_adds_and_t_takes_away(library: Library) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await give_tag_1_a_name(reader)
        await reader.press("g", "alt+1", "alt+1")
        reader.is_told("Already tagged #claim")
        assert quotes(library) == [OWL]
        await reader.press("t", "ctrl+u", "enter")
        assert quotes(library) == []
        await reader.press("u")
        assert quotes(library) == [OWL]


async def test_within_a_longer_annotation_a_sentence_has_its_own(library: Library) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await give_tag_1_a_name(reader)
        await reader.press("J", "alt+1", "right_parenthesis", "alt+1", "right_square_bracket")
        assert quotes(library)[1:] == [MILL]
        assert "tags the annotation" in reader.status
