"""What came of an export, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.wording.plural import pluralize
from storage.wording.terminal_text import reveal_path

if TYPE_CHECKING:
    from storage.export.export_format import WrittenExport


def describe_edits(written: WrittenExport) -> list[str]:
    """Return a sentence for each file in which something was edited by hand."""
    sentences = []
    for path, names in written.edited:
        many = pluralize(len(names), "block", "blocks")
        sentences.append(
            f"{reveal_path(path)} has {many} edited by hand ({', '.join(names)}). Each is kept,"
            " with the new version below it; delete the one you do not want."
        )
    return sentences
