"""Mails and newsletters: the text, else the text of the page in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from storage.article_import.decode_text import decode_page
from storage.article_import.formats.html import parse_tree
from storage.article_import.formats.html_text import parse_html
from storage.article_import.input_format import InputFormat, take_beginning
from storage.article_import.parsed import ParsedArticle
from storage.errors import ReadError
from storage.wording.written_dates import parse_date

if TYPE_CHECKING:
    from email.message import EmailMessage

_HEADERS = re.compile(rb"(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+(?:\n|\Z)")
_TELLING_HEADERS = (
    re.compile(rb"^From:", re.M | re.I),
    re.compile(rb"^(Date|Message-ID):", re.M | re.I),
)
_FEW = 40
"""Words of a text part below which the page beside it is the mail, and the text an excuse."""


def _looks_like_mail(data: bytes) -> bool:
    headers = _HEADERS.match(take_beginning(data).replace(b"\r\n", b"\n"))
    return headers is not None and all(one.search(headers[0]) for one in _TELLING_HEADERS)


MAIL = InputFormat(
    name="mail",
    called="an email",
    read=lambda document: read_mail(document.data),
    endings=(".eml",),
    content_types=("message/rfc822",),
    looks_like=_looks_like_mail,
    articles="email",
)


def read_mail(data: bytes) -> ParsedArticle:
    """Return text, subject, sender and date of a mail; attachments are left out.

    `ReadError` where it has no text.
    """
    import email
    import email.policy
    from email.utils import parseaddr

    message = email.message_from_bytes(data, policy=email.policy.default)
    plain, page = (_find_part(message, kind) for kind in ("plain", "html"))
    text, notice = _read_plain(plain) if plain is not None else "", ""
    if page is not None and len(text.split()) < _FEW:
        tree = parse_html(_decode_part(page))
        of_page = parse_tree(tree) if tree.root is not None else ParsedArticle("")
        if len(of_page.text.split()) > len(text.split()):
            text, notice = of_page.text, of_page.notice
    if not text.strip():
        raise ReadError("has no text")
    name, address = parseaddr(_read_header(message, "From"))
    sender = name or address.rpartition("@")[2]
    return ParsedArticle(
        text,
        _read_header(message, "Subject"),
        sender,
        name,
        _read_date(message),
        notice=notice,
    )


def _find_part(message: EmailMessage, kind: str) -> EmailMessage | None:
    from email.message import EmailMessage

    try:
        found: Any = message.get_body(preferencelist=(kind,))
    except (AttributeError, KeyError, TypeError, ValueError):
        return None  # the structure is damaged
    return found if isinstance(found, EmailMessage) else None


def _decode_part(part: EmailMessage) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    return decode_page(data, part.get_content_charset("") or "")


def _read_plain(part: EmailMessage) -> str:
    text = _decode_part(part).replace("\r\n", "\n").replace("\r", "\n")
    if "flowed" not in str(part.get_param("format", "")).lower():
        return text
    # RFC 3676: a line that ends with a space goes on in the next one, except in a signature.
    drop = "yes" in str(part.get_param("delsp", "")).lower()
    text = re.sub(r"^ ", "", text, flags=re.MULTILINE)
    return re.sub(r"(?<!^--) \n(?!>)", "" if drop else " ", text, flags=re.MULTILINE)


def _read_header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())
    except Exception:  # the parser of headers fails in many ways on damaged ones
        return ""


def _read_date(message: EmailMessage) -> str:
    try:
        sent = getattr(message.get("Date"), "datetime", None)
    except Exception:  # as above
        return ""
    return (parse_date(sent.isoformat()) or "") if sent is not None else ""
