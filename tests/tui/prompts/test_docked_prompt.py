"""Prompts stand at the foot: what they are about stays in sight, and they quote it."""

from __future__ import annotations

import pytest
from rich.style import Style

from storage.library import Library
from storage.models import Anchor, NewArticle, Target
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL
from tests.tui.driver import Reader, at_the_screen, reading_sample, reading_texts

SIZES = [(80, 24), (200, 50)]
TALL = "\n\n".join(f"Paragraph {number} is {'quite ' * number}long." for number in range(1, 60))


Look = tuple[str, object, object, bool]


def look_at(reader: Reader, rows: int) -> list[list[Look]]:
    """Return each sign of the uppermost rows of the screen with its colours, and if it is dim."""
    return [
        [
            (sign, sign != " " and style.color, style.bgcolor, bool(style.dim))
            for segment in strip
            if (style := segment.style or Style())
            for sign in segment.text
        ]
        for strip in reader.strips[:rows]
    ]


def find_row(reader: Reader, text: str) -> int:
    """Return the row of the screen that has this."""
    reader.sees(text)
    return next(number for number, row in enumerate(reader.screen) if text in row)


def standing_out(reader: Reader) -> str:
    """Return the words of the focused pane that are drawn as what is selected."""
    view = reader.view(reader.focus)
    rows = (view.render_line(y) for y in range(view.shown_rows))
    plain = view._style_of().bgcolor
    found = [
        segment.text
        for row in rows
        for segment in row
        if segment.style and segment.style.reverse and segment.style.bgcolor == plain
    ]
    return "".join(found)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("key", "title"), [("t", "Tags"), ("a", "Note"), ("alt+5", "Quick tag 5")])
async def test_a_prompt_stands_under_the_text_and_quotes_what_it_is_about(
    library: Library, size: tuple[int, int], key: str, title: str
) -> None:
    async with reading_texts(library, f"Title\n\n{OWL} {MILL}", BRIDGE, size=size) as reader:
        await reader.press("right_curly_bracket", "right_parenthesis")
        before = look_at(reader, 3)
        await reader.press(key)
        top = find_row(reader, f"─ {title} · “The old paper mill will")
        reader.sees(f"” · {len(MILL.split())} words · A ¶2 ─")
        assert top >= size[1] // 2
        assert look_at(reader, 3) == before
        assert MILL[14:30] in standing_out(reader)
        await reader.press("escape")
        assert reader.app.screen is reader.compare
        assert MILL[14:30] not in standing_out(reader)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["t", "a"])
async def test_a_place_that_the_prompt_would_cover_is_brought_above_it(
    library: Library, size: tuple[int, int], key: str
) -> None:
    async with reading_texts(library, TALL, TALL[::-1], size=size) as reader:
        view = reader.view("A")
        while reader.cursor_row("A") < view.shown_rows - 3:
            await reader.press("right_curly_bracket")
        top, rows, words = view.top_row, view.shown_rows, reader.text_at_cursor(12)
        await reader.press(key)
        assert find_row(reader, words) < find_row(reader, " · A ¶")
        assert standing_out(reader).endswith("long.")
        assert view.shown_rows >= 8
        await reader.press("escape")
        assert view.top_row == top
        assert view.shown_rows == rows


async def test_a_prompt_fits_itself_into_another_size(library: Library) -> None:
    async with reading_texts(library, TALL, size=(120, 40)) as reader:
        while reader.cursor_row("A") < 30:
            await reader.press("right_curly_bracket")
        words = reader.text_at_cursor(12)
        await reader.press("a")
        await reader.resize(80, 24)
        assert find_row(reader, words) < find_row(reader, "─ Note · “Paragraph")
        await reader.resize(30, 8)
        await reader.resize(80, 24)
        assert find_row(reader, words) < find_row(reader, "─ Note · “Paragraph")


async def test_an_article_is_quoted_by_its_title(library: Library) -> None:
    async with reading_texts(library, OWL) as reader:
        await reader.press("number_sign")
        reader.sees(f"─ Tags for the article · “Text 1” · {len(OWL.split())} words · A ─")


async def test_what_has_lost_its_text_is_quoted_as_it_was(library: Library) -> None:
    async with reading_texts(library, OWL) as reader:
        article = reader.compare.reading.articles[0]
        anchor = Anchor(900, 919, "Quite another thing", "It was said. ", "")
        library.annotations.create([Target(article.id, anchor)], "Note")
        await reader.press("T", "escape", "A", "t")
        reader.sees("─ Tags · “Quite another thing” · gone from A ─")


async def test_what_was_said_before_it_came_is_not_said_any_more(library: Library) -> None:
    async with reading_texts(library, OWL, size=(80, 24)) as reader:
        await reader.press("d")
        reader.sees("No annotation under the")
        await reader.press("t")
        reader.sees("─ Tags ·")
        reader.does_not_see("No annotation under the")
        await reader.press("escape")
        reader.does_not_see("No annotation under the")


@pytest.mark.parametrize("key", ["t", "m"])
async def test_the_article_under_the_cursor_stays_in_sight_in_the_library(
    library: Library, key: str
) -> None:
    for number in range(40):
        library.articles.add(NewArticle(f"{OWL} {number}", title=f"Owl {number:02}"))
    async with at_the_screen(library, None, size=(80, 24)) as reader:
        await reader.press("G", key)
        assert find_row(reader, "Owl 00") < find_row(reader, "· “Owl 00” ·")
        await reader.press("escape", "g")
        reader.sees("Owl 39")


async def test_the_tag_under_the_cursor_stays_in_sight(library: Library) -> None:
    async with reading_texts(library, OWL, size=(80, 24)) as reader:
        await reader.press("t")
        await reader.type(", ".join(f"tag {number:02}" for number in range(30)))
        await reader.press("enter", "T", "G", "m")
        assert find_row(reader, "         tag 29") < find_row(reader, "─ Merge #tag 29 into ─")


async def test_the_tag_prompt_shows_what_is_known_of_each_tag(library: Library) -> None:
    async with reading_sample(library, (80, 24)) as reader:
        await reader.press("t")
        await reader.type("claim, claim/disputed, fact")
        await reader.press("enter")
        claim = library.tags.find_named("claim")
        assert claim is not None
        library.tags.set_colour(claim.id, "yellow")
        library.codebook.define(claim.id, {"definition": "What somebody says is so"})
        library.quick_tags.give(reader.compare.story.id, 4, "fact")
        await reader.press("right_parenthesis", "t")
        reader.sees("   yel  claim       1 use  What somebody says is so")
        reader.sees("   yel    disputed  1 use")
        reader.sees(" 4       fact        1 use")
        reader.sees("Tab complete · ↑↓ choose · comma next tag · Enter save")
        assert find_row(reader, "─ Tags ·") >= 12


async def test_names_of_every_kind_are_asked_for_at_the_foot(library: Library) -> None:
    owl, honey = (
        library.articles.add(NewArticle(text, title=title))[0].id
        for text, title in ((OWL, "Owl"), (HONEY, "Honey"))
    )
    library.stories.create("[b]Village[/b]", [owl, honey])
    async with at_the_screen(library, None, size=(80, 24)) as reader:
        await reader.press("i", "r")
        reader.sees("─ Rename story · “[b]Village[/b]” · 2 articles ─")
        reader.sees("Honey")
        await reader.press("escape", "i", "enter")
        reader.sees("─ Change the title · “Owl” ─")
        reader.sees("words, 0 notes")


async def test_an_annotation_of_the_list_is_brought_in_sight_and_the_text_back(
    library: Library,
) -> None:
    async with reading_texts(library, TALL, size=(120, 30)) as reader:
        await reader.press("G", "m", "g", "A", "t")
        assert find_row(reader, "Paragraph 59 is quite") < find_row(
            reader, "─ Tags · “Paragraph 59"
        )
        await reader.press("escape")
        assert reader.view("A").top_row == 0
        reader.sees("Paragraph 1 is quite long.")
