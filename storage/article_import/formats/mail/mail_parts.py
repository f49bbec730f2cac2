"""What is in a mail: its headers, its text, its page, the mails that it carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from storage.article_import.decode_text import decode_page
from storage.wording.written_dates import parse_date

if TYPE_CHECKING:
    from email.message import EmailMessage

_PAGES = ("text/html", "application/xhtml+xml")
_DOCUMENTS = (
    *(".pdf", ".doc", ".docx", ".odt", ".rtf", ".pages", ".epub", ".txt", ".md"),
    *(".htm", ".html", ".mht", ".mhtml", ".csv", ".xlsx"),
)
_SENDER = re.compile(r"(.*?)\s*[<\[(](?:mailto:)?([^\s<>\[\]()]+@[^\s<>\[\]()]+)[>\])]", re.DOTALL)


def find_body(message: EmailMessage, kind: str) -> EmailMessage | None:
    """Return the part that is the mail as `plain` or `html`; None where there is none."""
    from email.message import EmailMessage

    try:
        found: Any = message.get_body(preferencelist=(kind,))
    except (AttributeError, KeyError, TypeError, ValueError):
        return None  # the structure is damaged
    return found if isinstance(found, EmailMessage) else None


def iterate_carried(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the mails that are attached to one, not those that are attached to these."""
    from email.message import EmailMessage

    pending: list[Any] = [message]
    while pending:
        part = pending.pop(0)
        inner = part.get_payload()
        if not isinstance(inner, list):
            continue
        if part.get_content_type() == "message/rfc822":
            yield from (one for one in inner[:1] if isinstance(one, EmailMessage))
        elif part.get_content_maintype() == "multipart":
            pending = [*inner, *pending]


class Attachments(NamedTuple):
    """What is attached to a mail beside pictures and other mails."""

    pages: list[EmailMessage]
    documents: list[str]
    """The names of files that hold text, but are no pages."""


def list_attachments(message: EmailMessage) -> Attachments:
    """Return what is attached to a mail itself, not to those that it carries."""
    found = Attachments([], [])
    try:
        parts: list[Any] = list(message.iter_attachments())
    except (AttributeError, KeyError, TypeError, ValueError):
        return found  # the structure is damaged
    for part in parts:
        name = " ".join(str(part.get_filename() or "").split())
        if part.get_content_type() in _PAGES and part.get_content_disposition() == "attachment":
            found.pages.append(part)
        elif name.lower().endswith(_DOCUMENTS):
            found.documents.append(name)
    return found


def decode_part(part: EmailMessage) -> str:
    """Return what a part says, in whatever encoding; empty where it is damaged."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    return decode_page(data, part.get_content_charset("") or "")


def read_plain(part: EmailMessage) -> str:
    """Return the text of a part of plain text, lines that flow as one."""
    text = decode_part(part).replace("\r\n", "\n").replace("\r", "\n")
    if "flowed" not in str(part.get_param("format", "")).lower():
        return text
    # RFC 3676: a line that ends with a space goes on in the next one, except in a signature.
    drop = "yes" in str(part.get_param("delsp", "")).lower()
    text = re.sub(r"^ ", "", text, flags=re.MULTILINE)
    return re.sub(r"(?<!^--) \n(?!>)", "" if drop else " ", text, flags=re.MULTILINE)


def read_header(message: EmailMessage, name: str) -> str:
    """Return a header on one line; empty where it is none, or is damaged."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except Exception:  # the parser of headers fails in many ways on damaged ones
        return ""


def read_sent(message: EmailMessage) -> str:
    """Return when a mail was sent as ISO 8601; empty where it does not say."""
    try:
        sent = getattr(message.get("Date"), "datetime", None)
    except Exception:  # as above
        return ""
    return (parse_date(sent.isoformat()) or "") if sent is not None else ""


def split_sender(written: str) -> tuple[str, str]:
    """Return the outlet that a sender is, and the name; the host stands for one without a name.

    Programs that forward a mail write senders in ways of their own: a name without an address or
    quotation marks, an address in square brackets.
    """
    from email.utils import parseaddr

    told = _SENDER.fullmatch(written.strip())
    if told is not None:
        name, address = told[1].strip(" \"'"), told[2]
    elif "@" in written:
        name, address = parseaddr(written)
    else:
        name, address = written.strip(" \"'"), ""
    return name or address.rpartition("@")[2], name
