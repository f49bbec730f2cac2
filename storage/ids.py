"""Ids: an article's follows from its text, so that the same text is the same article."""

from __future__ import annotations

import uuid

_LENGTH = 12
_SHOWN = 6
"""Signs of an id that tell articles from each other for people."""


def make_text_id(text: str) -> str:
    """Return the id of the article with that text, as it is stored."""
    import hashlib  # OpenSSL comes with it, and lists make no ids

    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


def make_id() -> str:
    """Return an id for anything else: no two are alike."""
    return uuid.uuid4().hex[:_LENGTH]


def name_by_id(article: str) -> str:
    """Return what an article is called while its title is hidden."""
    return f"Article {article[:_SHOWN]}"
