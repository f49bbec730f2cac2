"""How colours look: against each other, and to readers who see fewer of them."""

from __future__ import annotations

import math
from functools import cache
from typing import Literal

from textual.color import Color

Sight = Literal["normal", "protanopia", "deuteranopia"]
Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

# Machado, Oliveira, Fernandes 2009, at full severity, on linear RGB.
_SIGHTS: dict[Sight, Matrix] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
# Ottosson 2020, https://bottosson.github.io/posts/oklab/
_TO_CONES: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_OKLAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def contrast(first: Color, second: Color) -> float:
    """Return the contrast ratio of WCAG 2, from 1 to 21."""
    lights = [0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in map(_linear, (first, second))]
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def difference(first: Color, second: Color, sight: Sight) -> float:
    """Return the distance of two colours in hundredths of OKLab; 2 can just be noticed."""
    return 100 * math.dist(_oklab(first, sight), _oklab(second, sight))


@cache
def _oklab(colour: Color, sight: Sight) -> Triple:
    red, green, blue = _times(_SIGHTS[sight], _linear(colour))
    clamped = (min(1, max(0, red)), min(1, max(0, green)), min(1, max(0, blue)))
    long, middle, short = _times(_TO_CONES, clamped)
    return _times(_TO_OKLAB, (long ** (1 / 3), middle ** (1 / 3), short ** (1 / 3)))


def _linear(colour: Color) -> Triple:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (one / 255 for one in colour.rgb)
    )
    return red, green, blue


def _times(matrix: Matrix, vector: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third
