"""Guids that follow from what they are of: the same library gives the same files."""

from __future__ import annotations

import hashlib
import re
import uuid
from functools import cache
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
    if _OWN_ID.fullmatch(key):
        return _make_head(kind) + key
    # As `uuid.uuid5` does, in a tenth of the time: a study has tens of thousands.
    hashed = hashlib.sha1(_NAMESPACE.bytes + f"{kind}:{key}".encode()).hexdigest()
    variant = "89ab"[int(hashed[16], 16) % 4]
    return f"{hashed[:8]}-{hashed[8:12]}-5{hashed[13:16]}-{variant}{hashed[17:20]}-{hashed[20:32]}"


def find_own_id(kind: Kind, guid: str) -> str | None:
    """Return the id in a library that a guid of that kind was made of; None for any other."""
    own = guid[-12:]
    return own if guid == _make_head(kind) + own and _OWN_ID.fullmatch(own) else None


@cache
def _make_head(kind: Kind) -> str:
    written = str(uuid.uuid5(_NAMESPACE, kind))
    return f"{written[:14]}8{written[15:24]}"
