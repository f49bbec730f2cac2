"""Bytes to text: what is surely recognised is read, the rest refused by name."""

from __future__ import annotations

import codecs
import contextlib
import re
from typing import NamedTuple

from storage.article_import.encodings.damaged import MOST_LOST, read_damaged
from storage.article_import.encodings.legacy import LOST, name_likeliest
from storage.article_import.encodings.mojibake import mend_mojibake
from storage.article_import.encodings.pages import decode_markup
from storage.article_import.encodings.wide import find_wide_codec
from storage.errors import ReadError
from storage.wording.joined_words import join_words
from storage.wording.plural import pluralize

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
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
_JAPANESE_IN_ASCII = re.compile(rb"\x1b\$[@B]")
"""What shifts to Japanese in ISO-2022-JP, all of which is ASCII too."""
_CHINESE_IN_ASCII = re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e]){2,}~\}")
"""A run of Chinese in HZ (RFC 1843)."""
_SIGN = re.compile(r"\S")
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\v\x1b\x07\x08\x0e\x0f\x1a")
_MOST_CONTROLS = 0.05
"""Share of other control characters at which bytes are no text any more."""
_MOST_PADDING = 4096
"""Zeros behind a text that fill up a sector, or what a program had set aside."""
_MOST_ZEROS = 0.005
"""Share of bytes that are zero above which a text is none."""


class DecodedText(NamedTuple):
    """A text as it is stored: no byte order mark, line breaks are LF."""

    text: str
    notice: str = ""
    """How it was read where it was no clean UTF-8: words that follow a file's name."""


def decode(data: bytes) -> DecodedText:
    """Decode the bytes of one article.

    Bytes that are no sign of its encoding become `�`. `ReadError` says, in words that follow a
    file's name, why they are no readable text.
    """
    text, notice = _decode(data)
    if _SIGN.search(text) is None:
        raise ReadError("is empty")
    text, mended = mend_mojibake(text)
    garbled = f"had {pluralize(mended, 'garbled line')}, read as meant" if mended else ""
    return DecodedText(text, _join_notices(notice, garbled))


def decode_page(data: bytes, stated: str = "") -> str:
    """Decode a web page, see `decode_markup`, without saying how it was read."""
    return decode_markup(data, stated).text


def _decode(data: bytes) -> DecodedText:
    for signature, thing in _SIGNATURES.items():
        if data.startswith(signature):
            raise ReadError(f"is {thing}, not text")
    for mark, codec, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_marked(data, codec, name)
    if b"\0" in data:
        return _decode_unmarked(data)
    controls = sum(byte < 0x20 and byte not in _TEXT_CONTROLS for byte in data[:65536])
    if controls > _MOST_CONTROLS * min(len(data), 65536):
        return _decode_wide(data)
    if _JAPANESE_IN_ASCII.search(data):
        with contextlib.suppress(UnicodeDecodeError):
            return DecodedText(_unify(data.decode("iso2022_jp")), "was read as ISO-2022-JP")
    if _CHINESE_IN_ASCII.search(data):
        with contextlib.suppress(UnicodeDecodeError):
            return DecodedText(_unify(data.decode("hz")), "was read as HZ")
    # In bytes, where a text takes the least room; no other sign has a byte of these.
    data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        return DecodedText(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_damaged(data)


def _unify(text: str) -> str:
    """Return a text with the line breaks that are stored."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode_marked(data: bytes, codec: str, name: str) -> DecodedText:
    """Decode what says what it is; `ReadError` where it hardly is."""
    try:
        text, lost = data.decode(codec), 0
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
        lost = text.count(LOST)
    if "\0" in text:
        raise ReadError("is a binary file, not text")
    if lost > MOST_LOST * len(text):
        raise ReadError(f"claims to be {name} but is damaged")
    named = f"was read as {name}" if name != "UTF-8" else ""
    return DecodedText(_unify(text), _join_notices(named, _count_lost(lost)))


def _decode_unmarked(data: bytes) -> DecodedText:
    """Read UTF-16 that does not say so, where in most languages every other byte is zero.

    A zero here and there is damage to UTF-8; two side by side are of something else.
    """
    sample = data[: min(len(data), 65536) & ~1]
    pairs = max(1, len(sample) // 2)
    even, odd = sample[::2].count(0) / pairs, sample[1::2].count(0) / pairs
    for most, least, codec in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if most > 0.4 and least < 0.05:
            return _decode_marked(data, codec, "UTF-16")
    written = data.rstrip(b"\0")
    if b"\0" not in written and len(data) - len(written) <= min(len(written), _MOST_PADDING):
        with contextlib.suppress(UnicodeDecodeError):
            padding = pluralize(len(data) - len(written), "zero byte")
            text = written.decode("utf-8")
            return DecodedText(_unify(text), f"had {padding} at its end, left out")
    zeros = data.count(0)
    if b"\0\0" not in data and zeros <= _MOST_ZEROS * len(data):
        with contextlib.suppress(UnicodeDecodeError):
            text = data.decode("utf-8").replace("\0", LOST)
            return DecodedText(_unify(text), _count_lost(zeros))
    return _decode_wide(data)


def _decode_wide(data: bytes) -> DecodedText:
    """Read UTF-16 in another script, which does not say so; `ReadError` for what is none."""
    codec = find_wide_codec(data)
    if codec is None:
        raise ReadError("is a binary file, not text")
    return _decode_marked(data, codec, "UTF-16")


def _decode_damaged(data: bytes) -> DecodedText:
    found = read_damaged(data)
    if found is None:
        if find_wide_codec(data) is not None:
            return _decode_wide(data)
        likeliest = name_likeliest(data)
        named = f"it looks like {likeliest}" if likeliest else "unknown encoding"
        raise ReadError(f"is not UTF-8 ({named}); save it as UTF-8")
    mixed = "UTF-8, some lines as " if found.is_mixed else ""
    named = f"was read as {mixed}{found.encoding}" if found.encoding else ""
    return DecodedText(found.text, _join_notices(named, _count_lost(found.lost)))


def _count_lost(count: int) -> str:
    return "" if not count else f"has {pluralize(count, 'damaged character')}, shown as {LOST}"


def _join_notices(*notices: str) -> str:
    return join_words(one for one in notices if one)
