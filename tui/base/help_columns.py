"""Help on the keys as lines of a terminal: grouped by task, in as many columns as there is room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.cells import cell_len
from textual.content import Content

from tui.keys.table import Key

_COLUMN = 46
"""Least cells of a column."""
_GAP = 3
"""Cells between columns."""
_WIDEST = 64
"""Most cells of one."""

Block = list[Content]
"""A task with its keys, line by line."""


def _count_columns(width: int) -> int:
    """Return how many columns there is room for in so many cells."""
    return max(1, (width + _GAP) // (_COLUMN + _GAP))


def filter_groups(groups: Mapping[str, Sequence[Key]], typed: str) -> dict[str, list[Key]]:
    """Return the keys of which key, task or what they do have every word of `typed`."""
    words = typed.casefold().split()
    found = {
        task: [
            key
            for key in keys
            if all(word in f"{key.shown} {key.does} {task}".casefold() for word in words)
        ]
        for task, keys in groups.items()
    }
    return {task: keys for task, keys in found.items() if keys}


def lay_out(groups: Mapping[str, Sequence[Key]], width: int, height: int) -> Content:
    """Return the groups side by side in `width` cells, what is wrapped indented under itself.

    In as few columns as `height` lines allow.
    """
    most = _count_columns(width)
    for count in range(1, most + 1):
        found = _lay_out(groups, min(_WIDEST, (width - _GAP * (count - 1)) // count), count)
        if len(found) <= height or count == most:
            break
    return Content("\n").join(found)


def pack(pieces: Iterable[Content], width: int) -> Content:
    """Return the pieces in lines of `width` cells, none of them cut, a blank between."""
    lines: list[Content] = []
    for piece in pieces:
        if lines and lines[-1].cell_length + 1 + piece.cell_length <= width:
            lines[-1] = Content.assemble(lines[-1], " ", piece)
        else:
            lines.append(piece)
    return Content("\n").join(lines)


def _lay_out(groups: Mapping[str, Sequence[Key]], room: int, count: int) -> list[Content]:
    """Return the lines of so many columns of `room` cells."""
    keys = max((cell_len(key.shown) for keys in groups.values() for key in keys), default=0)
    blocks = [_make_block(task, each, keys, room) for task, each in groups.items()]
    columns = _share_out(blocks, count)
    height = max(map(len, columns), default=0)
    lines = []
    for row in range(height):
        cells = [column[row] if row < len(column) else Content("") for column in columns]
        padded = [cell.pad_right(room - cell.cell_length) for cell in cells[:-1]]
        lines.append(Content(" " * _GAP).join([*padded, cells[-1]]))
    return lines


def _make_block(task: str, keys: Iterable[Key], width: int, room: int) -> Block:
    lines = [Content.styled(task.capitalize(), "bold underline")]
    for key in keys:
        first, *others = _wrap(key.does, max(8, room - width - 2))
        head = f"{' ' * (width - cell_len(key.shown))}{key.shown}"
        lines.append(Content.assemble((head, "bold"), "  ", first))
        lines += [Content(f"{' ' * (width + 2)}{other}") for other in others]
    return lines


def _wrap(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if cell_len(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _share_out(blocks: Sequence[Block], count: int) -> list[Block]:
    """Put the blocks into columns, in their order, as even as can be, a blank line between."""
    lowest = max(map(len, blocks), default=0)
    for height in range(lowest, sum(len(block) + 1 for block in blocks) + 1):
        columns = _fill(blocks, height)
        if len(columns) <= count:
            return columns
    return _fill(blocks, 1_000_000)


def _fill(blocks: Sequence[Block], height: int) -> list[Block]:
    columns: list[Block] = []
    for block in blocks:
        if columns and len(columns[-1]) + 1 + len(block) <= height:
            columns[-1] += [Content(""), *block]
        else:
            columns.append(list(block))
    return columns
