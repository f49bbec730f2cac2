"""Web archives in MHTML (RFC 2557): the page in them, as browsers save it in one file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from storage.article_import.formats.pages.html import read_saved_page
from storage.article_import.input_format import InputFormat, take_beginning
from storage.article_import.parsed import ParsedArticle
from storage.errors import ReadError
from storage.tables.article_fields import parse_address
from storage.wording.written_dates import parse_date

if TYPE_CHECKING:
    from email.message import Message

_HEADERS = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_BY_BROWSERS = re.compile(
    rb"^snapshot-content-location:|^from:[ \t]*\"?<?saved by |^x-maf-information:", re.I | re.M
)
_RELATED = re.compile(rb"^content-type:\s*multipart/related\b", re.I | re.M)
_OF_MAIL = re.compile(rb"^(?:message-id|to|received|delivered-to|return-path):", re.I | re.M)
_PAGES = ("text/html", "application/xhtml+xml")


def _looks_like_mhtml(data: bytes) -> bool:
    headers = _HEADERS.match(take_beginning(data).replace(b"\r\n", b"\n"))
    if headers is None:
        return False
    is_related = _RELATED.search(headers[0]) is not None and not _OF_MAIL.search(headers[0])
    return is_related or _BY_BROWSERS.search(headers[0]) is not None


MHTML = InputFormat(
    name="mhtml",
    called="an MHTML file",
    read=lambda document: read_mhtml(document.data),
    endings=(".mhtml", ".mht"),
    content_types=("multipart/related", "application/x-mimearchive"),
    looks_like=_looks_like_mhtml,
    articles="MHTML files",
    is_unmistakable=True,
)


def read_mhtml(data: bytes) -> ParsedArticle:
    """Return what the saved page says, with the address and the time of saving.

    Pictures, styles and other parts are left alone; of several pages that one counts which was
    saved, else the first that has a text. `ReadError` where none has.
    """
    import email
    import email.policy

    message = email.message_from_bytes(data.lstrip(), policy=email.policy.compat32)
    address = _read_header(message, "Snapshot-Content-Location")
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
    start = str(message.get_param("start") or "")
    pages.sort(key=lambda page: not _is_saved(page, address, start))
    if not pages:
        raise ReadError("has no page in it")
    for page in pages:
        try:
            return _read_page(message, page, address)
        except ReadError:
            continue  # a frame may have the text
    raise ReadError("has no text")


def _read_page(message: Message, page: Message, address: str) -> ParsedArticle:
    data = page.get_payload(decode=True)
    told = [address, *(_read_header(part, "Content-Location") for part in (page, message))]
    # Blink writes UTF-8, whatever the page says.
    charset = str(page.get_content_charset("utf-8" if address else ""))
    found = read_saved_page(
        data if isinstance(data, bytes) else b"",
        charset,
        next((one for one in told if parse_address(one) is not None), ""),
        _read_date(message),
    )
    return found if found.title else found._replace(title=_read_header(message, "Subject"))


def _is_saved(page: Message, address: str, start: str) -> bool:
    """Tell whether a part is the page that was saved, and none that it shows in a frame."""
    return (bool(address) and _read_header(page, "Content-Location") == address) or (
        bool(start) and _read_header(page, "Content-ID") == start
    )


def _read_header(part: Message, name: str) -> str:
    """Return a header as it is meant, on one line."""
    from email.header import decode_header, make_header

    written = " ".join(str(part.get(name) or "").split())
    try:
        return str(make_header(decode_header(written)))
    except (LookupError, ValueError):  # it is encoded in no way that is one
        return written


def _read_date(message: Message) -> str:
    from email.utils import parsedate_to_datetime

    try:
        return parse_date(parsedate_to_datetime(_read_header(message, "Date")).isoformat()) or ""
    except ValueError:
        return ""
