"""What a format of codebooks is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from storage.tables.codebook_entry import CodebookEntry


class ReadCodebook(NamedTuple):
    """What a file holds."""

    entries: list[CodebookEntry]
    notices: list[str]
    """What was read otherwise than it was written, a sentence each."""


class CodebookFormat(NamedTuple):
    """A format in which codebooks come in and go out."""

    name: str
    called: str
    looks_like: Callable[[bytes], bool]
    read: Callable[[bytes], ReadCodebook]
    """`ExchangeError`, in words that follow “Cannot import FILE:”, where it is no such file."""
    render: Callable[[Sequence[CodebookEntry]], str]
    """`CopydeskError` for a codebook that the format has no file for."""
    list_lost: Callable[[Sequence[CodebookEntry]], list[str]]
    """What of a codebook it cannot hold, a sentence each."""
