"""The text of an article that a page carries in JSON-LD, for those who build pages by scripts."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from storage.article_import.formats.markup.html_text import extract_text, parse_html
from storage.article_import.formats.page_metadata.html_things import Thing
from storage.article_import.formats.pages.html_blocks import squash

_MARKUP = re.compile(r"<(?:p|br|div|h[1-6]|ul|ol|li|blockquote|span|a|strong|em|b|i)\b[^>]*>", re.I)
_LINES = re.compile(r"[\n\r\v\f\x85\u2028\u2029]+")
_GAP = re.compile(r"(?<=[.!?…”\"»])[ \t\u00a0]{3,}(?=\S)")
"""Blanks that stand where a paragraph ended, in a text whose line breaks were made blanks."""
_MUCH_MORE = 1.5
"""How many times the words of a page its article must have in JSON-LD to be taken from there."""
_FEW = 40
"""Words of a page below which any article in its JSON-LD is more likely the one it shows."""


def choose_body(text: str, own: Sequence[Thing], all_things: Iterable[Thing]) -> str:
    """Return the text of the page, or that which it carries in JSON-LD where that is the whole.

    `own` is said of the page's own article. Paragraphs have an empty line between them.
    """
    words = len(text.split())
    told = [part_body(body) for one in own if isinstance(body := one.get("articleBody"), str)]
    others = [
        part_body(body) for one in all_things if isinstance(body := one.get("articleBody"), str)
    ]
    whole = told[0] if told else max(others, key=len, default="") if words < _FEW else ""
    if len(whole.split()) > _MUCH_MORE * words:
        return whole
    # The extractor falls back on JSON-LD itself, and makes one line of it.
    letters = squash(text)
    same = (body for body in [*told, *others] if squash(body) == letters)
    return max([text, *same], key=_count_paragraphs)


def _count_paragraphs(text: str) -> int:
    return text.count("\n\n")


def part_body(written: str) -> str:
    """Return the text of an article with an empty line between its paragraphs, without markup."""
    for _ in range(2):  # markup may be written as text
        if _MARKUP.search(written):
            root = parse_html(f"<div>{written}</div>").root
            written = extract_text(root) if root is not None else ""
        else:
            written = html.unescape(written)
    lines = [" ".join(line.split()) for line in _LINES.split(written)]
    if sum(map(bool, lines)) < 2:
        lines = [" ".join(line.split()) for line in _GAP.split(written)]
    return "\n\n".join(filter(None, lines))
