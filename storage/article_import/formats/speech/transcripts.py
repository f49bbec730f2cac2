"""Transcripts as text with a time before each piece, as `[00:01:02] Nell: It is an owl`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from storage.article_import.decode_text import decode
from storage.article_import.formats.speech.utterances import Piece, join_pieces
from storage.article_import.input_format import InputFormat, take_beginning
from storage.article_import.parsed import ParsedArticle

_BRACKETED = r"[\[(](?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?[\])]"
_TIME = re.compile(
    rf"^[ \t]*(?:{_BRACKETED}|\d{{1,2}}:\d{{2}}:\d{{2}}(?:[.,]\d{{1,3}})?(?=[ \t\n]|$))[ \t]*[-–]?",
    re.MULTILINE,
)
_FIGURES = re.compile(r"\d+")
_FEWEST = 4
"""Times that a transcript has."""
_SHARE = 0.2
"""Share of its lines that begin with one: in a text with a few times they are part of it."""


def _looks_like_transcript(data: bytes) -> bool:
    text = take_beginning(data).replace(b"\r\n", b"\n").decode("utf-8", "replace")
    lines = sum(1 for line in text.split("\n") if line.strip())
    times = [_count(match[0]) for match in _TIME.finditer(text)]
    # The times of a live blog are those of a day, and often the last come first.
    rise = all(one <= other for one, other in pairwise(times))
    return len(times) >= _FEWEST and len(times) >= _SHARE * lines and rise


TRANSCRIPT = InputFormat(
    name="transcript",
    called="a transcript",
    read=lambda document: read_transcript(document.data),
    looks_like=_looks_like_transcript,
    within=("text",),
)


def read_transcript(data: bytes) -> ParsedArticle:
    """Return what is said, below what stands above the first time, which is kept as it is."""
    text, notice = decode(data)
    first = _TIME.search(text)
    above = text[: first.start()].strip() if first else text.strip()
    said = join_pieces(_iterate_pieces(text))
    return ParsedArticle("\n\n".join(filter(None, (above, said))), notice=notice)


def _iterate_pieces(text: str) -> Iterator[Piece]:
    matches = list(_TIME.finditer(text))
    for match, following in zip(matches, [*matches[1:], None], strict=True):
        start = _count(match[0])
        end = _count(following[0]) if following else start  # a pause is not told
        said = text[match.end() : following.start() if following else len(text)]
        yield Piece(start, end, _join_name(tuple(said.split("\n"))))


def _join_name(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return lines with the name of a speaker, alone on the first, before what is said."""
    filled = [line.strip() for line in lines if line.strip()]
    if len(filled) > 1 and re.fullmatch(r"[^\W\d_][\w.'’ -]{1,40}:?", filled[0]):
        return (f"{filled[0].rstrip(':')}: {filled[1]}", *filled[2:])
    return tuple(filled)


def _count(written: str) -> float:
    """Return a time in seconds."""
    clock = re.split(r"[.,]", written)[0]
    parts = [int(one) for one in _FIGURES.findall(clock)]
    return float(sum(part * 60**place for place, part in enumerate(reversed(parts))))
