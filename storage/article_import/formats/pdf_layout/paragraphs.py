"""Lines of columns put together to paragraphs, over the ends of columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from storage.article_import.formats.pdf_layout.rows import Segment, make_rows
from storage.article_import.formats.pdf_layout.words import Word

_ENDS = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_BULLET = re.compile(r"[•▪◦‣–-]\s|\(?\d{1,3}[.)]\s")
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡§])\s?\S")
_UNSPACED = re.compile(
    "[\u2e80-\u2fdf\u3000-\u312f\u3190-\ua4cf\uf900-\ufaff\uff00-\uff9f\u0e00-\u0eff]"
)
"""Signs of writings without spaces between words: Chinese, Japanese, Thai, Lao."""
_HYPHENS = "-\u00ad\u2010"
_WIDER = 1.25
"""Of the usual distance between lines: what parts paragraphs."""
_LEAST_DISTANCE = 0.9
_INDENT = 0.5
"""Of the height of a line: what a first line stands in by, at least, and `_MOST_INDENT` at most."""
_MOST_INDENT = 6.0
_OFTEN = 0.3
"""Of the lines that begin where most do: as many begin at the edge of their column."""
_ROOM = 0.5
"""Of the height of a line: room beyond the next word that a line would not have left."""
_MUCH_ROOM = 0.3
"""Of a column's width: room that is left at the end of a paragraph, whatever its last sign."""
_OTHER_SIZE = 0.12
_SMALL = 0.93
"""Of the usual size: less is that of footnotes."""
_SPACE = 0.25
"""Of the height of a line: a space."""


class Line(NamedTuple):
    """A line of one column."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    first_word: float
    """Width of its first word, or of a sign where words have no spaces between them."""


class Column(NamedTuple):
    """The lines of one column of one page, from above, and its edges."""

    lines: list[Line]
    left: float
    """Where its lines begin that do not stand in."""
    right: float


def make_column(block: Sequence[Segment]) -> Column:
    """Return the lines that the segments of one column make."""
    rows = make_rows(word for segment in block for word in segment.words)
    lines = []
    for row in rows:
        words = [word for segment in row for word in segment.words]
        first, size = words[0], max(segment.size for segment in row)
        lines.append(
            Line(
                " ".join(word.text for word in words),
                first.left,
                max(word.right for word in words),
                row[0].baseline,
                size,
                size if _UNSPACED.match(first.text) else first.right - first.left,
            )
        )
    lefts = Counter(round(line.left) for line in lines)
    least = max(lefts.most_common(1)[0][1] * _OFTEN, 1)
    left = min(left for left, count in lefts.items() if count >= least)
    return Column(lines, float(left), max(line.right for line in lines))


def make_aside(words: Iterable[Word]) -> list[Column]:
    """Return words that run up or down the page as a column of one line; none of none."""
    text = " ".join(word.text for word in words)
    return [Column([Line(text, 0.0, 0.0, 0.0, 0.0, 0.0)], 0.0, 0.0)] if text else []


def join_columns(columns: Sequence[Column]) -> list[str]:
    """Return the paragraphs of columns in the order in which they are read.

    A word parted at the end of a line becomes one again. Footnotes stand behind the paragraph that
    goes on beneath them.
    """
    lines = [line for column in columns for line in column.lines]
    if not lines:
        return []
    size = Counter(round(line.size, 1) for line in lines).most_common(1)[0][0]
    usual = _Usual(size, _measure_distance(columns), _have_indents(columns))
    found: list[str] = []
    notes: list[str] = []
    text = ""
    last: tuple[Line, Column] | None = None
    for column in columns:
        its_text, its_notes = _part_notes(column, usual.size)
        for line in its_text:
            if last is not None and _parts(*last, line, column, usual):
                found += [text, *notes]
                text, notes = "", []
            text = continue_line(text, line.text)
            last = line, column
        notes += _join_notes(its_notes)
    return [*filter(None, (*found, text)), *notes]


class _Usual(NamedTuple):
    size: float
    distance: float
    """Between lines, in heights of a line."""
    has_indents: bool
    """Whether paragraphs begin with an indent."""


def _measure_distance(columns: Sequence[Column]) -> float:
    distances = [
        (one.baseline - other.baseline) / one.size
        for column in columns
        for one, other in pairwise(column.lines)
        if one.baseline > other.baseline
    ]
    # The lower half: where every paragraph has a line or two, most distances part them.
    return sorted(distances)[len(distances) // 3] if distances else 1.2


def _parts(line: Line, column: Column, following: Line, next_column: Column, usual: _Usual) -> bool:
    """Tell whether a paragraph ends between two lines."""
    if _has_other_size(line, following):
        return True
    if column is not next_column:
        return _parts_columns(line, column, following, next_column, usual)
    distance = (line.baseline - following.baseline) / max(line.size, following.size)
    if distance > _WIDER * max(usual.distance, _LEAST_DISTANCE):
        return True
    ends = _ENDS.search(line.text) is not None
    room = _measure_room(line, following, column)
    # Lines that hang on one with a bullet stand in too.
    if _is_indented(following, column) and (ends or (room > 0 and not _is_indented(line, column))):
        return True
    is_outside = following.left < column.left - _INDENT * line.size
    if is_outside or (ends and _BULLET.match(following.text)):
        return True
    if line.size > (1 + _OTHER_SIZE) * usual.size:
        return False  # lines of a headline are as long as its words fit
    return room > 0 and (ends or room > _MUCH_ROOM * (column.right - column.left))


def _parts_columns(
    line: Line, column: Column, following: Line, next_column: Column, usual: _Usual
) -> bool:
    """Tell whether a paragraph ends with a column or page."""
    if _measure_room(line, following, column) > 0 or _is_indented(following, next_column):
        return True
    return _ENDS.search(line.text) is not None and not usual.has_indents


def _has_other_size(line: Line, following: Line) -> bool:
    return abs(line.size - following.size) > _OTHER_SIZE * max(line.size, following.size)


def _is_indented(line: Line, column: Column) -> bool:
    return _INDENT * line.size < line.left - column.left < _MOST_INDENT * line.size


def _measure_room(line: Line, following: Line, column: Column) -> float:
    """Return how much more room there is in a line than the next word takes, in points."""
    needed = (_SPACE + _ROOM) * line.size + following.first_word
    return column.right - line.right - needed


def _have_indents(columns: Sequence[Column]) -> bool:
    """Tell whether paragraphs begin with an indent, and nothing else parts them."""
    indented = sum(_is_indented(line, column) for column in columns for line in column.lines)
    return indented >= max(2, 0.05 * sum(len(column.lines) for column in columns))


def _part_notes(column: Column, size: float) -> tuple[list[Line], list[Line]]:
    """Return the lines of the text, and the footnotes at the end of a column."""
    at = len(column.lines)
    while at and column.lines[at - 1].size < _SMALL * size:
        at -= 1
    while at < len(column.lines) and not _NOTE.match(column.lines[at].text):
        at += 1
    return column.lines[:at], column.lines[at:]


def _join_notes(lines: Sequence[Line]) -> Iterator[str]:
    text = ""
    for line in lines:
        if text and _NOTE.match(line.text) and _ENDS.search(text):
            yield text
            text = ""
        text = continue_line(text, line.text)
    if text:
        yield text


def continue_line(begun: str, line: str) -> str:
    """Return what was begun with a line more; a word parted by a hyphen becomes one again."""
    if not begun:
        return line
    if begun[-1] in _HYPHENS and begun[-2:-1].isalpha() and line[0].islower():
        return begun[:-1] + line
    if _UNSPACED.match(begun[-1]) and _UNSPACED.match(line):
        return begun + line
    return f"{begun} {line}"
