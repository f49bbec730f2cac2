from __future__ import annotations

import pytest

from storage.library import Library
from tests.tui.driver import Reader, at_the_screen, reading_texts
from tui.config.tag_colours import TAG_STYLES
from tui.story.display.highlights import list_highlights

TEXT = "One is here. Two is there. Three is old. Four is new."


def tags(library: Library) -> list[tuple[str, ...]]:
    return [one.tags for one in library.annotations.list_all()]


async def tag_here(reader: Reader, line: str) -> None:
    await reader.press("t")
    await reader.type(line)
    await reader.press("enter")


async def test_the_prompt_offers_tags_in_use_and_takes_several(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await tag_here(reader, "claim/disputed, quote")
        await reader.press("right_parenthesis", "t")
        reader.sees("claim/disputed")
        await reader.type("disp")
        await reader.press("tab")
        await reader.type("new one")
        await reader.press("enter")
        assert tags(library)[1] == ("claim/disputed", "new one")


async def test_the_arrows_choose_a_tag_and_enter_saves_it(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await tag_here(reader, "alpha, beta")
        await reader.press("right_parenthesis", "t", "down", "down", "enter")
        assert tags(library)[1] == ("beta",)


async def test_half_a_tag_is_the_one_in_use_and_the_last_row_makes_a_new_one(
    library: Library,
) -> None:
    async with reading_texts(library, TEXT) as reader:
        await tag_here(reader, "framing, quote")
        await reader.press("right_parenthesis", "t")
        await reader.type("fra")
        reader.sees("+ new tag “fra”")
        await reader.press("enter", "right_parenthesis")
        await tag_here(reader, "quo,fra")
        await reader.press("right_parenthesis", "t")
        await reader.type("fra")
        await reader.press("up", "enter")
    assert tags(library)[1:] == [("framing",), ("quote", "framing"), ("fra",)]


async def test_half_a_tag_typed_ahead_of_the_prompt_is_the_one_in_use(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await tag_here(reader, "framing, quote")
        await reader.press("right_parenthesis")
        await reader.type_at_once("t", *"quo,fra", "enter")
        await reader.press("right_parenthesis", "t")
        await reader.type_at_once(*"fr", "tab", *"qu", "down", "enter")
    assert tags(library)[1:] == [("quote", "framing"), ("framing", "qu")]


async def test_where_names_are_only_alike_the_new_tag_comes_first(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await tag_here(reader, "quote")
        await reader.press("right_parenthesis")
        await tag_here(reader, "qoute")
        await reader.press("right_parenthesis", "t")
        await reader.type("quoet")
        await reader.press("down", "enter")
    assert tags(library)[1:] == [("qoute",), ("quote",)]


async def test_a_slip_in_a_tag_keeps_what_was_written(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await reader.press("t", "enter")
        reader.sees("Type at least one tag")
        await reader.type("x" * 130)
        await reader.press("enter")
        reader.sees("at most 120 characters")
        await reader.press("escape")
        assert tags(library) == []


async def test_a_tag_with_markup_emoji_is_shown_as_it_stands_without_its_override(
    library: Library,
) -> None:
    async with reading_texts(library, TEXT) as reader:
        await tag_here(reader, "[bold]🦉 owls / ")
        assert tags(library) == [("[bold]🦉 owls",)]
        library.annotations.set_tags(
            library.annotations.list_all()[0].id, ["[bold]🦉 owls/\u202enight"]
        )
        await reader.press("T", "escape")
        reader.sees("#[bold]🦉 owls/night")


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


async def test_a_coloured_tag_colours_its_annotations(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await tag_here(reader, "claim/disputed")
        await reader.press("T")
        reader.sees("claim/disputed")
        await reader.press("c", "c", "c", "escape")
        assert library.tags.find_colours() == {"claim/disputed": "red"}
        style = reader.compare.panes.colours.on_text("tag-red")
        assert style.bgcolor is not None
        drawn = [segment.style for segment in reader.view("A").render_line(0)]
        assert any(each and each.bgcolor == style.bgcolor for each in drawn)


async def test_the_shorter_of_two_colours_lies_on_top(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await reader.press("v", "w", "w")
        await tag_here(reader, "short")
        await reader.press("g", "v", "p")
        await tag_here(reader, "long")
        long, short = library.tags.list_all()
        library.tags.set_colour(long.id, "yellow")
        library.tags.set_colour(short.id, "blue")
        await reader.press("T", "escape")
        found = list_highlights(reader.compare.reading, 0)
        assert [one.style for one in found if one.style in TAG_STYLES.values()] == [
            "tag-yellow",
            "tag-blue",
        ]


async def test_whole_articles_are_tagged_where_they_are_read(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await reader.press("number_sign")
        await reader.type("to read, claim")
        await reader.press("enter")
        reader.sees("#to read · #claim")
        await reader.press("u")
        reader.does_not_see("#to read")


async def test_whole_articles_are_tagged_in_the_library(library: Library) -> None:
    async with reading_texts(library, TEXT, "Another text."):
        pass
    async with at_the_screen(library, None) as reader:
        await reader.press("t")
        reader.is_told("Only articles can be tagged")
        await reader.press("tab", "space", "space", "t")
        await reader.type("todo")
        await reader.press("enter")
        assert {one.tags for one in library.articles.list_all()} == {("todo",)}
        await reader.press("t", "backspace", "backspace")
        await reader.press(*["backspace"] * 4)
        await reader.type("done")
        await reader.press("enter")
        assert {one.tags for one in library.articles.list_all()} == {("done",)}
        await reader.press("u")
        assert {one.tags for one in library.articles.list_all()} == {("todo",)}


class TestTagScreen:
    async def test_a_tag_is_renamed_merged_described_numbered_and_deleted(
        self, library: Library
    ) -> None:
        async with reading_texts(library, TEXT) as reader:
            await tag_here(reader, "claim, claim/new")
            await reader.press("right_parenthesis")
            await tag_here(reader, "fact")
            await reader.press("T")
            reader.sees("Tags · 3")
            await reader.press("r")
            await reader.press(*["backspace"] * 5)
            await reader.type("statement")
            await reader.press("enter")
            assert tags(library)[0] == ("statement", "statement/new")
            await reader.press("g", "m")
            reader.sees("Merge #fact into")
            await reader.type("statem")
            await reader.press("tab", "enter")
            reader.is_told("Merged")
            assert tags(library)[1] == ("statement",)
            await reader.press("e")
            await reader.type("What somebody said")
            await reader.press("enter", "4")
            reader.is_told("Quick tag 4 is now #statement in this story.")
            reader.sees("What somebody said")
            await reader.press("d")
            assert tags(library)[0] == ("statement/new",)
            await reader.press("u")
            assert tags(library)[0] == ("statement", "statement/new")

    async def test_names_that_are_taken_or_unknown_say_so(self, library: Library) -> None:
        async with reading_texts(library, TEXT) as reader:
            await tag_here(reader, "claim, fact")
            await reader.press("T", "r")
            await reader.press(*["backspace"] * 5)
            await reader.type("fact")
            await reader.press("enter")
            reader.sees("There is already a tag “fact”; merge")
            await reader.press("escape", "m")
            await reader.type("nowhere")
            await reader.press("enter")
            reader.sees("No tag “nowhere”")

    async def test_each_use_can_be_gone_to(self, library: Library) -> None:
        async with reading_texts(library, TEXT) as reader:
            await tag_here(reader, "claim")
            await reader.press("right_parenthesis")
            await tag_here(reader, "claim")
            await reader.press("g", "T")
            reader.sees("Where #claim is used · 2")
            await reader.press("enter", "j", "enter")
            assert reader.text_at_cursor(3) == "Two"

    async def test_a_use_in_another_story_is_opened(self, library: Library) -> None:
        async with reading_texts(library, TEXT) as reader:
            await reader.press("right_parenthesis")
            await tag_here(reader, "claim")
        async with reading_texts(library, "Another text.") as reader:
            await reader.press("T", "enter", "enter")
            assert reader.text_at_cursor(3) == "Two"
            await reader.press("q")
            assert reader.text_at_cursor(7) == "Another"
        async with at_the_screen(library, None) as reader:
            await reader.press("T", "enter", "enter")
            assert reader.text_at_cursor(3) == "Two"

    async def test_without_a_tag_it_says_what_to_do(self, library: Library) -> None:
        async with reading_texts(library, TEXT) as reader:
            await reader.press("T", "enter", "r", "c", "d", "m", "1", "tab")
            reader.sees("No tags yet")
            await reader.press("escape")
            assert reader.app.screen is reader.compare


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_all_of_it_can_be_reached_at_every_size(
    library: Library, size: tuple[int, int]
) -> None:
    async with reading_texts(library, TEXT, size=size) as reader:
        await tag_here(reader, "claim")
        await reader.press("T")
        reader.sees("claim")
        reader.sees("One is here.")
