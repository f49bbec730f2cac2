"""Find what most other articles carry and one leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textreuse.comparison import Comparison
from textreuse.passages.groups import Group
from textreuse.statements.origins.origin import Missing
from textreuse.text.spans import Span, merge

_FEWEST = 2
_CARRIED = 0.5
"""Share of a passage that an article has where it counts as carrying it: groups are kept apart by
their extent, and one sentence of a paragraph is in another group than the paragraph."""


def find_missing(
    comparison: Comparison, article: int, carriers: Sequence[frozenset[int]] | None = None
) -> tuple[Missing, ...]:
    """Return the passages that most of the other articles carry and `article` does not, by place.

    Most are at least two, and at least half of the others. Quotations count, weak matches do not;
    of passages that lie in one another the longest is told. `carriers` are those of all groups,
    where they are known.
    """
    if carriers is None:
        carriers = find_carriers(comparison)
    fewest = max(_FEWEST, (len(comparison.texts) - 1) / 2)
    found = (
        Missing(article, group, tuple(sorted(having)))
        for group, having in zip(comparison.groups, carriers, strict=True)
        if article not in having and len(having) >= fewest and not group.is_weak
    )
    return tuple(_drop_inner(found))


def find_carriers(comparison: Comparison) -> tuple[frozenset[int], ...]:
    """Return for each group the articles that carry its passage, or most of it in another group."""
    return tuple(frozenset(_find_carriers(comparison, group)) for group in comparison.groups)


def _find_carriers(comparison: Comparison, group: Group) -> set[int]:
    carriers = set(group.articles)
    for span in group.spans:
        parts: dict[int, list[Span]] = {}
        for side, passage in comparison.sides.find_overlaps(span):
            if not passage.weak and not passage.is_repeat:
                other = passage.right if side is passage.left else passage.left
                if other.article not in carriers:
                    parts.setdefault(other.article, []).append(side)
        carriers.update(
            other
            for other, sides in parts.items()
            if sum(map(span.overlap, merge(sides))) >= _CARRIED * span.length
        )
    return carriers


def _drop_inner(found: Iterable[Missing]) -> Iterable[Missing]:
    """Leave out passages of which each place lies in a longer one of another passage."""
    all_ = list(found)
    places = sorted(
        {(span.article, span.start, -span.end) for one in all_ for span in one.group.spans}
    )
    outer: dict[int, int] = {}
    inner: set[Span] = set()
    for article, start, end in places:
        if -end <= outer.get(article, -1):
            inner.add(Span(article, start, -end))
        outer[article] = max(outer.get(article, -1), -end)
    return [one for one in all_ if not inner.issuperset(one.group.spans)]
