"""What a key is about in the compare view: the annotation that is meant, or else text."""

from __future__ import annotations

from collections.abc import Callable

from storage.anchoring.located_targets import LocatedTarget
from textreuse import Span
from tui.compare.host import CompareHost
from tui.story.meant import find_meant_annotation, find_meant_span
from tui.story.story_reader import StoryReader

FindMeant = Callable[[StoryReader], LocatedTarget | None]
"""Returns the annotation that a key is about, if it is about one."""


def choose(
    screen: CompareHost, find: FindMeant = find_meant_annotation
) -> tuple[LocatedTarget | None, Span | None]:
    """Return the annotation that is meant, or else the text; say so if there is neither."""
    placed = screen.listing.current if screen.listing.has_keys else find(screen.reading)
    span = None if placed else find_meant_span(screen.reading)
    if screen.reading.edging is not None:
        screen.tell(
            screen.spell_keys("Finish moving the edges first. {align}: keep · {escape}: cancel")
        )
        return None, None
    if placed is None and span is None:
        screen.tell("No text here.")
    return placed, span


def choose_annotation(screen: CompareHost) -> LocatedTarget | None:
    """Return the annotation highlighted in the list, if the keys are there, or under the cursor."""
    if screen.listing.has_keys:
        return screen.listing.current
    return screen.reading.placed_here() if screen.reading.selection is None else None


def tell_of_none(screen: CompareHost) -> None:
    """Say why there is no annotation to change."""
    if screen.reading.selection is not None:
        screen.tell(screen.spell_keys("Finish selecting first. {escape}: cancel"))
    else:
        screen.tell("No annotation under the cursor.")
