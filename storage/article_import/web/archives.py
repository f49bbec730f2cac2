"""Addresses of copies in web archives: of which page they are, and when it was captured."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from storage.web_addresses import has_web_scheme

_WAYBACK = re.compile(r"/(\d{4,14})(?:[a-z]{2}_)?/(https?:/{1,2}[^\s]+|www\.[^\s]+)", re.IGNORECASE)
"""A time and an address in a path, as the Wayback Machine and its like have them."""
_TODAY = re.compile(
    r"/(?:(\d{4})\.(\d\d)\.(\d\d)-(\d{6})|newest|oldest|o/\w{5,6}|timegate)/(https?:/{1,2}[^\s]+)",
    re.IGNORECASE,
)
_SHORT = re.compile(r"/\w{4,6}(?:/(?:image|again|share))?/?")
"""The path of a copy in archive.today that does not say of what."""
_NAMES = {
    "web.archive.org": "the Wayback Machine",
    "wayback.archive.org": "the Wayback Machine",
    "archive.today": "archive.today",
    "archive.ph": "archive.today",
    "archive.is": "archive.today",
    "archive.li": "archive.today",
    "archive.md": "archive.today",
    "archive.vn": "archive.today",
    "archive.fo": "archive.today",
    "archive-it.org": "Archive-It",
    "arquivo.pt": "Arquivo.pt",
    "webarchive.org.uk": "the UK Web Archive",
    "nationalarchives.gov.uk": "the UK Government Web Archive",
    "webarchive.loc.gov": "the archive of the Library of Congress",
    "bibalex.org": "the Wayback Machine",
    "vefsafn.is": "Vefsafn",
    "perma.cc": "Perma.cc",
    "ghostarchive.org": "Ghostarchive",
    "webcitation.org": "WebCite",
    "megalodon.jp": "Megalodon",
}
"""What archives are called, by the end of their hosts."""
_FULL = 14
"""Digits of a time of capture down to the second."""


class ArchiveCopy(NamedTuple):
    """What the address of a copy in an archive says."""

    address: str
    """The page's own; empty where the address of the copy does not have it."""
    captured: str
    """When, as far as it is told to the day, as ISO 8601; empty where it is not."""
    archive: str
    """What the archive is called; empty where it is none that is known."""


def parse_copy(address: str) -> ArchiveCopy | None:
    """Return of what page `address` is an archive's copy; None where it is none's.

    That is an address in one of the known archives, or one that has a time down to the second and
    another address in its path, as all archives have that run the same programs.
    """
    if not has_web_scheme(address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    archive = name_archive(parts.hostname or "")
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    if archive == "archive.today" and (match := _TODAY.match(path)):
        day = "".join(match[part] or "" for part in (1, 2, 3, 4))
        return ArchiveCopy(_mend_address(match[5]), _parse_time(day), archive)
    match = _WAYBACK.search(path)
    if match is not None and (archive or len(match[1]) == _FULL):
        return ArchiveCopy(_mend_address(match[2]), _parse_time(match[1]), archive)
    if archive == "archive.today" and _SHORT.fullmatch(parts.path):
        return ArchiveCopy("", "", archive)
    return None


def name_archive(host: str) -> str:
    """Return what the archive at a host is called; empty where none is known there."""
    host = host.lower()
    return next(
        (name for end, name in _NAMES.items() if host == end or host.endswith(f".{end}")), ""
    )


def _mend_address(written: str) -> str:
    """Return an address as it was before it became part of a path."""
    address = re.sub(r"^(https?):/{1,2}", r"\1://", written, flags=re.IGNORECASE)
    if not has_web_scheme(address):
        address = f"http://{address}"
    return unquote(address) if re.match(r"https?%3a", written, re.IGNORECASE) else address


def _parse_time(digits: str) -> str:
    """Return a time of capture; the day alone where it says no more, empty where it says less."""
    try:
        if len(digits) == _FULL:
            time = datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
            return time.isoformat().replace("+00:00", "Z")
        if len(digits) >= len("20260303"):
            return datetime.strptime(digits[:8], "%Y%m%d").replace(tzinfo=UTC).date().isoformat()
    except ValueError:
        pass
    return ""
