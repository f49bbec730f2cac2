"""Ids: an article's follows from its text, so that the same text is the same article."""

from __future__ import annotations

import hashlib
import uuid

_LENGTH = 12


def make_text_id(text: str) -> str:
    """Return the id of the article with that text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def is_text_of(article: str, text: str) -> bool:
    """Tell whether an article of that id has that text, as far as that can be known.

    A question mark may stand for half a surrogate pair, which a library cannot hold.
    """
    return make_text_id(text) == article or "?" in text


def make_id() -> str:
    """Return an id for anything else: no two are alike."""
    return uuid.uuid4().hex[:_LENGTH]
