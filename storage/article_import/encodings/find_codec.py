"""The encoding of a file that is read line by line, told from its beginning."""

from __future__ import annotations

import codecs

from storage.article_import.encodings.legacy import guess_codec, is_western

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def find_codec(start: bytes, *, is_cut: bool) -> str:
    """Return the codec of a text that begins so; `is_cut` where there is more than the beginning.

    Like `decode_text.decode` it takes UTF-8 for granted where nothing speaks against it, then
    Windows-1252; what chardet guesses where that cannot be.
    """
    for mark, codec in _BYTE_ORDER_MARKS:
        if start.startswith(mark):
            return codec
    try:
        codecs.getincrementaldecoder("utf-8")().decode(start, final=not is_cut)
    except UnicodeDecodeError:
        if is_western(start.decode("cp1252", "replace")):
            return "cp1252"
        return guess_codec(start) or "cp1252"
    return "utf-8"
