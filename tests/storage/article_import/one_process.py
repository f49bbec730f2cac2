"""One process that parses, for many readers: each would take a second to start its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from storage.article_import.sandbox import Parser


class _BorrowedParser:
    """A parser that stays when a reader is done with it."""

    def __init__(self, parser: Parser) -> None:
        self.parse = parser.parse

    def close(self) -> None:
        pass


@contextmanager
def sharing(parser: Parser) -> Iterator[None]:
    """Let all readers that are made meanwhile use the process of one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("storage.article_import.reader.Parser", lambda: _BorrowedParser(parser))
        yield
