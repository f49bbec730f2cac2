"""The colours of what is marked in a text, for dark and light themes and for fewer colours.

The kinds of passages have hues from the palette of Okabe and Ito (2008), which colour-blind
readers can tell apart, as tints: a page of which most is shared is still a page to read. They are
as faint as keeps them apart in lightness too. The passage at hand, annotations and matches stand
out from all of them.

Every mark is a pair: `$verbatim` behind the text, `$text-verbatim` the text on it. A mark with a
percentage lets the background of the theme through. A terminal of 256 colours takes the nearest one
that it has, and tints then fall together, so that it is given colours that it has. Of those no dark
one is faint, and of sixteen none at all: there the kinds are told by the colour of their letters.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

ColourDepth = Literal["sixteen", "256", "all"]
"""How many colours a terminal shows."""
_DEPTHS: dict[str | None, ColourDepth] = {"standard": "sixteen", "windows": "sixteen", "256": "256"}

_Pair = tuple[str, str]


class _Marks(NamedTuple):
    """What stands behind the text, and the text."""

    verbatim: _Pair
    edited: _Pair
    paraphrase: _Pair
    repeat: _Pair
    annotation: _Pair
    current: _Pair
    search: _Pair
    ignored: _Pair


class _Words(NamedTuple):
    """Text of words that were changed, on what stands behind the others around them."""

    changed: str
    """On that of edited passages."""
    current_changed: str
    """On that of the passage at hand."""


MARKS = _Marks._fields
"""What is marked in a text, each with a colour in every theme."""
CHANGED_ON = {"changed": "edited", "current-changed": "current"}
"""The marks on which changed words stand."""


_ON_MAP = {
    "map-verbatim": "#0072B2",
    "map-edited": "#E69F00",
    "map-paraphrase": "#009E73",
    "map-repeat": "#CC79A7",
    "map-current": "#D55E00",
}
"""Those of the map beside a text, where blocks are drawn on the background of any theme."""


def name_variables(marks: _Marks, words: _Words) -> dict[str, str]:
    """Return the colours as variables of a theme."""
    variables: dict[str, str] = {}
    for mark, (behind, text) in marks._asdict().items():
        variables |= {mark: behind, f"text-{mark}": text}
    for name, text in words._asdict().items():
        variables[f"text-{name.replace('_', '-')}"] = text
    return variables


ON_DARK = name_variables(
    _Marks(
        verbatim=("#002689 36%", "#E0E0E0"),
        edited=("#856803 22%", "#E0E0E0"),
        paraphrase=("#79CAA0 24%", "#E0E0E0"),
        repeat=("#CC79A7 19%", "#E0E0E0"),
        annotation=("#4E4278", "#FFFFFF"),
        current=("#9C4600", "#FFFFFF"),
        search=("#56B4E9", "#000000"),
        ignored=("#808080 15%", "#B4B4B4"),
    ),
    _Words(changed="#FFC14D", current_changed="#FFF3B0"),
)
ON_LIGHT = name_variables(
    _Marks(
        verbatim=("#438CFF 22%", "#1A1A1A"),
        edited=("#FECC1C 29%", "#1A1A1A"),
        paraphrase=("#4CA860 40%", "#1A1A1A"),
        repeat=("#CC79A7 30%", "#1A1A1A"),
        annotation=("#D6CC74", "#000000"),
        current=("#A84800", "#FFFFFF"),
        search=("#003B6F", "#FFFFFF"),
        ignored=("#808080 15%", "#4A4A4A"),
    ),
    _Words(changed="#8A2B00", current_changed="#FFF3B0"),
)
IN_CONTRAST = name_variables(
    _Marks(
        verbatim=("#00286E", "#FFFFFF"),
        edited=("#3D3000", "#FFFFFF"),
        paraphrase=("#35604C", "#FFFFFF"),
        repeat=("#5A2A4A", "#FFFFFF"),
        annotation=("#5B4AA0", "#FFFFFF"),
        current=("#843600", "#FFFFFF"),
        search=("#56B4E9", "#000000"),
        ignored=("#303030", "#FFFFFF"),
    ),
    _Words(changed="#FFD75F", current_changed="#FFF3B0"),
)
_ON_DARK_OF_256 = name_variables(
    _Marks(
        verbatim=("#303030", "#AFD7FF"),
        edited=("#303030", "#FFD787"),
        paraphrase=("#303030", "#AFFFAF"),
        repeat=("#303030", "#FFAFFF"),
        annotation=("#5F5F87", "#FFFFFF"),
        current=("#AF5F00", "#FFFFFF"),
        search=("#5FAFD7", "#000000"),
        ignored=("#3A3A3A", "#BCBCBC"),
    ),
    _Words(changed="#FFAF00", current_changed="#FFFFAF"),
)
_ON_LIGHT_OF_256 = name_variables(
    _Marks(
        verbatim=("#D7D7FF", "#000000"),
        edited=("#FFD7AF", "#000000"),
        paraphrase=("#AFD7AF", "#000000"),
        repeat=("#D7AFAF", "#000000"),
        annotation=("#AFAF00", "#000000"),
        current=("#AF5F00", "#FFFFFF"),
        search=("#00005F", "#FFFFFF"),
        ignored=("#D0D0D0", "#444444"),
    ),
    _Words(changed="#870000", current_changed="#FFFFAF"),
)
# The sixteen as Rich takes them to be: what is meant is their names.
_BLACK, _RED, _BROWN, _BLUE, _MAGENTA = "#000000", "#AA0000", "#AA5500", "#0000AA", "#AA00AA"
_CYAN, _GREY, _DARK_GREY, _GREEN = "#00AAAA", "#AAAAAA", "#555555", "#55FF55"
_YELLOW, _BRIGHT_MAGENTA, _BRIGHT_CYAN, _WHITE = "#FFFF55", "#FF55FF", "#55FFFF", "#FFFFFF"


def _choose_of_sixteen(background: str, *, dark: bool) -> dict[str, str]:
    kinds = (
        (_BRIGHT_CYAN, _YELLOW, _GREEN, _BRIGHT_MAGENTA)
        if dark
        else (_BLUE, _MAGENTA, _BROWN, _RED)
    )
    verbatim, edited, paraphrase, repeat = ((background, letters) for letters in kinds)
    return name_variables(
        _Marks(
            verbatim=verbatim,
            edited=edited,
            paraphrase=paraphrase,
            repeat=repeat,
            annotation=(_CYAN, _BLACK),
            current=(_RED, _WHITE),
            search=(_BLUE, _WHITE),
            ignored=(background, _GREY if dark else _DARK_GREY),
        ),
        _Words(changed=_WHITE if dark else _BLACK, current_changed=_YELLOW),
    ) | dict(zip(_ON_MAP, (*kinds, _RED if dark else _BLACK), strict=True))


def choose_mark_colours(*, dark: bool) -> dict[str, str]:
    """Return the variables of the marks for a theme that says nothing of them itself."""
    return (ON_DARK if dark else ON_LIGHT) | _ON_MAP


def replace_mark_colours(depth: ColourDepth, background: str, *, dark: bool) -> dict[str, str]:
    """Return the variables of the marks that a terminal of fewer colours has in place of others."""
    if depth == "256":
        return _ON_DARK_OF_256 if dark else _ON_LIGHT_OF_256
    return _choose_of_sixteen(background, dark=dark) if depth == "sixteen" else {}


def find_depth(system: str | None) -> ColourDepth:
    """Return how many colours a colour system of Rich's has, by its name."""
    return _DEPTHS.get(system, "all")
