"""What came of importing another library, in sentences."""

from __future__ import annotations

from storage.annotation_import.library_import import LibraryImport
from storage.wording.kept_codings import tell_what_stays
from storage.wording.plural import inflect, pluralize
from storage.wording.terminal_text import reveal_line
from tui.messages.import_report import describe_codebook, describe_codings


def describe_library_import(came: LibraryImport) -> list[str]:
    """Say in a few lines what was imported, and by whom it is."""
    merged = came.merged
    known = len(merged.annotations.there)
    there = f"; {known} already in the library" if known else ""
    lines = [
        f"{pluralize(len(merged.annotations.added), 'annotation')} added{there}.",
        describe_codings(merged),
    ]
    if came.articles:
        lines.append(f"{pluralize(came.articles, 'coded article')} added that were not here.")
    lines += describe_codebook(came.codebook)
    coders = ", ".join(reveal_line(coder) or "nobody" for coder in came.coders)
    return [*lines, f"Coders: {coders}."] if coders else lines


def describe_what_is_missing(came: LibraryImport) -> list[str]:
    """Return a sentence for each thing that was left out or stays otherwise."""
    sentences = [f"Left out: {reveal_line(name)} {why}." for name, why in came.left_out]
    sentences += tell_what_stays(came.merged.differing)
    if came.decisions:
        count = pluralize(came.decisions, "decision")
        stays = inflect(came.decisions, "stays", "stay")
        sentences.append(
            f"{count} on what coders disagreed on {stays} in the other library, where"
            " `copydesk agreement --decisions` tells them; what was settled came in."
        )
    if "" in came.coders:
        sentences.append("Some codings are by nobody; import with --as NAME to sign them.")
    return sentences
