"""Bytes to text: UTF-8, UTF-16 and Windows-1252 are read; anything else is refused by name."""

from __future__ import annotations

import codecs
import contextlib
import re
from collections import Counter
from typing import NamedTuple

from storage.errors import ReadError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", None),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or Office document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3": "a database",
    b"{\\rtf": "an RTF document",
}
_WESTERN_SIGNS = frozenset(
    "‘’“”‚„–—…•‹›«»€™\u00a0\u00ad©®°§£·¡¿àáâãäåæçèéêëìíîïñòóôõöøœùúûüßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØŒÙÚÛÜ"
)
_MOST_ACCENTS = 0.3
"""Share of letters beyond ASCII above which a text is in another script."""
_STRAY = re.compile(
    r"ç(?![aeiouáàâãéêóôõúü])|ã(?=[^\W\d_])(?![eos])|æ[aeiou]|[aou]æ"
    r"|[^\W\d_][‘“”‚„…•‹›][^\W\d_]|[^\W\d_][‚„]|\b[^\W\d_a-z]{3,}\b|‘[^\W\d_a-z]{2,}\b",
    re.IGNORECASE,
)
"""Letters where no Western language has them, whole words of them, or a quote within a word."""
_STATED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)"""
    rb"""|<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]+)""",
    re.IGNORECASE,
)
_STATED_WITHIN = 4096
"""Bytes at the top of a page in which it may name its encoding."""
_MEANT = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252"} | {
    "us-ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
}
"""What browsers read under these names, by the WHATWG's Encoding Standard."""
_SIGN = re.compile(r"\S")
_SAMPLE = 262_144
"""Bytes that the encoding is guessed from."""
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\v\x1b\x07\x08\x0e\x0f\x1a")
_MOST_CONTROLS = 0.05
"""Share of other control characters at which bytes are no text any more."""


class DecodedText(NamedTuple):
    """A text as it is stored: no byte order mark, line breaks are LF."""

    text: str
    encoding: str | None
    """The encoding's name where it was not UTF-8, for telling the user."""


def decode(data: bytes) -> DecodedText:
    """Decode the bytes of one article.

    `ReadError` says, in words that follow a file's name, why they are no readable text.
    """
    decoded = _decode(data)
    if _SIGN.search(decoded.text) is None:
        raise ReadError("is empty")
    return decoded


def decode_page(data: bytes, stated: str = "") -> str:
    """Decode a web page as browsers do; nothing is refused, what is damaged is replaced by `�`.

    A byte order mark knows best, then `stated`, which is what the server said, then the page; one
    that says nothing is UTF-8, else Windows-1252.
    """
    for mark, codec, _ in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(codec, "replace")
    inside = _STATED.search(data[:_STATED_WITHIN])
    named = [stated, (inside[1] or inside[2]).decode("ascii") if inside else ""]
    for name in filter(None, (one.strip("\"' ").lower() for one in named)):
        # A page that names its encoding in ASCII is no UTF-16.
        meant = "utf-8" if inside and name.startswith("utf-16") else _MEANT.get(name, name)
        with contextlib.suppress(LookupError, ValueError):  # it names no encoding
            return data.decode(meant, "replace")
    return _guess(data)


def _guess(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _decode(data: bytes) -> DecodedText:
    for signature, thing in _SIGNATURES.items():
        if data.startswith(signature):
            raise ReadError(f"is {thing}, not text")
    for mark, codec, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return DecodedText(_unify(_decode_strictly(data, codec, name or "UTF-8")), name)
    if b"\0" in data:
        return _decode_unmarked(data)
    controls = sum(byte < 0x20 and byte not in _TEXT_CONTROLS for byte in data[:65536])
    if controls > _MOST_CONTROLS * min(len(data), 65536):
        raise ReadError("is a binary file, not text")
    # In bytes, where a text takes the least room; no other sign has a byte of these.
    data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        return DecodedText(data.decode("utf-8"), None)
    except UnicodeDecodeError:
        return _decode_legacy(data)


def _unify(text: str) -> str:
    """Return a text with the line breaks that are stored."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode_strictly(data: bytes, codec: str, name: str) -> str:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        raise ReadError(f"claims to be {name} but is damaged") from None
    if "\0" in text:
        raise ReadError("is a binary file, not text")
    return text


def _decode_unmarked(data: bytes) -> DecodedText:
    """Read UTF-16 that does not say so: in most languages every other byte is zero."""
    sample = data[: min(len(data), 65536) & ~1]
    pairs = max(1, len(sample) // 2)
    even, odd = sample[::2].count(0) / pairs, sample[1::2].count(0) / pairs
    for most, least, codec in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if most > 0.4 and least < 0.05 and len(data) % 2 == 0:
            return DecodedText(_unify(_decode_strictly(data, codec, "UTF-16")), "UTF-16")
    raise ReadError("is a binary file, not text")


def _decode_legacy(data: bytes) -> DecodedText:
    """Read Windows-1252 where nothing speaks against it, or name what else it seems to be."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if text and _is_western(text):
        return DecodedText(text, "Windows-1252")
    import charset_normalizer  # hardly ever needed

    guess = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
    named = f"it looks like {_name_codec(guess.encoding)}" if guess else "unknown encoding"
    raise ReadError(f"is not UTF-8 ({named}); save it as UTF-8")


def _is_western(text: str) -> bool:
    """Tell whether text read as Windows-1252 could be what was meant.

    Other code pages put letters where Windows-1252 has signs or rare letters, or make letters
    beyond ASCII the rule, and so give themselves away; Hungarian, Romanian, Croatian and Latvian
    only by where õ, ã, æ and ç would stand, DOS and Macintosh pages by quotes inside words.
    """
    counts = Counter(text)
    letters = sum(count for sign, count in counts.items() if sign.isalpha())
    beyond = {sign: count for sign, count in counts.items() if sign >= "\x80"}
    accents = sum(count for sign, count in beyond.items() if sign.isalpha())
    return (
        _WESTERN_SIGNS.issuperset(beyond)
        and accents <= _MOST_ACCENTS * letters
        and not ("õ" in beyond and "ã" not in beyond)
        and not _STRAY.search(text)
    )


def _name_codec(codec: str) -> str:
    name = codecs.lookup(codec).name
    if name == "cp932":
        return "Shift_JIS"
    if name.startswith("cp125"):
        return name.replace("cp", "Windows-")
    return name.replace("_", "-").upper()
