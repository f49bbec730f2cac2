"""The styles of what is highlighted: their layers, and how they look without colour."""

from __future__ import annotations

from typing import NamedTuple

from storage.wording.passage_kinds import PASSAGE_STYLES
from tui.config.tag_colours import TAG_STYLES


class StyleSigns(NamedTuple):
    """How a style looks without colour: signs of a single cell, empty where it has none.

    Its weight and colours stand in the style sheet, the colours of passages in the themes.
    """

    gutter: str = ""
    """Beside the text, in the column of passages."""
    minimap: str = ""
    """On the map, in the column of passages."""
    signpost: str = ""
    """On the map, in the column beside it."""


# The fuller the block, the nearer the copy.
STYLE_SIGNS = {
    "dimmed": StyleSigns(),
    "boilerplate": StyleSigns("·"),
    "ignored": StyleSigns("╎", "·"),
    **{f"weak-{style}": StyleSigns("?", "?") for style in reversed(PASSAGE_STYLES)},
    "repeat": StyleSigns("│", "░"),
    "paraphrase": StyleSigns("┊", "▒"),
    "edited": StyleSigns("┇", "▓"),
    "quotation": StyleSigns('"', "░"),
    "later": StyleSigns("»", "░"),
    "precision": StyleSigns("≈", "▒"),
    "conflict": StyleSigns("≠", "█"),
    "flagged": StyleSigns("!", "█"),
    "changed": StyleSigns(),
    "verbatim": StyleSigns("┃", "█"),
    "current": StyleSigns("█", "◆"),
    "current-changed": StyleSigns(),
    "annotation": StyleSigns(signpost="✎"),
    "overlap": StyleSigns(),
    "found": StyleSigns(signpost="∘"),
}
"""All styles but those of coloured tags, from the bottom layer to the top."""
LAYERS = {style: layer for layer, style in enumerate(STYLE_SIGNS)} | dict.fromkeys(
    TAG_STYLES.values(), list(STYLE_SIGNS).index("annotation")
)
"""The layer of each style; annotations of all colours are one."""
STYLES = tuple(LAYERS)


class Highlight(NamedTuple):
    """A highlighted stretch of one article; `label` stands in the gutter where it begins."""

    start: int
    end: int
    style: str
    label: str = ""
