"""How a record of a WARC file begins."""

from __future__ import annotations

import zlib

GZIP = b"\x1f\x8b\x08"
BEGINS = b"WARC/"
LOOKED_AT = 512
"""Bytes of a packed record by which it is told."""


def begins_record(data: bytes) -> bool:
    """Tell whether a record begins here, packed or not."""
    if not data.startswith(GZIP):
        return data.startswith(BEGINS)
    try:
        unpacked = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(data, len(BEGINS))
    except zlib.error:
        return False
    return unpacked == BEGINS
