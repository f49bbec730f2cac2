"""What came of importing a project of coded texts, in sentences."""

from __future__ import annotations

from storage.annotation_import.projects.import_project import ImportedProject
from storage.wording.joined_words import join_some
from storage.wording.plural import pluralize


def describe_project(came: ImportedProject) -> list[str]:
    """Say in a few lines what was imported, whose it is, and where it is found."""
    there = f"; {len(came.there)} already in the library" if came.there else ""
    known = f"; {came.known_annotations} already in the library" if came.known_annotations else ""
    lines = [
        f"{pluralize(len(came.added), 'article')} added{there}.",
        f"{pluralize(came.annotations, 'annotation')} added{known}.",
    ]
    counts = (
        (came.codes, pluralize(came.codes, "code")),
        (came.tags, pluralize(came.tags, "tag of an article", "tags of articles")),
        (came.memos, pluralize(came.memos, "memo")),
    )
    beside = [told for count, told in counts if count]
    if beside:
        lines.append(f"With {join_some(beside)}.")
    if came.coders:
        lines.append(f"Coded by {join_some(came.coders)}.")
    if came.stories:
        lines.append(f"Stories: {join_some(came.stories)}.")
    return lines
