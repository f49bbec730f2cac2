"""Room for what lies over the foot of a screen."""

from __future__ import annotations

from textual.widget import Widget


def end_above(widget: Widget, rows: int) -> None:
    """Let a widget end above the last `rows` of its screen, as far as that leaves it a row.

    With 0 it is as high as it was. Its style sheet gives it no margin.
    """
    taken = widget.styles.margin.bottom
    beyond = widget.region.bottom + taken - (widget.screen.size.height - rows)
    margin = min(beyond, widget.region.height + taken - 1) if rows else 0
    if max(0, margin) != taken:
        widget.styles.margin = (0, 0, max(0, margin), 0)
