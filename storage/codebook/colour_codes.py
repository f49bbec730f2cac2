"""The colours of tags as other programs have them: six hexadecimal digits."""

from __future__ import annotations

import re
from collections.abc import Mapping

from storage.tables.codebook_entry import Colour

CODES: Mapping[Colour, str] = {
    "yellow": "#F0E442",
    "orange": "#FFB454",
    "red": "#FF8A80",
    "pink": "#FFAFD7",
    "violet": "#C7A8FF",
    "blue": "#8FC7FF",
    "teal": "#6FE0D0",
    "green": "#B4E66E",
    "grey": "#ABABAB",
}
_CODE = re.compile(r"#?(?:([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})|([0-9A-Fa-f]{3}))")
_LEAST_CHROMA = 0.15
"""Of 1, the most less the least of red, green and blue: what has less is taken for grey."""
_HUES: tuple[tuple[float, Colour], ...] = (
    (15, "red"),
    (45, "orange"),
    (70, "yellow"),
    (150, "green"),
    (195, "teal"),
    (250, "blue"),
    (295, "violet"),
    (345, "pink"),
    (360, "red"),
)
"""Up to how many degrees of the wheel each colour goes."""


def find_colour(code: str) -> Colour | None:
    """Return the colour that a code such as `#FF8A80` is, or is nearest to by its hue.

    None where it is no such code. Ours come back as they were.
    """
    found = _CODE.fullmatch(code.strip())
    if found is None:
        return None
    short = found[4]
    pairs = [digit * 2 for digit in short] if short else found.groups()[:3]
    exact = f"#{''.join(pairs).upper()}"
    for colour, own in CODES.items():
        if own == exact:
            return colour
    red, green, blue = (int(pair, 16) / 255 for pair in pairs)
    return _find_by_hue(red, green, blue)


def _find_by_hue(red: float, green: float, blue: float) -> Colour:
    most, least = max(red, green, blue), min(red, green, blue)
    chroma = most - least
    if chroma < _LEAST_CHROMA:
        return "grey"
    if most == red:
        hue = (green - blue) / chroma % 6
    elif most == green:
        hue = (blue - red) / chroma + 2
    else:
        hue = (red - green) / chroma + 4
    return next(colour for end, colour in _HUES if hue * 60 <= end)
