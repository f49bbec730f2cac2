"""What a server sent, as an archive holds it: in chunks, packed, perhaps cut off."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

_PIECE = 2**10
"""Bytes that are unpacked at once; of what is damaged at most so many before it are lost."""
_GZIP = 16 + zlib.MAX_WBITS
_MEMBER = b"\x1f\x8b"
_UNPACKED = ("", "identity", "none")


class UnknownPackingError(Exception):
    """The name of a packing that is not unpacked here."""


def read_body(content: Any, headers: Any, most: int) -> bytes:
    """Return at most `most` bytes of a body, unpacked, from at most as many packed ones.

    `content` is what follows the HTTP `headers` of a record. Of what is damaged or cut off it is
    the part before. `UnknownPackingError` where it is packed in a way that is not known.
    """
    from warcio.bufferedreaders import ChunkedDataReader

    is_chunked = "chunked" in (headers.get_header("Transfer-Encoding") or "").lower()
    source = ChunkedDataReader(content) if is_chunked else content
    data: bytes = source.read(most)
    named = (headers.get_header("Content-Encoding") or "").lower().split(",")
    for packing in reversed([one.strip() for one in named]):
        if packing not in _UNPACKED:
            data = _unpack_start(data, packing, most)
    return data


def _unpack_start(data: bytes, packing: str, most: int) -> bytes:
    """Return what can be unpacked, at most `most` bytes; what is not packed at all is as it is."""
    if packing in ("gzip", "x-gzip"):
        return _inflate(data, _GZIP, most) if data.startswith(_MEMBER) else data
    if packing == "deflate":
        return _inflate(data, zlib.MAX_WBITS, most) or _inflate(data, -zlib.MAX_WBITS, most)
    if packing == "br":
        return _unpack_brotli(data, most)
    raise UnknownPackingError(packing)


def _inflate(data: bytes, bits: int, most: int) -> bytes:
    stream = zlib.decompressobj(bits)

    def unpack(piece: bytes, room: int) -> bytes:
        nonlocal stream
        found = stream.decompress(stream.unconsumed_tail + piece, room)
        while stream.eof and len(found) < room and stream.unused_data.startswith(_MEMBER):
            rest, stream = stream.unused_data, zlib.decompressobj(bits)
            found += stream.decompress(rest, room - len(found))
        if len(stream.unused_data) >= len(_MEMBER) and not found:
            raise zlib.error("what follows is not packed")
        return found

    return _collect(data, unpack, most)


def _unpack_brotli(data: bytes, most: int) -> bytes:
    try:
        import brotli
    except ImportError:
        raise UnknownPackingError("br") from None
    stream = brotli.Decompressor()

    def unpack(piece: bytes, room: int) -> bytes:
        try:
            found: bytes = stream.process(piece, output_buffer_limit=room)
            while len(found) < room and not (stream.can_accept_more_data() or stream.is_finished()):
                found += stream.process(b"", output_buffer_limit=room - len(found))
        except brotli.error as error:
            raise zlib.error(str(error)) from error
        return found

    return _collect(data, unpack, most)


def _collect(data: bytes, unpack: Callable[[bytes, int], bytes], most: int) -> bytes:
    """Return what `unpack` makes of the pieces, up to the first that is damaged."""
    parts: list[bytes] = []
    room = most
    for at in range(0, len(data), _PIECE):
        try:
            part = unpack(data[at : at + _PIECE], room)
        except zlib.error:
            break
        parts.append(part)
        room -= len(part)
        if room <= 0:
            break
    return b"".join(parts)[:most]
