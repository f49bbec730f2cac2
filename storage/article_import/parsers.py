"""Running a parser; whatever it stumbles over becomes a sentence."""

from __future__ import annotations

from storage.article_import.input_format import Document, InputFormat
from storage.article_import.parsed import Listing, ParsedArticle
from storage.errors import ReadError


def parse(input_format: InputFormat, document: Document) -> ParsedArticle | Listing:
    """Read `document` in the format that it is said to be in.

    `ReadError`, in words that follow a name, whatever the parser stumbles over.
    """
    try:
        return input_format.read(document)
    except ReadError:
        raise
    except MemoryError:
        raise ReadError("needs too much memory") from None
    except Exception as error:
        called = input_format.called
        raise ReadError(f"cannot be read as {called}: it seems to be damaged") from error
