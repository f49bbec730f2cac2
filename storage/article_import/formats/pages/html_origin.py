"""Where a page stood that was saved or archived, and when: what the copy says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from storage.article_import.web.archives import name_archive, parse_copy
from storage.tables.article_fields import parse_address
from storage.wording.written_dates import parse_date

_TOP = 16_384
"""Characters at the top of a page in which a browser or a program says where it saved it from."""
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)\s*(https?://[^\s>]{1,4000})", re.I)
_SINGLE_FILE = re.compile(
    r"<!--\s*(?:page saved with|archive processed by) single-?file\s+url:\s*(\S{1,4000})"
    r"(?:\s+saved date:\s*([^\n]{1,100}))?",
    re.IGNORECASE,
)
_MONOLITH = re.compile(
    r"<!--\s*saved from (https?://\S{1,4000}) at (\S{10,30}) using monolith", re.I
)
_HTTRACK = re.compile(
    r"<!--\s*mirrored from (\S{1,4000}) by httrack website copier[^,]{0,80}, ([^>]{10,60}?)\s*-->",
    re.IGNORECASE,
)
_JAVASCRIPT = re.compile(r"(\w{3} \w{3} \d{2} \d{4} \d{2}:\d{2}:\d{2}) GMT([+-]\d{4})")
_DIGITS = re.compile(r"\d{14}")
_TOOLBARS = (
    "//*[starts-with(@id, 'wm-ipp') or @id='donato' or @id='wm-capinfo' or @id='wm-btns']",
    "//*[@id='HEADER' and (.//input[@name='q'] or .//a[contains(@href, 'archive.')])]",
    "//*[@id='FOOTER' and .//a[contains(@href, 'archive.')]]",
    "//*[@id='hashtags' or @id='DIVALREADY' or @id='DIVSHARE' or @id='DIVALREADY2']",
    "//*[starts-with(@id, 'savepage-') or starts-with(@class, 'savepage-')]",
    "//*[starts-with(@id, 'ukwa-') or starts-with(@id, 'arquivo-') or @id='archiveit-banner']",
)
"""What archives and programs put beside a page."""


class Origin(NamedTuple):
    """Where a page stood, and what its copy is; empty where nothing says so."""

    address: str = ""
    """The page's own, whatever archive the copy lies in."""
    captured: str = ""
    """When the copy was made, as ISO 8601."""
    archive: str = ""
    """What the archive is called that has it."""


def find_origin(markup: str, root: Any, address: str = "") -> Origin:
    """Return the origin of a page; `address` is where it was fetched, or is said to have been.

    `markup` is the page as text, `root` its tree: a program that saved it writes into either.
    """
    told = [(address, ""), *_list_saved(markup[:_TOP]), *_list_attributes(root)]
    stated = [
        (url, _parse_time(time)) for url, time in told if url and parse_address(url) is not None
    ]
    links = root.xpath(
        "//link[@rel='canonical' or @rel='bookmark']/@href | //meta[@property='og:url']/@content"
        " | //*[@id='HEADER']//input[@name='q']/@value"
    )
    copies = [copy for one in [url for url, _ in stated] + links if (copy := parse_copy(str(one)))]
    captured = next(filter(None, (copy.captured for copy in copies)), "")
    captured = captured or next(filter(None, (time for _, time in stated)), "")
    if not copies:
        return Origin(stated[0][0] if stated else "", captured)
    own = [copy.address for copy in copies if copy.address]
    own += [str(one) for one in links if find_host(one) and not is_archived(str(one))]
    archive = next(filter(None, (copy.archive for copy in copies)), "")
    return Origin(own[0] if own else "", captured or _read_capture(root), archive)


def is_archived(address: str) -> bool:
    """Tell whether an address lies in a known archive, or is that of a copy in another."""
    return bool(name_archive(find_host(address))) or parse_copy(address) is not None


def remove_toolbars(root: Any) -> None:
    """Take out of a page what an archive, or a program that saved it, has put into it."""
    for path in _TOOLBARS:
        for element in root.xpath(path):
            if element.getparent() is not None:
                element.drop_tree()


def find_host(address: str) -> str:
    """Return the host of an address; empty where it has none."""
    try:
        return urlsplit(str(address)).hostname or ""
    except ValueError:
        return ""


def _list_saved(top: str) -> Iterator[tuple[str, str]]:
    """Yield address and time from what programs write into comments."""
    for pattern in (_SINGLE_FILE, _MONOLITH, _HTTRACK):
        if match := pattern.search(top):
            url = match[1] if "://" in match[1] else f"http://{match[1]}"
            yield url, match[2] or ""
    if match := _SAVED_FROM.search(top):
        yield match[1], ""


def _list_attributes(root: Any) -> Iterator[tuple[str, str]]:
    """Yield address and time from what programs write into attributes."""
    # WebScrapBook
    if root.get("data-scrapbook-source"):
        yield root.get("data-scrapbook-source"), root.get("data-scrapbook-create") or ""
    # Save Page WE
    metas = {meta.get("name"): meta.get("content") or "" for meta in root.xpath("//meta[@name]")}
    if metas.get("savepage-url"):
        yield metas["savepage-url"], metas.get("savepage-date", "")


def _parse_time(written: str) -> str:
    """Return a time in UTC, however a program writes it; empty where it cannot be read."""
    try:
        if match := _JAVASCRIPT.search(written):
            time = datetime.strptime(f"{match[1]} {match[2]}", "%a %b %d %Y %H:%M:%S %z")
        elif match := _DIGITS.match(written):
            time = datetime.strptime(match[0], "%Y%m%d%H%M%S")
        elif told := parse_date(written):
            return told
        else:
            time = parsedate_to_datetime(written)
    except ValueError:
        return ""
    return parse_date(time.isoformat()) or ""


def _read_capture(root: Any) -> str:
    """Return the time that archive.today shows over a copy."""
    times = root.xpath("//*[@id='HEADER']//time/@datetime | //time[@itemprop='pubdate']/@datetime")
    return next(filter(None, (_parse_time(str(one)) for one in times)), "")
