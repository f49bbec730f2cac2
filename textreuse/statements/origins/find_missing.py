"""Find what most other articles carry and one leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textreuse.comparison import Comparison
from textreuse.passages.content_words import ContentWords
from textreuse.passages.groups import Group
from textreuse.passages.passages import Passage
from textreuse.statements.origins.origin import Missing
from textreuse.text.corpus import Corpus, Position
from textreuse.text.framing_words import list_general_words
from textreuse.text.spans import Span, merge

_FEWEST = 2
_FEWEST_WORDS = 5
"""Different words, neither framing nor among the commonest of the language, of a passage that says
something: others are stock phrases, and who left them out left out nothing. Of what somebody said
any words count."""
_FEWEST_NO_NAMES = 3
"""How many of them are no names: fewer say who somebody is."""
_CARRIED = 0.5
"""Share of a passage that an article has where it counts as carrying it: groups are kept apart by
their extent, and one sentence of a paragraph is in another group than the paragraph."""


def find_missing(
    comparison: Comparison, article: int, carriers: Sequence[frozenset[int]] | None = None
) -> tuple[Missing, ...]:
    """Return the passages that most of the other articles carry and `article` does not, by place.

    Most are at least two, and at least half of the others. Quotations count; weak matches, names,
    and words that only say who spoke, when and in what office, do not. Of passages that lie in one
    another the longest is told. `carriers` are those of all groups, where they are known.
    """
    if carriers is None:
        carriers = find_carriers(comparison)
    fewest = max(_FEWEST, (len(comparison.texts) - 1) / 2)
    found = (
        Missing(article, group, tuple(sorted(having)))
        for group, having in zip(comparison.groups, carriers, strict=True)
        if article not in having
        and len(having) >= fewest
        and not group.is_weak
        and _says_something(comparison, group)
    )
    return tuple(_drop_inner(found))


def _says_something(comparison: Comparison, group: Group) -> bool:
    """Tell whether a passage is more than names, an attribution or a stock phrase."""
    content = ContentWords(comparison.corpus)
    return any(
        passage.about != "name" and _has_words(comparison.corpus, content, passage)
        for passage in group.passages
    )


def _has_words(corpus: Corpus, content: ContentWords, passage: Passage) -> bool:
    sides = passage.left, passage.right
    if all(len(_list_quoted(corpus, side)) >= _FEWEST_WORDS for side in sides):
        return True
    telling: set[str] = set()
    no_names: set[str] = set()
    for side, copy in (sides, sides[::-1]):
        place = corpus.positions(side)
        words = _list_words(corpus, side.article, place.start, place.stop)
        telling |= words - list_general_words(corpus.languages[side.article])
        no_names |= content.list(side, copy)
    return len(telling) >= _FEWEST_WORDS and len(no_names) >= _FEWEST_NO_NAMES


def _list_quoted(corpus: Corpus, span: Span) -> set[str]:
    """Return the words at `span` that stand in quotation marks."""
    place = corpus.positions(span)
    quoted = corpus.quotations[span.article].find_overlaps(place.start, place.stop)
    return set().union(
        *(
            _list_words(corpus, span.article, max(first, place.start), min(last, place.stop))
            for first, last in quoted
        )
    )


def _list_words(corpus: Corpus, article: int, first: Position, last: Position) -> set[str]:
    base = corpus.first[article]
    return {*corpus.words[article].keys[first - base : last - base]}


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
