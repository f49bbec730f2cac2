"""Pictures drawn small: what several rows or frames have in common is written once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from screenshots.picture import CELL, LINE, Row, Word

_EDGE = 8
"""Units around the terminal."""
_FONT = "20px 'Fira Code','DejaVu Sans Mono',Menlo,Consolas,monospace"

_NO_SEAMS = "path{shape-rendering:crispEdges}"
"""Rows that meet within a point of the screen would let the edge shine through."""


class Frame(NamedTuple):
    """A moment of a picture that moves."""

    rows: Sequence[Row]
    caption: str
    seconds: float


class _Classes:
    """Short names for styles, in the order in which they are first used."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def name(self, style: str) -> str:
        """Return the name of a style."""
        return self._names.setdefault(style, f"s{len(self._names)}")

    def write(self) -> str:
        """Return all that were named, as CSS."""
        return "".join(f".{name}{{{style}}}" for style, name in self._names.items())


def draw_picture(rows: Sequence[Row]) -> str:
    """Return one picture."""
    classes = _Classes()
    drawn = "".join(_place(_draw_row(row, classes), at) for at, row in enumerate(rows))
    return _write_svg(_measure(rows), classes.write(), drawn)


def draw_tour(frames: Sequence[Frame], still: int) -> str:
    """Return a picture that moves through the frames, again and again.

    Who asks for less motion sees the frame with the number `still` alone. Each frame has a line
    below it that says what was pressed.
    """
    classes = _Classes()
    caption = len(frames[0].rows)
    names: dict[str, str] = {}
    for frame in frames:
        for row in frame.rows:
            names.setdefault(_draw_row(row, classes), f"r{len(names)}")
    rows = "".join(f'<g id="{name}">{drawn}</g>' for drawn, name in names.items())
    shown = ""
    for number, frame in enumerate(frames):
        uses = "".join(
            f'<use href="#{names[_draw_row(row, classes)]}" y="{_write(LINE * at)}"/>'
            for at, row in enumerate(frame.rows)
        )
        told = f'x="{CELL:g}" y="{_write(LINE * (caption + 1))}">{escape(frame.caption)}'
        shown += f'<g class="frame f{number}">{uses}<text class="caption" {told}</text></g>'
    wide, high = _measure(frames[0].rows)
    style = classes.write() + _write_motion(frames, still)
    return _write_svg((wide, high + 2 * LINE), style, f"<defs>{rows}</defs>{shown}")


def _write_motion(frames: Sequence[Frame], still: int) -> str:
    """Return what shows one frame after the other."""
    whole = sum(frame.seconds for frame in frames)
    rules = [
        ".caption{fill:#e0e0e0;font-weight:bold}",
        f".frame{{visibility:hidden}}.f{still}{{visibility:visible}}",
    ]
    moving, begin = [f".frame{{animation:{_write(whole)}s step-end infinite}}"], 0.0
    for number, frame in enumerate(frames):
        first, last = (100 * at / whole for at in (begin, begin + frame.seconds))
        hidden = "0%{visibility:hidden}" if number else ""
        moving.append(
            f"@keyframes k{number}{{{hidden}{first:.3f}%{{visibility:visible}}"
            f"{last:.3f}%{{visibility:hidden}}}}.f{number}{{animation-name:k{number}}}"
        )
        begin += frame.seconds
    return "".join(rules) + f"@media (prefers-reduced-motion:no-preference){{{''.join(moving)}}}"


def _measure(rows: Sequence[Row]) -> tuple[float, float]:
    cells = max(fill.column + fill.cells for row in rows for fill in row.fills)
    return cells * CELL, len(rows) * LINE


def _write_svg(size: tuple[float, float], style: str, drawn: str) -> str:
    wide, high = (one + 2 * _EDGE for one in size)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_write(wide)} {_write(high)}">'
        f"<style>text{{font:{_FONT};white-space:pre}}{_NO_SEAMS}{style}</style>"
        f'<rect width="100%" height="100%" rx="{_EDGE}" fill="#2b2b2b"/>'
        f'<g transform="translate({_EDGE} {_EDGE})">\n{drawn}</g></svg>\n'
    )


def _place(drawn: str, row: int) -> str:
    return f'<g transform="translate(0 {_write(LINE * row)})">{drawn}</g>\n'


def _draw_row(row: Row, classes: _Classes) -> str:
    colours: dict[str, list[str]] = {}
    for fill in row.fills:
        begin, wide = _write(CELL * fill.column), _write(CELL * fill.cells)
        # A little higher than its row, or a line would show between rows of one colour.
        colours.setdefault(fill.colour, []).append(f"M{begin} 0h{wide}v24.7h-{wide}z")
    drawn = [f'<path fill="{colour}" d="{"".join(d)}"/>' for colour, d in colours.items()]
    styles: dict[str, list[Word]] = {}
    for word in row.words:
        styles.setdefault(word.style, []).append(word)
    drawn += [
        f'<text class="{classes.name(style)}" y="18.5">{_draw_words(words)}</text>'
        for style, words in styles.items()
    ]
    return "".join(drawn)


def _draw_words(words: Iterable[Word]) -> str:
    """Return words on their cells, whatever the font."""
    return "".join(
        f'<tspan x="{_write(CELL * word.column)}"'
        + (f' textLength="{_write(CELL * word.cells)}"' if word.cells > 1 else "")
        + f">{escape(word.text, quote=False)}</tspan>"
        for word in words
    )


def _write(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
