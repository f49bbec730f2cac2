"""A codebook that is given to the box that adds."""

from __future__ import annotations

from storage.article_import.file_types import CODEBOOK
from storage.files import read_file, resolve_to_read
from storage.library import Library


def import_codebook_file(library: Library, name: str) -> list[str] | None:
    """Import the codebook in a file and say what came of it; None where it holds something else.

    `CopydeskError` where it cannot be read.
    """
    from storage.codebook.codebook_formats import (
        find_format_of_file,
        guess_format,
        import_codebook,
    )
    from tui.messages.codebook_report import describe_codebook

    data = read_file(resolve_to_read(name))
    named = find_format_of_file(name) if name.lower().endswith(CODEBOOK) else None
    kind = named or guess_format(data)
    if kind is None:
        return None
    imported = import_codebook(library, data, name, kind)
    return [describe_codebook(imported), *imported.notices]
