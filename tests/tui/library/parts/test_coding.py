"""Coding article by article, from the library and while reading."""

from __future__ import annotations

from pathlib import Path

from storage.coder import Coder
from storage.open_library import open_library
from tests.storage.desk import BRIDGE, MILL, OWL, add
from tests.tui.driver import at_the_screen
from tui.prompts.memo_editor import MemoKeeper


async def test_articles_are_coded_one_after_the_other_and_written_about(
    tmp_path: Path,
) -> None:
    coder = Coder("Anna", hides_names=True)
    with open_library(tmp_path / "library.db") as library:
        texts = OWL, MILL, BRIDGE
        first, second, third = (add(library, one, outlet="The Herald").id for one in texts)
    with open_library(tmp_path / "library.db", coder) as library:
        MemoKeeper(library, "article", second).keep("half written")
        async with at_the_screen(library, None) as reader:
            reader.sees("coder Anna")
            reader.does_not_see("Herald")
            await reader.press("greater_than_sign")
            assert reader.compare.reading.articles[0].id == first
            reader.sees("t tag  a note  > next to code  D coded  P memo")
            await reader.press("D")
            reader.is_told("Coded.")
            await reader.press("greater_than_sign")
            assert reader.compare.reading.articles[0].id == second
            await reader.press("P")
            reader.sees("Memo on the article")
            reader.sees("half written")
            await reader.type(", and done")
            await reader.press("ctrl+j")
            assert library.memos.find_own("article", second) == "half written, and done"
            assert MemoKeeper(library, "article", second).find_left() is None
            await reader.press("D", "greater_than_sign", "D", "greater_than_sign")
            reader.is_told("All articles are coded.")
            assert library.coded_articles.find_own() == {first, second, third}
            await reader.press("D")
            reader.is_told("Not coded.")
            await reader.press("u", "q")
            assert sum("✓" in row for row in reader.screen) == 3
            await reader.press("asterisk", "D")
            reader.is_told("3 articles not coded.")
            assert library.coded_articles.find_own() == set()
            await reader.press("u", "G", "i")
            reader.sees("coded")
            await reader.press("P")
            await reader.type("a report")
            await reader.press("ctrl+j")
            reader.sees("a report (Anna)")
            library.stories.create(f"Article {first[:6]}", [first])
            await reader.press("q")
    with open_library(tmp_path / "library.db") as library:
        # What was read while titles were hidden is no story either.
        async with at_the_screen(library, None) as reader:
            reader.does_not_see("Stories")
            reader.sees("The Herald")


async def test_a_memo_is_written_on_a_story(tmp_path: Path) -> None:
    with open_library(tmp_path / "library.db", Coder("Anna")) as library:
        articles = [add(library, text).id for text in (OWL, MILL)]
        made = library.stories.create("Owls", articles)
        async with at_the_screen(library, None) as reader:
            await reader.press("P")
            reader.sees("Memo on the story")
            await reader.type("mind the mill")
            await reader.press("ctrl+j", "i")
            reader.sees("memo by Anna: mind the mill")
        assert library.memos.find_own("story", made.id) == "mind the mill"
