"""The status line of the compare view: where the reader is, in words."""

from __future__ import annotations

from storage.anchoring.located_targets import LocatedTarget
from storage.wording.passage_kinds import describe_likeness
from storage.wording.plural import pluralize
from storage.wording.terminal_text import reveal_line, shorten
from textreuse import Disagreement, Group, Span, Utterance, pair_copies
from tui.keys.keymap import DEFAULT_KEYMAP, Keymap
from tui.story.display.item_name import name_carried, name_item
from tui.story.display.statement_words import (
    describe_findings,
    describe_saying,
    describe_values,
    name_articles,
)
from tui.story.finding_here import find_dismissed_here
from tui.story.items import Item
from tui.story.lenses import LENS_KINDS
from tui.story.meant import name_meant
from tui.story.story_reader import StoryReader

_NOTE = 60
"""Characters of a note that leave room for the rest of the line."""


def describe_status(reading: StoryReader, keymap: Keymap = DEFAULT_KEYMAP) -> str:
    """Return the current item, where else it stands, what is tagged, the match of a search.

    Keys are those of `keymap`. What the legend and the headings say is not said again.
    """
    parts = [_describe_item(reading, keymap)]
    if reading.selection is not None:
        count = reading.count_words(Span(reading.focus, *reading.selection.extent))
        doing = "selecting" if reading.edging is None else "moving edges"
        parts.insert(0, f"{doing}, {pluralize(count, 'word')}")
    elif reading.edging is not None:
        parts.insert(0, "placing an annotation, nothing selected")
    if reading.comparison is not None and reading.selection is None:
        parts.append(f"tags {name_meant(reading)}")
    match = reading.match_here()
    if match is not None:
        parts.append(f"match {match} of {len(reading.found)}")
    return " │ ".join(part for part in parts if part)


def describe_thing(reading: StoryReader, number: int) -> str:
    """Say what the first of the things under the cursor is: `1 of 3: note 4, #frame`.

    `number`: which one it is, as `cycle` returns it.
    """
    things = reading.things_here()
    if not things:
        return "No passage or annotation under the cursor."
    thing = things[0]
    if not isinstance(thing, LocatedTarget):
        said = name_carried(reading, thing)
        if isinstance(thing, Item):
            said = " · ".join([said, *describe_findings(reading, thing)])
    else:
        tags = [f"#{tag}" for tag in thing.annotation.tags]
        parts = [_number_note(reading, thing), *tags, thing.annotation.note]
        said = shorten(reveal_line(", ".join(filter(None, parts))), _NOTE)
    return f"{number} of {len(things)}: {said}"


def explain_nothing(reading: StoryReader, keymap: Keymap = DEFAULT_KEYMAP) -> str:
    """Return the sentence that says why there is no item to go to."""
    if reading.progress is not None:
        return "Still comparing. Passages appear when it is done."
    if reading.comparison is None and LENS_KINDS[reading.lens].needs_comparison:
        return keymap.spell_keys(
            "compare", "These articles are not compared. {more} or {fewer}: compare"
        )
    if LENS_KINDS[reading.lens].needs_statements and reading.stated is None:
        sentence = _describe_waiting(reading)
        return f"{sentence[:1].upper()}{sentence[1:]}."
    said = LENS_KINDS[reading.lens].nothing
    sentence = f"{said[:1].upper()}{said[1:]}. {{next_lens}}: next lens"
    return keymap.spell_keys("compare", sentence)


def _describe_item(reading: StoryReader, keymap: Keymap) -> str:
    if reading.progress is not None:
        done = f"comparing, {int(100 * reading.progress)}% done, {{escape}}: stop"
        return keymap.spell_keys("compare", done)
    if reading.comparison is None:
        return "not compared"
    item, placed = reading.item_here(), reading.placed_here()
    parts = []
    if item is not None and item.placed is None:
        parts.append(_number_item(reading, item))
    if placed is not None:
        note = _describe_note(reading, placed, _NOTE // 2 if parts else _NOTE)
        # What was gone to comes first.
        parts.insert(0 if placed == reading.chosen else len(parts), note)
    if parts:
        return " · ".join(parts)
    return _describe_no_item(reading, keymap)


def _describe_no_item(reading: StoryReader, keymap: Keymap) -> str:
    """Return what there is to say where the cursor is on no item."""
    if reading.boilerplate_here() is not None:
        return keymap.spell_keys("compare", "boilerplate, {ignore}: unmark")
    if reading.ignored_here() is not None:
        return keymap.spell_keys("compare", "ignored passage, {ignore}: restore")
    if find_dismissed_here(reading) is not None:
        return keymap.spell_keys("compare", "dismissed disagreement, {ignore}: restore")
    if LENS_KINDS[reading.lens].needs_statements and reading.stated is None:
        return _describe_waiting(reading)
    count = len(reading.items)
    if not count:
        return LENS_KINDS[reading.lens].nothing
    goes = keymap.spell_keys("compare", "{next_item}: next")
    return f"{pluralize(count, *LENS_KINDS[reading.lens].counted)}, {goes}"


def _number_item(reading: StoryReader, item: Item) -> str:
    number = name_item(reading, item)
    place = reading.place_here()
    if len(reading.articles) > 1 and place is not None and place.item is item:
        here = reading.places[reading.focus]
        number += f" ({here.index(place) + 1} of {len(here)} here)"
    return " · ".join([number, *_describe_whole(reading, item)])


def _describe_whole(reading: StoryReader, item: Item) -> list[str]:
    """Return what there is to say of an item besides its number."""
    if isinstance(item.statement, Disagreement):
        return [
            *describe_findings(reading, item),
            describe_values(reading, item.statement),
        ]
    if isinstance(item.statement, Utterance):
        return _describe_utterance(reading, item, item.statement)
    missing = []
    if item.left_out_by:
        missing.append(f"not in {name_articles(reading.letters, item.left_out_by)}")
    return missing + (_describe_places(reading, item.group) if item.group else [])


def _describe_utterance(reading: StoryReader, item: Item, utterance: Utterance) -> list[str]:
    here = reading.span_here(item)
    others = [article for article in utterance.articles if article != here.article]
    where = f"also in {name_articles(reading.letters, others)}" if others else "only here"
    saying = [describe_saying(one) for one in utterance.quotations if one.span == here]
    return [*describe_findings(reading, item), where, *saying]


def _describe_waiting(reading: StoryReader) -> str:
    what = LENS_KINDS[reading.lens].counted[1]
    return f"{what} could not be looked for" if reading.cannot_state else f"looking for {what}"


def _describe_places(reading: StoryReader, group: Group) -> list[str]:
    """Return where else the passage stands, and how like its copies are."""
    here = reading.span_here(group)
    others = [article for article in group.articles if article != here.article]
    parts = []
    if others:
        parts.append(f"also in {', '.join(reading.letters[article] for article in others)}")
    again = sum(span.article == here.article for span in group.spans) - 1
    if again:
        parts.append("again here" if again == 1 else f"{again} more times here")
    if reading.comparison is not None:
        other = reading.copies.find_other(group)
        joined = pair_copies(reading.comparison, group, here, other)
        parts.append(describe_likeness(joined.kind, joined.similarity, weak=group.is_weak))
    return parts


def _number_note(reading: StoryReader, placed: LocatedTarget) -> str:
    annotation = placed.annotation
    kind = "note" if annotation.note or reading.lens == "notes" else "mark"
    if kind == "mark" and annotation.tags:
        kind = "tag"
    return f"{kind} {reading.note_numbers[annotation.id]}"


def _describe_note(reading: StoryReader, placed: LocatedTarget, most: int) -> str:
    """Return which annotation it is, and what it says in `most` characters."""
    annotation = placed.annotation
    parts = [f"{_number_note(reading, placed)} of {len(reading.note_numbers)}"]
    if len(annotation.targets) > 1:
        parts.append(f"in {len(annotation.targets)} places")
    if placed.state != "exact":
        parts.append(placed.state)
    if annotation.coder and len({one.annotation.coder for one in reading.placed}) > 1:
        parts.append(f"by {reveal_line(annotation.coder)}")
    tags = " ".join(f"#{tag}" for tag in annotation.tags)
    said = " · ".join(reveal_line(part) for part in (tags, annotation.note) if part)
    if said:
        parts.append(shorten(said, most))
    return " · ".join(parts)
