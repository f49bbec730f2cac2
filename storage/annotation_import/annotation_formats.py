"""Which formats of annotations are read, and which of them a file is in."""

from __future__ import annotations

from functools import cache

from storage.annotation_import.annotation_format import AnnotationFile, AnnotationFormat
from storage.errors import ExchangeError
from storage.wording.joined_words import join_words


@cache
def list_formats() -> tuple[AnnotationFormat, ...]:
    """Return all formats; the first whose look fits is taken."""
    # Imported when first asked for: who only looks at a name waits for none of them.
    from storage.annotation_import.readers import (
        hypothesis_reader,
        hypothesis_table_reader,
        jsonld_reader,
        kindle_reader,
        readwise_reader,
        recogito_reader,
        zotero_note_reader,
        zotero_reader,
    )

    return (
        jsonld_reader.JSONLD,
        hypothesis_reader.HYPOTHESIS,
        hypothesis_table_reader.HYPOTHESIS_TABLE,
        zotero_reader.ZOTERO,
        recogito_reader.RECOGITO,
        readwise_reader.READWISE,
        kindle_reader.KINDLE,
        zotero_note_reader.ZOTERO_NOTE,
    )


def find_by_name(name: str) -> AnnotationFormat:
    """Return the format with that name, of which there must be one."""
    return next(one for one in list_formats() if one.name == name)


def guess_format(file: AnnotationFile) -> AnnotationFormat:
    """Return the format that a file looks like; `ExchangeError` where it is like none."""
    if not file.data.strip():
        raise ExchangeError("it is empty")
    for one in list_formats():
        if one.looks_like(file):
            return one
    raise ExchangeError(
        f"it holds no annotations that Copydesk reads ({describe_formats()});"
        " if it is an article, use `copydesk add`"
    )


def is_like_annotations(data: bytes) -> bool:
    """Tell whether a file that may be one of articles is in a format of annotations."""
    file = AnnotationFile(data)
    try:
        return any(one.looks_like(file) for one in list_formats())
    except (ExchangeError, RecursionError):
        return False


def describe_formats() -> str:
    """Return what is read: `Web Annotations and Hypothesis annotations`."""
    return join_words([one.called for one in list_formats()])
