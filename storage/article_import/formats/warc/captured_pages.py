"""The web pages among the records of an archive: what a server answered with status 200 as HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from email.message import Message
from typing import Any, BinaryIO, NamedTuple
from urllib.parse import urlsplit

from storage.article_import.encodings.pages import decode_markup
from storage.article_import.formats.pages.html import read_saved_page
from storage.article_import.formats.warc.http_bodies import UnknownPackingError, read_body
from storage.article_import.formats.warc.warc_records import (
    Gap,
    WarcRecord,
    iterate_records,
)
from storage.article_import.parsed import LeftOut, ParsedArticle
from storage.errors import ReadError
from storage.files import describe_too_large
from storage.limits import LARGEST_BODY
from storage.tables.article_fields import parse_address
from storage.web_addresses import has_web_scheme
from storage.wording.joined_words import join_words
from storage.wording.written_dates import parse_date

_PAGES = ("text/html", "application/xhtml+xml")
_HEAD = 2**16
"""Bytes of a page in which its title is looked for."""
_DECLARED = 2**12
"""Bytes of a page that are decoded at least, as they may name its encoding."""
_TITLE_ENDS = re.compile(rb"</title", re.IGNORECASE)
_TITLE = re.compile(r"<title(?:\s[^>]*)?>(.*?)</title", re.IGNORECASE | re.DOTALL)
_UNFINISHED_TAG = re.compile(rb"<[^<>]*\Z")
_WIDE = (b"\xff\xfe", b"\xfe\xff")


class CapturedPage(NamedTuple):
    """A page as it was captured, whose body is to be read before the next one is asked for."""

    offset: int
    """Of its record."""
    address: str
    captured: str
    """ISO 8601; empty where the archive does not say."""
    headers: Any
    """Those of HTTP, as warcio's `StatusAndHeaders`."""
    content: Any


def iterate_pages(
    stream: BinaryIO, size: int | None, start: int = 0
) -> Iterator[CapturedPage | Gap]:
    """Yield the pages, and the gaps between records; see `iterate_records`.

    Redirects, errors, pictures, robots.txt and what has no address on the web are none.
    """
    for record in iterate_records(stream, size, start):
        found = record if isinstance(record, Gap) else _take_page(record)
        if found is not None:
            yield found


def _take_page(record: WarcRecord) -> CapturedPage | None:
    from warcio.statusandheaders import StatusAndHeadersParser

    address = (record.headers.get_header("WARC-Target-URI") or "").strip().strip("<>")
    is_answer = (record.headers.get_header("WARC-Type") or "").lower() == "response"
    if not is_answer or not has_web_scheme(address) or _is_robots(address):
        return None
    try:
        headers = StatusAndHeadersParser(["HTTP/"], verify=False).parse(record.content)
    except (EOFError, ValueError):
        return None
    if headers.get_statuscode() != "200" or _parse_type(headers).get_content_type() not in _PAGES:
        return None
    captured = parse_date(record.headers.get_header("WARC-Date") or "") or ""
    return CapturedPage(record.offset, address, captured, headers, record.content)


def _is_robots(address: str) -> bool:
    try:
        return urlsplit(address).path == "/robots.txt"
    except ValueError:
        return False


def _parse_type(headers: Any) -> Message:
    message = Message()
    message["Content-Type"] = " ".join((headers.get_header("Content-Type") or "").split())
    return message


def read_title(page: CapturedPage) -> str:
    """Return what a page calls itself; empty where that does not stand at its beginning."""
    try:
        head = read_body(page.content, page.headers, _HEAD)
    except UnknownPackingError:
        return ""
    ends = _TITLE_ENDS.search(head)
    if ends is None and not head.startswith(_WIDE):
        return ""
    if ends is not None:
        # Cut where a tag ends, so that no character is.
        head = head[: head.find(b">", max(ends.end(), _DECLARED)) + 1] or head[: ends.end()]
    found = _TITLE.search(decode_markup(head, _get_charset(page)).text)
    return " ".join(html.unescape(found[1]).split()) if found is not None else ""


def read_captured_page(page: CapturedPage) -> ParsedArticle | LeftOut:
    """Return what a page says, with its address and when it was captured.

    Of one that is cut off it is the beginning, with a notice; one without text is left out.
    """
    if page.content.limit > LARGEST_BODY:
        return LeftOut(page.address, describe_too_large(LARGEST_BODY))
    try:
        body = read_body(page.content, page.headers, LARGEST_BODY + 1)
        if len(body) > LARGEST_BODY:
            raise ReadError(f"{describe_too_large(LARGEST_BODY)} once unpacked")
        is_cut = _is_cut_off(page)
        if is_cut:
            body = _UNFINISHED_TAG.sub(b"", body)
        address = page.address if parse_address(page.address) is not None else ""
        found = read_saved_page(body, _get_charset(page), address, page.captured)
    except UnknownPackingError as error:
        return LeftOut(page.address, f"is packed in a way that is not read, {error}")
    except ReadError as error:
        return LeftOut(page.address, str(error))
    told = [found.notice, "is cut off in the archive; its end is missing" if is_cut else ""]
    return found._replace(notice=join_words(filter(None, told)))


def _is_cut_off(page: CapturedPage) -> bool:
    """Tell whether the archive ends before the record does."""
    while page.content.read(_HEAD):
        continue  # what follows the last chunk
    return bool(page.content.limit)


def _get_charset(page: CapturedPage) -> str:
    return str(_parse_type(page.headers).get_content_charset(""))
