"""The text of the article that a web page has: by trafilatura, and what it leaves out."""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from storage.article_import.formats.markup.html_text import extract_text
from storage.article_import.formats.page_metadata.html_things import Thing, list_headlines
from storage.article_import.formats.pages.html_bodies import choose_body
from storage.article_import.formats.pages.html_completion import complete_text
from storage.article_import.formats.pages.html_frames import list_frames
from storage.article_import.formats.pages.html_live import (
    find_updates,
    tell_stated_updates,
    tell_updates,
)

_FEW = 40
"""Words below which the article may be in a frame."""
_LIST_LINE = re.compile(r"[-*•] |\d{1,3}\. |\|")
_DESCRIPTIONS = (
    "//meta[@name='description' or @property='og:description' or @name='og:description'"
    " or @name='twitter:description' or @itemprop='description']/@content"
)


def extract_article(root: Any, url: str, own: Sequence[Thing], things: Sequence[Thing]) -> str:
    """Return the text, with an empty line between paragraphs; lists and tables stay together.

    `own` is what the page says of its own article, `things` all that it says in JSON-LD. Of a live
    blog it is all updates.
    """
    updates = find_updates(root, things)
    if updates:
        return tell_updates(root, updates)
    stated = tell_stated_updates(things)
    if stated:
        return stated
    text = _extract(root, url)
    chosen = choose_body(text, own, things)
    if chosen != text:
        return chosen
    if len(text.split()) < _FEW:
        text = max([text, *(_extract(frame, url) for frame in list_frames(root))], key=len)
    descriptions = [*root.xpath(_DESCRIPTIONS)]
    descriptions += [said for one in own if isinstance(said := one.get("description"), str)]
    return complete_text(root, text, list_headlines(root), descriptions)


def _extract(root: Any, url: str) -> str:
    import trafilatura

    document = trafilatura.bare_extraction(
        copy.deepcopy(root), url=url or None, include_comments=False
    )
    return _part_paragraphs(getattr(document, "text", None) or "") or extract_text(root)


def _part_paragraphs(text: str) -> str:
    """Put an empty line between paragraphs; lists and tables stay together."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    parts = lines[:1]
    for before, line in pairwise(lines):
        together = _LIST_LINE.match(before) and _LIST_LINE.match(line)
        parts.append(line if together else f"\n{line}")
    return "\n".join(parts)
