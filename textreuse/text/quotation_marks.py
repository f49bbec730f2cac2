"""Quoted texts: what stands between quotation marks, told by the marks alone.

Titles and scare quotes are among them; what is said of a quotation, and by whom, is not asked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textreuse.text.paragraphs import split_paragraphs

_CLOSES = {
    '"': '"”“',
    "“": '”"″',
    "‟": '”"',
    "”": "”",  # Swedish, Finnish
    "„": '“”"',
    "«": "»",
    "»": "«»",  # German books; Swedish
    "‹": "›",
    "›": "‹",
    "‚": "‘’'",
    "‘": "’'",
    "'": "'’",
    "「": "」",
    "『": "』",
    "《": "》",
}
"""By opening mark the marks that may close it, mismatched ones of carelessly typed text too."""

_FACING = frozenset("«‹「『《“„‟‚")
"""Marks that open wherever they stand, unless they close what is open."""
_SINGLE = frozenset("'‘‚")
"""Marks whose closing one may be an apostrophe: they never run over the end of a paragraph."""

_ANY = re.escape("".join(sorted(set("".join(_CLOSES)).union(*_CLOSES.values()) - set("'’"))))
# An apostrophe between two letters is the commonest mark of all, and quotes nothing.
_MARK = re.compile(rf"[{_ANY}]|(?<![^\W_])['’]|['’](?![^\W_])")
_ELISION = re.compile(r"['’‘](?:\d0s|em|til|tis|twas|cause|bout|n)\b", re.IGNORECASE)
"""An apostrophe before a word that was shortened at its beginning ("'90s")."""


class QuotedText(NamedTuple):
    """What stands between two marks, `start:end`, the marks themselves left out."""

    start: int
    end: int


class _Open(NamedTuple):
    """A quotation whose end is yet to be found."""

    mark: str
    start: int


def find_quoted_texts(
    text: str, paragraphs: Sequence[tuple[int, int]] | None = None
) -> list[QuotedText]:
    """Return the quotations of `text`, sorted by where they begin; never raises.

    One that stands inside another is found, too; no two overlap otherwise. A quotation of several
    paragraphs, each opened by a mark, gives one a paragraph, and so does the last one of a text
    that never closes it. A mark that is opened and not closed, elsewhere, opens nothing.
    `paragraphs` are those of the text, where they are known.
    """
    found: list[QuotedText] = []
    if not _MARK.search(text):
        return found
    if paragraphs is None:
        paragraphs = split_paragraphs(text)
    for index, (start, end) in enumerate(paragraphs):
        following = text[paragraphs[index + 1][0]] if index + 1 < len(paragraphs) else ""
        found.extend(_find_in_paragraph(text, start, end, following))
    return sorted(found, key=lambda quotation: (quotation.start, -quotation.end))


def _find_in_paragraph(text: str, first: int, last: int, following: str) -> Iterator[QuotedText]:
    """Yield the quotations of one paragraph; `following` is how the next one begins."""
    pending: list[_Open] = []
    for match in _MARK.finditer(text, first, last):
        at, mark = match.start(), match.group()
        closing = _find_closed(text, at, last, pending)
        if closing is not None:
            opened = pending[closing]
            # What was opened inside it, and not closed, was none.
            del pending[closing:]
            if at > opened.start:
                yield QuotedText(opened.start, at)
        elif _opens(text, first, at, last):
            # A mark of a kind that is open already: the earlier one was never closed.
            pending = [one for one in pending if one.mark != mark]
            pending.append(_Open(mark, at + 1))
    for opened in pending:
        if opened.mark == following and opened.mark not in _SINGLE and opened.start < last:
            yield QuotedText(opened.start, last)


def _find_closed(text: str, at: int, last: int, pending: list[_Open]) -> int | None:
    """Return which of the `pending` the mark at `at` closes: the innermost it can."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < last else " "
    mark = text[at]
    for index in reversed(range(len(pending))):
        opened = pending[index].mark
        if mark not in _CLOSES[opened]:
            continue
        if opened in _SINGLE and (after.isalnum() or before.isspace()):
            return None  # an apostrophe
        if mark == opened and before.isspace() and not after.isspace():
            continue  # the same mark opens and closes, and here it opens
        return index
    return None


def _opens(text: str, first: int, at: int, last: int) -> bool:
    mark = text[at]
    after = text[at + 1] if at + 1 < last else " "
    if mark not in _CLOSES or after.isspace():
        return False
    if mark in _FACING:
        return True
    behind_word = at > first and text[at - 1].isalnum()
    return not behind_word and not (mark in _SINGLE and _ELISION.match(text, at, last))
