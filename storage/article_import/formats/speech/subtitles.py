"""Subtitles: SubRip (.srt) and WebVTT (.vtt), by a reader that passes over what is broken."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from storage.article_import.decode_text import decode
from storage.article_import.formats.speech.utterances import Piece, join_pieces
from storage.article_import.input_format import InputFormat, take_beginning
from storage.article_import.parsed import ParsedArticle
from storage.errors import ReadError

_STAMP = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?"
_TIMES = re.compile(rf"\s*{_STAMP}\s*-{{1,2}}>\s*{_STAMP}(?:\s.*)?")
_BEGINS = re.compile(rb"\s*(?:WEBVTT\b|\d{1,6}\s*\n\s*[\d:.,]{5,16}\s*-->)")
_VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+([^>]{1,100})>")
_TAGS = re.compile(r"<[^<>\n]{0,200}>|\{\\[^{}\n]{0,100}\}")


def _looks_like_subtitles(data: bytes) -> bool:
    return _BEGINS.match(take_beginning(data).replace(b"\r\n", b"\n")) is not None


SUBTITLES = InputFormat(
    name="subtitles",
    called="a subtitle file",
    read=lambda document: read_subtitles(document.data),
    endings=(".srt", ".vtt"),
    content_types=("text/vtt", "application/x-subrip"),
    looks_like=_looks_like_subtitles,
    within=("text",),
    articles="subtitles",
)


def read_subtitles(data: bytes) -> ParsedArticle:
    """Return what is said; `ReadError` where nothing is."""
    text, notice = decode(data)
    said = join_pieces(_iterate_pieces(text))
    if not said:
        raise ReadError("has no text")
    return ParsedArticle(said, notice=notice)


def _iterate_pieces(text: str) -> Iterator[Piece]:
    """Yield what is shown from time to time; notes, styles and numbers are left out."""
    times: tuple[float, float] | None = None
    lines: list[str] = []
    for line in [*text.split("\n"), ""]:
        match = _TIMES.fullmatch(line)
        if match is not None:
            # The number of what comes stands above its times, without an empty line in some files.
            kept = lines[:-1] if lines and lines[-1].strip().isdecimal() else lines
            yield from _make_pieces(times, kept)
            times, lines = (_count(match.groups()[:4]), _count(match.groups()[4:])), []
        elif line.strip():
            lines.append(line)
        else:
            yield from _make_pieces(times, lines)
            times, lines = None, []


def _make_pieces(times: tuple[float, float] | None, lines: list[str]) -> Iterator[Piece]:
    """Yield what is shown between two times, one piece for each voice that is named in it."""
    if times is None:
        return
    voices = _VOICE.split("\n".join(lines))
    for speaker, said in zip(["", *voices[1::2]], voices[::2], strict=True):
        shown = tuple(html.unescape(_TAGS.sub("", line)) for line in said.split("\n"))
        if any(line.strip() for line in shown):
            yield Piece(*times, shown, " ".join(html.unescape(speaker).split()))


def _count(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, rest = (part or "0" for part in parts)
    return 3600 * int(hours) + 60 * int(minutes) + int(seconds) + float(f"0.{rest}")
