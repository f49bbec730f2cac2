"""Which item or passage something is, by its number."""

from __future__ import annotations

from tui.story.items import Item
from tui.story.lenses import LENS_KINDS, count_items, find_lens, list_items
from tui.story.story_reader import StoryReader
from tui.story.things import Carried


def name_item(reading: StoryReader, item: Item) -> str:
    """Return which item of the lens it is: `quotation 3 of 12`."""
    return f"{LENS_KINDS[reading.lens].item} {item.number} of {reading.count}"


def name_carried(reading: StoryReader, carried: Carried) -> str:
    """Return which statement or passage it is, as the lens counts if it is an item.

    Of several items that a passage is, the one under the cursor.
    """
    if isinstance(carried, Item):
        return name_item(reading, carried)
    seen = [item for item in (reading.item_here(), *reading.items) if item is not None]
    for item in seen:
        if item.group is carried:
            return name_item(reading, item)
    lens = find_lens(carried)
    found = list_items(lens, reading.known)
    number = next(item.number for item in found if item.group is carried)
    return f"{LENS_KINDS[lens].item} {number} of {count_items(lens, reading.known, found)}"
