"""Word documents (.docx), read as they come: ECMA-376, Office Open XML."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from storage.article_import.formats.archive_parts import ArchiveParts, open_parts
from storage.article_import.formats.markup.html_text import parse_xml
from storage.article_import.formats.office.docx_styles import Numbering, get, read_styles
from storage.article_import.formats.office.docx_text import DocxText
from storage.article_import.formats.office.paragraphs import Paragraph
from storage.article_import.formats.office.written_article import Properties, read_written
from storage.article_import.formats.office.xml_events import iterate_paragraphs
from storage.article_import.input_format import Document, InputFormat
from storage.article_import.parsed import LeftOut, ParsedArticle
from storage.errors import ReadError
from storage.limits import LARGEST_DOCUMENT

_BEGINNING = 4096
_NAMES = re.compile(rb"PK\x03\x04.{26}(?:\[Content_Types\]\.xml|_rels/|word/|docProps/)", re.DOTALL)


def _looks_like_word(data: bytes) -> bool:
    # Names stand unpacked before their parts and once more at the end.
    return _NAMES.match(data) is not None and b"word/" in data[:_BEGINNING] + data[-(2**16) :]


DOCX = InputFormat(
    name="docx",
    called="a Word document",
    read=lambda document: read_docx(document),
    endings=(".docx", ".docm"),
    content_types=(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.ms-word.document.macroenabled.12",
    ),
    looks_like=_looks_like_word,
    articles="Word",
    is_long=True,
    is_read_in_place=True,
)


def read_docx(document: Document) -> Iterator[ParsedArticle | LeftOut]:
    """Yield text and properties of a document, its notes at the end; see `read_written`.

    `ReadError` where it is damaged, locked, or larger than any document.
    """
    with (
        document.open() as file,
        open_parts(file, "a Word document", "a document", LARGEST_DOCUMENT) as parts,
    ):
        docx = _Docx(parts)
        yield from read_written(docx.iterate_paragraphs(), docx.properties, docx.notices)


class _Docx:
    def __init__(self, parts: ArchiveParts) -> None:
        self._parts = parts
        related = self._list_related("", "_rels/.rels")
        self._main = related.get("officeDocument", "word/document.xml")
        folder, name = posixpath.split(self._main)
        self._related = self._list_related(folder, f"{folder}/_rels/{name}.rels")
        styles = read_styles(self._parse(self._related.get("styles", "")))
        numbering = Numbering(self._parse(self._related.get("numbering", "")))
        self._text = DocxText(styles, numbering)
        self.properties = _read_properties(self._parse(related.get("core-properties", "")))
        if self._main not in parts.names:
            raise ReadError("is damaged or not a Word document")

    @property
    def notices(self) -> Iterator[str]:
        """What is to be told of it once its paragraphs have been read."""
        if self._text.has_changes:
            yield "has tracked changes, which were read as accepted"

    def iterate_paragraphs(self) -> Iterator[Paragraph]:
        """Yield its paragraphs, then its notes, each after its number."""
        yield from iterate_paragraphs(self._parts.stream(self._main), self._text)
        notes = {
            (kind, name): paragraphs
            for kind in dict(self._text.cited)
            for name, paragraphs in self._read_notes(kind).items()
        }
        for number, cited in enumerate(self._text.cited, 1):
            for place, paragraph in enumerate(notes.get(cited, [])):
                mark = "" if place else f"[{number}] "
                yield paragraph._replace(text=mark + paragraph.text)

    def _read_notes(self, kind: str) -> dict[str, list[Paragraph]]:
        name = self._related.get(f"{kind}s", "")
        if name not in self._parts.names:
            return {}
        for _ in iterate_paragraphs(self._parts.stream(name), self._text):
            pass  # what stands in no note
        notes, self._text.notes = self._text.notes, {}
        return notes

    def _list_related(self, folder: str, name: str) -> dict[str, str]:
        """Return the parts that the one with these relationships names, by what they are to it."""
        root = self._parse(name)
        if root is None:
            return {}
        return {
            posixpath.basename(get(one, "Type")): posixpath.normpath(
                posixpath.join("/", folder, get(one, "Target"))
            ).lstrip("/")
            for one in root
            if get(one, "TargetMode") != "External"
        }

    def _parse(self, name: str) -> Any:
        return parse_xml(self._parts.read(name)) if name in self._parts.names else None


def _read_properties(root: Any) -> Properties:
    if root is None:
        return Properties()
    told = {str(one.tag).rpartition("}")[2]: "".join(one.itertext()).strip() for one in root}
    return Properties(*(told.get(name, "") for name in ("title", "creator", "created", "modified")))
