"""The finding that a key is about, and the note that is proposed on it."""

from __future__ import annotations

from collections.abc import Set

from storage.findings import Finding
from storage.wording.quoted import quote_words
from textreuse import Disagreement, QuotationFinding, Span
from tui.story.items import Item
from tui.story.story_reader import StoryReader


def find_finding_here(reading: StoryReader) -> Finding | None:
    """Return the finding on the statement under the cursor; None where there is none.

    Of several that on the form at the cursor and the one that it is held against, then any at the
    cursor, then any; what is flagged and not dismissed before the rest.
    """
    item, stated = reading.statement_here(), reading.stated
    if item is None or item.statement is None or stated is None:
        return None
    here = reading.span_here(item)
    other = reading.copies.find_other(item)
    found = stated.list_findings(item.statement)
    return min(
        found,
        key=lambda one: (
            not stated.is_open(one),
            {*one.spans} != {here, other},
            here not in one.spans,
        ),
        default=None,
    )


def find_meant_finding(reading: StoryReader) -> Finding | None:
    """Return the finding that a new note is on: where one has gone to a statement that has one."""
    if reading.selection is not None or reading.unit != "passage":
        return None
    return find_finding_here(reading)


def find_item_at(reading: StoryReader, spans: Set[Span]) -> Item | None:
    """Return the statement that the lens has at all of these places."""
    return next((item for item in reading.items if item.statement and spans <= {*item.spans}), None)


def find_dismissed_here(reading: StoryReader) -> Finding | None:
    """Return the finding of a dismissed disagreement under the cursor, which is no item any more.

    The one with the shorter value there, if there are several.
    """
    stated = reading.stated
    if stated is None or reading.lens != "disagreements" or reading.statement_here() is not None:
        return None
    at = Span(reading.focus, reading.cursor, reading.cursor + 1)
    found = [
        (span.length, index, stated.findings[one])
        for index, one in enumerate(stated.statements.disagreements)
        for span in (one.left, one.right)
        if span.overlap(at) and stated.is_dismissed(one)
    ]
    return min(found)[2] if found else None


def list_note_places(reading: StoryReader, finding: Finding) -> tuple[Span, Span]:
    """Return where a note on a finding stands, the place at the cursor first."""
    one, other = finding.spans
    at = Span(reading.focus, reading.cursor, reading.cursor + 1)
    return (other, one) if other.overlap(at) else (one, other)


def propose_note(reading: StoryReader, finding: Finding) -> str:
    """Return the evidence of a finding as a note: why it is one, and what both articles say."""
    lines = [finding.why]
    for span in _list_evidence(finding.about):
        words = " ".join(reading.words_at(span).split())
        lines.append(f"{reading.letters[span.article]}: {quote_words(words)}")
    # What the reader adds begins on a line of its own.
    return "\n".join([*lines, "", ""])


def _list_evidence(about: QuotationFinding | Disagreement) -> tuple[Span, Span]:
    if isinstance(about, QuotationFinding):
        return about.one.span, about.other.span
    return about.left_context, about.right_context
