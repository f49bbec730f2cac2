"""Bars of block signs, to the eighth of a cell."""

from __future__ import annotations

_EIGHTHS = " ▏▎▍▌▋▊▉"


def draw_bar(count: int, greatest: int, width: int) -> str:
    """Return a bar of at most `width` cells, as long as `count` is of `greatest`.

    Nothing is drawn of 0; of all else an eighth of a cell at least.
    """
    if count <= 0 or greatest <= 0 or width <= 0:
        return ""
    eighths = max(1, round(8 * width * min(count, greatest) / greatest))
    whole, part = divmod(eighths, 8)
    return "█" * whole + (_EIGHTHS[part] if part else "")
