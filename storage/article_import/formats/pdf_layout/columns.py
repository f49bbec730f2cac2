"""The order in which the parts of a page are read: columns beside each other, one after another.

A recursive XY-cut (G. Nagy and S. Seth, 1984) over segments of lines: a gutter is where hardly any
segment stands, while both sides have some at the same height; what crosses it parts what is above
from what is below.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from storage.article_import.formats.pdf_layout.rows import Segment, make_segment

_LEAST_EVIDENCE = 3.0
"""Rows on both sides of a gutter, times its width in heights of a line. Spaces stand below each
other by chance too, but are narrow, and in few rows."""
_WIDEST = 1.5
"""Width that counts: room beside a short line is no wide gutter."""
_LEAST_IN_STRIP = 1.5
"""The same between two segments that cross it."""
_LEAST_WHERE_KNOWN = 0.8
"""The same, of both, where another page has that gutter."""
_COST_OF_CROSSING = 1.5
"""Evidence that outweighs a segment that crosses a gutter between others."""
_LEAST_WIDTH = 5.0
"""Width of a column in heights of a line: narrower ones are numbers of a list, cells of a table."""
_SLACK = 0.1
"""Points by which what begins at a gutter may stand out."""
_HEADLINE = 1.2
"""Of the usual height of a line: that of a headline, in which a space is at most as wide as
`_HEADLINE_SPACE` of its own."""
_HEADLINE_SPACE = 0.8
_OVERFULL = 0.6
"""Points from a gutter within which the first word of a line on its other side begins."""
_SAME_ROW = 0.2
"""Of the height of a line: how far baselines of one row lie apart."""
_DEEPEST = 12


class _Strip(NamedTuple):
    """What lies between rows that cross a gutter, and those that end it."""

    left: list[Segment]
    right: list[Segment]
    crossing: list[Segment]
    evidence: float = 0.0
    """How much speaks for a gutter here; 0 where it parts no columns."""


class _Gutter(NamedTuple):
    edge: float
    """Where what is right of it begins."""
    strips: list[_Strip]


def split_columns(pages: Sequence[Sequence[Segment]]) -> list[list[list[Segment]]]:
    """Return the segments of each page block by block, as they are read; each is one column.

    Where a gutter was on one page, less speaks for one on another: the last has a few lines.
    """
    known: set[int] = set()
    for segments in pages:
        found = _find_gutter(segments, frozenset()) if segments else None
        if found is not None:
            known.add(round(found.edge))
    return [_split(segments, frozenset(known)) for segments in pages]


def _split(
    segments: Sequence[Segment], known: frozenset[int], depth: int = 0
) -> list[list[Segment]]:
    if not segments:
        return []
    gutter = _find_gutter(segments, known) if depth < _DEEPEST else None
    if gutter is None:
        return [list(segments)]
    blocks: list[list[Segment]] = []
    whole: list[Segment] = []
    for strip in gutter.strips:
        if strip.evidence:
            blocks += _split(whole, known, depth + 1)
            blocks += _split(strip.left, known, depth + 1) + _split(strip.right, known, depth + 1)
            whole = list(strip.crossing)
        else:
            whole += strip.left + strip.right + strip.crossing
    return blocks + _split(whole, known, depth + 1)


def _find_gutter(segments: Sequence[Segment], known: frozenset[int]) -> _Gutter | None:
    """Return the gutter for which most speaks, None where there is none."""
    size = median(one.size for one in segments)
    best: _Gutter | None = None
    best_score = 0.0
    for edge in _list_edges(segments, size):
        is_known = not known.isdisjoint((round(edge) - 1, round(edge), round(edge) + 1))
        least = _LEAST_WHERE_KNOWN if is_known else _LEAST_IN_STRIP
        strips = [_weigh(strip, size, least) for strip in _cut_at(segments, edge, size)]
        parting = [number for number, strip in enumerate(strips) if strip.evidence]
        evidence = sum(strip.evidence for strip in strips)
        if evidence < (_LEAST_WHERE_KNOWN if is_known else _LEAST_EVIDENCE):
            continue
        crossing = sum(len(strip.crossing) for strip in strips[parting[0] : parting[-1]])
        score = evidence - _COST_OF_CROSSING * crossing
        if score > best_score:
            best, best_score = _Gutter(edge, strips), score
    return best


def _weigh(strip: _Strip, size: float, least: float) -> _Strip:
    rows = min(len(_list_rows(strip.left)), len(_list_rows(strip.right)))
    if not rows or min(map(_measure_width, (strip.left, strip.right))) < _LEAST_WIDTH * size:
        return strip
    # A line in ten may be overfull.
    rights = sorted(max(one.right for one in row) for row in _list_rows(strip.left))
    gutter = min(one.left for one in strip.right) - rights[-1 - rows // 10]
    evidence = rows * min(gutter / size, _WIDEST)
    return strip._replace(evidence=evidence if evidence >= least else 0.0)


def _list_edges(segments: Sequence[Segment], size: float) -> list[float]:
    """Return where segments begin, those that begin nearly alike once."""
    edges: list[float] = []
    for left in sorted(one.left for one in segments):
        if not edges or left - edges[-1] > size / 2:
            edges.append(left)
    return edges[1:]


def _cut_at(segments: Sequence[Segment], edge: float, size: float) -> list[_Strip]:
    """Cut at the rows that have something on both sides of `edge` at once."""
    strips = [_Strip([], [], [])]
    for whole_row in _list_rows(segments):
        row = [part for one in whole_row for part in _part_at(one, edge)]
        if _runs_over(row, edge, size):
            strips[-1].crossing.extend(row)
            continue
        if strips[-1].crossing:
            strips.append(_Strip([], [], []))
        for one in row:
            (strips[-1].left if one.right <= edge else strips[-1].right).append(one)
    return strips


def _runs_over(row: Sequence[Segment], edge: float, size: float) -> bool:
    """Tell whether something in a row runs over a gutter, or a headline has a space there."""
    if any(one.left < edge - _SLACK and one.right > edge for one in row):
        return True
    return any(
        one.right <= edge < other.right
        and min(one.size, other.size) > _HEADLINE * size
        and other.left - one.right < _HEADLINE_SPACE * one.size
        for one, other in pairwise(row)
    )


def _part_at(segment: Segment, edge: float) -> list[Segment]:
    """Return a segment in two where it runs over a gutter, but a word begins just behind it."""
    if segment.right <= edge or segment.left >= edge - _SLACK:
        return [segment]
    for number, word in enumerate(segment.words):
        if number and abs(word.left - edge) <= _OVERFULL:
            return [make_segment(segment.words[:number]), make_segment(segment.words[number:])]
    return [segment]


def _list_rows(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Return what stands side by side, the highest first, each row from left to right."""
    rows: list[list[Segment]] = []
    for one in sorted(segments, key=lambda one: -one.baseline):
        if rows and rows[-1][0].baseline - one.baseline <= _SAME_ROW * one.size:
            rows[-1].append(one)
        else:
            rows.append([one])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _measure_width(segments: Sequence[Segment]) -> float:
    return max(one.right for one in segments) - min(one.left for one in segments)
