"""Where the words of a passage were changed, as pairs of places."""

from __future__ import annotations

from collections.abc import Iterator

from textreuse import REWORDED, Comparison, CopyPair, Passage, Span, diff_words


def list_changes(comparison: Comparison, passage: Passage) -> Iterator[tuple[Span, Span]]:
    """Yield what differs between the runs of words that are the same, left and right, in order.

    Either may be empty, not both; the white space around it is left out. Marks count, but not
    other quotes, dashes, capitals and white space. A paraphrase has none: its words have no common
    order.
    """
    if passage.kind in REWORDED:
        return
    left, right = passage.left, passage.right
    both = CopyPair(left, right, passage.kind, passage.similarity, passage.runs)
    at, there = left.start, right.start
    for piece in diff_words(comparison, both):
        if piece.how != "same":
            yield _locate(left.article, at, piece.ours), _locate(right.article, there, piece.theirs)
        at, there = at + len(piece.ours), there + len(piece.theirs)


def _locate(article: int, start: int, words: str) -> Span:
    """Return where `words` stand that begin at `start`, without the white space around them."""
    bare = words.strip()
    start += len(words) - len(words.lstrip()) if bare else 0
    return Span(article, start, start + len(bare))
