"""Articles as entries of a bibliography: CSL JSON, BibTeX, RIS.

What the readers of `article_import.formats.references` take, they get back from these.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from storage.export.citation.cited_articles import CitedArticle, CitedName
from storage.wording.terminal_text import reveal_json

_TEX = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "&%$#_"},
        "\\": "\\textbackslash{}",
        "{": "\\textbraceleft{}",
        "}": "\\textbraceright{}",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
    }
)


def render_csl_json(cited: Iterable[CitedArticle]) -> str:
    """Return CSL JSON (citeproc-js's input format), for Zotero and Pandoc."""
    items = [_make_item(one) for one in cited]
    return reveal_json(json.dumps(items, ensure_ascii=False, indent=1) + "\n")


def _make_item(one: CitedArticle) -> dict[str, Any]:
    item = {
        "id": one.key,
        "citation-key": one.key,
        "type": "article-newspaper" if one.outlet else "webpage",
        "title": one.title,
        "container-title": one.outlet,
        "author": [
            {"given": name.given, "family": name.family} if name.given else {"literal": name.family}
            for name in one.authors
        ],
        "issued": _part_day(one.published),
        "accessed": _part_day(one.captured),
        "section": one.section,
        "URL": one.url,
    }
    return {name: value for name, value in item.items() if value}


def _part_day(day: str) -> dict[str, Any]:
    return {"date-parts": [[int(part) for part in day.split("-")]]} if day else {}


def render_bibtex(cited: Iterable[CitedArticle]) -> str:
    """Return BibTeX, with the names of BibLaTeX where that has others for days."""
    return "\n".join(map(_make_entry, cited))


def _make_entry(one: CitedArticle) -> str:
    fields = {
        "title": f"{{{_escape(one.title)}}}",  # twice in braces: its capitals stay
        "author": " and ".join(map(_write_name, one.authors)),
        "journal": _escape(one.outlet),
        "year": one.published[:4],
        "date": one.published,
        "url": one.url,
        "urldate": one.captured,
    }
    kind = "article" if one.outlet else "misc"
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@{kind}{{{one.key},\n{''.join(lines)}}}\n"


def _write_name(name: CitedName) -> str:
    family = _escape(name.family)
    return f"{family}, {_escape(name.given)}" if name.given else f"{{{family}}}"


def _escape(text: str) -> str:
    return text.translate(_TEX)


def render_ris(cited: Iterable[CitedArticle]) -> str:
    """Return RIS, with the line ends that it asks for."""
    return "".join(f"{line}\r\n" for one in cited for line in _list_lines(one))


def _list_lines(one: CitedArticle) -> Iterator[str]:
    told = [
        ("TY", "NEWS" if one.outlet else "ELEC"),
        ("ID", one.key),
        ("TI", one.title),
        *(("AU", ", ".join(filter(None, (name.family, name.given)))) for name in one.authors),
        ("T2", one.outlet),
        ("SE", one.section),
        ("DA", one.published.replace("-", "/")),
        ("UR", one.url),
        ("Y2", one.captured.replace("-", "/")),
    ]
    yield from (f"{tag}  - {value}" for tag, value in told if value)
    yield "ER  - "
    yield ""
