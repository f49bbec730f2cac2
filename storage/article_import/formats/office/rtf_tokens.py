"""RTF as tokens: Rich Text Format Specification 1.9.1, Microsoft 2008."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?"  # a control word, its number, the space that ends it
    rb"|\\'([0-9A-Fa-f]{2})"
    rb"|\\(.)"
    rb"|([{}])"
    rb"|([^\\{}\r\n]+)"
    rb"|[\r\n]+|\\\Z",
    re.DOTALL,
)
CHARSETS = {
    77: "mac_roman",
    78: "cp932",
    79: "cp949",
    81: "cp936",
    82: "cp950",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "cp936",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
"""Encodings of fonts by their number; those that are not here have that of the document."""
PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
"""Encodings of documents that name no code page."""


class Token(NamedTuple):
    """One token: a word, a symbol, an opening or closing brace, or bytes of text."""

    kind: str
    """`word`, `symbol`, `brace` or `text`."""
    value: str
    number: int | None = None
    """That of a word."""
    data: bytes = b""
    """The bytes of a text."""


def iterate_tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens of a document; binary data among them is left out."""
    at = 0
    while (match := _TOKEN.match(data, at)) is not None:
        at = match.end()
        word, number, code, symbol, brace, text = match.groups()
        if word:
            value = int(number) if number else None
            if word == b"bin":
                at += max(value or 0, 0)
            else:
                yield Token("word", word.decode("ascii"), value)
        elif code:
            yield Token("text", "", data=bytes([int(code, 16)]))
        elif symbol:
            yield Token("symbol", symbol.decode("latin-1"))
        elif brace:
            yield Token("brace", brace.decode("ascii"))
        elif text:
            yield Token("text", "", data=text)
