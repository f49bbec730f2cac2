from __future__ import annotations

from storage.library import Library
from tests.tui.driver import reading_texts
from tests.tui.tagging import TEXT, tag_here, tags


async def test_quick_tags_are_chosen_once_and_then_one_key(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await reader.press("alt+3")
        reader.sees("Quick tag 3 is not set")
        await reader.type("claim")
        await reader.press("enter")
        assert tags(library) == [("claim",)]
        await reader.press("right_parenthesis", "alt+3")
        reader.is_told("#claim.")
        assert tags(library) == [("claim",), ("claim",)]
        # As Textual tells of it where the terminal sends escape and the digit.
        await reader.press("pound_sign")
        reader.is_told("Already tagged #claim. t: edit tags")
        assert tags(library) == [("claim",), ("claim",)]


async def test_t_and_the_digit_do_the_same(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        story = reader.compare.story
        library.quick_tags.give(story.id, 1, "claim")
        await reader.press("t")
        reader.sees(" 1 claim  0 uses")
        await reader.press("1")
        assert tags(library) == [("claim",)]
        library.quick_tags.give(story.id, 2, "quote")
        await reader.press("t", "2")
        assert tags(library) == [("claim", "quote")]
        await reader.press("right_parenthesis")
        await reader.type_at_once("t", "2")
        assert tags(library)[1] == ("quote",)
        await reader.press("right_parenthesis")
        await tag_here(reader, " 2026")
        assert tags(library)[2] == ("2026",)


async def test_the_number_of_a_quick_tag_that_is_not_set_makes_no_tag(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        library.quick_tags.give(reader.compare.story.id, 2, "quote")
        await tag_here(reader, "1")
        reader.sees("There is no quick tag 1. In the text, alt+1…9 sets one.")
        await reader.type("984")
        reader.does_not_see("no quick tag")
        await reader.press("enter")
        assert tags(library) == [("1984",)]
        await tag_here(reader, "1, claim")
        reader.sees("There is no quick tag 1.")
        await reader.press("escape")
        assert tags(library) == [("1984",)]


async def test_a_tag_that_is_a_number_can_be_given(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        library.tags.set_on_article(reader.compare.reading.articles[0].id, ["7"])
        await tag_here(reader, "7")
        assert tags(library) == [("7",)]


async def test_a_number_belongs_to_the_story(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        library.quick_tags.give(reader.compare.story.id, 1, "claim")
    async with reading_texts(library, "Another text. It is short.") as reader:
        await reader.press("alt+1")
        assert tags(library) == [("claim",)]  # what was given last, until this story has its own
        library.quick_tags.give(reader.compare.story.id, 1, "fact")
        await reader.press("right_parenthesis", "alt+1")
        assert tags(library) == [("claim",), ("fact",)]
