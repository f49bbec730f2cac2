"""Exports of Europresse, the database of French newspapers, as pages and what is made of these.

The marks are those that tm.plugin.europresse (Bouchet-Valat, R) knows: outlet, day with the count
of words, headline, authors, text, rights, and a number such as `news·20260305·LM·123`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from storage.article_import.formats.database_exports.documents import (
    Edge,
    Service,
    find_date,
    flatten,
    join_lines,
)
from storage.article_import.formats.page_metadata.bylines import parse_byline
from storage.article_import.parsed import LeftOut, ParsedArticle
from storage.tables.article_details import write_details

_NUMBER = re.compile(r"(?:.{0,40}:)?\s*(?:news|web|pub)[·.]\d{8}[·.]\w+[·.]\S{1,60}\s*")
_NUMBERS = re.compile(r"^(?:.{0,40}:)?[ \t]*(?:news|web|pub)·\d{8}·\w+·\S+[ \t]*$", re.MULTILINE)
_WORDS = re.compile(
    r"[,\s–-]*\b\d{1,3}(?:[\s.,]\d{3})*\s(?:mots?|words?|palabras)\b", re.IGNORECASE
)
_PAGE = re.compile(r"\bp(?:age)?\.?\s?(\w{1,10})", re.IGNORECASE)
_RIGHTS = re.compile(r"\s*(?:©|\(c\)|copyright\b|tous droits réservés)", re.IGNORECASE)
_BESIDE = re.compile(r"\s*(?:aussi paru dans|cet article est paru dans|also published in)\b", re.I)
_HEAD = 8
"""Blocks at the top among which the day stands."""
_LONGEST_BYLINE = 8


def _is_export(text: str) -> bool:
    return _NUMBERS.search(text) is not None


def _find_edge(block: str) -> Edge:
    return "end" if _NUMBER.fullmatch(block.strip()) else ""


def _read(blocks: Sequence[str]) -> ParsedArticle | LeftOut | None:
    """Read one document; one without a line that begins with a day is not surely recognised."""
    lines = [flatten(line) for block in blocks[:_HEAD] for line in block.split("\n")]
    lines = [line for line in lines if line]
    dated = ((at, _read_day(line)) for at, line in enumerate(lines))
    at, published = next(((at, day) for at, day in dated if day), (0, ""))
    if not at:
        return LeftOut(lines[0], "has no outlet with a date below it") if len(lines) > 1 else None
    below = [line for line in lines[at + 1 :] if not _BESIDE.match(line)]
    headline, *rest = below or [""]
    body = _list_body(blocks, headline)
    authors: list[str] = []
    if rest and body and flatten(body[0]) == rest[0] and _is_short(rest[0]):
        authors = parse_byline(rest[0])
        body = body[1:] if authors else body
    if not body:
        return LeftOut(headline, "has no text in this export")
    page = _PAGE.search(_WORDS.sub("", lines[at]))
    return ParsedArticle(
        "\n\n".join(map(join_lines, body)),
        headline,
        re.split(r"\s*[,(]", lines[at - 1])[0],
        ", ".join(authors),
        published,
        details=write_details({"page": page[1] if page else ""}),
    )


def _read_day(line: str) -> str:
    """Return the day that a line begins with, before its count of words or its page."""
    return find_date(re.split(r"\s*[,–-]?\s*\bp(?:age)?\.?\s?\w+$", _WORDS.sub("", line))[0])


def _list_body(blocks: Sequence[str], headline: str) -> list[str]:
    """Return what stands below the headline, without rights."""
    flat = [flatten(block) for block in blocks]
    start = next((at for at, block in enumerate(flat) if block.endswith(headline)), len(flat))
    return [
        block
        for block, line in zip(blocks[start + 1 :], flat[start + 1 :], strict=True)
        if not (_RIGHTS.match(line) or _BESIDE.match(line))
    ]


def _is_short(line: str) -> bool:
    return len(line.split()) <= _LONGEST_BYLINE and not line.endswith((".", "?", "!", ":"))


EUROPRESSE = Service("Europresse", _is_export, _find_edge, _read)
