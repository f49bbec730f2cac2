"""Files of annotations that are called as texts, pages or tables are: how each is known."""

from __future__ import annotations

import re

IMPORT = "use `copydesk import`"
"""What to do with annotations, on the command line."""
_BEGINNING = 4096
"""Bytes that are looked at."""
_CLIPPING = re.compile(r"\s*\S[^\n]*\n\s*-[^\n]*\d")
_READWISE = ({"highlight"}, {"book title", "document title", "title"})
_SIDEBAR_TABLE = (
    {"quote", "quote/description"},
    {"comment", "body"},
    {"type", "annotation/reply type"},
    {"group"},
    {"url"},
)
"""Columns of what the sidebar of Hypothesis exports: one of each."""
_SIDEBAR_TEXT = re.compile(r"^Total annotations: \d+\n\s*Total replies: \d+$", re.MULTILINE)
_NOTEBOOK = re.compile(rb"""class=["']noteHeading["']""")
_WEB = (b"//www.w3.org/ns/anno", b'"TextQuoteSelector"', b'"TextPositionSelector"')


def is_kindle(data: bytes) -> bool:
    """Tell whether this looks like the clippings of a Kindle."""
    return b"\n==========" in data and _CLIPPING.match(_decode_beginning(data)) is not None


def is_readwise(data: bytes) -> bool:
    """Tell whether this looks like a table of highlights."""
    return _has_columns(data, _READWISE)


def is_sidebar_table(data: bytes) -> bool:
    """Tell whether this looks like the table that the sidebar of Hypothesis exports."""
    return _has_columns(data, _SIDEBAR_TABLE)


def is_zotero_note(data: bytes) -> bool:
    """Tell whether this looks like a note that Zotero made of annotations."""
    if _is_like_json(data):
        return False
    linked = b"zotero://open" in data and b"annotation=" in data
    return linked or b'data-annotation="%7B' in data


def describe_annotations(data: bytes) -> str:
    """Say what a text, page or table holds instead of an article, and what to do with it.

    In words that follow its name, without a full stop; empty where it holds no annotations.
    """
    unread = describe_unread(data)
    if unread:
        return unread
    held = next((name for looks, name in _READ.items() if looks(data)), "")
    return f"holds {held}, no article; {IMPORT}" if held else ""


def describe_unread(data: bytes) -> str:
    """Say so where it holds annotations in a way that is not read, and what is read instead."""
    if _SIDEBAR_TEXT.search(_decode_beginning(data)):
        return f"holds annotations of Hypothesis as text; export them as JSON or CSV and {IMPORT}"
    if _NOTEBOOK.search(data):
        return "is a notebook of a Kindle, which is not read; `My Clippings.txt` of the device is"
    return ""


def _is_web(data: bytes) -> bool:
    return _is_like_json(data) and any(one in data for one in _WEB)


def _has_columns(data: bytes, wanted: tuple[set[str], ...]) -> bool:
    first = _decode_beginning(data).lstrip().partition("\n")[0]
    names = {name.strip(' "').lower() for name in re.split("[,;\t]", first)}
    return not any(names.isdisjoint(one) for one in wanted)


def _decode_beginning(data: bytes) -> str:
    return data[:_BEGINNING].decode("utf-8-sig", "replace").replace("\r\n", "\n")


def _is_like_json(data: bytes) -> bool:
    return data[:_BEGINNING].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


_READ = {
    is_kindle: "Kindle clippings",
    is_readwise: "a table of highlights",
    is_sidebar_table: "annotations of Hypothesis",
    is_zotero_note: "annotations of Zotero",
    _is_web: "annotations",
}
"""What `copydesk import` reads, by its look."""
