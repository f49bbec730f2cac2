"""The colours: three themes of our own, and the marks in every other.

The kinds of passages have hues from the palette of Okabe and Ito (2008), which colour-blind
readers can tell apart, in strengths that keep them apart in lightness too. Every mark is a pair:
`$verbatim` behind the text, `$text-verbatim` the text on it. A mark with a percentage lets the
background of the theme through.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from textual.theme import BUILTIN_THEMES, Theme

DEFAULT_THEME = "copydesk-dark"
_Pair = tuple[str, str]


class _Marks(NamedTuple):
    """The colours of all that is marked in a text: what stands behind it, and the text."""

    verbatim: _Pair
    edited: _Pair
    paraphrase: _Pair
    repeat: _Pair
    annotation: _Pair
    current: _Pair
    search: _Pair
    ignored: _Pair


MARKS = _Marks._fields
"""What is marked in a text, each with a colour in every theme."""


def _name_variables(marks: _Marks) -> dict[str, str]:
    variables: dict[str, str] = {}
    for mark, (behind, text) in marks._asdict().items():
        variables |= {mark: behind, f"text-{mark}": text}
    return variables


_ON_DARK = _name_variables(
    _Marks(
        verbatim=("#0072B2 48%", "#E0E0E0"),
        edited=("#E69F00 26%", "#E0E0E0"),
        paraphrase=("#009E73 50%", "#E0E0E0"),
        repeat=("#CC79A7 19%", "#E0E0E0"),
        annotation=("#F0E442 85%", "#101010"),
        current=("#D55E00", "#000000"),
        search=("#56B4E9", "#000000"),
        ignored=("#808080 15%", "#B4B4B4"),
    )
)
_ON_LIGHT = _name_variables(
    _Marks(
        verbatim=("#0072B2 52%", "#1A1A1A"),
        edited=("#E69F00 55%", "#1A1A1A"),
        paraphrase=("#009E73 55%", "#1A1A1A"),
        repeat=("#CC79A7 30%", "#1A1A1A"),
        annotation=("#F0E442", "#101010"),
        current=("#9C4000", "#FFFFFF"),
        search=("#003B6F", "#FFFFFF"),
        ignored=("#808080 15%", "#4A4A4A"),
    )
)
_IN_CONTRAST = _name_variables(
    _Marks(
        verbatim=("#56B4E9", "#000000"),
        edited=("#E69F00", "#000000"),
        paraphrase=("#00B080", "#000000"),
        repeat=("#F2C4DE", "#000000"),
        annotation=("#F0E442", "#000000"),
        current=("#0050AA", "#FFFFFF"),
        search=("#A02000", "#FFFFFF"),
        ignored=("#303030", "#FFFFFF"),
    )
)

THEMES = (
    replace(BUILTIN_THEMES["textual-dark"], name="copydesk-dark", variables=_ON_DARK),
    replace(
        BUILTIN_THEMES["textual-light"],
        name="copydesk-light",
        foreground="#1A1A1A",
        background="#F4F4F4",
        surface="#EAEAEA",
        panel="#DEDEDE",
        accent="#004578",
        variables=_ON_LIGHT,
    ),
    Theme(
        name="copydesk-contrast",
        primary="#56B4E9",
        secondary="#FFFFFF",
        accent="#F0E442",
        warning="#E69F00",
        error="#FF8A80",
        success="#00B080",
        foreground="#FFFFFF",
        background="#000000",
        surface="#000000",
        panel="#1C1C1C",
        variables=_IN_CONTRAST
        | {
            "text-muted": "#E0E0E0",
            "primary-muted": "#003A66",
            "block-cursor-foreground": "#000000",
            "block-cursor-blurred-background": "#404040",
            "button-color-foreground": "#000000",
        },
    ),
)
THEME_NAMES = (*(theme.name for theme in THEMES), *BUILTIN_THEMES)
"""All that can be chosen: ours, then Textual's."""


def choose_mark_colours(theme: Theme) -> dict[str, str]:
    """Return the variables of the marks for a theme that says nothing of them itself."""
    return _ON_DARK if theme.dark else _ON_LIGHT
