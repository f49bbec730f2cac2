"""What an export must be, whatever stands in it."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import yaml
from markdown_it import MarkdownIt

from tests.storage.export.html.reading import parsed

FORMATS = ("markdown", "html", "csv", "jsonld", "hypothesis", "sqlite", "graphml", "csl")
_MARK = "data-attack"
csv.field_size_limit(2**30)
_MARKDOWN = MarkdownIt("commonmark")


def check_export(name: str, content: bytes, folder: Path) -> None:
    """Fail where an export is not well-formed, or words of somebody else's make elements in it."""
    if name == "sqlite":
        _check_database(content, folder)
        return
    text = content.decode("utf-8")
    if name in ("jsonld", "hypothesis", "csl"):
        json.loads(text)
    elif name == "csv":
        rows = [*csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)]
        assert len({len(row) for row in rows}) <= 1, "rows of several lengths"
    elif name == "graphml":
        ElementTree.fromstring(content)
    elif name == "html":
        parsed(text)
        assert not _find_marked(text), "elements of somebody else's"
    else:
        _check_markdown(text)


def _check_database(content: bytes, folder: Path) -> None:
    path = folder / "exported.sqlite"
    path.write_bytes(content)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def _check_markdown(text: str) -> None:
    """Fail for front matter that is no YAML, or an element that nobody wrote in Markdown."""
    head = re.match(r"\A---\n(.*?)\n---\n", text, re.DOTALL)
    assert head, "no front matter"
    assert isinstance(yaml.safe_load(head[1]), dict)
    for token in _MARKDOWN.parse(text[head.end() :]):
        for one in [token, *(token.children or ())]:
            is_html = one.type in ("html_block", "html_inline")
            assert not (is_html and _MARK in one.content), f"HTML: {one.content[:200]}"


class _Marked(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [tag for name, value in attrs if name == _MARK]
        self.found += [
            f"{tag} {name}={value}"
            for name, value in attrs
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:")
        ]


def _find_marked(text: str) -> list[str]:
    reader = _Marked()
    reader.feed(text)
    return reader.found
