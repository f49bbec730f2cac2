"""Uses of tags as plain values, without a library."""

from __future__ import annotations

from collections.abc import Sequence

from storage.anchoring.anchors import make_anchor
from storage.counts.coded_uses import CodedUses
from storage.tables.tag_uses import UsedArticle

CodedPlace = tuple[str, int, int, int]
"""A tag, which article it is in, and from where to where."""


def code(
    texts: Sequence[str],
    places: Sequence[CodedPlace],
    whole: Sequence[tuple[str, int]] = (),
    coders: str = "",
) -> CodedUses:
    """Return uses of tags, each on a place of its own, and those of whole articles.

    Of `coders`, the first signed the first place, and so on; of more places, none.
    """
    uses: dict[str, list[int]] = {}
    for place, tag in enumerate([tag for tag, *_ in places] + [tag for tag, _ in whole]):
        uses.setdefault(tag, []).append(place)
    anchors = [make_anchor(texts[article], start, end) for _, article, start, end in places]
    return CodedUses(
        [UsedArticle(f"{number}", f"Text {number}", "", None) for number in range(len(texts))],
        texts,
        uses,
        [article for _, article, _, _ in places] + [article for _, article in whole],
        [coders[place : place + 1] for place in range(len(places) + len(whole))],
        [*((one.start, one.end, one.quote, one.prefix, one.suffix) for one in anchors)]
        + [None] * len(whole),
    )
