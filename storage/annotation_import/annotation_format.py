"""What a format of annotations is: what it is called, how it is recognised, and who reads it."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from storage.annotation_import.incoming import IncomingDocument
from storage.article_import.services.json_document import Part, parse
from storage.errors import ExchangeError

_BEGINNING = 4096
"""Bytes that are looked at."""


class AnnotationFile:
    """What a reader is given: the bytes of a file, and what they say in the usual ways."""

    def __init__(self, data: bytes) -> None:
        is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        self.data = data.decode("utf-16", "replace").encode() if is_wide else data

    @cached_property
    def beginning(self) -> str:
        """How the text of the file begins; bytes that are no UTF-8 do no harm."""
        return self.data[:_BEGINNING].decode("utf-8-sig", "replace")

    @cached_property
    def text(self) -> str:
        """The text of the file, with plain line feeds; `ExchangeError` if it is not UTF-8."""
        try:
            text = self.data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise ExchangeError("it is not UTF-8 text") from error
        return text.replace("\r\n", "\n").replace("\r", "\n")

    @cached_property
    def document(self) -> Part:
        """What the file holds as JSON; `ExchangeError` if it is none."""
        return parse(self.data)

    @property
    def is_like_json(self) -> bool:
        """Whether it begins as an object or a list in JSON does."""
        return self.beginning.lstrip()[:1] in ("{", "[")


class AnnotationFormat(NamedTuple):
    """One format that annotations are read from.

    It is described in the module that reads it, and stands in `annotation_formats.list_formats`.
    """

    name: str
    """What `--format` calls it."""
    called: str
    """What people call such annotations: `Web Annotations`."""
    looks_like: Callable[[AnnotationFile], bool]
    """Tells whether a file is of this format, be it well-formed or not; `ExchangeError` for one
    that begins as JSON and is none."""
    read: Callable[[AnnotationFile], IncomingDocument]
    """Reads it. `ExchangeError`, in words that follow a name, for what is malformed."""
