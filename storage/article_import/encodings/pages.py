"""Web pages that say in what encoding they are, rightly or wrongly."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from storage.article_import.encodings.damaged import read_damaged
from storage.article_import.encodings.legacy import LOST, name_codec
from storage.article_import.encodings.misnamed import find_misnamed
from storage.wording.plural import pluralize

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
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
_TAG = re.compile(rb"<(script|style)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_SEQUENCE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_BY_CHANCE = 10
"""Signs in UTF-8 that a short text in an encoding of several bytes a sign may have by chance."""
_SEVERAL_BYTES = ("gb18030", "cp932", "cp949", "big5", "euc_jp", "iso2022_jp", "hz", "big5hkscs")


class DecodedPage(NamedTuple):
    """The markup of a page."""

    text: str
    notice: str = ""
    """How it was read where that is not as it says: words that follow a file's name."""


def decode_markup(data: bytes, stated: str = "") -> DecodedPage:
    """Decode a web page; nothing is refused, what is damaged is replaced by `�`.

    A byte order mark knows best, then `stated`, which is what the server said, then the page, as
    in browsers; but what is UTF-8 is read as that whatever it is called, and what is called UTF-8
    or something else and surely is not, as what it surely is. A page that says nothing is UTF-8,
    else Windows-1252.
    """
    for mark, codec in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return DecodedPage(data.decode(codec, "replace"))
    codecs_stated = _list_stated(data, stated)
    if not codecs_stated:
        return _decode_unstated(data)
    said = codecs_stated[0]
    if said == "utf-8":
        return _decode_as_utf_8(data, codecs_stated[1:])
    if _is_utf_8(data, said):
        called = name_codec(said)
        notice = f"says that it is {called} but is UTF-8, and was read as that"
        return DecodedPage(data.decode("utf-8"), notice)
    meant = find_misnamed(_TAG.sub(b" ", data), said)
    if meant is not None:
        notice = f"says that it is {name_codec(said)} but is {meant.called}, and was read as that"
        return DecodedPage(data.decode(meant.codec, "replace"), notice)
    return DecodedPage(data.decode(said, "replace"))


def _list_stated(data: bytes, stated: str) -> list[str]:
    """Return the encodings that server and page name, as Python knows them, each once."""
    inside = _STATED.search(data[:_STATED_WITHIN])
    named = [stated, (inside[1] or inside[2]).decode("ascii") if inside else ""]
    found: list[str] = []
    for name in filter(None, (one.strip("\"' ").lower() for one in named)):
        # A page that names its encoding in ASCII is no UTF-16.
        meant = "utf-8" if inside and name.startswith("utf-16") else _MEANT.get(name, name)
        try:
            "".encode(meant)  # codecs that are not of text are no encodings
            codec = codecs.lookup(meant).name
        except (LookupError, ValueError):
            continue
        if codec not in found:
            found.append(codec)
    return found


def _decode_unstated(data: bytes) -> DecodedPage:
    try:
        return DecodedPage(data.decode("utf-8"))
    except UnicodeDecodeError:
        read = _read_legacy(data)
    return DecodedPage(data.decode("cp1252", "replace") if read is None else read.text)


def _decode_as_utf_8(data: bytes, others: list[str]) -> DecodedPage:
    """Read what is called UTF-8, and may be what else is stated, or what it surely is."""
    try:
        return DecodedPage(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    for codec in others:
        try:
            return DecodedPage(data.decode(codec), _tell_meant(codec))
        except (UnicodeDecodeError, LookupError):
            continue
    read = _read_legacy(data)
    if read is not None:
        return read
    text = data.decode("utf-8", "replace")
    lost = pluralize(text.count(LOST), "damaged character")
    return DecodedPage(text, f"has {lost}, shown as {LOST}")


def _read_legacy(data: bytes) -> DecodedPage | None:
    """Read a page that is no UTF-8, in whole or in part; None where no encoding is sure."""
    # Tags are ASCII in all encodings, and say nothing of that of the text.
    read = read_damaged(_TAG.sub(b" ", data))
    if read is None or not read.encoding:
        return None
    if read.is_mixed:
        whole = read_damaged(data)
        text = data.decode("utf-8", "replace") if whole is None else whole.text
    else:
        try:
            text = data.decode(read.encoding, "replace")
        except LookupError:
            return None
    part = " in part" if read.is_mixed else ""
    told = f"says that it is UTF-8 but is {read.encoding}{part}, and was read as that"
    return DecodedPage(text, told)


def _tell_meant(codec: str) -> str:
    return f"was sent as UTF-8 but is {name_codec(codec)}, and was read as that"


def _is_utf_8(data: bytes, said: str) -> bool:
    """Tell whether a page is UTF-8 that is called something else."""
    if data.isascii() or said.startswith(("utf", "idna", "punycode")):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    if said in _SEVERAL_BYTES and len(_SEQUENCE.findall(data)) < _BY_CHANCE:
        try:
            data.decode(said)
        except UnicodeDecodeError:
            return True
        return False
    return True
