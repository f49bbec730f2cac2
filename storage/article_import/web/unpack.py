"""Unpacking what a server packed, whole or not at all."""

from __future__ import annotations

import zlib

KNOWN = frozenset(("gzip", "x-gzip", "deflate"))
"""Names of packings that are unpacked."""
_MOST_MEMBERS = 100
"""Streams that one packing may consist of; hardly any has a second."""
_GZIP = 16 + zlib.MAX_WBITS
_RAW = -zlib.MAX_WBITS


class DamagedPackingError(Exception):
    """The bytes are not packed as it is said."""


class CutOffError(Exception):
    """The end is missing."""


class TooLargeError(Exception):
    """There is more in it than is wanted."""


def unpack(data: bytes, packing: str, most: int) -> bytes:
    """Return what was packed in one of the `KNOWN` ways, at most `most` bytes of it.

    `CutOffError` where it does not go on to its end, `TooLargeError` where there is more, which is
    left packed; `DamagedPackingError`.
    """
    try:
        if packing == "deflate":
            return _unpack_deflate(data, most)
        return _unpack_gzip(data, most)
    except zlib.error as error:
        raise DamagedPackingError from error


def _unpack_gzip(data: bytes, most: int) -> bytes:
    """Unpack all members, one after another; what follows that is none is left, as browsers do."""
    parts: list[bytes] = []
    room = most
    while not parts or data.startswith(b"\x1f\x8b"):
        if len(parts) == _MOST_MEMBERS:
            raise DamagedPackingError
        part, data = _inflate(data, _GZIP, room)
        parts.append(part)
        room -= len(part)
    return b"".join(parts)


def _unpack_deflate(data: bytes, most: int) -> bytes:
    """Unpack with the header that the standard wants, or without it, as some servers send it."""
    try:
        return _inflate(data, zlib.MAX_WBITS, most)[0]
    except zlib.error:
        return _inflate(data, _RAW, most)[0]


def _inflate(data: bytes, bits: int, most: int) -> tuple[bytes, bytes]:
    """Return what is in a stream, and what follows it."""
    stream = zlib.decompressobj(bits)
    found = stream.decompress(data, most + 1)
    if len(found) > most:
        raise TooLargeError
    if not stream.eof:
        raise CutOffError
    return found, stream.unused_data
