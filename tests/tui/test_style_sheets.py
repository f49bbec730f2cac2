"""A style sheet holds for all screens once its own was opened: what it names is named once."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest
from textual.css.stylesheet import Stylesheet

import tui
from storage.library import Library
from storage.models import NewArticle
from storage.sample_story import add_sample
from tests.tui.driver import at_the_screen

FOLDER = Path(tui.__file__).parent


def test_no_two_style_sheets_are_about_one_id() -> None:
    sheets: defaultdict[str, set[str]] = defaultdict(set)
    for path in FOLDER.rglob("*.tcss"):
        for identity in re.findall(r"(?m)^(#[\w-]+)(?=[\s:>,{])", path.read_text("utf-8")):
            sheets[identity].add(path.name)
    assert len(sheets) > 20
    assert {identity: names for identity, names in sheets.items() if len(names) > 1} == {}


async def test_the_library_scrolls_after_the_overview_was_seen(library: Library) -> None:
    sample = add_sample(library)
    for number in range(60):
        library.articles.add(NewArticle(f"Text {number}.", title=f"Title {number}"))
    async with at_the_screen(library, sample, (80, 24)) as reader:
        await reader.press("o", "escape", "q")
    async with at_the_screen(library, None, (80, 24)) as reader:
        await reader.press("enter", "o", "escape", "q", "tab", "G")
        reader.sees("Tide barrier stayed open")


async def test_a_screen_that_comes_up_leaves_all_other_style_sheets_as_they_are(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    again: list[Stylesheet] = []
    monkeypatch.setattr(Stylesheet, "reparse", again.append)
    add_sample(library)
    async with at_the_screen(library, None, (80, 24)) as reader:
        await reader.press("enter", "o")
        assert reader.app.screen.query_one("#passages-head").size.height == 1
        await reader.press("question_mark")
        assert reader.app.screen.query_one("#help").size.height > 1
    assert again == []
