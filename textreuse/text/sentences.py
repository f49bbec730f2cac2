"""Paragraphs and sentences, by rule.

A blank line always ends a paragraph, and so does a single line break, except where a text was
wrapped to a fixed width: there a break stands only because the next word no longer fitted.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import regex

from textreuse.text.normalize import BLANK

_FILLED_LINE = rf"[^\n]*[^{BLANK}][^\n]*"
_BLOCK = regex.compile(rf"{_FILLED_LINE}(?:\n{_FILLED_LINE})*")
_SENTENCE_END = regex.compile(
    r"""
      (?<![.!?…‽؟।]) [.!?…‽؟।]++ ["'”’»)\]]*+ (?=\s+ ["'“‘«„([—–-]* [\p{Lu}\p{Lt}\p{Lo}\p{N}"“‘«„])
    | [。！？｡]+ [」』”’）】]*
    """,
    regex.VERBOSE,
)
_LAST_WORD = regex.compile(r"[\p{L}\p{N}.'’]*$")
_NEXT_WORD = regex.compile(r"\s*[\"'“‘«„(\[—–-]*([\p{L}\p{N}'’]+)")
_ENDS_SENTENCE = regex.compile(r"[.!?…:;。！？][\"'”’»)\]]*\s*$")

_LONGEST_WORD = 40
"""Characters looked back for the word before a point."""

_WRAP_WIDTHS = range(45, 121)
"""Line lengths, in characters, at which texts are wrapped by hand or by mail programs."""

_TWO_HEADLINES = 2
"""Lines of a block that are more likely a headline and its subtitle than wrapped text."""

_BULLETS = "•◦▪‣·*-–—"

_ABBREVIATIONS = frozenset(
    """
    adm al apr assn aug ave bros brig capt cf cmdr co corp cpl ct dec dept dist dr eds esp est
    feb ft gen gov hon inc jan jr jul jun lt ltd maj messrs mlle mme mr mrs ms mt mx nov oct pfc
    ph prof pvt rep reps rev sen sens sep sept sgt sr st supt tel thu tue univ vs wed
    bzw ca evtl ggf hrsg sog str usw vgl
    """.split()
)
_BEFORE_NUMBERS = frozenset("art ch fig no nos nr op p pp pt vol".split())
"""Words that are abbreviations only where a number follows ("No. 10")."""
_LONGEST_ABBREVIATION = max(map(len, _ABBREVIATIONS | _BEFORE_NUMBERS))

# After an acronym ("the U.S.") only such a word is sure to open a sentence.
_OPENERS = frozenset(
    """
    a after although an and as at before but by during earlier for from he her his how however
    i if in it its last later many meanwhile most no now on one or other our she since so some
    still that the their then there these they this those to under until we what when where
    which while who why with yet you
    """.split()
)


def split_paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the offsets of the paragraphs, trimmed of white space, in order and disjoint."""
    found = []
    for block in _BLOCK.finditer(text):
        for start, end in _unwrap(text, block.start(), block.end()):
            trimmed = _trim(text, start, end)
            if trimmed is not None:
                found.append(trimmed)
    return found


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return the offsets of the sentences, trimmed of white space, in order and disjoint.

    Every character that is not white space lies in exactly one. A point after an abbreviation
    ("Mr.", "U.S.") or an initial ends none.
    """
    return [
        sentence
        for start, end in split_paragraphs(text)
        for sentence in split_paragraph(text, start, end)
    ]


def split_paragraph(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """Return the sentences of the paragraph at `first:last`, as `split_sentences` has them."""
    found = []
    start = first
    for match in _SENTENCE_END.finditer(text, first, last):
        mark, end = match.span()
        if text[mark] != "." or _ends_here(text, start, mark, end):
            found.append((start, end))
            start = end
            while start < last and text[start].isspace():
                start += 1
    if start < last:
        found.append((start, last))
    return found


def _unwrap(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a block at its line breaks, except those that only wrap the text."""
    lines: list[tuple[int, int]] = []
    at = start
    for line in text[start:end].split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    if len(lines) == 1:
        return lines
    width = max(last - first for first, last in lines)
    if width not in _WRAP_WIDTHS:
        return lines
    breaks = []
    for (first, last), following in pairwise(lines):
        line, next_line = text[first:last], text[slice(*following)].lstrip()
        next_word = next_line.split(maxsplit=1)[0]
        full = len(lines) > _TWO_HEADLINES and len(line) + 1 + len(next_word) > width
        goes_on = not _ENDS_SENTENCE.search(line) and next_word[0].isalnum()
        flows = (full and goes_on) or (next_word[0].islower() and len(line) >= width // 2)
        breaks.append(_Break(full and next_word[0] not in _BULLETS, flows))
    # Where no line has room for a word more, not even the ends of sentences part paragraphs.
    one_paragraph = all(each.full for each in breaks) and any(each.flows for each in breaks)
    pieces = [lines[0]]
    for each, following in zip(breaks, lines[1:], strict=True):
        if one_paragraph or each.flows:
            pieces[-1] = (pieces[-1][0], following[1])
        else:
            pieces.append(following)
    return pieces


class _Break(NamedTuple):
    """A line break inside a block."""

    full: bool
    """The line had no room for the word that follows."""
    flows: bool
    """A sentence goes on over the break."""


def _ends_here(text: str, start: int, point: int, end: int) -> bool:
    """Tell whether the mark `point:end`, a point, ends a sentence that began at `start`."""
    last_letters = text[max(start, point - _LONGEST_ABBREVIATION - 1) : point]
    if len(last_letters) > _LONGEST_ABBREVIATION and last_letters.isalpha():
        return True
    word = _find_last_word(text, max(start, point - _LONGEST_WORD), point)
    if "." in word:
        return _find_next_word(text, end) in _OPENERS
    if len(word) == 1 and word.isalpha():
        return word.islower() or word == "I"
    word = word.lower()
    if word in _BEFORE_NUMBERS:
        return not _find_next_word(text, end)[:1].isdigit()
    return word not in _ABBREVIATIONS


def _find_last_word(text: str, start: int, end: int) -> str:
    behind_space = text[max(start, text.rfind(" ", start, end) + 1) : end]
    # Nearly every word is one of letters behind a space, and needs no pattern.
    if behind_space.isalpha():
        return behind_space
    word = _LAST_WORD.search(text, start, end)
    return word.group() if word else ""


def _find_next_word(text: str, start: int) -> str:
    word = _NEXT_WORD.match(text, start)
    return word.group(1).lower() if word else ""


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
