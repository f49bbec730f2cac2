"""What an input format is: what it is called, how it is recognised, and who reads it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from storage.article_import.parsed import Found, Listing, ParsedArticle
from storage.errors import ReadError
from storage.files import describe_too_large
from storage.limits import LARGEST_FILE

_BEGINNING = 4096
"""Bytes that are looked at."""


class Document(NamedTuple):
    """What a parser is given: bytes, and where they came from."""

    data: bytes
    charset: str = ""
    """What the server said; empty where there was none."""
    url: str = ""
    """Where it was fetched; empty where it was not."""
    path: str = ""
    """The file that holds it, where that is opened by who parses and `data` is empty."""
    wanted: tuple[str, ...] = ()
    """The `FeedEntry.record` of what is to be read of an archive; empty for its listing."""
    columns: str = ""
    """What a person said of the columns of a table: `text=body,date=pub`."""

    def open(self) -> BinaryIO:
        """Return its bytes as a stream, which is to be closed."""
        return Path(self.path).open("rb") if self.path else io.BytesIO(self.data)

    def read(self) -> bytes:
        """Return all its bytes; `ReadError`, in words that follow a name, for more than a file."""
        with self.open() as file:
            data = file.read(LARGEST_FILE + 1)
        if len(data) > LARGEST_FILE:
            raise ReadError(describe_too_large(LARGEST_FILE))
        return data


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
    read: Callable[[Document], ParsedArticle | Listing | Iterable[Found]]
    """Reads it, and imports what that takes; one article after another where it holds several, so
    that no more than one is in memory. `ReadError`, in words that follow a name, where it cannot be
    read; whatever else it raises is taken for damage."""
    endings: tuple[str, ...] = ()
    """Endings of file names in small letters, with their dot."""
    content_types: tuple[str, ...] = ()
    """Content types in small letters."""
    looks_like: Callable[[bytes], bool] = _look_at_nothing
    """Tells by the first bytes; without it, it is known by endings and content types alone."""
    articles: str = ""
    """What such articles are called where it is said what Copydesk reads: `web pages`. Empty for
    what only lists articles: no folder is searched for it."""
    within: tuple[str, ...] = ()
    """Names of the formats that a file of it is called or served as: an export of a database is
    called a text. Its look decides then."""
    is_plain: bool = False
    """Whether its bytes are the text as it is stored: it is read without a process of its own,
    and front matter says who wrote it and where it stood."""
    is_unmistakable: bool = False
    """Whether its look is believed though a server calls it a text or a page."""
    is_long: bool = False
    """Whether it may be as long as a book, and take more time."""
    is_read_in_place: bool = False
    """Whether a file of it is opened by who parses (`Document.open`), as it may be larger than what
    is read into memory."""


def iterate_found(input_format: InputFormat, document: Document) -> Iterator[Found]:
    """Yield what that format finds in `document`, one thing after another; raises what it does."""
    found = input_format.read(document)
    if isinstance(found, ParsedArticle | Listing):
        yield found
    else:
        yield from found


def take_beginning(data: bytes) -> bytes:
    """Return the first bytes as a text in ASCII begins, whatever its encoding."""
    # UTF-16 is read by every other byte, byte order marks are no letters.
    return data[:_BEGINNING].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe").lstrip()
