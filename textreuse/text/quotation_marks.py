"""Quoted texts: what stands between quotation marks, told by the marks alone.

Titles and scare quotes are among them; what is said of a quotation, and by whom, is not asked here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
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
_COLON = re.compile(r": \s*")
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
        if scan.stray:
            found.extend(_open_earlier(text, scan))
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


def _open_earlier(text: str, scan: Scan) -> Iterator[QuotedText]:
    """Yield what stray marks close, and no mark opens."""
    colons = list(_COLON.finditer(text, scan.first, scan.last))
    ends = list(_SENTENCE_END.finditer(text, scan.first, scan.last))
    closed = sorted(scan.closed, reverse=True)
    behind = scan.first
    """Where what is quoted before the mark, by marks of its own, lies behind."""
    for at in scan.stray:
        while closed and closed[-1].start <= at:
            behind = max(behind, closed.pop().end + 1)
        if behind > at:
            continue  # inside what other marks quote
        start = _find_last(colons, behind, at)
        is_first = behind == scan.first
        if start is None:
            start = behind if is_first else _find_last(ends, behind, at)
        if start is None or start >= at or not text[start].isupper():
            continue
        if text[at - 1] in ".,!?…" or (not is_first and text[at - 1].isalpha()):
            yield QuotedText(start, at)


def _find_last(found: Sequence[re.Match[str]], start: int, end: int) -> int | None:
    """Return where the last of the `found` ends, which are in order, that lies in `start:end`."""
    before = bisect_right(found, end, key=re.Match[str].end) - 1
    return found[before].end() if before >= 0 and found[before].start() >= start else None
