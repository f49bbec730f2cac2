"""What a text says about itself: title, outlet, author, date, address."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePath
from typing import NamedTuple
from urllib.parse import urlsplit

from storage.article_import.front_matter import read_front_matter
from storage.tables.article_fields import flatten

UNTITLED = "Untitled"
"""The title where there is nothing to take one from."""

_HEADING = re.compile(r"#{1,2}[ \t]+(.+?)[ \t#]*$")
_DATE_IN_NAME = re.compile(r"(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)")

_OUTLET_IN_NAME = re.compile(r"[\W_]*(\S.{0,60}?)\s+[-–—]\s+(.*\S)\s*\Z", re.DOTALL)
"""What follows the date in `2026-03-05 The Gazette - Owl moves in`."""

_HEADLINE_WORDS = range(4, 31)
_HEADLINE_LINES = 5
"""Lines at the top among which a headline is looked for: a section may be named first."""


class Metadata(NamedTuple):
    """What is known of an article beside its text; empty or None where nothing is."""

    title: str
    outlet: str = ""
    author: str | None = None
    published: str | None = None
    url: str | None = None
    modified: str | None = None
    captured: str | None = None
    citation_key: str | None = None


def guess_metadata(text: str, path: PurePath | None = None) -> Metadata:
    """Read front matter, headline and file name; nothing is invented beyond the title.

    The title is, in this order: the front matter's, a Markdown heading or a line like a headline
    at the top, the file's name. A name like `2026-03-05 The Gazette - Owl moves in.txt` tells date,
    outlet and title; without an outlet anywhere it is the host of the address.
    """
    stated = read_front_matter(text).known
    named = _parse_name(path) if path else Metadata(UNTITLED)
    title = stated.get("title") or _find_headline(text) or named.title
    url = stated.get("url")
    return Metadata(
        flatten(title),
        flatten(stated.get("outlet") or named.outlet or extract_site(url or "")),
        flatten(stated["author"]) if "author" in stated else None,
        stated.get("published") or named.published,
        url,
        stated.get("modified"),
        stated.get("captured"),
        stated.get("citation_key"),
    )


def extract_site(address: str) -> str:
    """Return the host of a web address, without `www.`; empty where there is none."""
    try:
        parts = urlsplit(address)
        host = parts.hostname if parts.scheme in ("http", "https") else None
    except ValueError:
        return ""
    return (host or "").removeprefix("www.")


def _parse_name(path: PurePath) -> Metadata:
    """Return what a file's name tells; an outlet only in the one shape that is clear."""
    match = _DATE_IN_NAME.match(path.stem)
    shape = _OUTLET_IN_NAME.match(path.stem[match.end() :]) if match else None
    if shape is None or _find_date(path.name) is None:
        return Metadata(path.stem, published=_find_date(path.name))
    return Metadata(shape[2], shape[1], published=_find_date(path.name))


def _find_headline(text: str) -> str | None:
    # The engine is not needed to list articles.
    from textreuse import find_front_matter, join_parted_words, split_words, unify_line_breaks

    metadata = find_front_matter(text)
    body = text[: metadata.start] + text[metadata.end :] if metadata else text
    lines = (line.strip() for line in unify_line_breaks(join_parted_words(body[:5000])).split("\n"))
    first = [line for line in lines if line][:_HEADLINE_LINES]
    for line in first:
        heading = _HEADING.match(line)
        if heading:
            return heading.group(1)
        count = len(split_words(line))
        if count in _HEADLINE_WORDS and not line.endswith((":", ".", ",", ";")):
            return line
        if count >= _HEADLINE_WORDS.stop or line.endswith("."):
            return None  # the text itself has begun
    return None


def _find_date(name: str) -> str | None:
    match = _DATE_IN_NAME.search(name)
    if match is None:
        return None
    try:
        return date(*(int(part) for part in match.groups())).isoformat()
    except ValueError:
        return None
