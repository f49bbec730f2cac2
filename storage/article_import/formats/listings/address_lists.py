"""Files that hold addresses and nothing else: lists of them, and links as desktops save them."""

from __future__ import annotations

import configparser
import plistlib
import re
from collections.abc import Iterable, Iterator

from storage.article_import.decode_text import decode
from storage.article_import.input_format import InputFormat
from storage.article_import.parsed import FeedEntry, Listing
from storage.errors import ReadError
from storage.limits import MOST_ENTRIES
from storage.web_addresses import has_web_scheme, split_address

_LOOKED_AT = 4096
"""Bytes by which a list of addresses is recognised."""
_COMMENT = ("#", ";")
_LINK_SECTIONS = ("InternetShortcut", "Desktop Entry")
"""The sections of links as Windows and as the desktops of freedesktop.org save them."""
_LINK_SECTION = rb"^\[(?:InternetShortcut|Desktop Entry)\]\s*$"
_LEADING = re.compile(r"(?:[-*•]|\d{1,4}[.)])\s+")
_BRACKETS = re.compile(r"<(\S+)>\Z")
_MARKDOWN = re.compile(r"\[[^\]\n]{0,500}\]\(<?(\S+?)>?\)\Z")


def _looks_like_addresses(data: bytes) -> bool:
    start = data[: _LOOKED_AT + 1].removeprefix(b"\xef\xbb\xbf")
    if b"://" not in start:
        return False
    lines = start.decode("utf-8", "replace").splitlines()
    # The last line may be cut where the look ends.
    whole = lines[:-1] if len(data) > _LOOKED_AT else lines
    found = list(_read_lines("\n".join(whole)))
    return bool(found) and all(address for _, address in found)


def _looks_like_link(data: bytes) -> bool:
    return re.search(_LINK_SECTION, data[:_LOOKED_AT], re.IGNORECASE | re.MULTILINE) is not None


def _looks_like_mac_link(data: bytes) -> bool:
    is_list = data.startswith(b"bplist00") or b"<!DOCTYPE plist" in data[:_LOOKED_AT]
    is_archive = b"WebMainResource" in data  # a page as Safari saves it
    return is_list and not is_archive and len(data) < _LOOKED_AT and b"URL" in data


ADDRESSES = InputFormat(
    name="addresses",
    called="a list of addresses",
    read=lambda document: read_addresses(document.data),
    looks_like=_looks_like_addresses,
    within=("text",),
)
LINK = InputFormat(
    name="link",
    called="a link",
    read=lambda document: read_link(document.data),
    endings=(".url", ".desktop"),
    looks_like=_looks_like_link,
)
MAC_LINK = InputFormat(
    name="mac_link",
    called="a link",
    read=lambda document: read_mac_link(document.data),
    endings=(".webloc",),
    looks_like=_looks_like_mac_link,
)


def read_addresses(data: bytes) -> Listing:
    """Return what a list names, one address a line; bullets, numbers and comments are passed over.

    `ReadError` where a line is something else.
    """
    text, _ = decode(data)
    found = list(_read_lines(text))
    wrong = next((number for number, address in found if not address), None)
    if wrong is not None:
        raise ReadError(f"lists addresses, but line {wrong} is none; take it out")
    return _list_whole(address for _, address in found)


def _read_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the number and the address of each line that has to be one; empty where it is none.

    A line that is none is the title of what follows, where that is an address and each has one.
    """
    lines = [
        (number, line)
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip() and not line.lstrip().startswith(_COMMENT)
    ]
    found = [(number, _read_line(line)) for number, line in lines]
    are_pairs = len(found) > 2 and all(address for _, address in found[1::2])
    if are_pairs and not any(address for _, address in found[::2]):
        found = found[1::2] + found[len(found) // 2 * 2 :]
    yield from found


def _read_line(line: str) -> str:
    """Return the address that a line is; empty where it is anything else.

    Its title may stand behind a bar, as OneTab writes it, or in the brackets of Markdown.
    """
    said = _LEADING.sub("", line.strip(), count=1)
    said = said.partition(" | ")[0].strip()
    bracketed = _BRACKETS.match(said) or _MARKDOWN.match(said)
    said = bracketed[1] if bracketed else said
    is_one = has_web_scheme(said) and not re.search(r"\s", said)
    return said if is_one and split_address(said) is not None else ""


def read_link(data: bytes) -> Listing:
    """Return the address that a saved link leads to; `ReadError` where it leads to none."""
    text, _ = decode(data)
    parser = configparser.RawConfigParser(strict=False, allow_no_value=True)
    try:
        parser.read_string(text)
    except configparser.Error as error:
        raise ReadError("is not a link that Copydesk can read") from error
    found = [parser.get(section, "url", fallback=None) for section in _LINK_SECTIONS]
    return _list_whole(filter(None, found))


def read_mac_link(data: bytes) -> Listing:
    """Return the address that a link of macOS leads to; `ReadError` where it leads to none."""
    try:
        held = plistlib.loads(data)
    except (plistlib.InvalidFileException, ValueError, OverflowError, RecursionError) as error:
        raise ReadError("is not a link that Copydesk can read") from error
    address = held.get("URL") if isinstance(held, dict) else None
    return _list_whole([address] if isinstance(address, str) else [])


def _list_whole(addresses: Iterable[str]) -> Listing:
    found = list(dict.fromkeys(map(str.strip, addresses)))
    if not found:
        raise ReadError("has no web address")
    if len(found) > MOST_ENTRIES:
        raise ReadError(f"lists more than {MOST_ENTRIES:,} addresses; split it")
    return Listing("", [FeedEntry("", address) for address in found], is_whole=True)
