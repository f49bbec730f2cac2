from __future__ import annotations

from pathlib import Path

import pytest

from storage.codebook.csv_codebook import read_csv_codebook
from storage.library import Library
from storage.tables.codebook_entry import CodebookEntry
from tests.tui.driver import at_the_screen, reading_texts
from tests.tui.tagging import TEXT, tag_here, tags


async def test_a_tag_is_renamed_merged_described_numbered_and_deleted(
    library: Library,
) -> None:
    async with reading_texts(library, TEXT) as reader:
        await tag_here(reader, "claim, claim/new")
        await reader.press("right_parenthesis")
        await tag_here(reader, "fact")
        await reader.press("T")
        reader.sees("Codebook · 3 tags")
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
        await reader.press("j", "4")
        reader.is_told("Quick tag 4 is now #statement/new in this story, no longer #statement.")
        await reader.press("k")
        await reader.press("d")
        assert tags(library)[0] == ("statement/new",)
        await reader.press("u")
        assert tags(library)[0] == ("statement", "statement/new")


async def test_names_that_are_taken_or_unknown_say_so(library: Library) -> None:
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


async def test_each_use_can_be_gone_to(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await tag_here(reader, "claim")
        await reader.press("right_parenthesis")
        await tag_here(reader, "claim")
        await reader.press("g", "T")
        reader.sees("Where #claim is used · 2")
        await reader.press("enter", "j", "enter")
        assert reader.text_at_cursor(3) == "Two"


async def test_a_use_in_another_story_is_opened(library: Library) -> None:
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


async def test_without_a_tag_it_says_what_to_do(library: Library) -> None:
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


async def test_a_codebook_is_made_with_keys_alone(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading_texts(library, TEXT) as reader:
        await reader.press("T", "a")
        await reader.type("claim/new")
        await reader.press("enter")
        reader.is_told("Made.")
        await reader.press("a")
        await reader.type("old")  # beside the one under the cursor
        await reader.press("enter", "K", "v", "x", "5")
        assert [one.name for one in library.codebook.list_entries()] == ["claim/old", "claim/new"]
        await reader.press("k", "i")
        await reader.type("Somebody says so")
        await reader.press("tab")
        await reader.type("Said aloud")
        await reader.press("enter", "v", "s")
        reader.sees("Codebook · 3 tags · strict")
        reader.sees("Definition: Somebody says so")
        reader.sees("Include: Said aloud")
        reader.sees("variable")
        await reader.press("/")
        await reader.type("new")
        await reader.press("enter")
        reader.sees("Where #claim/new is used")
        await reader.press("E", "enter")
        reader.is_told("Written to ")
        entries = library.codebook.list_entries()
        assert read_csv_codebook((tmp_path / "codebook.csv").read_bytes()).entries == entries
        await reader.press("q")
        await tag_here(reader, "unheard of")
        reader.sees("The codebook is strict and has no tag “unheard of”.")
        reader.does_not_see("+ new tag")
        await reader.press("escape", "number_sign")
        await reader.type("claim/new, claim/old")
        await reader.press("enter", "t")
        await reader.type("claim")
        reader.sees("Include: Said aloud")
        await reader.type("/new")
        await reader.press("enter")
        await reader.press("T", "G", "0", "tab", "x")
        reader.is_told("Now the example of #claim/new.")
        assert library.codebook.list_entries() == [
            CodebookEntry("claim", "Somebody says so", "Said aloud", is_variable=True),
            CodebookEntry("claim/old", number=5, is_variable=True),
            CodebookEntry("claim/new", example="One is here."),
        ]
        [article] = library.articles.list_all()
        assert library.tags.find_on_articles([article.id]) == {article.id: ("claim/old",)}
