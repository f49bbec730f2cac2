from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest

from storage.comparing import ComparedStory, compare_story
from storage.library import Library
from tests.tui.at_rest import Hold
from tests.tui.driver import Reader, reading_sample
from textreuse import Comparison
from tui.compare.parts import comparer


class Slow:
    """Stands in for the comparison: it waits until it may go on."""

    def __init__(self) -> None:
        self.may_go_on = Hold()
        self.went_on = threading.Event()

    def __call__(
        self, articles: Any, settings: Any, *, progress: Callable[[float], None], **known: Any
    ) -> ComparedStory:
        progress(0.25)
        assert self.may_go_on.wait(20)
        try:
            progress(0.5)
        finally:
            self.went_on.set()
        return compare_story(articles, settings, **known)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    made = Slow()
    monkeypatch.setattr(comparer, "_AT_ONCE", 0)
    monkeypatch.setattr(comparer, "compare_story", made)
    return made


async def until(reader: Reader, holds: Callable[[], bool]) -> None:
    for _ in range(2000):
        if holds():
            return
        await reader.press()
    raise AssertionError(reader.status)


async def test_the_text_is_read_while_it_is_compared(library: Library, slow: Slow) -> None:
    async with reading_sample(library) as reader:
        await until(reader, lambda: "comparing, 25% done" in reader.status)
        await reader.press("w", "J")
        reader.is_told("Still comparing")
        slow.may_go_on.set()
        await until(reader, lambda: reader.compare.reading.comparison is not None)
        assert "passages" in reader.status or "passage 1" in reader.status


async def test_esc_stops_it_and_a_key_begins_anew(library: Library, slow: Slow) -> None:
    async with reading_sample(library) as reader:
        await until(reader, lambda: "comparing, 25% done" in reader.status)
        await reader.press("escape")
        assert reader.status == "not compared"
        slow.may_go_on.set()
        assert slow.went_on.wait(20)
        await reader.press()
        assert reader.compare.reading.comparison is None
        await reader.press("plus")
        await until(reader, lambda: reader.compare.reading.comparison is not None)


async def test_leaving_ends_it(library: Library, slow: Slow) -> None:
    async with reading_sample(library) as reader:
        await until(reader, lambda: "comparing, 25% done" in reader.status)
    slow.may_go_on.set()
    assert slow.went_on.wait(20)


async def test_between_edited_and_paraphrase_nothing_is_matched_anew(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: Any, **__: Any) -> Comparison:
        raise AssertionError("matched anew")

    async with reading_sample(library) as reader:
        before = reader.status
        monkeypatch.setattr(comparer, "_AT_ONCE", 0)
        monkeypatch.setattr("storage.comparing.compare_articles", never)
        await reader.press("minus")
        assert reader.compare.reading.progress is None
        reader.sees("verbatim and edited")
        await reader.press("plus")
        assert reader.status == before
