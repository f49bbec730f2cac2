"""Where the words of a passage were changed, as pairs of places."""

from __future__ import annotations

from collections.abc import Iterator

from textreuse import REWORDED, Comparison, CopyPair, Passage, Span, diff_words, locate_pieces


def list_changes(comparison: Comparison, passage: Passage) -> Iterator[tuple[Span, Span]]:
    """Yield what differs between the runs of words that are the same, left and right, in order.

    Either may be empty, not both; the white space around it is left out. Marks count, but not
    other quotes, dashes, capitals and white space. A paraphrase has none: its words have no common
    order.
    """
    if passage.kind in REWORDED:
        return
    both = CopyPair(passage.left, passage.right, passage.kind, passage.similarity, passage.runs)
    for _, ours, theirs in locate_pieces(both, diff_words(comparison, both)):
        yield ours, theirs
