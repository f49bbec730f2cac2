"""A REFI-QDA project as a file (`.qdpx`): a ZIP with `project.qde` and the texts beside it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path, PurePosixPath

from storage.article_import.decode_text import decode
from storage.article_import.formats.archive_parts import ArchiveParts, open_parts
from storage.article_import.formats.office.docx import read_docx
from storage.article_import.input_format import Document
from storage.article_import.parsed import ParsedArticle
from storage.errors import ReadError
from storage.limits import LARGEST_PROJECT
from storage.qda.project import Project
from storage.qda.qde_reader import read_qde
from storage.qda.qde_writer import ORIGIN, name_text, write_qde

_MADE = (1980, 1, 1, 0, 0, 0)
"""When its parts say that they were made, so that the same project is the same file."""
_BEGINNING = 4096
"""Bytes in which a project says which program wrote it."""
_UNIX, _READABLE = 3, 0o644 << 16


def write_qdpx(project: Project) -> bytes:
    """Return the file; the same project gives the same bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "project.qde", write_qde(project))
        for coded in project.texts:
            _put(archive, f"sources/{name_text(coded)}", coded.text.encode())
    return file.getvalue()


def looks_like_qdpx(beginning: bytes) -> bool:
    """Tell by its first bytes whether a file may be a project: a ZIP, and no Office document."""
    return beginning.startswith(b"PK\x03\x04") and b"[Content_Types].xml" not in beginning[:200]


def read_qdpx(document: Document) -> Project:
    """Return the project in a file; `ReadError`, in words that follow a name, where it is none."""
    with (
        document.open() as file,
        open_parts(file, "a REFI-QDA project", "a project", LARGEST_PROJECT) as parts,
    ):
        names = sorted(name for name in parts.names if name.lower().endswith(".qde"))
        if not names:
            raise ReadError("has no project in it: it is no REFI-QDA file (.qdpx)")
        chosen = next((name for name in names if name.lower() == "project.qde"), names[0])
        files = _Files(parts)
        return read_qde(b"".join(parts.stream(chosen)), files.read)


def is_our_project(path: Path) -> bool:
    """Tell whether a file is a project that Copydesk wrote."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open("project.qde") as project:
            return f'origin="{ORIGIN}' in project.read(_BEGINNING).decode("utf-8", "replace")
    except (OSError, zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError):
        return False


class _Files:
    """The texts of a project by the names that they are referred to by."""

    def __init__(self, parts: ArchiveParts) -> None:
        self._parts = parts
        # Programs do not agree on `sources` and `Sources`, nor on the case of guids.
        self._names = {PurePosixPath(name).name.lower(): name for name in sorted(parts.names)}

    def read(self, name: str) -> str:
        """Return a text, its line breaks as they are; `ReadError` where it is none."""
        found = self._names.get(PurePosixPath(name).name.lower())
        if found is None:
            raise ReadError("has its text missing from the project")
        data = self._parts.read(found)
        if found.lower().endswith((".docx", ".docm")):
            return _read_word(data)
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return decode(data).text


def _read_word(data: bytes) -> str:
    """Return the text of a Word document, which positions are not counted in."""
    articles = [one for one in read_docx(Document(data)) if isinstance(one, ParsedArticle)]
    if not articles:
        raise ReadError("has no text")
    return "\n\n".join(article.text for article in articles)


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _MADE)
    entry.create_system, entry.external_attr = _UNIX, _READABLE
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, data)
