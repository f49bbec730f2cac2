"""Uses of tags as plain values, without a library."""

from __future__ import annotations

from collections.abc import Sequence

from storage.anchoring.anchors import make_anchor
from storage.counts.coded_uses import CodedUse, CodedUses
from storage.tables.tag_uses import UsedArticle

CodedPlace = tuple[str, int, int, int]
"""A tag, which article it is in, and from where to where."""


def code(
    texts: Sequence[str], places: Sequence[CodedPlace], whole: Sequence[tuple[str, int]] = ()
) -> CodedUses:
    """Return uses of tags, each on a place of its own, and those of whole articles."""
    return CodedUses(
        [UsedArticle(f"{number}", f"Text {number}", "", None) for number in range(len(texts))],
        texts,
        [
            *(CodedUse(tag, article, place) for place, (tag, article, _, _) in enumerate(places)),
            *(CodedUse(tag, article, -1 - article) for tag, article in whole),
        ],
        [make_anchor(texts[article], start, end) for _, article, start, end in places],
    )
