"""What a key is about in the compare view: the annotation that is meant, or else text."""

from __future__ import annotations

from textreuse import Span
from tui.placed import Placed
from tui.screens.reading_screen import CompareHost


def choose(host: CompareHost) -> tuple[Placed | None, Span | None]:
    """Return the annotation that is meant, or else the text; say so if there is neither."""
    placed = choose_annotation(host)
    span = None if placed else host.reading.to_annotate()
    if host.reading.edging is not None:
        host.tell(host.spelled("First the edges: {align} keeps them, {escape} leaves them."))
        return None, None
    if placed is None and span is None:
        host.tell("There is no text here.")
    return placed, span


def choose_annotation(host: CompareHost) -> Placed | None:
    """Return the annotation highlighted in the list, if the keys are there, or under the cursor."""
    if host.listing.has_keys:
        return host.listing.current
    return host.reading.placed_here() if host.reading.selection is None else None


def tell_of_none(host: CompareHost) -> None:
    """Say why there is no annotation to change."""
    if host.reading.selection is not None:
        host.tell(host.spelled("Text is being selected; {escape} leaves that first."))
    else:
        host.tell("There is no annotation under the cursor.")
