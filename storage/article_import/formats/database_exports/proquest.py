"""Exports of ProQuest as text: documents between lines of underscores, fields by their names."""

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

_RULE = re.compile(r"\s*_{20,}\s*")
_NUMBER = re.compile(r"[ \t]*Document \d+ of \d+[ \t]*")
_NUMBERED = re.compile(rf"^{_NUMBER.pattern}$", re.MULTILINE)
_BEGINS = re.compile(
    r"Report Information from ProQuest"
    r"|^_{20,}\n{1,9}Document \d+ of \d+[ \t]*$"
    r"|^_{20,}\n(?:.*\n){1,60}?(?:Full [tT]ext:|ProQuest document ID:)",
    re.MULTILINE,
)
_FIELD = re.compile(
    r"\s*(Full [tT]ext|Title|Author|Publication info|Abstract(?: \([^()\n]{1,20}\))?|Links"
    r"|Subject|Location|People|Company ?/ ?organization|Classification|Identifier ?/ ?keyword"
    r"|Publication title"
    r"|First page|Pages|Number of pages|Publication (?:year|date|subject)|Dateline|Section|Column"
    r"|Publisher|Place of publication|Country of publication|e?-?ISSN|Source(?: type)?|Volume|Issue"
    r"|Language of publication|Document (?:type|feature|URL)|ProQuest document (?:ID|link)"
    r"|Copyright|Word count|Full text availability|Last updated|Database|Credit"
    r"|Correspondence author|Edition)"
    r"(?::[ \t\u00a0]*(.*)|(?:(?<=Full [tT]ext)|(?<=ent link))\s*$)",
    re.DOTALL,
)
_DAY = re.compile(r"\b\d{1,2} [^\W\d_]{3,9}\.? \d{4}\b|\b[^\W\d_]{3,9}\.? \d{1,2}, \d{4}\b")
_DETAILS = ("section", "edition")
_NONE = re.compile(r"(?:none|not|un)\b.{0,12}available\b.{0,80}", re.IGNORECASE)


def _is_export(text: str) -> bool:
    is_numbered = _NUMBERED.search(text) is not None and "ProQuest" in text
    return is_numbered or _BEGINS.search(text) is not None


def _find_edge(block: str) -> Edge:
    is_edge = _RULE.fullmatch(block) or _NUMBER.fullmatch(block.strip())
    return "between" if is_edge else ""


def _read(blocks: Sequence[str]) -> ParsedArticle | LeftOut | None:
    told: dict[str, list[str]] = {}
    field = ""
    for block in _split_fields(blocks):
        match = _FIELD.fullmatch(block)
        if match is not None:
            field = " ".join(match[1].lower().partition("(")[0].split())
            told.setdefault(field, []).append((match[2] or "").strip())
        else:
            told.setdefault(field, []).append(block)
    if not {"full text", "abstract", "publication title", "publication info"} & set(told):
        return None  # the heading of the report, the list of documents, rights
    titles = told.get("title") or told.get("", [])[:1]
    headline = flatten(titles[0]) if titles else ""
    paragraphs = [join_lines(block) for block in told.get("full text", []) if block]
    if not paragraphs or _NONE.fullmatch(flatten(" ".join(paragraphs))):
        return LeftOut(headline, "has no full text in this export")
    authors = " ".join(told.get("author", []))
    return ParsedArticle(
        "\n\n".join(paragraphs),
        headline,
        _find_outlet(told),
        ", ".join(parse_byline("; ".join(map(_turn_name, authors.split(";"))))),
        _find_published(told),
        details=write_details({name: " ".join(told.get(name, [])) for name in _DETAILS}),
    )


def _split_fields(blocks: Sequence[str]) -> list[str]:
    """Return blocks of which each has one field at most, at its beginning."""
    found: list[str] = []
    for block in blocks:
        first, *rest = block.split("\n")
        found.append(first)
        for line in rest:
            if _FIELD.fullmatch(line):
                found.append(line)
            else:
                found[-1] += f"\n{line}"
    return found


def _turn_name(written: str) -> str:
    """Return `Rask, Tom` as `Tom Rask`, and what is written otherwise as it is."""
    family, comma, given = written.strip(" .").partition(", ")
    return f"{given} {family}" if comma and "," not in given else written


def _find_outlet(told: dict[str, list[str]]) -> str:
    named = " ".join(told.get("publication title", []))
    if named:
        return flatten(named).partition(";")[0].strip()
    return re.split(r"\s*[;\[]", flatten(" ".join(told.get("publication info", []))))[0]


def _find_published(told: dict[str, list[str]]) -> str:
    date = find_date(" ".join(told.get("publication date", [])))
    stated = _DAY.search(flatten(" ".join(told.get("publication info", []))))
    return date or (find_date(stated[0]) if stated else "")


PROQUEST = Service("ProQuest", _is_export, _find_edge, _read)
