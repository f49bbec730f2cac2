"""Looking for statements while the user reads."""

from __future__ import annotations

import pytest

from storage.comparing import ComparedStory
from storage.library import Library
from tests.tui.at_rest import Hold
from tests.tui.driver import reading_texts, until
from tests.tui.story.statement_texts import TEXTS
from tui.compare.parts import statement_finder
from tui.story.stated import Stated, find_stated


async def test_until_they_are_found_it_says_so_and_all_else_goes_on(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = Hold()

    def find_slowly(compared: ComparedStory) -> Stated:
        may_go_on.wait(60)
        return find_stated(compared)

    monkeypatch.setattr(statement_finder, "find_stated", find_slowly)
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press(*"ffff")
        assert reader.status.startswith("looking for quotations")
        await reader.press("J")
        reader.is_told("Looking for quotations.")
        await reader.press("F", "F", "F", "F", "J")
        assert reader.status.startswith("passage 1 of")
        may_go_on.set()
        await reader.press(*"ffff")
        await until(reader, lambda: "quotation" in reader.status and "looking" not in reader.status)


async def test_who_leaves_does_not_wait(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    may_go_on = Hold()

    def find_slowly(compared: ComparedStory) -> Stated:
        may_go_on.wait(60)
        return find_stated(compared)

    monkeypatch.setattr(statement_finder, "find_stated", find_slowly)
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press("J")
    may_go_on.set()


async def test_where_they_cannot_be_found_the_texts_are_still_read(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: ComparedStory) -> Stated:
        raise ArithmeticError

    monkeypatch.setattr(statement_finder, "find_stated", fail)
    async with reading_texts(library, *TEXTS) as reader:
        reader.is_told("Quotations and disagreements could not be looked for: ArithmeticError.")
        await reader.press(*"ffff")
        assert reader.status.startswith("quotations could not be looked for")
        await reader.press(*"FFFF", "J")
        assert reader.status.startswith("passage 1 of")


async def test_another_date_has_them_found_anew(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def find(compared: ComparedStory) -> Stated:
        asked.append([article.published for article in compared.articles])
        return find_stated(compared)

    monkeypatch.setattr(statement_finder, "find_stated", find)
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press("minus", "minus", "plus", "J", "i")
        first = reader.compare.reading.articles[0]
        library.articles.edit(first.id, {"published": "2026-03-05"})
        reader.compare.reload()
        await reader.press("J")
        assert asked == [[None] * 3, ["2026-03-05", None, None]]
