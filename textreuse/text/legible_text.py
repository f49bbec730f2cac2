"""The text that words are cut from: as long as the stored one, but without what hides words in it.

Every character stands where it stood, so that what is cut from the one is a place in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from unicodedata import category

from textreuse.text.footnote_marks import find_footnote_marks
from textreuse.text.normalize import APOSTROPHES, IGNORABLE
from textreuse.text.parted_words import PartedWord, find_parted_words
from textreuse.text.quoted_printable import list_quoted_signs

NOTHING = "\u200b"
"""A zero-width space: part of the word that it stands in, and no part of what the word equals."""

_CONTRACTED = r"(?=(?:[dmst]|ll|re|ve)\b)"
"""What follows an apostrophe in English: of a sign that may stand for another letter, or for none,
this tells what it was."""
_GARBLED = {
    "?": rf"\?{_CONTRACTED}",  # in no encoding of the program that wrote it
    "\u00e2\u20ac": r"\u00e2\u20ac[\u2122\u02dc]",  # UTF-8 read as Windows-1252
    "\u00e2\u0080": r"\u00e2\u0080[\u0098\u0099]",  # UTF-8 read as Latin-1
    "\u00c3\u00a2": r"\u00c3\u00a2\u00e2\u201a\u00ac\u00e2\u201e\u00a2",  # twice as Windows-1252
    "\u00c2": r"\u00c2[\u00b4\u0091\u0092]",
    "\u00d5": rf"\u00d5{_CONTRACTED}",  # Mac Roman read as Latin-1
    "\u00ef\u00bf\u00bd": rf"\u00ef\u00bf\u00bd{_CONTRACTED}",
    "\ufffd": rf"\ufffd{_CONTRACTED}",
    "\\": r"\\['\u2018\u2019]",  # as programs write it in strings
}
"""What is left of an apostrophe that was decoded wrongly or not at all, by how it begins."""
_IN_ASCII = "?\\"
_DIRECTION = re.compile(
    rf"(?<=[^\W_])[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+(?=[^\W_]|[{APOSTROPHES}])"
)
"""Marks of the direction of writing inside a word, which nobody sees."""
_ENTITY = re.compile(r"&(?:\#\d{1,7}|\#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,7});")
"""A sign as HTML spells it, which what takes text out of a page may have left as it was."""
_GARBLED_PATTERNS = {
    sign: re.compile(rf"{pattern}(?=[^\W_])", re.VERBOSE) for sign, pattern in _GARBLED.items()
}

_Edit = tuple[int, int, str]
"""Where, and what is to stand there; as long as what stood there."""


def make_legible(text: str, parted: Sequence[PartedWord] | None = None) -> str:
    """Return `text`, character for character, as its words are to be read.

    Marks of footnotes are blank, garbled apostrophes, entities of HTML and signs that a mail spells
    out mended, and nothing parts a word at the end of a line where it is one: by `parted`, else by
    what it looks like.
    """
    edits = list(_list_edits(text, find_parted_words(text) if parted is None else parted))
    if not edits:
        return text
    pieces: list[str] = []
    at = 0
    for start, end, legible in sorted(edits):
        pieces += text[at:start], legible
        at = end
    return "".join((*pieces, text[at:]))


def _list_edits(text: str, parted: Sequence[PartedWord]) -> Iterator[_Edit]:
    for start, end in find_footnote_marks(text):
        yield start, end, " " * (end - start)
    for sign in _IN_ASCII if text.isascii() else _GARBLED:
        if sign in text:
            for match in _GARBLED_PATTERNS[sign].finditer(text):
                if match.start() and text[match.start() - 1].isalnum():
                    yield *match.span(), NOTHING * (len(match.group()) - 1) + "'"
    if not text.isascii():
        for match in _DIRECTION.finditer(text):
            yield *match.span(), NOTHING * len(match.group())
    yield from _list_spelled_out(text)
    for one in parted:
        if one.is_one:
            yield one.start, one.end, NOTHING * (one.end - one.start)


def _list_spelled_out(text: str) -> Iterator[_Edit]:
    """Yield the signs that markup or a mail spells out."""
    for start, end, sign in list_quoted_signs(text):
        yield start, end, sign.ljust(end - start, NOTHING if sign.isalnum() else " ")
    for match in _ENTITY.finditer(text):
        start, end = match.span()
        sign = unescape(match.group())
        is_within = start > 0 and text[start - 1].isalnum() and text[end : end + 1].isalnum()
        legible = _spell_out(sign, end - start, is_within=is_within) if len(sign) == 1 else ""
        if legible:
            yield start, end, legible


def _spell_out(sign: str, length: int, *, is_within: bool) -> str:
    """Return what the entity of a sign is read as, or nothing where it stays as it is.

    Signs of numbers do: without their names $5 and €5 would be one. `is_within` tells whether it
    has letters or digits on both sides.
    """
    if sign.isalnum():
        return sign.ljust(length, NOTHING)
    if is_within and sign in APOSTROPHES:
        return "'".rjust(length, NOTHING)
    if is_within and sign in IGNORABLE:
        return NOTHING * length
    return " " * length if sign != "%" and category(sign)[0] in "PZC" else ""
