"""How statements are highlighted: quotations and values, and what was changed in them."""

from __future__ import annotations

from collections.abc import Iterator

from storage.findings import About
from textreuse import QuotationFinding, Span, Utterance
from tui.story.display.styles import Highlight
from tui.story.finding_here import find_finding_here
from tui.story.items import Item
from tui.story.stated import Stated
from tui.story.story_reader import StoryReader


def highlight_statements(reading: StoryReader, article: int) -> Iterator[Highlight]:
    """Yield the statements that the lens shows in `article`, and dismissed ones as ignored."""
    stated = reading.stated
    if stated is None:
        return
    for item in reading.items:
        yield from _highlight(stated, item, article)
    if reading.lens == "disagreements":
        for one in filter(stated.is_dismissed, stated.statements.disagreements):
            for span in (one.left, one.right):
                if span.article == article:
                    yield Highlight(span.start, span.end, "ignored")


def _highlight(stated: Stated, item: Item, article: int) -> Iterator[Highlight]:
    style = choose_style(stated, item)
    for span in item.spans:
        if span.article == article:
            yield Highlight(span.start, span.end, style, str(item.number))
    for word in _list_flagged_changes(stated, item):
        if word.article == article:
            yield Highlight(word.start, word.end, "changed")


def choose_style(stated: Stated, item: Item) -> str:
    """Return the style of a statement: whether it deserves a look, or how two values differ."""
    if item.statement is None or isinstance(item.statement, Utterance):
        flagged = item.statement is not None and stated.is_flagged(item.statement)
        return "flagged" if flagged else "quotation"
    return item.statement.severity


def highlight_changes_here(reading: StoryReader, article: int) -> Iterator[Highlight]:
    """Yield the words in `article` that the finding under the cursor is about."""
    finding = find_finding_here(reading)
    if finding is not None:
        for word in list_changes(finding.about):
            if word.article == article:
                yield Highlight(word.start, word.end, "current-changed")


def _list_flagged_changes(stated: Stated, item: Item) -> Iterator[Span]:
    if item.statement is not None:
        for finding in stated.list_findings(item.statement):
            if stated.is_open(finding):
                yield from list_changes(finding.about)


def list_changes(about: About) -> Iterator[Span]:
    """Yield the words that one form of an utterance has and the other has not, or otherwise."""
    if isinstance(about, QuotationFinding):
        for change in about.changes:
            yield from (word for word in change if word.length)
