"""The legend of the compare view: lenses, what colours and marks mean, what counts, the place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from textreuse import EDITED, KINDS, PARAPHRASE, VERBATIM, WEAK, Span
from tui.keys.keymap import DEFAULT_KEYMAP, Keymap
from tui.story.display.styles import STYLE_SIGNS
from tui.story.lenses import LENS_KINDS, LENSES, Lens
from tui.story.story_reader import StoryReader

COUNTED = {
    VERBATIM: "verbatim only",
    EDITED: "no paraphrases",
    PARAPHRASE: "all kinds",
    WEAK: "weak matches too",
}
"""Which passages count, by the sensitivity."""
_BETWEEN = " │ "


class LegendBit(NamedTuple):
    """A piece of the line, in one style: one of a highlight, `chosen`, or that of the line."""

    text: str
    style: str = ""
    lens: Lens | None = None
    """What a click on it looks through."""


_Variant = tuple[LegendBit, ...]


class Legend(NamedTuple):
    """What the line says, each part in as many ways as there are, the longest first."""

    lenses: tuple[_Variant, ...]
    marks: tuple[_Variant, ...]
    counted: tuple[_Variant, ...]
    place: tuple[_Variant, ...]


_GIVES_WAY = (
    "counted",
    "marks",
    "marks",
    "lenses",
    "place",
    "counted",
    "lenses",
    "marks",
    "place",
    "lenses",
    "counted",
    "marks",
    "marks",
)
"""What is said in fewer words next, where there is too little room."""


def make_legend(
    reading: StoryReader,
    sensitivity: int,
    keymap: Keymap = DEFAULT_KEYMAP,
    *,
    locked: bool = False,
) -> Legend:
    """Return what the legend says of the lens, the sensitivity and the place of the cursor.

    It says so where scrolling is `locked`.
    """
    return Legend(
        tuple(_list_lenses(reading.lens, keymap.spell_key("compare", "next_lens"))),
        tuple(_list_marks(reading, sensitivity)),
        tuple(_describe_counted(reading, sensitivity, keymap, locked=locked)),
        tuple(_describe_place(reading)),
    )


def fit_legend(legend: Legend, width: int) -> list[LegendBit]:
    """Return the pieces of a line of at most `width` cells, the fullest that fits."""
    at = dict.fromkeys(Legend._fields, 0)
    for part in _GIVES_WAY:
        if _fits(legend, at, width):
            break
        at[part] = min(at[part] + 1, len(getattr(legend, part)) - 1)
    # A part that gave way in vain has room again once another has.
    for part in ("marks", "place", "counted"):
        while at[part] and _fits(legend, at | {part: at[part] - 1}, width):
            at[part] -= 1
    return list(_cut(_join(legend, at), width))


def _fits(legend: Legend, at: Mapping[str, int], width: int) -> bool:
    return sum(cell_len(bit.text) for bit in _join(legend, at)) <= width


def _join(legend: Legend, at: Mapping[str, int]) -> list[LegendBit]:
    found: list[LegendBit] = []
    for variants, number in zip(legend, at.values(), strict=True):
        if variants[number]:
            found += [LegendBit(_BETWEEN), *variants[number]]
    return found[1:]


def _cut(bits: Iterable[LegendBit], width: int) -> Iterable[LegendBit]:
    for bit in bits:
        if cell_len(bit.text) > width:
            return
        width -= cell_len(bit.text)
        yield bit


def _list_lenses(lens: Lens, key: str) -> Iterable[_Variant]:
    each = [LegendBit(one, "chosen" if one == lens else "", one) for one in LENSES]
    all_of_them = _space(each, "  ")
    yield (LegendBit(f"{key} " if key else ""), *all_of_them)
    yield all_of_them
    short = [
        bit if bit.style else bit._replace(text=LENS_KINDS[one].short or one)
        for bit, one in zip(each, LENSES, strict=True)
    ]
    yield _space(short, "  ")
    yield (LegendBit(lens, "chosen", lens), LegendBit(f" {LENSES.index(lens) + 1}/{len(LENSES)}"))


def _list_marks(reading: StoryReader, sensitivity: int) -> Iterable[_Variant]:
    """Yield what is highlighted under the lens, then less of it, then signs alone."""
    lens = LENS_KINDS[reading.lens]
    always = [LegendBit("current", "current"), LegendBit("✎ note", "annotation")]
    seldom = [_sign("boilerplate"), _sign("ignored")]
    if lens.dims_others:
        kinds = [LegendBit("only here"), LegendBit("the rest", "dimmed")]
    elif reading.lens == "repeats":
        kinds = [_sign("repeat"), *_list_weak("repeat", sensitivity)]
    elif reading.lens == "quotations":
        kinds = [_sign("quotation"), _sign("flagged"), LegendBit("changed", "changed")]
        seldom = []
    elif reading.lens == "disagreements":
        kinds = [_sign("conflict"), _sign("precision"), _sign("later")]
        seldom = [_name(_sign("ignored"), "dismissed")]
    elif lens.shows_passages:
        kinds = [*map(_sign, KINDS[:sensitivity]), *_list_weak("paraphrase", sensitivity)]
    else:
        kinds, always = [always[1]], []
    changed = [LegendBit("changed", "changed")] if _sign("edited") in kinds else []
    yield _space([*kinds, *changed, *always, *seldom], "  ")
    yield _space([*kinds, *changed, *always], "  ")
    yield _space([*kinds, *always[1:]], "  ")
    yield _space([_tighten(kind) for kind in kinds], " ")
    yield _space([bit._replace(text=bit.text[0]) for bit in kinds if bit.style in STYLE_SIGNS], "")
    yield ()


def _list_weak(style: str, sensitivity: int) -> list[LegendBit]:
    """Return how weak matches look where they are shown: each in the colour of its kind."""
    named = f"weak-{style}"
    return [LegendBit(f"{STYLE_SIGNS[named].gutter} weak", named)] if sensitivity == WEAK else []


def _sign(style: str) -> LegendBit:
    return LegendBit(f"{STYLE_SIGNS[style].gutter} {style}", style)


def _name(sign: LegendBit, name: str) -> LegendBit:
    return sign._replace(text=f"{sign.text[0]} {name}")


def _tighten(bit: LegendBit) -> LegendBit:
    sign, _, name = bit.text.partition(" ")
    return bit._replace(text=f"{sign}{name}") if len(sign) == 1 else bit


def _describe_counted(
    reading: StoryReader, sensitivity: int, keymap: Keymap, *, locked: bool
) -> Iterable[_Variant]:
    keys = keymap.spell_keys("compare", "{more} {fewer}")
    said = COUNTED[sensitivity]
    compared = reading.compared
    settings = ["no quotations"] if compared is not None and compared.without_quotations else []
    settings += ["locked"] if locked else []
    yield (LegendBit(" · ".join([f"{keys} {said}", *settings])),)
    yield (LegendBit(" · ".join([said, *settings])),)
    # What is not so at first is said as long as there is room.
    others = [*([said] if sensitivity != PARAPHRASE else []), *settings]
    yield (LegendBit(" · ".join(others)),) if others else ()
    yield ()


def _describe_place(reading: StoryReader) -> Iterable[_Variant]:
    letter, count = reading.letters[reading.focus], len(reading.articles)
    of = f"{letter} of {count}" if count > 1 else letter
    if reading.compared is None:
        yield (LegendBit(of),)
        return
    here = reading.compared.number_paragraph(Span(reading.focus, reading.cursor, reading.cursor))
    end = len(reading.page.text)
    last = reading.compared.number_paragraph(Span(reading.focus, end, end))
    yield (LegendBit(f"{of} · ¶{here} of {last}"),)
    yield (LegendBit(f"{letter} ¶{here}/{last}"),)
    yield (LegendBit(f"{letter} ¶{here}"),)


def _space(bits: Sequence[LegendBit], between: str) -> _Variant:
    return tuple(each for bit in bits for each in (LegendBit(between), bit))[1:]
