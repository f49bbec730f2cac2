"""What a key that annotates is about, where nothing is selected: it follows how one came there."""

from __future__ import annotations

from storage.anchoring.located_targets import LocatedTarget
from storage.coder import Coder
from textreuse import Span, Utterance
from tui.story.items import Item
from tui.story.story_reader import StoryReader


def find_meant_span(reading: StoryReader) -> Span | None:
    """Return what a new annotation takes: the selection, else the unit that one came to.

    That is a passage or a form of a statement after going to one, a paragraph after going by
    paragraphs, else a sentence. None where there is no text.
    """
    if reading.selection is not None:
        return Span(reading.focus, *reading.selection.extent)
    carried = reading.carried_here()
    if reading.unit == "passage" and carried is not None:
        return reading.span_here(carried)
    unit = reading.unit if reading.unit == "paragraph" else "sentence"
    start, end = reading.page.widen(unit, reading.page.grapheme_at(reading.cursor))
    return Span(reading.focus, start, end) if start < end else None


def find_meant_annotation(reading: StoryReader) -> LocatedTarget | None:
    """Return the annotation under the cursor that is meant; None where a new one is.

    That is the one that was gone to; else one that stands on just the unit meant, and is no other
    coder's: who is named codes beside others, not over them. While text is selected it is none.
    """
    if reading.selection is not None:
        return None
    found = [thing for thing in reading.things_here() if isinstance(thing, LocatedTarget)]
    if reading.chosen in found:
        return reading.chosen
    meant = find_meant_span(reading)
    coder = Coder(reading.coder)
    mine = (placed for placed in found if coder.may_change(placed.annotation.coder))
    return next((placed for placed in mine if placed.span == meant), None)


def name_meant(reading: StoryReader) -> str:
    """Say what a tag would be put on."""
    if reading.selection is not None:
        return "the selection"
    if find_meant_annotation(reading) is not None:
        return "the annotation"
    if reading.unit == "passage":
        carried = reading.carried_here()
        if isinstance(carried, Item):
            return "the quotation" if isinstance(carried.statement, Utterance) else "the value"
        return "the sentence" if carried is None else "the passage"
    return f"the {reading.unit}"
