"""Blocks of a file as the documents of an export, and the fields that these have.

A block is a paragraph of one or several lines, whatever file it came from: what stands between
empty lines of a text, a paragraph of a word processor, a cell or a row of a table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from storage.article_import.parsed import LeftOut, ParsedArticle
from storage.errors import ReadError
from storage.limits import LARGEST_CHAPTER
from storage.wording.written_dates import read_date

Edge = Literal["", "start", "end", "between"]
"""What a block does: nothing, start a document, end one, stand between two. What comes before the
first start is none."""

_PARTED = 0.1
"""Share of empty lines from which on they part paragraphs."""
_WRAPPED = 40
"""Characters that every line of a paragraph has, but for the last, where it was cut to a width."""
_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
_MOST_WORDS = 12
_WORDS_BEHIND = 5
"""Words that may stand behind a date: its edition, a time."""


class Service(NamedTuple):
    """One database: how its exports are recognised, parted and read."""

    name: str
    is_export: Callable[[str], bool]
    """Tells by the beginning of a text."""
    find_edge: Callable[[str], Edge]
    """Tells whether a block parts documents; it is no part of any."""
    read: Callable[[Sequence[str]], ParsedArticle | LeftOut | None]
    """Reads one document; None for what is none, as the list of all of them. The name of what is
    left out is empty where it has none."""


def split_blocks(text: str, find_edge: Callable[[str], Edge]) -> Iterator[str]:
    """Yield the blocks of a plain text; a line that parts documents is one of its own.

    Where hardly any line is empty, as in what Word saves as text, each line is a block.
    """
    lines = text.split("\n")
    are_parted = sum(not line.strip() for line in lines) >= _PARTED * len(lines)
    pending: list[str] = []
    for line in lines:
        if not line.strip() or not are_parted or find_edge(line):
            yield from _join_block(pending)
            pending = []
        if line.strip():
            pending.append(line)
        if find_edge(line):
            yield from _join_block(pending)
            pending = []
    yield from _join_block(pending)


def _join_block(lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield "\n".join(lines)


def split_documents(blocks: Iterable[str], find_edge: Callable[[str], Edge]) -> Iterator[list[str]]:
    """Yield the blocks of one document after another; `ReadError` for one beyond all measure."""
    document: list[str] = []
    room = LARGEST_CHAPTER
    has_begun = False
    for block in blocks:
        edge = find_edge(block)
        if edge:
            if document and (has_begun or edge != "start"):
                yield document
            document, room, has_begun = [], LARGEST_CHAPTER, True
            continue
        room -= len(block)
        if room < 0:
            raise ReadError("has a document that is larger than any article")
        document.append(block)
    if document:
        yield document


def join_lines(block: str) -> str:
    """Return a block as a paragraph: lines that were cut to a width are one."""
    lines = [line.strip() for line in block.strip().split("\n")]
    is_wrapped = all(len(line) >= _WRAPPED for line in lines[:-1])
    return (" " if is_wrapped else "\n").join(lines)


def flatten(block: str) -> str:
    """Return a block as one line."""
    return " ".join(block.split())


def find_date(block: str) -> str:
    """Return the date that a block is, perhaps with an edition behind it; empty where it is none.

    ISO 8601. What may mean two days is none.
    """
    words = block.split()
    if len(words) > _MOST_WORDS or not _YEAR.search(block):
        return ""  # to read a date takes time
    for left in range(len(words), max(2, len(words) - _WORDS_BEHIND), -1):
        found = read_date(" ".join(words[:left]).rstrip(",;")).date
        if found:
            return found
    return ""
