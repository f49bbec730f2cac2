"""Changed words stand out in the texts themselves, on both sides."""

from __future__ import annotations

import pytest
from rich.style import Style

from storage.library import Library
from tests.tui.driver import Reader, reading_texts
from tui.compare.widgets.copy_strip import CopyStrip

LEAD = "Sea water entered {} properties around the quay and {} people were moved to a sports hall."
TEXTS = (
    f"{LEAD.format(63, 140)}\n\nNobody was hurt.",
    f"{LEAD.format(65, 140)}\n\nA mayor paid.",
    f"{LEAD.format(65, 150)}\n\nFerries ran late again.",
)


def draw(reader: Reader, letter: str, word: str) -> Style:
    """Return how a word, alone or with others, is drawn in an article."""
    view = reader.view(letter)
    return next(
        segment.style
        for row in range(view.shown_rows)
        for segment in view.render_line(row)
        if segment.style and segment.text.strip() and word in segment.text
    )


def lifted_out(reader: Reader) -> list[str]:
    """Return the words that the strip at the foot lifts out."""
    strip = reader.compare.query_one(CopyStrip)
    rows = [strip.render_line(row) for row in range(strip.size.height)]
    return [
        segment.text.strip()
        for row in rows
        for segment in row
        if segment.style and segment.style.bold and segment.style.underline
    ]


@pytest.mark.parametrize("size", [(120, 40), (200, 50)])
async def test_the_eye_sees_what_was_changed_without_a_card(
    library: Library, size: tuple[int, int]
) -> None:
    async with reading_texts(library, *TEXTS[:2], size=size) as reader:
        for keys in ([], ["J"], ["tab"]):
            await reader.press(*keys)
            for letter, word in (("A", "63"), ("B", "65")):
                changed, around = draw(reader, letter, word), draw(reader, letter, "properties")
                assert changed.bold
                assert not around.bold
                assert changed.color != around.color
                assert changed.bgcolor == around.bgcolor
                assert not draw(reader, letter, "140").bold


async def test_without_colour_they_stand_out_by_weight(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading_texts(library, *TEXTS[:2]) as reader:
        for keys in ([], ["J"]):
            await reader.press(*keys)
            changed, around = draw(reader, "A", "63"), draw(reader, "A", "properties")
            assert (changed.bold, changed.underline) == (True, True)
            assert not around.bold


async def test_on_one_pane_they_are_what_the_strip_shows_otherwise(library: Library) -> None:
    async with reading_texts(library, *TEXTS, size=(80, 24)) as reader:
        await reader.press("J")
        assert reader.panes == "A"
        assert draw(reader, "A", "63").bold
        assert not draw(reader, "A", "140").bold
        assert lifted_out(reader) == ["65"]
        await reader.press("x", "x")
        assert reader.focus == "C"
        # The strip shows B, the likest, which has one figure otherwise.
        assert not draw(reader, "C", "65").bold
        assert draw(reader, "C", "150").bold
        assert lifted_out(reader) == ["140"]


async def test_they_follow_what_is_in_sight(library: Library) -> None:
    between = "\n\n".join(f"Line {number} of ours." for number in range(40))
    texts = [f"{own}\n\n{between}\n\n{text}" for own, text in zip("XY", TEXTS, strict=False)]
    async with reading_texts(library, *texts, size=(120, 20)) as reader:
        await reader.press("G")
        assert draw(reader, "A", "63").bold
        await reader.press("g")
        await reader.press("f")  # only here: nothing is an edited passage
        await reader.press("G")
        assert not draw(reader, "A", "63").bold
