"""Saved pages in ZIP archives: of WebScrapBook (.htz, .maff), and of other add-ons (.maff).

An `.htz` has the page at its top, a `.maff` a folder for each page, with what is said of it in RDF.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from storage.article_import.formats.archive_names import list_part_names
from storage.article_import.formats.archive_parts import ArchiveParts, open_parts
from storage.article_import.formats.markup.html_text import parse_xml
from storage.article_import.formats.pages.html import read_saved_page
from storage.article_import.input_format import Document, InputFormat
from storage.article_import.parsed import LeftOut, ParsedArticle
from storage.errors import ReadError
from storage.limits import LARGEST_DOCUMENT
from storage.tables.article_fields import parse_address
from storage.wording.written_dates import read_date

_NAMES = ("index.html", "index.xhtml", "index.htm")
_PAGE = re.compile(rb"[^/]+/index\.rdf|index\.x?html?")


class _Saved(NamedTuple):
    """What a program wrote of a page that it saved."""

    page: str
    address: str = ""
    captured: str = ""


def _looks_like_pages(data: bytes) -> bool:
    return any(map(_PAGE.fullmatch, list_part_names(data)))


ZIPPED_PAGES = InputFormat(
    name="zipped_pages",
    called="a MAFF or HTZ file",
    read=lambda document: read_zipped_pages(document),
    endings=(".htz", ".maff"),
    content_types=("application/x-maff", "application/x-htz"),
    looks_like=_looks_like_pages,
    articles="MAFF and HTZ files",
    is_long=True,
)


def read_zipped_pages(document: Document) -> Iterator[ParsedArticle | LeftOut]:
    """Yield what the pages say, with the address and the time of saving.

    One without a text is left out by name. `ReadError` where no page is in it.
    """
    with (
        document.open() as file,
        open_parts(file, "a MAFF or HTZ file", "a saved page", LARGEST_DOCUMENT) as parts,
    ):
        pages = list(_list_pages(parts))
        if not pages:
            raise ReadError("has no page in it")
        for saved in pages:
            try:
                yield read_saved_page(parts.read(saved.page), "", saved.address, saved.captured)
            except ReadError as error:
                yield LeftOut(saved.address or saved.page, str(error))


def _list_pages(parts: ArchiveParts) -> Iterator[_Saved]:
    """Yield the page at the top, else that of each folder."""
    top = [name for name in _NAMES if name in parts.names]
    if top:
        yield _Saved(top[0])
        return
    for name in sorted(parts.names):
        path = PurePosixPath(name)
        if len(path.parts) != len(("folder", "name")):
            continue
        if path.name == "index.rdf":
            yield from _read_description(parts, path)
        elif path.name in _NAMES and f"{path.parent}/index.rdf" not in parts.names:
            yield _Saved(name)


def _read_description(parts: ArchiveParts, path: PurePosixPath) -> Iterator[_Saved]:
    root = parse_xml(parts.read(str(path)))
    told = {} if root is None else dict(_list_told(root))
    page = f"{path.parent}/{told.get('indexfilename') or _NAMES[0]}"
    address = told.get("originalurl", "")
    if page in parts.names:
        yield _Saved(
            page,
            address if parse_address(address) is not None else "",
            read_date(told.get("archivetime", "")).date,
        )


def _list_told(root: Any) -> Iterator[tuple[str, str]]:
    for element in root.iter("{*}*"):
        name = str(element.tag).rpartition("}")[2].lower()
        resource = next(
            (value for key, value in element.attrib.items() if str(key).endswith("}resource")), ""
        )
        yield name, str(resource)
