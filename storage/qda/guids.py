"""Guids that follow from what they are of: the same library gives the same files."""

from __future__ import annotations

import re
import uuid
from typing import Literal

Kind = Literal[
    "annotation", "article", "coder", "coding", "copy", "memo", "story", "target", "variable"
]
_NAMESPACE = uuid.UUID("2f0d3f3c-3f0b-4a5e-8c55-6d1f0b7f9e42")
_OWN_ID = re.compile(r"[0-9a-f]{12}")


def make_guid(kind: Kind, key: str) -> str:
    """Return the guid of what is called `key` among its kind.

    It ends in `key` where that is an id of the library's, which `find_own_id` gives back (a UUID of
    version 8, RFC 9562), and is of version 5 elsewhere.
    """
    if not _OWN_ID.fullmatch(key):
        return str(uuid.uuid5(_NAMESPACE, f"{kind}:{key}"))
    return _make_head(kind) + key


def find_own_id(kind: Kind, guid: str) -> str | None:
    """Return the id in a library that a guid of that kind was made of; None for any other."""
    own = guid[-12:]
    return own if guid == _make_head(kind) + own and _OWN_ID.fullmatch(own) else None


def _make_head(kind: Kind) -> str:
    written = str(uuid.uuid5(_NAMESPACE, kind))
    return f"{written[:14]}8{written[15:24]}"
