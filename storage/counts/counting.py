"""Counting what is chosen in a library, as it is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from storage.counts.co_occurrence import Within, count_together
from storage.counts.coded_uses import Copies, collect_uses
from storage.counts.count_table import CountTable
from storage.counts.tag_counts import CountBy, Measure, count_tags
from storage.export.selection import Selection
from storage.library import Library
from storage.models import Story


@dataclass(frozen=True, slots=True)
class CountRequest:
    """What is to be counted."""

    by: CountBy = "outlet"
    measure: Measure = "uses"
    copies: Copies = "once"
    within: Within | None = None
    """Where tags have to meet, for a table of tags with each other: then nothing is counted `by`
    anything, nor is `measure` asked."""


def count(library: Library, selection: Selection, request: CountRequest) -> CountTable:
    """Count the tags of what is chosen, in the order of the codebook."""
    tags = library.tags.find_on_articles(selection.index_by_id())
    coded = collect_uses(selection.articles, selection.annotations, tags, request.copies)
    order = [tag.name for tag in library.tags.list_all()]
    if request.within is not None:
        return count_together(coded, request.within, order=order)
    stories = _list_stories(library, selection) if request.by == "story" else []
    return count_tags(
        coded, request.by, request.measure, request.copies, stories=stories, order=order
    )


def _list_stories(library: Library, selection: Selection) -> list[Story]:
    if selection.story is not None:
        return [selection.story]
    return [library.stories.get(one.id) for one in library.stories.list_all()]
