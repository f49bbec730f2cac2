"""The legend of the compare view: lenses, what colours and marks mean, what counts, the place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from textreuse import EDITED, KINDS, PARAPHRASE, VERBATIM, WEAK, Span
from tui.keys.keymap import DEFAULT_KEYMAP, Keymap
from tui.story.display.highlights import STYLE_SIGNS
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
    "place",
    "counted",
    "marks",
    "lenses",
    "place",
    "marks",
    "counted",
    "marks",
    "lenses",
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
        tuple(_describe_counted(sensitivity, keymap, locked=locked)),
        tuple(_describe_place(reading)),
    )


def fit_legend(legend: Legend, width: int) -> list[LegendBit]:
    """Return the pieces of a line of at most `width` cells, the fullest that fits."""
    at = dict.fromkeys(Legend._fields, 0)
    for part in (*_GIVES_WAY, ""):
        found = _join(legend, at)
        if sum(cell_len(bit.text) for bit in found) <= width:
            return found
        if part and at[part] + 1 < len(getattr(legend, part)):
            at[part] += 1
    return list(_cut(found, width))


def _join(legend: Legend, at: dict[str, int]) -> list[LegendBit]:
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


def _tighten(bit: LegendBit) -> LegendBit:
    sign, _, name = bit.text.partition(" ")
    return bit._replace(text=f"{sign}{name}") if len(sign) == 1 else bit


def _describe_counted(sensitivity: int, keymap: Keymap, *, locked: bool) -> Iterable[_Variant]:
    keys = keymap.spell_keys("compare", "{more} {fewer}")
    said = COUNTED[sensitivity]
    scrolling = ["locked"] if locked else []
    yield (LegendBit(" · ".join([f"{keys} {said}", *scrolling])),)
    yield (LegendBit(" · ".join([said, *scrolling])),)
    # What is not so at first is said as long as there is room.
    others = [said] if sensitivity != PARAPHRASE else []
    yield (LegendBit(" · ".join([*others, *scrolling])),) if others or scrolling else ()
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
