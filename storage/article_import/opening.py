"""Opening what is to be read: the document, and in which format it is."""

from __future__ import annotations

from pathlib import Path, PurePath

from storage.article_import.annotation_files import IMPORT, describe_annotations
from storage.article_import.file_types import (
    ADVICE,
    ANNOTATIONS,
    CODEBOOK,
    NOT_READ,
    PROJECTS,
    describe_formats,
    find_by_ending,
    find_by_type,
    guess_by_look,
    refine,
)
from storage.article_import.formats.plain_text import TEXT
from storage.article_import.input_format import Document, InputFormat, take_beginning
from storage.article_import.web.fetch import FetchedFile
from storage.errors import ReadError
from storage.files import check_archive, read_file

_BEGINNING = 4096
"""Bytes by which what is read in place is told from annotations."""
_MAY_HOLD_ANNOTATIONS = (TEXT.name, "page", "csv", "tsv")


def open_file(path: Path, columns: str) -> tuple[Document, InputFormat]:
    """Return what stands in a file and in which format it is read; `ReadError` where it is none."""
    if path.suffix.lower() in PROJECTS and path.exists():
        raise ReadError(f"{path} may be a project of coded texts; use `copydesk import`.")
    if path.suffix.lower() == CODEBOOK and path.exists():
        raise ReadError(f"{path} is a codebook; use `copydesk codebook import`.")
    said = find_by_ending(path.name)
    called = NOT_READ.get(path.suffix.lower())
    if said is None and called is not None and path.exists():
        looks = guess_by_look(read_file(path))
        if looks is TEXT:
            advice = ADVICE.get(path.suffix.lower(), f"Copydesk reads {describe_formats()}")
            raise ReadError(f"{path} is {called}; {advice}.")
        said = looks  # many programs call RTF and pages a document of Word
    if said is not None and said.is_read_in_place:
        check_archive(path)
        document = Document(b"", path=str(path))
        if not columns:  # else a person says that these are articles
            with document.open() as stream:
                refuse_annotations(str(path), said, stream.read(_BEGINNING))
        return document, said
    data = read_file(path)
    input_format = guess_by_look(data) if said is None else refine(said, data)
    refuse_annotations(str(path), input_format, data)
    if input_format is TEXT and path.suffix.lower() in ANNOTATIONS:
        raise ReadError(f"{path} is not an article; if it has annotations, {IMPORT}.")
    if input_format is TEXT and path.suffix.lower() == ".xml":
        raise ReadError(f"{path} is XML but not a feed.")
    if said is None and input_format is TEXT and take_beginning(data).startswith(b"<?xml"):
        raise ReadError(f"{path} is XML of a kind that Copydesk does not read.")
    return Document(data), input_format


def refuse_annotations(name: str, input_format: InputFormat, data: bytes) -> None:
    """`ReadError` for what is called a text, a page or a table and holds annotations."""
    said = describe_annotations(data) if input_format.name in _MAY_HOLD_ANNOTATIONS else ""
    if said:
        raise ReadError(f"{name} {said}.")


def choose_format(fetched: FetchedFile, path: PurePath) -> InputFormat:
    """Return what was fetched: what the server says, unless it plainly is something else."""
    from storage.article_import.formats.pages.html import PAGE

    said = find_by_type(fetched.content_type)
    looks = guess_by_look(fetched.data)
    if said is None:
        return find_by_ending(path.name) or looks
    if said in (PAGE, TEXT) and looks.is_unmistakable:
        return looks  # many servers name no better type
    return refine(said, fetched.data)
