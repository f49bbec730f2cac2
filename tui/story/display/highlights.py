"""What is highlighted in an article: under the lens *shared*, what the percentages count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from storage.wording.passage_kinds import find_style
from textreuse import Passage, Span
from tui.config.tag_colours import TAG_STYLES
from tui.story.display.note_edges import find_overlaps
from tui.story.display.statement_highlights import highlight_changes_here, highlight_statements
from tui.story.display.styles import LAYERS, Highlight
from tui.story.items import Item
from tui.story.lenses import LENS_KINDS
from tui.story.page import Extent
from tui.story.story_reader import StoryReader


def list_highlights(reading: StoryReader, article: int) -> list[Highlight]:
    """Return what to highlight in `article` wherever the reader is, bottom layer first."""
    found: list[Highlight] = []
    if reading.comparison is not None:
        found += _highlight_spans("boilerplate", reading.comparison.boilerplate(article), article)
    if LENS_KINDS[reading.lens].dims_others:
        found += _dim_others(reading, article)
    elif LENS_KINDS[reading.lens].needs_statements:
        found += highlight_statements(reading, article)
    else:
        # Several passages may meet in one place.
        found += dict.fromkeys(_highlight_passages(reading.items, article))
        found += _highlight_spans(
            "ignored", (span for group in reading.ignored for span in group.spans), article
        )
    found += _highlight_annotations(reading, article)
    found += _highlight_spans("found", reading.found, article)
    # Within one layer the shorter lies on top of the longer.
    found.sort(key=lambda one: (LAYERS[one.style], one.start - one.end, one.start))
    return found


def list_current_highlights(reading: StoryReader, article: int) -> list[Highlight]:
    """Return where the current item stands in `article`, to be highlighted brightly."""
    found: dict[Span, str] = {}
    if reading.aligned is not None:
        found |= dict.fromkeys(reading.aligned.spans, "")
    item = reading.current
    if item is not None and item.placed is None:
        found |= dict.fromkeys(item.spans, str(item.number))
    bright = [
        Highlight(span.start, span.end, "current", number)
        for span, number in sorted(found.items())
        if span.article == article
    ]
    return [*bright, *highlight_changes_here(reading, article)] if bright else []


def _highlight_passages(items: Iterable[Item], article: int) -> Iterator[Highlight]:
    """Yield both sides of each passage that is an item; where a text repeats itself, as such."""
    for item in items:
        if item.group is None:
            continue
        within = {span.article for span in item.spans}
        for passage in item.group.passages:
            ends = {passage.left.article, passage.right.article}
            # A passage of two articles is shared; one of a single article repeats.
            if ends <= within and (len(ends) == 1) == (len(within) == 1):
                for span in passage.side(article):
                    yield Highlight(span.start, span.end, _name_style(passage), str(item.number))


def _name_style(passage: Passage) -> str:
    style = find_style(passage)
    return f"weak-{style}" if passage.weak else style


def _dim_others(reading: StoryReader, article: int) -> Iterator[Highlight]:
    """Yield all that lies between the items."""
    at = 0
    for item in reading.items:
        if item.span.article == article:
            if at < item.span.start:
                yield Highlight(at, item.span.start, "dimmed")
            at = item.span.end
    if reading.comparison is not None and at < len(reading.pages[article].text):
        yield Highlight(at, len(reading.pages[article].text), "dimmed")


def _highlight_annotations(reading: StoryReader, article: int) -> Iterator[Highlight]:
    """Yield where annotations stand, each in the colour of its first tag that has one.

    And where they lie over each other.
    """
    extents: list[Extent] = []
    for placed in reading.placed:
        if placed.span.article == article and placed.stands:
            tags = placed.annotation.tags
            colour = next((reading.colours[tag] for tag in tags if tag in reading.colours), None)
            style = TAG_STYLES[colour] if colour is not None else "annotation"
            yield Highlight(placed.span.start, placed.span.end, style)
            extents.append((placed.span.start, placed.span.end))
    for start, end in find_overlaps(extents):
        yield Highlight(start, end, "overlap")


def _highlight_spans(style: str, spans: Iterable[Span], article: int) -> list[Highlight]:
    return [Highlight(span.start, span.end, style) for span in spans if span.article == article]
