"""Notes of Bear, Ulysses and others in ZIP archives: Markdown beside its pictures (textbundle.org).

A `.textpack` is one bundle, a backup of Bear many. A bundle that is a folder is read as one file
(`folders`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from storage.article_import.decode_text import decode
from storage.article_import.formats.archive_names import list_part_names
from storage.article_import.formats.archive_parts import open_parts
from storage.article_import.front_matter import read_front_matter
from storage.article_import.guess_metadata import UNTITLED, guess_metadata
from storage.article_import.input_format import Document, InputFormat
from storage.article_import.parsed import LeftOut, ParsedArticle
from storage.errors import ReadError
from storage.limits import LARGEST_DOCUMENT
from storage.wording.joined_words import join_words

_TEXT = re.compile(r"(?:(?:[^/]+/)?(?P<bundle>[^/]+)\.textbundle/)?text\.(?:md|markdown|txt|text)")


def _looks_like_bundles(data: bytes) -> bool:
    names = [name.decode("utf-8", "replace") for name in list_part_names(data)]
    has_text = any(_TEXT.fullmatch(name) for name in names)
    return has_text and any(name.endswith("info.json") for name in names)


TEXT_BUNDLES = InputFormat(
    name="text_bundles",
    called="a TextBundle",
    read=lambda document: read_text_bundles(document),
    endings=(".textpack", ".bear2bk", ".bearbk"),
    looks_like=_looks_like_bundles,
    articles="TextBundles",
    is_long=True,
)


def read_text_bundles(document: Document) -> Iterator[ParsedArticle | LeftOut]:
    """Yield the texts as they stand, with what their front matter says.

    One that cannot be read is left out by name. `ReadError` where there is none.
    """
    with (
        document.open() as file,
        open_parts(file, "a TextBundle", "a bundle", LARGEST_DOCUMENT) as parts,
    ):
        found = [(name, match) for name in sorted(parts.names) if (match := _TEXT.fullmatch(name))]
        if not found:
            raise ReadError("has no text in it")
        for name, match in found:
            try:
                yield _read_text(parts.read(name), match["bundle"] or "")
            except ReadError as error:
                yield LeftOut(match["bundle"] or name, str(error))


def _read_text(data: bytes, called: str) -> ParsedArticle:
    text, notice = decode(data)
    stated = read_front_matter(text)
    known = guess_metadata(text)
    return ParsedArticle(
        text,
        called if known.title == UNTITLED else known.title,
        known.outlet,
        known.author or "",
        known.published or "",
        known.url or "",
        join_words(filter(None, (notice, stated.notice))),
        known.modified or "",
        known.captured or "",
    )
