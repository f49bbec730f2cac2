"""Exports of LexisNexis, Nexis Uni and Nexis Advance: as text, and through word processors.

The marks are those that LexisNexisTools (Gruber, R) and tm.plugin.lexisnexis know: a head of
outlet, date and headline in either order, then fields, the text, fields again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

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

_COUNT = r"\d{1,6} (?i:of|von|de|van|di|sur) \d{1,6}"
_DOCUMENT = r"(?=D)(?i:do[ck]ument(?:s|en?|os?|i)?)"
_START = re.compile(rf"[ \t]*(?:{_COUNT} {_DOCUMENT}|{_DOCUMENT} {_COUNT})[ \t]*")
_END = re.compile(
    r"[ \t]*(?:End of Document|Ende des Dokuments|Fin du document)[ \t]*", re.IGNORECASE
)
_STARTS = re.compile(rf"^{_START.pattern}$", re.MULTILINE)
_ENDS = re.compile(rf"^{_END.pattern}$", re.MULTILINE | re.IGNORECASE)
_LENGTH = re.compile(
    r"^[ \t]*(?:length|länge|longueur|lengte|longitud):?[ \t\u00a0]*[\d.,]+[ \t\u00a0]?"
    r"(?:words?|wörter|mots?|woorden|palabras)\b",
    re.MULTILINE | re.IGNORECASE,
)
_COVER = re.compile(r"^[ \t]*Job Number:.*\n+[ \t]*Documents? \(\d+\)", re.MULTILINE)
_BODY_ALONE = re.compile(r"^[ \t]*(?:Body|BODY:?)[ \t]*$", re.MULTILINE)
_HEAD_FIELDS = {
    "headline": "headline titel titre título titolo kop schlagzeile überschrift",
    "byline": "byline author autor auteur auteurs",
    "section": "section rubrik rubrique sectie sección",
    "length": "length länge longueur lengte longitud",
    "highlight": "highlight",
    "dateline": "dateline",
    "series": "series column type edition ausgabe distribution acc-no url",
    "body": "body",
}
_TAIL_FIELDS = {
    "loaded": "load-date update date-chargement fecha-carga",
    "correction": "correction korrektur",
    "rest": "language sprache langue taal idioma graphic grafik notes classification"
    " publication-type type-publication pub-type journal-code correction-date",
}
_FIELDS = {
    name: field
    for fields in (_HEAD_FIELDS, _TAIL_FIELDS)
    for field, names in fields.items()
    for name in names.split()
}
_FIELD = re.compile(r"\s*([^\W\d_][\w-]{2,20})(?::[ \t\u00a0]*|\s*$)(.*)", re.DOTALL)
_ALONE = ("body", "graphic", "classification", "correction", "highlight")
"""Fields that may stand without a colon, on a line of their own."""
_RIGHTS = re.compile(
    r"\s*(?:(?:copyright|©|\(c\))\W*(?:©|\(c\))?\W*\d{4}|all rights reserved"
    r"|alle rechte vorbehalten|tous droits réservés)",
    re.IGNORECASE,
)
_EDITION = re.compile(
    r"(?:\S+ ){0,4}\w*(?:edition|editie|ausgabe|édition|edición|edizione|edição)\b.{0,20}"
    r"|correction appended",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\s*Page \d+(?: of \d+)?\s*", re.IGNORECASE)


_TOP = 5000
"""Characters within which the first document starts, or the list of all."""


def _is_export(text: str) -> bool:
    if _STARTS.search(text[:_TOP]) or _COVER.search(text[:_TOP]):
        return True
    ends = _ENDS.search(text) or _BODY_ALONE.search(text)
    return _LENGTH.search(text) is not None and ends is not None


def _find_edge(block: str) -> Edge:
    if _START.fullmatch(block.strip()):
        return "start"
    return "end" if _END.fullmatch(block.strip()) else ""


def _read(blocks: Sequence[str]) -> ParsedArticle | LeftOut | None:
    """Read one document; one without a date or any field is not surely recognised."""
    head: list[str] = []
    told: dict[str, str] = {}
    body: list[str] = []
    part = "head"
    for block in chain.from_iterable(map(_part_fields, blocks)):
        field, value = _split_field(block)
        if not field:
            if _PAGE.fullmatch(block):
                continue
            part = "body" if part == "fields" else part
            _take(part, block, head, body, told)
        elif field == "body" or (part == "head" and field in _HEAD_FIELDS):
            told[field] = value
            part = "body" if field == "body" else "fields"
            body += [value] if field == "body" and value else []
        elif part == "fields" and field in _HEAD_FIELDS:
            told.setdefault(field, value)
            part = "highlight" if field == "highlight" and not value else part
        elif part != "head" and field in _TAIL_FIELDS:
            told.setdefault(field, value)
            part = "correction" if field == "correction" and not value else "tail"
        else:
            _take(part, block, head, body, told)
    return _make(head, told, body) if head or body else None


def _take(part: str, block: str, head: list[str], body: list[str], told: dict[str, str]) -> None:
    """Put a block without a field of its own where it belongs."""
    if part == "head":
        lines = (flatten(line) for line in block.split("\n"))
        head += [line for line in lines if line and not _is_beside(line)]
    elif part == "body":
        body += [] if _RIGHTS.match(block) and len(block) < 200 else [block]
    elif part in ("highlight", "correction"):
        told[part] = f"{told.get(part, '')} {block}".strip()


def _is_beside(line: str) -> bool:
    """Tell whether a line of the head is neither outlet nor date nor headline."""
    return _RIGHTS.match(line) is not None or _EDITION.fullmatch(line) is not None


def _part_fields(block: str) -> Iterator[str]:
    """Yield a block, in pieces where several lines of it are fields."""
    piece: list[str] = []
    for line in block.split("\n"):
        if piece and (_split_field(line)[0] or _is_alone(piece)):
            yield "\n".join(piece)
            piece = []
        piece.append(line)
    yield "\n".join(piece)


def _is_alone(lines: Sequence[str]) -> bool:
    return len(lines) == 1 and lines[0].strip().lower() in _ALONE


def _split_field(block: str) -> tuple[str, str]:
    """Return the field that a block is and its value; nothing where it is none."""
    match = _FIELD.match(block)
    if match is None:
        return "", ""
    name = match[1]
    is_named = name.isupper() or name[0].isupper()
    field = _FIELDS.get(name.lower(), "") if is_named else ""
    if ":" not in block[: match.start(2)] and name.lower() not in _ALONE:
        return "", ""
    return field, match[2].strip()


def _make(
    head: Sequence[str], told: dict[str, str], body: Sequence[str]
) -> ParsedArticle | LeftOut:
    dates = [(at, date) for at, line in enumerate(head) if (date := find_date(line))]
    if not dates or not told:
        return LeftOut(head[0] if head else "", "has no date or no fields where these should stand")
    at, published = dates[-1] if len(head) == dates[-1][0] + 1 else dates[0]
    outlet = head[at - 1] if at else ""
    shown = " ".join(head[at + 1 :] or head[max(at - 2, 0) : at - 1])
    headline = flatten(told.get("headline", "")) or shown
    paragraphs = [join_lines(block) for block in body]
    highlight = flatten(told.get("highlight", ""))
    if highlight and highlight not in " ".join(" ".join(paragraphs).split()):
        paragraphs.insert(0, highlight)
    if told.get("correction"):
        paragraphs.append(f"Correction: {flatten(told['correction'])}")
    if not paragraphs:
        return LeftOut(headline, "has no text in this export")
    return ParsedArticle(
        "\n\n".join(paragraphs),
        headline,
        outlet,
        ", ".join(parse_byline(told.get("byline", ""))),
        published,
        captured=find_date(told.get("loaded", "")),
        details=write_details({"section": told.get("section", "")}),
    )


NEXIS = Service("Nexis", _is_export, _find_edge, _read)
