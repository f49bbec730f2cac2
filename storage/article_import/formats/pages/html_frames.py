"""Pages in the frames of a page that is saved in one file: in `srcdoc`, or as a `data:` address."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote_to_bytes

from storage.article_import.decode_text import decode_page
from storage.article_import.formats.markup.html_tables import unwrap_layout_tables
from storage.article_import.formats.markup.html_text import parse_html

_DATA = "data:text/html"
_MOST = 50
"""Frames of a page that are looked at."""


def list_frames(root: Any) -> Iterator[Any]:
    """Yield the roots of the pages in frames that the page itself has; none is fetched."""
    for frame in root.xpath("//iframe[@srcdoc or @src] | //frame[@src]")[:_MOST]:
        markup = frame.get("srcdoc") or _read_data(frame.get("src") or "")
        tree = parse_html(markup) if markup.strip() else None
        if tree is not None and tree.root is not None:
            unwrap_layout_tables(tree.root)
            yield tree.root


def _read_data(address: str) -> str:
    """Return the page that a `data:` address is; empty for any other."""
    head, comma, body = address.strip().partition(",")
    kind, *parameters = head.lower().split(";")
    if kind != _DATA or not comma:
        return ""
    data = unquote_to_bytes(body)
    if "base64" in parameters:
        try:
            data = base64.b64decode(data)
        except binascii.Error:
            return ""
    charsets = [one.removeprefix("charset=") for one in parameters if one.startswith("charset=")]
    return decode_page(data, "".join(charsets[:1]))
