from __future__ import annotations

from pathlib import Path

from storage.evidence import compare_articles
from storage.library import Library
from storage.sample import add_sample
from tests.tui.driver import at_the_screen, reading_sample, written


async def test_a_story_is_exported_from_the_compare_view(library: Library, tmp_path: Path) -> None:
    async with reading_sample(library) as reader:
        await reader.press("J", "J", "J", "m", "e")
        reader.sees("Export as Markdown")
        await reader.press("enter")
        exported = (tmp_path / "the-vellmouth-barrier.md").read_text("utf-8")
        assert "> “The gates, the pumps and the power supply" in exported
        assert "also in **B** Vell Estuary Mercury" in exported


async def test_a_foreign_file_is_not_touched_and_the_prompt_stays(
    library: Library, tmp_path: Path
) -> None:
    path = written(tmp_path, "the-vellmouth-barrier.md", "My own notes.\n")
    async with reading_sample(library, (160, 40)) as reader:
        await reader.press("e", "enter")
        reader.sees("was not written by Copydesk")
        await reader.press("escape")
        assert reader.app.screen is reader.compare
    assert path.read_text("utf-8") == "My own notes.\n"


async def test_a_story_is_exported_from_the_library(library: Library, tmp_path: Path) -> None:
    add_sample(library)
    async with at_the_screen(library, None) as reader:
        await reader.press("e")
        await reader.press("enter")
    assert (tmp_path / "the-vellmouth-barrier.md").exists()


async def test_an_impossible_name_is_told_and_the_prompt_stays(library: Library) -> None:
    async with reading_sample(library) as reader:
        await reader.press("e")
        await reader.type("x" * 300)
        await reader.press("enter")
        reader.sees("name too long")


async def test_an_article_that_was_binned_meanwhile_is_not_counted(
    library: Library, tmp_path: Path
) -> None:
    async with reading_sample(library) as reader:
        gone = reader.compare.reading.articles[0]
        library.articles.delete(gone.id)
        await reader.press("e", "enter")
    exported = (tmp_path / "the-vellmouth-barrier.md").read_text("utf-8")
    articles = library.articles.all(library.stories.listed()[0].articles)
    comparison = compare_articles(articles)
    shared = comparison.word_count(0, comparison.shared(0))
    assert f"| {articles[0].words} | {shared} (" in exported
