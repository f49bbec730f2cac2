"""Exports of WISO and GENIOS, the databases of German newspapers: as text and as pages.

Behind each text stand fields that tell all: `Quelle: Outlet, 05.03.2026, Nr. 54, S. 4`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from storage.article_import.formats.database_exports.documents import (
    Edge,
    Service,
    flatten,
    join_lines,
)
from storage.article_import.formats.page_metadata.bylines import parse_byline
from storage.article_import.parsed import LeftOut, ParsedArticle
from storage.tables.article_details import write_details
from storage.wording.written_dates import read_date

_START = re.compile(r"[ \t]*Dokument \d{1,6} von \d{1,6}[ \t]*")
_END = re.compile(r"[ \t]*(?:©|\(c\))[ \t]*(?:\d{4}[ \t]*)?(?:GBI-)?GENIOS\b.*", re.IGNORECASE)
_ENDS = re.compile(rf"^{_END.pattern}$", re.MULTILINE | re.IGNORECASE)
_FIELD = re.compile(
    r"\s*(Quelle|Ressort|Rubrik|Autor(?:en)?|Seite|Ausgabe|Datum|Jahrgang|ISSN|Dokumentnummer"
    r"|Dauerhafte Adresse des Dokuments|Schlag(?:wort|wörter)|Personen?|Firmen?|Branche|Sprache"
    r"|Deskriptor(?:en)?|Sachgebiete?|Themen?|Land|Region|Ort|Länge|Wörter)[ \t]*:\s*(.*)",
    re.DOTALL,
)
_RIGHTS = re.compile(r"\s*Alle Rechte vorbehalten", re.IGNORECASE)
_DAY = r"\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d_]{3,9})\s?\d{4}"
_SOURCE = re.compile(
    rf"(?P<outlet>\S.{{0,100}}?),?\s+(?:vom\s+)?(?P<day>{_DAY})(?P<rest>(?:\D.*)?)"
)
_PAGE = re.compile(r"\b(?:S\.|Seite)\s?([\w-]{1,10})")
_SOURCES = re.compile(rf"^[ \t]*Quelle[ \t]*:\s*{_SOURCE.pattern}", re.MULTILINE)
_LONGEST_BYLINE = 8
"""Words of a line below the headline that may be names."""


def _is_export(text: str) -> bool:
    return _SOURCES.search(text) is not None and _ENDS.search(text) is not None


def _find_edge(block: str) -> Edge:
    if _START.fullmatch(block.strip()):
        return "start"
    return "end" if _END.fullmatch(block.strip()) else ""


def _read(blocks: Sequence[str]) -> ParsedArticle | LeftOut | None:
    """Read one document; one whose source tells no outlet and day is not surely recognised."""
    told: dict[str, str] = {}
    texts: list[str] = []
    field = ""
    for line in _part_fields(blocks):
        match = _FIELD.fullmatch(line)
        if match is not None:
            field = match[1].lower()
            told.setdefault(field, flatten(match[2]))
        elif _RIGHTS.match(line):
            field = "rights"
        elif not field:
            texts.append(line)
        elif not told.get(field):
            told[field] = flatten(line)
    source = _SOURCE.fullmatch(told.get("quelle", ""))
    section = told.get("ressort") or told.get("rubrik", "")
    texts = [one for one in texts if flatten(one) != section and not _repeats(one, source)]
    if not texts and not told:
        return None
    headline = flatten(texts[0]) if texts else ""
    published = read_date(source["day"], "de").date if source else ""
    if source is None or not published:
        return LeftOut(headline, "has no source with a date where it should stand")
    authors, body = _take_byline(told, texts[1:])
    if not body:
        return LeftOut(headline, "has no text in this export")
    page = _PAGE.search(source["rest"])
    return ParsedArticle(
        "\n\n".join(map(join_lines, body)),
        headline,
        source["outlet"].strip(" ,"),
        ", ".join(authors),
        published,
        details=write_details({"section": section, "page": page[1] if page else ""}),
    )


def _part_fields(blocks: Sequence[str]) -> Iterator[str]:
    """Yield the blocks, those in which fields stand line by line."""
    for block in blocks:
        lines = block.split("\n")
        if any(_FIELD.match(line) or _RIGHTS.match(line) for line in lines):
            yield from filter(str.strip, lines)
        else:
            yield block


def _repeats(block: str, source: re.Match[str] | None) -> bool:
    """Tell whether a block says where and when the text stood, as the source does."""
    told = _SOURCE.fullmatch(flatten(block))
    return told is not None and source is not None and told["outlet"] == source["outlet"]


def _take_byline(told: dict[str, str], texts: Sequence[str]) -> tuple[list[str], Sequence[str]]:
    """Return the authors, and the text without a first paragraph that only names them."""
    stated = told.get("autor") or told.get("autoren", "")
    first = flatten(texts[0]) if texts else ""
    is_short = len(first.split()) <= _LONGEST_BYLINE and not first.endswith((".", "?", "!", ":"))
    named = parse_byline(first) if is_short and len(texts) > 1 else []
    if named and (not stated or set(named) <= set(parse_byline(stated))):
        return parse_byline(stated) or named, texts[1:]
    return parse_byline(stated), texts


WISO = Service("WISO", _is_export, _find_edge, _read)
