"""What tags look like: one pair of colours for each name, in every theme.

All are light with black text on them, so that they stand out on any background and from the
passages, which let the background through.
"""

from __future__ import annotations

from storage.tables.tags import Colour

TAG_COLOURS: dict[Colour, tuple[str, str]] = {
    "yellow": ("#F0E442", "#000000"),
    "orange": ("#FFB454", "#000000"),
    "red": ("#FF8A80", "#000000"),
    "pink": ("#FFAFD7", "#000000"),
    "violet": ("#C7A8FF", "#000000"),
    "blue": ("#8FC7FF", "#000000"),
    "teal": ("#6FE0D0", "#000000"),
    "green": ("#B4E66E", "#000000"),
    "grey": ("#C8C8C8", "#000000"),
}
"""What stands behind the text, and the text."""

TAG_STYLES = {colour: f"tag-{colour}" for colour in TAG_COLOURS}
"""The style of an annotation in each colour."""


def list_tag_variables() -> dict[str, str]:
    """Return the colours as variables of a theme: `$tag-red`, and `$text-tag-red` on it."""
    variables: dict[str, str] = {}
    for colour, (behind, text) in TAG_COLOURS.items():
        name = TAG_STYLES[colour]
        variables |= {name: behind, f"text-{name}": text}
    return variables
