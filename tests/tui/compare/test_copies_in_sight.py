"""At every step each pane that carries the passage shows it."""

from __future__ import annotations

import pytest

from storage.library import Library
from tests.tui.driver import Reader, reading_texts

BETWEEN = "\n\n".join(f"Line {number} tells of something else here." for number in range(50))
BELL = "Ringers tried the mended tenor bell on Sunday while half the village listened."
OWL = "A barn owl has moved into the belfry and keeps the whole choir awake until the morning."
TEXTS = (
    f"{BELL}\n\n{BETWEEN}\n\n{OWL}",
    f"{OWL}\n\n{BETWEEN.replace('Line', 'Row')}\n\n{BELL}\n\n{OWL}",
)


def shows_copies(reader: Reader) -> bool:
    """Tell whether each pane in sight that carries the passage has a row of it."""
    reading = reader.compare.reading
    group = reading.group_here()
    assert group is not None
    for letter in reader.panes:
        view = reader.view(letter)
        spans = [span for span in group.spans if span.article == view.article]
        seen = range(view.top_row, view.top_row + view.shown_rows)
        if spans and not any(view.layout_rows.row_of(span.start) in seen for span in spans):
            return False
    return True


@pytest.mark.parametrize("size", [(120, 30), (200, 50)])
@pytest.mark.parametrize("before", ["", "L"])
async def test_every_step_shows_the_copies(
    library: Library, size: tuple[int, int], before: str
) -> None:
    async with reading_texts(library, *TEXTS, size=size) as reader:
        if before:
            await reader.press(before)
        for _ in range(7):
            await reader.press("J")
            assert len(reader.panes) == 2
            assert shows_copies(reader)
        for _ in range(7):
            await reader.press("K")
            assert shows_copies(reader)


async def test_a_jump_to_a_copy_shows_where_one_came_from(library: Library) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press("J", "x")
        assert reader.focus == "B"
        assert shows_copies(reader)


async def test_what_is_opened_from_the_overview_is_seen_in_both(library: Library) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press("o", "enter")  # the pair
        assert reader.compare.reading.group_here() is not None
        assert shows_copies(reader)
        await reader.press("o", "shift+tab", "j", "enter")  # a passage
        assert shows_copies(reader)


async def test_a_pane_that_shows_a_copy_stays_as_it_is(library: Library) -> None:
    texts = f"{BELL}\n\n{OWL}\n\n{BETWEEN}", f"{OWL}\n\n{BELL}\n\n{BETWEEN}"
    async with reading_texts(library, *texts) as reader:
        for _ in range(3):
            await reader.press("J")
            assert reader.view("B").top_row == 0
