"""Exports of Factiva: with its two-letter codes, and as they are shown, where fields have no names.

The codes are those that tm.plugin.factiva (Bouchet-Valat, R) knows; Factiva's help explains them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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

_HEAD = "SE CLM HD BY CR WC PD ET SN SC ED PG VOL LA CY".split()
_DETAILS = {"SE": "section", "PG": "page", "ED": "edition"}
_TEXT = "LP TD".split()
_TAIL = "ART CT RF CO IN NS RE IPC IPD PUB RIC DJID AN".split()
_DOCUMENT = r"(?:[Dd]ocument[oi]?|[Dd]okument)"
_CODE = re.compile(
    rf"\s*({'|'.join([*_HEAD, *_TEXT, *_TAIL])})(?:\s*\|\s*|\s*:\s*|\s+|$)(.*)", re.S
)
_SURE = re.compile(rf"\s*[A-Z]{{2,4}}(?:\s*\||\t| {{2,}}|\s*$|\s*\n| (?=\S+ : | ?{_DOCUMENT} ))")
"""How a code stands that is no word of a text."""
_LAST = re.compile(rf"[ \t]*(?:AN[ \t]*\|?[ \t]*)?{_DOCUMENT} [A-Za-z]{{1,12}}\d{{6,}}\w*[ \t]*")
_LASTS = re.compile(rf"^{_LAST.pattern}$", re.MULTILINE)
_HEADLINES = re.compile(r"^[ \t]*HD(?:[ \t|]|$)", re.MULTILINE)
_WORDS = re.compile(
    r"[ \t]*\d[\d.,\u00a0]*[ \u00a0](?:words|wörter|mots|palabras|parole|woorden|palavras)[ \t]*",
    re.IGNORECASE,
)
_COUNTS = re.compile(rf"^{_WORDS.pattern}$", re.MULTILINE | re.IGNORECASE)
_RIGHTS = re.compile(r"\s*(?:copyright\b|©|\(c\))", re.IGNORECASE)
_TIME = re.compile(r"\s*\d{1,2}:\d{2}(?:\s?(?:AM|PM|GMT))?\s*", re.IGNORECASE)
_SHORT_CODE = re.compile(r"\s*[A-Z0-9]{2,10}\s*")
_BY = re.compile(r"(?:by|von|par|por|di|door)\b", re.IGNORECASE)
_PART_OF_NAME = (
    r"(?:[^\W\d_a-zà-ÿ][\w.'’-]*"
    r"|de|del|della|di|da|dos|la|le|van|von|der|den|ter|zu|bin|al|and|und|et|y|e|en)"
)
_LONGEST_NAME = 5
"""Words above which capitals are those of a headline."""
_NAME = re.compile(rf"{_PART_OF_NAME}(?:[,;]? {_PART_OF_NAME}){{1,7}}")
"""What a byline without a word before it is: names, as headlines that are written small are not."""
_HEAD_LINES = 8
"""Lines behind the date among which the copyright ends the head."""


def _is_export(text: str) -> bool:
    return _LASTS.search(text) is not None and (
        _HEADLINES.search(text) is not None or _COUNTS.search(text) is not None
    )


def _find_edge(block: str) -> Edge:
    return "end" if _LAST.fullmatch(block.strip()) else ""


def _read(blocks: Sequence[str]) -> ParsedArticle | LeftOut | None:
    lines = [line for block in blocks for line in _part_codes(block)]
    if any(match[1] == "HD" for match in map(_CODE.match, lines) if match):
        return _read_coded(lines)
    return _read_shown(blocks)


def _read_coded(lines: Sequence[str]) -> ParsedArticle | LeftOut:
    told: dict[str, list[str]] = {}
    here = ""
    for line in lines:
        match = _CODE.match(line)
        if match and match[1] not in told and _is_code(line, match[1], here):
            here = match[1]
            told[here] = [match[2].strip()] if match[2].strip() else []
        else:
            told.setdefault(here, []).append(line)
    date = find_date(" ".join(told.get("PD", [])))
    headline = flatten(" ".join(told.get("HD", [])))
    paragraphs = [join_lines(line) for code in _TEXT for line in told.get(code, [])]
    if not date or not paragraphs:
        return LeftOut(headline, "has no date in this export" if paragraphs else "has no text")
    return ParsedArticle(
        "\n\n".join(paragraphs),
        headline,
        flatten(" ".join(told.get("SN", []))),
        ", ".join(parse_byline(" ".join(told.get("BY", [])))),
        date,
        details=write_details(
            {name: " ".join(told.get(code, [])) for code, name in _DETAILS.items()}
        ),
    )


def _is_code(line: str, code: str, here: str) -> bool:
    """Tell whether a line begins with a code, and not with a word of the field it would end."""
    if _SURE.match(line) or code in _TEXT:
        return True
    return code in _HEAD and (not here or here in _HEAD)


def _part_codes(block: str) -> Iterator[str]:
    """Yield a block, in pieces where several lines of it begin with a code."""
    piece: list[str] = []
    for line in block.split("\n"):
        if piece and _CODE.match(line):
            yield "\n".join(piece)
            piece = []
        piece.append(line)
    yield "\n".join(piece)


def _read_shown(blocks: Sequence[str]) -> ParsedArticle | LeftOut | None:
    lines = [line.strip() for block in blocks for line in _part_head(block) if line.strip()]
    count = next((at for at, line in enumerate(lines) if _WORDS.fullmatch(line)), 0)
    date = find_date(lines[count + 1]) if count and count + 1 < len(lines) else ""
    if not count:
        return None  # the heading of the file, or its foot
    headline, author = _choose_headline(lines[:count])
    if not date:
        return LeftOut(headline, "has no date in this export")
    rest = lines[count + 2 :]
    rest = rest[1:] if rest and _TIME.fullmatch(rest[0]) else rest
    rights = (at for at, line in enumerate(rest[:_HEAD_LINES]) if _RIGHTS.match(line))
    code = (at for at, line in enumerate(rest[:_HEAD_LINES]) if _SHORT_CODE.fullmatch(line))
    last = next(rights, None)
    if last is None:
        last = next(code, 0) + 1  # its language
    paragraphs = [join_lines(line) for line in rest[last + 1 :]]
    if not paragraphs:
        return LeftOut(headline, "has no text in this export")
    return ParsedArticle("\n\n".join(paragraphs), headline, flatten(rest[0]), author, date)


def _part_head(block: str) -> list[str]:
    """Return the lines of a block that tells how many words there are, else the whole block."""
    lines = block.split("\n")
    return lines if any(_WORDS.fullmatch(line) for line in lines) else [block]


def _choose_headline(lines: Sequence[str]) -> tuple[str, str]:
    """Return headline and author out of section, headline and byline; only the second must be."""
    told = [flatten(line) for line in lines][-3:]
    has_byline = len(told) > 1 and (
        _BY.match(told[-1]) or _is_byline(told[-1], told[-2], is_first=len(told) < 3)
    )
    names = parse_byline(told.pop()) if has_byline else []
    return told[-1], ", ".join(names)


def _is_byline(line: str, before: str, *, is_first: bool) -> bool:
    """Tell whether a line is a byline and that `before` it a headline, not headline and section.

    `is_first` says that nothing stands before these; a section is shorter than its headline.
    """
    if is_first and len(before) <= len(line):
        return False
    is_headline = not _NAME.fullmatch(before) or len(before.split()) > _LONGEST_NAME
    return _NAME.fullmatch(line) is not None and is_headline


FACTIVA = Service("Factiva", _is_export, _find_edge, _read)
