"""What is found of a statement, in a few words."""

from __future__ import annotations

from collections.abc import Sequence

from storage.findings import Finding
from storage.wording.finding_names import name_form, name_speaker
from storage.wording.quoted import quote_words
from storage.wording.terminal_text import reveal_line, shorten
from textreuse import Disagreement, Quotation, QuotationFinding, Span, Speaker
from tui.story.items import Item
from tui.story.stated import Stated
from tui.story.story_reader import StoryReader

FLAG = "!"
"""What stands before a finding that deserves a look; where there is no colour, too."""
_VALUE = 24
"""Characters of a value that is told in a line."""


def describe_saying(quotation: Quotation) -> str:
    """Return how an article gives an utterance, and who it tells to have said it.

    What is told as fact need not have been said by anybody.
    """
    said = name_form(quotation.form)
    if quotation.form == "narration" and quotation.speaker.kind == "unresolved":
        return said
    return f"{said} · {describe_speaker(quotation.speaker)}"


def describe_speaker(speaker: Speaker) -> str:
    """Return who is told to have said it, fit for a terminal."""
    return reveal_line(name_speaker(speaker))


def describe_finding(finding: Finding, letters: Sequence[str], here: Span) -> str:
    """Return what is found: `altered in B`, as it is seen from the form at `here`."""
    about = finding.about
    if isinstance(about, Disagreement):
        return about.severity
    return _describe_relation(about, letters, here)


def _describe_relation(about: QuotationFinding, letters: Sequence[str], here: Span) -> str:
    one, other = about.one, about.other
    shorter, longer = sorted((one, other), key=lambda each: each.span.length)
    beside = one if other.span == here else other
    match about.kind:
        case "cut":
            return f"cut in {letters[shorter.span.article]}"
        case "extended":
            return f"extended in {letters[longer.span.article]}"
        case "narration_elsewhere":
            told = one if one.form != "direct" else other
            return f"{name_form(told.form)} in {letters[told.span.article]}"
        case "reattributed":
            return f"another speaker in {letters[beside.span.article]}"
        case "altered":
            return f"altered in {letters[beside.span.article]}"
        case "same":
            return f"the same in {letters[beside.span.article]}"


def describe_findings(reading: StoryReader, item: Item) -> list[str]:
    """Return what is found of the form at the cursor, what is flagged and not dismissed first.

    Of what is found of other forms it is only told how much that is.
    """
    stated = reading.stated
    if stated is None or item.statement is None:
        return []
    here, found = reading.span_here(item), stated.list_findings(item.statement)
    said = [
        mark_finding(finding, stated, reading.letters, here)
        for finding in found
        if here in finding.spans
    ]
    flagged = sum(here not in one.spans and stated.is_open(one) for one in found)
    others = f"{FLAG} {flagged} more between others"
    return [*dict.fromkeys(said), *([others] if flagged else [])]


def mark_finding(finding: Finding, stated: Stated, letters: Sequence[str], here: Span) -> str:
    """Return what is found, marked if it is flagged and not dismissed, and what was decided."""
    words = describe_finding(finding, letters, here)
    mark = f"{FLAG} " if stated.is_open(finding) else ""
    verdict = stated.verdict_on(finding)
    return f"{mark}{words}, {verdict}" if verdict else f"{mark}{words}"


def describe_values(reading: StoryReader, about: Disagreement) -> str:
    """Return the two values and whose they are: `“52” in A, “53” in B`."""
    return ", ".join(
        f"{quote_value(reading, span)} in {reading.letters[span.article]}"
        for span in (about.left, about.right)
    )


def quote_value(reading: StoryReader, span: Span) -> str:
    """Return a value in a few characters, between quotation marks."""
    return quote_words(shorten(reveal_line(reading.words_at(span)), _VALUE))


def name_articles(letters: Sequence[str], articles: Sequence[int]) -> str:
    """Return the letters of some articles in a row: `A, D`."""
    return ", ".join(letters[article] for article in articles)
