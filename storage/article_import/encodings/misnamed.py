"""Pages in one encoding from before UTF-8 that say they are in another one.

What is read wrongly looks odd whatever the language: capitals and signs within words, letters of
two scripts in one, accents upon accents.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from storage.article_import.encodings.damaged import read_damaged

_ODD = re.compile(
    r"[\u0080-\u009f\ufffd]"  # controls, and what is no sign of the encoding
    r"|(?<=[^\W\d_])[\u00a1-\u00bf\u2020-\u2022\u2026\u2030\u20ac\u2122\u00d7\u00f7](?=[^\W\d_])"
    r"|[\u0430-\u045f][\u0400-\u042f]|[\u0400-\u042f]{4}"  # Cyrillic in large letters
    r"|[a-z\u00e0-\u00f6\u00f8-\u00ff][\u00c0-\u00d6\u00d8-\u00de\u0152\u0160\u0178\u017d](?=[a-z])"
    r"|[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0102-\u017f]{3}"
    r"|[a-z][\u0370-\u058f]|[\u0370-\u058f][a-z]"  # Latin with Greek, Cyrillic, Armenian
    r"|[\uff61-\uff9f]{2}"  # katakana of half width
)
_FEWEST = 5
_SHARE = 0.04
"""Oddities for each sign beyond ASCII from which on a page may be misnamed."""
_BETTER = 8
"""Times fewer that there are in what it is read as instead."""
_LOOKED_AT = 2**18
"""Bytes of a page."""
_UPPER = bytes(range(0x80, 0x100))


class Misnamed(NamedTuple):
    """What a page is that says otherwise."""

    codec: str
    called: str


def find_misnamed(text: bytes, said: str) -> Misnamed | None:
    """Return the encoding that a page's `text`, without its markup, surely is in; None if `said`.

    Nothing is said of a text with little beyond ASCII.
    """
    sample = text[:_LOOKED_AT]
    beyond = len(sample) - len(sample.translate(None, _UPPER))
    odd = _count_oddities(sample.decode(said, "replace"))
    if odd < max(_FEWEST, _SHARE * beyond):
        return None
    read = read_damaged(sample)
    if read is None or read.is_mixed or read.lost or not read.encoding:
        return None
    try:
        codec = codecs.lookup(read.encoding).name
    except LookupError:
        return None
    better = _BETTER * _count_oddities(read.text) <= odd
    return Misnamed(codec, read.encoding) if better and codec != said else None


def _count_oddities(text: str) -> int:
    return sum(1 for _ in _ODD.finditer(text))
