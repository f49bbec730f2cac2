from __future__ import annotations

from pathlib import Path

import pytest

from storage.coder import Coder
from storage.library import Library
from storage.open_library import open_library
from tests.storage.desk import MILL, OWL, annotate, story
from tests.tui.driver import at_the_screen
from tui.counts.screen import share_out


@pytest.fixture
def coded(library: Library) -> Library:
    """Code two articles of two outlets."""
    made = story(library, OWL, MILL)
    owl, mill = library.articles.get_all(made.articles)
    annotate(library, owl, "barn owl", "", "animal/bird")
    annotate(library, owl, "choir", "", "people", "noise")
    annotate(library, mill, "clockmakers", "", "people")
    library.tags.set_on_article(mill.id, ["genre/news"])
    return library


async def test_tags_are_counted_by_one_thing_after_another_and_written(
    coded: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with open_library(coded.path, Coder("Ben")) as others:
        others.tags.set_on_article(others.articles.list_all()[0].id, ["genre/report"])
    async with at_the_screen(coded, None) as reader:
        await reader.press("C")
        reader.sees("Uses by outlet · each copy once · (nobody) and Ben together")
        await reader.press("o", "o")
        reader.sees("Uses by outlet · each copy once · coded by Ben")
        (row,) = (row for row in reader.screen if row.lstrip().startswith("people"))
        assert row.split()[:2] == ["people", "0"]
        await reader.press("z")
        reader.sees("coded by Ben · used tags only")
        reader.sees("genre/report")
        reader.does_not_see("people")
        await reader.press("z", "o")
        (row,) = (row for row in reader.screen if row.lstrip().startswith("people"))
        assert row.split()[:2] + row.split()[-2:] == ["people", "2", "1", "1"]
        await reader.press("G")
        reader.sees("Outlet A")
        await reader.press("b", "b", "m")
        reader.sees("Words by article · each copy once")
        await reader.press("w", "c")
        reader.sees("Tags with each other in places that overlap · every copy")
        await reader.press("b", "s")
        reader.sees("Words by article · every copy")
        await reader.press("e", "enter")
        reader.is_told("Written to ")
        assert (tmp_path / "counts.csv").read_bytes().count(b"\r\n") == 7
        await reader.press("b", "e", "enter")
        reader.sees("holds something else; choose")
        await reader.press("escape", "enter")
        reader.sees("tag:")


def test_bars_take_what_the_longest_tag_leaves() -> None:
    assert share_out(20, 21) == (0, 12)
    assert share_out(20, 20) == (20, 12)
    assert share_out(50, 20) == (20, 42)
    assert share_out(150, 20) == (20, 60)


async def test_a_narrow_screen_shows_columns_by_turns(coded: Library) -> None:
    async with at_the_screen(coded, None, (60, 24)) as reader:
        await reader.press("C")
        reader.sees("columns 1–1 of 2")
        reader.sees("others")
        await reader.press("l")
        reader.sees("columns 2–2 of 2")
        await reader.press("l", "h", "h")
        reader.sees("columns 1–1 of 2")


async def test_a_story_counts_its_own_and_says_how_to_begin(library: Library) -> None:
    made = story(library, OWL, MILL)
    async with at_the_screen(library, made) as reader:
        reader.app.asked_for_dates.add(frozenset(made.articles))
        await reader.press("C")
        reader.sees("Nothing is tagged here yet. In a text, t: tag")
        await reader.press("C")
        reader.does_not_see("Nothing is tagged")
