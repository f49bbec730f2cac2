from __future__ import annotations

from storage.library import Library
from tests.tui.driver import at_the_screen, reading_texts
from tests.tui.tagging import TEXT, tag_here, tags
from tui.config.tag_colours import TAG_STYLES
from tui.story.display.highlights import list_highlights


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


async def test_what_is_typed_ahead_of_a_saved_tag_is_done_in_the_text(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        library.quick_tags.give(None, 1, "quote")
        await reader.type_at_once("t", "1", ")", "t", *"claim", "enter", ")", "m")
        assert tags(library) == [("quote",), ("claim",), ()]


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


async def test_a_coloured_tag_colours_its_annotations(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await tag_here(reader, "claim/disputed")
        await reader.press("T", "j")
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
