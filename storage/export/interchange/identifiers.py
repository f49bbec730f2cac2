"""What annotations and articles are called outside of the library, and what is made of that."""

from __future__ import annotations

import hashlib
import re
from typing import Literal, get_args
from urllib.parse import quote, urlsplit

ANNOTATION = "urn:copydesk:annotation:"
ARTICLE = "urn:copydesk:article:"
SOFTWARE = "urn:copydesk:software"

_STORY = "urn:copydesk:story:"

CodingKind = Literal["article-tags", "article-memo", "coded-article", "story-memo"]
"""What a coder says of a whole article, or of a story."""

_OWN_ID = re.compile(r"[0-9a-f]{12}")
_LEGAL = ":/?#[]@!$&'()*+,;=%~-._"
"""What may stand in an IRI beside letters and digits."""


def make_annotation_urn(annotation_id: str) -> str:
    """Return what an annotation is called outside."""
    return f"{ANNOTATION}{annotation_id}"


def make_coding_urn(kind: CodingKind, about: str, coder: str) -> str:
    """Return what that is called outside which a coder says of an article or story as a whole."""
    return make_urn(f"{kind}:{about}:{coder}")


def parse_coding_kind(name: str) -> CodingKind | None:
    """Return the kind of coding that is called so by us; None for any other name."""
    return next(
        (kind for kind in get_args(CodingKind) if name.startswith(make_urn(f"{kind}:"))), None
    )


def make_story_urn(story_id: str) -> str:
    """Return what a story is called outside."""
    return f"{_STORY}{story_id}"


def parse_story_id(name: str) -> str | None:
    """Return the id of the story that is called so by us; None for any other name."""
    own = name.removeprefix(_STORY)
    return own if own != name and _OWN_ID.fullmatch(own) else None


def make_library_id(name: str) -> str:
    """Return the id in the library of what is called `name` outside.

    Our own ids come back; of any other name the id always is the same.
    """
    own = name.removeprefix(ANNOTATION)
    if _OWN_ID.fullmatch(own):
        return own
    return hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:12]


def make_article_urn(article_id: str) -> str:
    """Return what an article is called outside, whether it has an address or not."""
    return f"{ARTICLE}{article_id}"


def parse_article_id(name: str) -> str | None:
    """Return the id of the article that is called so by us; None for any other name."""
    own = name.removeprefix(ARTICLE)
    return own if own != name and _OWN_ID.fullmatch(own) else None


def make_iri(url: str | None, article: str) -> str:
    """Return the web address of an article as an IRI, or its urn where it has none."""
    try:
        parts = urlsplit(url or "")
        if parts.scheme in ("http", "https") and parts.hostname:
            return quote(url or "", safe=_LEGAL)
    except ValueError:
        pass
    return make_article_urn(article)


def make_urn(key: str) -> str:
    """Return a urn of ours that ends in `key`, whatever is in that."""
    return f"urn:copydesk:{quote(key, safe=':')}"
