"""What kind of thing some bytes are: by the ending of a name, by what a server says, by a look."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

Kind = Literal["text", "page", "pdf", "epub", "mail", "feed", "outlines"]
"""What is read; `outlines` is OPML, a list of feeds."""

_BY_ENDING: dict[str, Kind] = {
    ".txt": "text",
    ".md": "text",
    ".htm": "page",
    ".html": "page",
    ".xhtml": "page",
    ".pdf": "pdf",
    ".epub": "epub",
    ".eml": "mail",
}
ENDINGS = tuple(_BY_ENDING)
"""Files that a folder is searched for."""

_LISTS: dict[str, Kind] = {".rss": "feed", ".atom": "feed", ".opml": "outlines"}

NOT_READ = {
    ".doc": "a Word document",
    ".docx": "a Word document",
    ".odt": "an office document",
    ".rtf": "an RTF document",
    ".mobi": "an e-book of Amazon's",
    ".azw3": "an e-book of Amazon's",
}
"""Files that people may take for readable, by what they are called."""

ANNOTATIONS = (".json", ".jsonld")
"""Files that annotations come in, no articles."""

_BY_TYPE: dict[str, Kind] = {
    "text/html": "page",
    "application/xhtml+xml": "page",
    "text/plain": "text",
    "text/markdown": "text",
    "text/x-markdown": "text",
    "application/pdf": "pdf",
    "application/x-pdf": "pdf",
    "application/epub+zip": "epub",
    "message/rfc822": "mail",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "text/x-opml": "outlines",
    "application/x-opml+xml": "outlines",
}
_SAYS_LITTLE = frozenset(
    ("", "application/octet-stream", "binary/octet-stream", "application/xml", "text/xml")
)
_LOOK = 4096
"""Bytes that are looked at."""
_EPUB = re.compile(rb"PK\x03\x04.{26}mimetypeapplication/epub\+zip", re.DOTALL)
_XML_ROOT = re.compile(rb"<(?:(?:\w+:)?(rss|feed|RDF|opml)|(html))(?=[\s>/])", re.IGNORECASE)
_PAGE = re.compile(
    rb"\s*<(?:!doctype\s+html|html|head|body|title|meta|article|section|div|p|h1|script|link)"
    rb"(?=[\s>/])",
    re.IGNORECASE,
)
_MAIL_HEADS = re.compile(rb"(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+(?:\n|\Z)")
_MAIL_SIGNS = (
    re.compile(rb"^From:", re.M | re.I),
    re.compile(rb"^(Date|Message-ID):", re.M | re.I),
)


def by_ending(name: str) -> Kind | None:
    """Return what the ending of a file's name or address says; None where it says nothing."""
    ending = PurePath(name).suffix.lower()
    return _BY_ENDING.get(ending) or _LISTS.get(ending)


def by_type(content_type: str) -> Kind | Literal["unknown"] | None:
    """Return what a content type says; None if it is nothing that is read."""
    named = content_type.partition(";")[0].strip().lower()
    return _BY_TYPE.get(named) or ("unknown" if named in _SAYS_LITTLE else None)


def by_look(data: bytes) -> Kind:
    """Return what the first bytes look like; what looks like nothing else is text."""
    if data.startswith(b"%PDF-"):
        return "pdf"
    if _EPUB.match(data):
        return "epub"
    # UTF-16 is read by every other byte, byte order marks are no letters.
    start = data[:_LOOK].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe").lstrip()
    if start.startswith(b"<?xml") or start[:5].lower() in (b"<rss ", b"<feed", b"<opml", b"<rdf:"):
        root = _XML_ROOT.search(start)
        if root is not None:
            if root[2]:
                return "page"
            return "outlines" if root[1].lower() == b"opml" else "feed"
    if _PAGE.match(start):
        return "page"
    start = start.replace(b"\r\n", b"\n")
    heads = _MAIL_HEADS.match(start)
    if heads is not None and all(sign.search(heads[0]) for sign in _MAIL_SIGNS):
        return "mail"
    return "text"
