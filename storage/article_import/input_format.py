"""What an input format is: what it is called, how it is recognised, and who reads it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from storage.article_import.parsed import Listing, ParsedArticle

_BEGINNING = 4096
"""Bytes that are looked at."""


class Document(NamedTuple):
    """What a parser is given: bytes, and where they came from."""

    data: bytes
    charset: str = ""
    """What the server said; empty where there was none."""
    url: str = ""
    """Where it was fetched; empty where it was not."""


def _look_at_nothing(_data: bytes) -> bool:
    return False


class InputFormat(NamedTuple):
    """One format that articles, or lists of them, are read from.

    It is described in the module that reads it, and stands in `file_types.list_formats`.
    """

    name: str
    """What the process that parses knows it by."""
    called: str
    """One of them, with its article: `a PDF`."""
    read: Callable[[Document], ParsedArticle | Listing]
    """Reads it, and imports what that takes. `ReadError`, in words that follow a name, where it
    cannot be read; whatever else it raises is taken for damage."""
    endings: tuple[str, ...] = ()
    """Endings of file names in small letters, with their dot."""
    content_types: tuple[str, ...] = ()
    """Content types in small letters."""
    looks_like: Callable[[bytes], bool] = _look_at_nothing
    """Tells by the first bytes; without it, it is known by endings and content types alone."""
    articles: str = ""
    """What such articles are called where it is said what Copydesk reads: `web pages`. Empty for
    what only lists articles: no folder is searched for it."""
    is_plain: bool = False
    """Whether its bytes are the text as it is stored: it is read without a process of its own,
    and front matter says who wrote it and where it stood."""
    is_unmistakable: bool = False
    """Whether its look is believed though a server calls it a text or a page."""
    is_long: bool = False
    """Whether it may be as long as a book, and take more time."""


def take_beginning(data: bytes) -> bytes:
    """Return the first bytes as a text in ASCII begins, whatever its encoding."""
    # UTF-16 is read by every other byte, byte order marks are no letters.
    return data[:_BEGINNING].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe").lstrip()
