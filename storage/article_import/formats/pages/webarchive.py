"""Web archives of Safari: the page in a property list, beside the parts that it shows."""

from __future__ import annotations

from typing import Any

from storage.article_import.formats.pages.html import read_saved_page
from storage.article_import.input_format import InputFormat
from storage.article_import.parsed import ParsedArticle
from storage.errors import ReadError
from storage.tables.article_fields import parse_address

_BINARY = b"bplist00"
_MAIN = "WebMainResource"
_FRAMES = "WebSubframeArchives"
_WITHIN = 4096
"""Bytes at the top in which such a property list names its main part."""
_PAGES = ("text/html", "application/xhtml+xml", "")


def _looks_like_webarchive(data: bytes) -> bool:
    top = data[:_WITHIN]
    is_list = top.startswith(_BINARY) or b"<plist" in top
    return is_list and (_MAIN.encode() in top or b"WebResourceData" in top)


WEBARCHIVE = InputFormat(
    name="webarchive",
    called="a Safari web archive",
    read=lambda document: read_webarchive(document.data),
    endings=(".webarchive",),
    content_types=("application/x-webarchive",),
    looks_like=_looks_like_webarchive,
    articles="Safari web archives",
    is_unmistakable=True,
)


def read_webarchive(data: bytes) -> ParsedArticle:
    """Return what the page in it says, with the address where it was saved.

    Where it has no text of its own, that of the first frame that has. `ReadError` where there is
    none, and for what is no page.
    """
    import plistlib
    from xml.parsers.expat import ExpatError

    try:
        loaded = plistlib.loads(data)
    except (plistlib.InvalidFileException, ExpatError, ValueError, LookupError, TypeError):
        raise ReadError("is damaged or not a web archive") from None
    for resource in _list_resources(loaded):
        kind = str(resource.get("WebResourceMIMEType") or "").lower()
        if kind not in _PAGES:
            raise ReadError(f"has no page in it but {kind}")
        try:
            return _read_resource(resource)
        except ReadError:
            continue
    raise ReadError("has no text")


def _list_resources(archive: Any) -> list[dict[str, Any]]:
    """Return the page and those in its frames."""
    if not isinstance(archive, dict):
        return []
    frames = archive.get(_FRAMES)
    parts = [archive, *(frames if isinstance(frames, list) else [])]
    found = (part.get(_MAIN) for part in parts if isinstance(part, dict))
    return [one for one in found if isinstance(one, dict)]


def _read_resource(resource: dict[str, Any]) -> ParsedArticle:
    data = resource.get("WebResourceData")
    charset = resource.get("WebResourceTextEncodingName")
    address = str(resource.get("WebResourceURL") or "")
    return read_saved_page(
        data if isinstance(data, bytes) else b"",
        charset if isinstance(charset, str) else "",
        address if parse_address(address) is not None else "",
    )
