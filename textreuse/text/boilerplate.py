"""Boilerplate: what a site puts on every page, told from reporting by its lines.

Four signs, each of a whole line: it is metadata at the top of a text; it is a phrase that sites are
known to use, or credits an agency and says whose the text is; it stands in a row of short lines
that are no sentences and of which two are known or name a network (a share bar, a menu); or it is
one that the outlet puts on its pages. A reader's verdict is above all signs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from textreuse.text.boilerplate_phrases import is_menu_entry, is_site_phrase
from textreuse.text.credit_lines import (
    LONGEST_CREDIT,
    is_copyright_line,
    is_credit_line,
    may_open_credit,
)
from textreuse.text.front_matter import find_front_matter
from textreuse.text.normalize import fold, unify_line_breaks
from textreuse.text.outlet_lines import find_outlet_lines
from textreuse.text.paragraphs import WRAP_WIDTHS
from textreuse.text.spans import Span, merge
from textreuse.text.words import Words

_FRAME = " \t\r\f\v\u00a0•·|*-–—>»:.!"
_ENDS_SENTENCE = re.compile(r"""[.!?…:;。！？]["'”’»)\]]*\s*$""")

_LONGEST = 250
"""Characters of the longest line that a known phrase is looked for in."""
_MOST_WRAPPED = 6
"""Lines that a known phrase may be wrapped to."""
_MENU_SIGNS = 2
"""Known lines that make a row of short ones a share bar; one alone may be a subheading."""
_MENU_WORDS = 3
"""Most words in a line of a share bar or menu."""


class Verdicts(NamedTuple):
    """What a reader said of places, whatever the signs say; empty spans say nothing."""

    boilerplate: tuple[Span, ...] = ()
    """These are boilerplate."""
    reporting: tuple[Span, ...] = ()
    """No line that touches one of these is boilerplate by its looks."""


NO_VERDICTS = Verdicts()
"""Nothing is said by hand."""


def find_boilerplate(
    texts: Sequence[str],
    rows: Sequence[Words],
    outlets: Sequence[str | None] | None = None,
    verdicts: Verdicts = NO_VERDICTS,
) -> tuple[Span, ...]:
    """Return what is taken for boilerplate, sorted and disjoint.

    That is whole lines, trimmed, but for what `verdicts` say. `rows` are the words of `texts`;
    `outlets`, where given, names the outlet of each.
    """
    return heed_verdicts(_find_by_looks(texts, rows, outlets), verdicts)


def heed_verdicts(found: tuple[Span, ...], verdicts: Verdicts) -> tuple[Span, ...]:
    """Return what is boilerplate where `found` is that by its looks, sorted and disjoint."""
    if verdicts == NO_VERDICTS:
        return found
    spared = [line for line in found if not any(map(line.overlap, verdicts.reporting))]
    return merge([*spared, *(span for span in verdicts.boilerplate if span.length)])


def _find_by_looks(
    texts: Sequence[str], rows: Sequence[Words], outlets: Sequence[str | None] | None
) -> tuple[Span, ...]:
    outlets = outlets or [None] * len(texts)
    lines = [_split_lines(article, text) for article, text in enumerate(texts)]
    common = find_outlet_lines(texts, rows, outlets, lines)
    found: list[Span] = []
    for article, (text, row, outlet) in enumerate(zip(texts, rows, outlets, strict=True)):
        known = _find_known_lines(text, lines[article])
        metadata = find_front_matter(text)
        if metadata is not None:
            known = [
                mark or metadata.start <= line.span.start < metadata.end
                for mark, line in zip(known, lines[article], strict=True)
            ]
        if outlet is not None:
            known = [
                mark or (outlet, line.content) in common
                for mark, line in zip(known, lines[article], strict=True)
            ]
        signs = [
            mark or is_menu_entry(line.content)
            for mark, line in zip(known, lines[article], strict=True)
        ]
        marked = known
        if sum(signs) >= _MENU_SIGNS:
            short = [line.is_short(text, row) for line in lines[article]]
            marked = _add_menus(known, signs, short)
        found.extend(line.span for line, mark in zip(lines[article], marked, strict=True) if mark)
    return tuple(found)


class _Line(NamedTuple):
    span: Span
    content: str
    """The line folded and bare of bullets and marks around it."""

    def is_short(self, text: str, row: Words) -> bool:
        """Tell whether the line is as short as an entry of a menu, and no sentence."""
        start, end = self.span.start, self.span.end
        return len(row.within(start, end)) <= _MENU_WORDS and not _ENDS_SENTENCE.search(
            text, start, end
        )


def _split_lines(article: int, text: str) -> list[_Line]:
    lines = []
    at = 0
    bare = cache(_bare)
    for raw in unify_line_breaks(text).split("\n"):
        line = raw.strip()
        if line:
            start = at + raw.index(line[0])
            # Only short lines can be boilerplate by their words; long ones need no folding.
            short = len(line) <= 2 * _LONGEST
            content = bare(line) if short else line
            lines.append(_Line(Span(article, start, start + len(line)), content))
        at += len(raw) + 1
    return lines


def _bare(line: str) -> str:
    return " ".join(fold(line).strip(_FRAME).split())


def _find_known_lines(text: str, lines: Sequence[_Line]) -> list[bool]:
    """Tell of each line whether its words are known, alone or with the lines it is wrapped to."""
    known = [False] * len(lines)
    # Lists and tables have the same lines over and over.
    is_phrase, may_open = cache(is_site_phrase), cache(may_open_credit)
    for number, line in enumerate(lines):
        if known[number] or len(line.content) > LONGEST_CREDIT:
            continue
        if len(line.content) <= _LONGEST and is_phrase(line.content):
            known[number] = True
        elif may_open(line.content):
            last = _find_end_of_credit(text, lines, number)
            known[number:last] = [True] * (last - number)
    return known


def _find_end_of_credit(text: str, lines: Sequence[_Line], first: int) -> int:
    """Return before which line a credit ends that begins with the line `first`; that if none does.

    It may go on in the next line where that one's first word found no room in this.
    """
    _, start, end = lines[first].span
    is_whole = is_copyright_line(lines[first].content) or is_credit_line(text[start:end])
    found = first + is_whole
    width = end - start
    for number in range(first + 1, min(first + _MOST_WRAPPED, len(lines))):
        before, here = lines[number - 1].span, lines[number].span
        width = max(width, here.length)
        first_word = text[here.start : here.end].split(maxsplit=1)[0]
        if (
            unify_line_breaks(text[before.end : here.start]).count("\n") > 1
            or width not in WRAP_WIDTHS
            or before.length + 1 + len(first_word) <= width
        ):
            break
        if is_credit_line(text[start : here.end]):
            found = number + 1
    return found


def _add_menus(known: Sequence[bool], signs: Sequence[bool], short: Sequence[bool]) -> list[bool]:
    """Add to the known lines the rows of short lines among which there are enough signs."""
    marked = list(known)
    at = 0
    while at < len(short):
        end = at
        while end < len(short) and short[end]:
            end += 1
        if sum(signs[at:end]) >= _MENU_SIGNS:
            marked[at:end] = [True] * (end - at)
        at = max(end, at + 1)
    return marked
