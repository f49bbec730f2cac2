"""Quoted texts: what stands between quotation marks, told by the marks alone.

Titles and scare quotes are among them; what is said of a quotation, and by whom, is not asked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from textreuse.text.paragraph_marks import (
    CLOSES,
    MARK,
    QuotedText,
    Scan,
    is_double,
    scan_paragraph,
)
from textreuse.text.paragraphs import split_paragraphs
from textreuse.text.tags import find_end_before_tag

_MOST_PARAGRAPHS = 8
"""Within which a quotation of which only the first is opened by a mark must be closed."""
_BEFORE_QUOTATION = frozenset('.!?:,…”"')
"""What stands before a quotation that is a sentence."""
_SENTENCE_END = re.compile(r"[.!?…][”\"’']?\s+")


def find_quoted_texts(
    text: str, paragraphs: Sequence[tuple[int, int]] | None = None
) -> list[QuotedText]:
    """Return the quotations of `text`, sorted by where they begin; never raises.

    One that stands inside another is found, too; no two overlap otherwise. A quotation of several
    paragraphs gives one a paragraph, whether each is opened by a mark or only the first; so does
    the last one of a text that never closes it. Where a mark is missing, a quotation goes to the
    end of its paragraph if a sentence or a colon comes before it, or up to a tag ("We sail, he
    said"); and it comes from a colon, from its sentence or from the start of its paragraph; other
    single marks quote nothing. `paragraphs` are
    those of the text, where they are known.
    """
    if not MARK.search(text):
        return []
    if paragraphs is None:
        paragraphs = split_paragraphs(text)
    scans = [scan_paragraph(text, start, end) for start, end in paragraphs]
    found = [quotation for scan in scans for quotation in scan.closed]
    for index, scan in enumerate(scans):
        if scan.opened:
            found.extend(_close_later(text, scans, index))
        for at in scan.stray:
            start = _find_missing_start(text, scan, at)
            if start is not None:
                found.append(QuotedText(start, at))
    found = [one for one in (_trim(text, each) for each in found) if one.start < one.end]
    found.sort(key=lambda quotation: (quotation.start, -quotation.end))
    return found


def _trim(text: str, quotation: QuotedText) -> QuotedText:
    """Leave out the white space at both ends."""
    start, end = quotation
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return QuotedText(start, end)


def _close_later(text: str, scans: Sequence[Scan], index: int) -> Iterator[QuotedText]:
    """Yield what the last open mark of a paragraph quotes: there, and in paragraphs behind it."""
    scan = scans[index]
    opened = scan.opened[-1]
    here = QuotedText(opened.start, scan.last)
    if index + 1 < len(scans) and text[scans[index + 1].first] == opened.mark:
        yield here
        return
    for later in range(index + 1, min(len(scans), index + 1 + _MOST_PARAGRAPHS)):
        other = scans[later]
        if other.stray and text[other.stray[0]] in CLOSES[opened.mark]:
            at = other.stray[0]
            if not any(one.start < at for one in other.closed if is_double(text, one)):
                yield here
                for between in scans[index + 1 : later]:
                    yield QuotedText(between.first, between.last)
                yield QuotedText(other.first, at)
                other.stray.pop(0)
                return
        if other.opened or any(is_double(text, one) for one in other.closed):
            break
    stop = min(
        (one.start - 1 for one in scan.closed if one.start > opened.start), default=scan.last
    )
    tag = find_end_before_tag(text, opened.start, stop) if text[opened.start].isupper() else None
    if tag is not None:
        yield QuotedText(opened.start, tag)  # "“We sail, he said."
        return
    before = text[scan.first : opened.start - 1].rstrip()
    if before[-1:] in _BEFORE_QUOTATION and text[opened.start].isupper():
        yield here


def _find_missing_start(text: str, scan: Scan, at: int) -> int | None:
    """Return where a quotation begins that is closed at `at`, and that no mark opens."""
    if any(one.start <= at < one.end for one in scan.closed):
        return None
    start = max((one.end + 1 for one in scan.closed if one.end < at), default=scan.first)
    is_first = start == scan.first
    colon = text.rfind(": ", start, at)
    if colon >= 0:
        start = colon + 2
    elif not is_first:
        ends = [match.end() for match in _SENTENCE_END.finditer(text, start, at)]
        if not ends:
            return None
        start = ends[-1]
    while start < at and text[start].isspace():
        start += 1
    if start >= at or not text[start].isupper():
        return None
    return start if text[at - 1] in ".,!?…" or (not is_first and text[at - 1].isalpha()) else None
