"""What tags look like: one pair of colours for each name, in every theme.

All are light with black text on them, so that they stand out on any background and from the
passages, which let the background through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text

from tui.config.mark_colours import ColourDepth

if TYPE_CHECKING:
    from storage.tables.codebook_entry import Colour

TAG_COLOURS: dict[Colour, tuple[str, str]] = {
    "yellow": ("#F0E442", "#000000"),
    "orange": ("#FFB454", "#000000"),
    "red": ("#FF8A80", "#000000"),
    "pink": ("#FFAFD7", "#000000"),
    "violet": ("#C7A8FF", "#000000"),
    "blue": ("#8FC7FF", "#000000"),
    "teal": ("#6FE0D0", "#000000"),
    "green": ("#B4E66E", "#000000"),
    "grey": ("#ABABAB", "#000000"),
}
"""What stands behind the text, and the text."""
_OF_SIXTEEN: dict[Colour, str] = {
    "yellow": "#FFFF55",
    "orange": "#AA5500",
    "red": "#FF5555",
    "pink": "#FF55FF",
    "violet": "#AA00AA",
    "blue": "#5555FF",
    "teal": "#55FFFF",
    "green": "#55FF55",
    "grey": "#AAAAAA",
}
"""What stands behind the text where there are sixteen colours: each another one of them."""

SWATCH_WIDTH = 5
"""Cells of a swatch."""

TAG_STYLES = {colour: f"tag-{colour}" for colour in TAG_COLOURS}
"""The style of an annotation in each colour."""


def draw_swatch(colour: Colour) -> Text:
    """Return a colour with the beginning of its name on it, in `SWATCH_WIDTH` cells."""
    behind, text = TAG_COLOURS[colour]
    return Text(f" {colour[:3]} ", Style(bgcolor=behind, color=text))


def list_tag_variables(depth: ColourDepth = "all") -> dict[str, str]:
    """Return the colours as variables of a theme: `$tag-red`, and `$text-tag-red` on it."""
    variables: dict[str, str] = {}
    for colour, (behind, text) in TAG_COLOURS.items():
        name = TAG_STYLES[colour]
        if depth == "sixteen":
            behind = _OF_SIXTEEN[colour]
        variables |= {name: behind, f"text-{name}": text}
    return variables
