"""A picture of a terminal as plain values, read from what the app exports."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from rich.cells import cell_len

CELL, LINE = 12.2, 24.4
"""Units that a cell is wide and a row high."""

_STYLE = re.compile(r"^\s*\.terminal-\d+-(r\d+) \{ (.*?);? \}$", re.MULTILINE)
_FILL = re.compile(
    r'<rect fill="(?P<fill>[^"]*)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" width="(?P<width>[\d.]+)"'
)
_TEXT = re.compile(
    r'<text class="terminal-\d+-(?P<style>r\d+)" x="(?P<x>[\d.]+)" y="[\d.]+"'
    r' textLength="[\d.]+" clip-path="url\(#terminal-\d+-line-(?P<row>\d+)\)">(?P<text>[^<]*)<'
)
_WORD = re.compile(r"[^ \xa0]+[ \xa0]*")
"""A word and the blanks after it, which are underlined with it."""


class Fill(NamedTuple):
    """Cells of one colour."""

    colour: str
    column: int
    cells: int


class Word(NamedTuple):
    """A word on its cell."""

    style: str
    """As CSS has it."""
    column: int
    text: str

    @property
    def cells(self) -> int:
        """How wide it is."""
        return cell_len(self.text)


class Row(NamedTuple):
    """What stands in one row of the terminal."""

    fills: tuple[Fill, ...]
    words: tuple[Word, ...]


def read_rows(svg: str) -> list[Row]:
    """Return the rows of a picture that Rich exported.

    It gives a row of one colour as one text. A font that is narrower than the one it names would
    end the row too early, a wider one run into the next: each word gets a place of its own.
    """
    styles = {name: style.replace(": ", ":") for name, style in _STYLE.findall(svg)}
    fills: dict[int, list[Fill]] = {}
    for fill in _FILL.finditer(svg):
        row = round((float(fill["y"]) - 1.5) / LINE)
        begin, wide = _count_cells(fill["x"]), _count_cells(fill["width"])
        fills.setdefault(row, []).append(Fill(fill["fill"], begin, wide))
    words: dict[int, list[Word]] = {}
    for match in _TEXT.finditer(svg):
        words.setdefault(int(match["row"]), []).extend(
            _split(unescape(match["text"]), _count_cells(match["x"]), styles[match["style"]])
        )
    return [
        Row(tuple(_merge(fills.get(row, []))), tuple(words.get(row, [])))
        for row in range(max({*fills, *words}) + 1)
    ]


def _count_cells(units: str) -> int:
    return round(float(units) / CELL)


def _split(text: str, column: int, style: str) -> list[Word]:
    underlined = "underline" in style
    return [
        Word(
            style,
            column + cell_len(text[: word.start()]),
            (word.group() if underlined else word.group().strip(" \xa0")).replace("\xa0", " "),
        )
        for word in _WORD.finditer(text)
    ]


def _merge(fills: list[Fill]) -> list[Fill]:
    """Make one of neighbours that have one colour."""
    merged: list[Fill] = []
    for fill in fills:
        last = merged[-1] if merged else None
        if last and (last.colour, last.column + last.cells) == (fill.colour, fill.column):
            merged[-1] = last._replace(cells=last.cells + fill.cells)
        else:
            merged.append(fill)
    return merged
