from __future__ import annotations

from itertools import combinations
from typing import get_args

import pytest
from rich._palettes import STANDARD_PALETTE
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from storage.library import Library
from storage.sample_story import add_sample
from storage.wording.passage_kinds import PASSAGE_STYLES
from tests.tui.colours import Sight, contrast, difference
from tests.tui.driver import at_the_screen
from textreuse import KINDS
from tui.config.configuration import Configuration
from tui.config.mark_colours import (
    CHANGED_ON,
    MARKS,
    ColourDepth,
    choose_mark_colours,
    replace_mark_colours,
)
from tui.config.tag_colours import TAG_STYLES, list_tag_variables
from tui.config.themes import DEFAULT_THEME, THEME_NAMES, THEMES
from tui.story.display.styles import STYLES

TEXTUALS = [theme for theme in BUILTIN_THEMES.values() if not theme.ansi]


SYSTEMS: dict[ColourDepth, ColorSystem] = {
    "sixteen": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    "all": ColorSystem.TRUECOLOR,
}
FEWER: tuple[ColourDepth, ...] = ("sixteen", "256")
Look = tuple[Color, Color]
"""What stands behind the text, and the text."""


_generated: dict[str, dict[str, str]] = {}
_variables: dict[tuple[str, ColourDepth], dict[str, str]] = {}


def generate(theme: Theme, name: str) -> Color:
    """Return a colour that Textual makes of a theme, once for all that is asked of it."""
    if theme.name not in _generated:
        _generated[theme.name] = theme.to_color_system().generate()
    return Color.parse(_generated[theme.name][name])


def background(theme: Theme) -> Color:
    return generate(theme, "background")


def variables(theme: Theme, depth: ColourDepth = "all") -> dict[str, str]:
    """Return the colours that a theme has on a terminal of so many colours."""
    asked = theme.name, depth
    if asked not in _variables:
        fewer = replace_mark_colours(depth, background(theme).hex, dark=theme.dark)
        own = {**choose_mark_colours(dark=theme.dark), **list_tag_variables(depth)}
        _variables[asked] = {**own, **theme.variables, **fewer}
    return _variables[asked]


def look_of(theme: Theme, mark: str, depth: ColourDepth = "all") -> Look:
    """Return a mark as it is blended with the background."""
    colour, _, percent = variables(theme, depth)[mark].partition(" ")
    alpha = float(percent.removesuffix("%")) / 100 if percent else 1.0
    behind = background(theme) + Color.parse(colour).with_alpha(alpha)
    return behind, Color.parse(variables(theme, depth)[f"text-{mark}"])


def colours(theme: Theme, depth: ColourDepth = "all") -> dict[str, Look]:
    """Return for each mark what stands behind the text, and the text."""
    return {mark: look_of(theme, mark, depth) for mark in MARKS}


def downgrade(colour: Color, depth: ColourDepth) -> Color:
    """Return the colour that the terminal shows, as Textual chooses it."""
    found = colour.rich_color.downgrade(SYSTEMS[depth])
    if depth == "sixteen":
        assert found.number is not None
        return Color(*STANDARD_PALETTE[found.number])
    return Color.from_rich_color(found)


def shown(theme: Theme, mark: str, depth: ColourDepth) -> Look:
    """Return a mark as a terminal of fewer colours shows it."""
    behind, text = look_of(theme, mark, depth)
    return downgrade(behind, depth), downgrade(text, depth)


def apart(one: Look, other: Look) -> float:
    """Return how far two looks are apart, by what differs more: behind the text, or the text."""
    return max(difference(a, b, "normal") for a, b in zip(one, other, strict=True))


def least_difference(theme: Theme, sight: Sight) -> float:
    """Return how far the two kinds that are most alike are apart, plain text being one more."""
    behind = [background(theme), *(colours(theme)[kind][0] for kind in KINDS)]
    return min(difference(one, other, sight) for one, other in combinations(behind, 2))


def test_colours_are_measured_as_published() -> None:
    white, black, red = Color.parse("#FFFFFF"), Color.parse("#000000"), Color.parse("#FF0000")
    assert contrast(white, black) == pytest.approx(21)
    assert contrast(red, white) == pytest.approx(4.0, abs=0.01)
    assert difference(white, black, "normal") == pytest.approx(100, abs=0.1)
    green = Color.parse("#6E6E00")
    assert difference(red, green, "protanopia") < difference(red, green, "normal") / 2


@pytest.mark.parametrize("theme", [*THEMES, *TEXTUALS], ids=lambda theme: theme.name)
def test_text_can_be_read_on_every_mark(theme: Theme) -> None:
    # WCAG 2: 4.5 is enough (AA), 7 is what high contrast means (AAA).
    least = 7 if theme.name == "copydesk-contrast" else 4.5
    assert {
        mark: round(contrast(*pair), 1)
        for mark, pair in colours(theme).items()
        if contrast(*pair) < least
    } == {}


@pytest.mark.parametrize("theme", [*THEMES, *TEXTUALS], ids=lambda theme: theme.name)
@pytest.mark.parametrize("sight", ["normal", "protanopia", "deuteranopia"])
def test_kinds_can_be_told_apart_by_every_reader(theme: Theme, sight: Sight) -> None:
    # Three times what can just be noticed side by side, and more in our own themes.
    assert least_difference(theme, sight) >= (7.5 if theme in THEMES else 5.5)


@pytest.mark.parametrize("theme", [*THEMES, *TEXTUALS], ids=lambda theme: theme.name)
@pytest.mark.parametrize("sight", ["normal", "protanopia", "deuteranopia"])
def test_a_repeat_can_be_told_from_plain_text(theme: Theme, sight: Sight) -> None:
    # The lens that shows repeats shows no kinds.
    assert difference(background(theme), colours(theme)["repeat"][0], sight) >= 5.5


@pytest.mark.parametrize("theme", [*THEMES[:2], *TEXTUALS], ids=lambda theme: theme.name)
def test_passages_are_quieter_than_the_one_at_hand(theme: Theme) -> None:
    found = colours(theme)
    strong = difference(background(theme), found["current"][0], "normal")
    for kind in PASSAGE_STYLES:
        assert difference(background(theme), found[kind][0], "normal") < strong / 1.5
        assert contrast(background(theme), found[kind][0]) < 1.8


@pytest.mark.parametrize("theme", [*THEMES, *TEXTUALS], ids=lambda theme: theme.name)
@pytest.mark.parametrize("depth", get_args(ColourDepth))
def test_changed_words_can_be_read_and_stand_out(theme: Theme, depth: ColourDepth) -> None:
    for name, mark in CHANGED_ON.items():
        behind, around = shown(theme, mark, depth)
        text = downgrade(Color.parse(variables(theme, depth)[f"text-{name}"]), depth)
        assert contrast(behind, text) >= (3 if depth == "sixteen" else 4.2)
        assert difference(text, around, "normal") >= 6


@pytest.mark.parametrize("theme", [*THEMES, *TEXTUALS], ids=lambda theme: theme.name)
@pytest.mark.parametrize("depth", FEWER)
def test_kinds_differ_in_fewer_colours_too(theme: Theme, depth: ColourDepth) -> None:
    plain = (
        downgrade(background(theme), depth),
        downgrade(generate(theme, "foreground"), depth),
    )
    looks = {mark: shown(theme, mark, depth) for mark in MARKS if mark != "ignored"}
    for one, other in combinations({"plain": plain, **looks}.values(), 2):
        assert apart(one, other) >= 6
    for behind, text in looks.values():
        assert contrast(behind, text) >= (2.5 if depth == "sixteen" else 4.5)


@pytest.mark.parametrize("theme", [*THEMES, *TEXTUALS], ids=lambda theme: theme.name)
@pytest.mark.parametrize("depth", get_args(ColourDepth))
def test_the_colour_of_a_tag_is_its_alone(theme: Theme, depth: ColourDepth) -> None:
    tags = {style: shown(theme, style, depth) for style in TAG_STYLES.values()}
    others = {mark: shown(theme, mark, depth) for mark in MARKS}
    for tag, look in tags.items():
        for name, other in {**tags, **others}.items():
            if name != tag:
                assert difference(look[0], other[0], "normal") >= 6, (tag, name)


@pytest.mark.parametrize("theme", [*THEMES, *TEXTUALS], ids=lambda theme: theme.name)
@pytest.mark.parametrize("depth", get_args(ColourDepth))
def test_kinds_differ_on_the_map_too(theme: Theme, depth: ColourDepth) -> None:
    found = [
        downgrade(Color.parse(variables(theme, depth)[f"map-{style}"]), depth)
        for style in (*PASSAGE_STYLES, "current")
    ]
    plain = downgrade(background(theme), depth)
    for one, other in combinations([plain, *found], 2):
        assert difference(one, other, "normal") >= 6


@pytest.mark.parametrize(("system", "depth"), [("standard", "sixteen"), ("256", "256")])
async def test_a_terminal_of_fewer_colours_is_given_those_that_it_has(
    library: Library, monkeypatch: pytest.MonkeyPatch, system: str, depth: ColourDepth
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", system)
    async with at_the_screen(library, add_sample(library)) as reader:
        for theme in (DEFAULT_THEME, "copydesk-light"):
            reader.app.theme = theme
            await reader.press("J")
            on_text = reader.compare.panes.colours.on_text
            for kind in KINDS:
                behind, text = look_of(reader.app.current_theme, kind, depth)
                assert on_text(kind).bgcolor == behind.rich_color
                assert on_text(kind).color == text.rich_color
            behind = look_of(reader.app.current_theme, TAG_STYLES["teal"], depth)[0]
            assert on_text(TAG_STYLES["teal"]).bgcolor == behind.rich_color


@pytest.mark.parametrize("theme", ["textual-ansi", "ansi-dark", "ansi-light"])
async def test_in_a_theme_of_the_terminals_own_colours_no_two_looks_are_one(
    library: Library, theme: str
) -> None:
    async with at_the_screen(library, add_sample(library)) as reader:
        if theme not in reader.app.available_themes:
            pytest.skip(f"this Textual has no theme {theme}")
        reader.app.theme = theme
        await reader.press("J")
        on_text = reader.compare.panes.colours.on_text
        names = [*KINDS, "annotation", "current", *TAG_STYLES.values()]
        looks = [(on_text(name).bgcolor, on_text(name).color) for name in names]
        assert len(set(looks)) == len(names)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("sight", ["normal", "protanopia", "deuteranopia"])
def test_what_lies_on_top_stands_out_and_the_cursor_from_all(theme: Theme, sight: Sight) -> None:
    found = {mark: behind for mark, (behind, _) in colours(theme).items() if mark != "ignored"}
    found["cursor"] = generate(theme, "foreground")
    for one, other in combinations(found, 2):
        if not {one, other} <= set(PASSAGE_STYLES):
            assert difference(found[one], found[other], sight) >= 7.5, (one, other)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_theme_colours_every_mark_itself(theme: Theme) -> None:
    assert set(PASSAGE_STYLES) <= set(MARKS)
    marks = {name for mark in MARKS for name in (mark, f"text-{mark}")}
    assert marks <= set(theme.variables)
    assert theme.name in THEME_NAMES


@pytest.mark.parametrize("theme", ["copydesk-dark", "copydesk-contrast", "nord", "ansi-light"])
async def test_a_configured_theme_colours_what_is_drawn(library: Library, theme: str) -> None:
    configured = Configuration(theme=theme)
    async with at_the_screen(library, add_sample(library), configuration=configured) as reader:
        assert reader.app.theme == theme
        looks = {kind: reader.compare.panes.colours.on_text(kind) for kind in STYLES}
        assert not looks.pop("overlap").bgcolor  # it has the colours of what it lies on
        current = reader.app.current_theme
        if current.ansi:
            assert all(style.color and not style.color.triplet for style in looks.values())
            return
        for kind, (behind, text) in colours(current).items():
            if kind in looks:
                assert looks[kind].bgcolor == behind.rich_color
                assert looks[kind].color == text.rich_color
