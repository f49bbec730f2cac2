"""What came of importing another library, in sentences."""

from __future__ import annotations

from storage.annotation_import.library_import import LibraryImport
from storage.wording.plural import pluralize
from storage.wording.terminal_text import reveal_line


def describe_library_import(came: LibraryImport) -> list[str]:
    """Say in a few lines what was imported, and by whom it is."""
    merged = came.merged
    known = merged.known_annotations
    there = f"; {known} already in the library" if known else ""
    tags, memos = pluralize(merged.tags, "tag"), pluralize(merged.memos, "memo")
    coded = pluralize(merged.marks, "article")
    lines = [
        f"{pluralize(merged.annotations, 'annotation')} added{there}.",
        f"{tags} of articles and {memos} added; {coded} marked as coded.",
    ]
    if came.articles:
        lines.append(f"{pluralize(came.articles, 'coded article')} added that were not here.")
    coders = ", ".join(reveal_line(coder) or "nobody" for coder in came.coders)
    return [*lines, f"Coders: {coders}."] if coders else lines


def describe_what_is_missing(came: LibraryImport) -> list[str]:
    """Return a sentence for each thing that was left out or stays otherwise."""
    sentences = [f"Left out: {reveal_line(name)} {why}." for name, why in came.left_out]
    differing = came.merged.differing
    if differing:
        many = f"{differing} memo{'s' if differing != 1 else ''} or values of variables"
        sentences.append(f"Not changed: {many} that their coders have otherwise here.")
    if "" in came.coders:
        sentences.append("Some codings are by nobody; import with --as NAME to sign them.")
    return sentences
