"""Running a parser; whatever it stumbles over becomes a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from storage.article_import.input_format import Document, InputFormat, iterate_found
from storage.article_import.parsed import Found
from storage.errors import ReadError


def parse(input_format: InputFormat, document: Document) -> Iterator[Found]:
    """Read `document` in the format that it is said to be in, one thing after another.

    `ReadError`, in words that follow a name, whatever the parser stumbles over.
    """
    with explain_failure(input_format.called):
        yield from iterate_found(input_format, document)


@contextmanager
def explain_failure(called: str) -> Iterator[None]:
    """Let whatever a parser of what is `called` so stumbles over be a `ReadError`."""
    try:
        yield
    except ReadError:
        raise
    except MemoryError:
        raise ReadError("needs too much memory") from None
    except Exception as error:
        raise ReadError(f"cannot be read as {called}: it seems to be damaged") from error
