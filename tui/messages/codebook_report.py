"""What came of importing a codebook, in sentences."""

from __future__ import annotations

from storage.codebook.codebook_formats import ImportedCodebook
from storage.wording.plural import pluralize


def describe_codebook(imported: ImportedCodebook) -> str:
    """Say how many tags of the file are new, and how many were there."""
    made, changed = (len(names) for names in imported.stored)
    same = imported.tags - made - changed
    return f"{pluralize(made, 'tag')} made, {changed} changed, {same} as they were."
