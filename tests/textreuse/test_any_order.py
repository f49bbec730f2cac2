"""What `compare` promises of another order of the texts: new numbers, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import example, given

from tests.textreuse.drawn_news import news_stories
from tests.textreuse.stories import orders, stories, thorough, word_stories
from textreuse import Comparison, Span, compare, regions

any_stories = stories() | news_stories(3)


Pairing = tuple[Span, Span, str, float, tuple[tuple[Span, Span], ...]]


def passages_named(comparison: Comparison, names: Sequence[int]) -> set[Pairing]:
    """Return the passages as they would stand if article i were numbered `names[i]`."""
    found: set[Pairing] = set()
    for passage in comparison.passages:
        left, right = named(passage.left, names), named(passage.right, names)
        runs = tuple((named(one, names), named(other, names)) for one, other in passage.runs)
        if right < left:
            left, right = right, left
            runs = tuple((other, one) for one, other in runs)
        found.add((left, right, passage.kind, passage.similarity, runs))
    return found


def named(span: Span, names: Sequence[int]) -> Span:
    return span._replace(article=names[span.article])


@thorough
@given(any_stories | word_stories(), orders())
@example(
    ["The council a voted nine to two against a", "The council voted a to two against a"], [1, 0]
)
@example(["b a b b a b a b a b", "a a a b a a b a b"], [1, 0])
@example(["b " * 9, "a a a b b b b b b " * 3], [1, 0])
def test_another_order_of_the_texts_renumbers_the_passages(
    texts: list[str], drawn: list[int]
) -> None:
    order = [article for article in drawn if article < len(texts)]
    one, other = compare(texts), compare([texts[article] for article in order])

    assert passages_named(other, order) == passages_named(one, range(len(texts)))


def regions_named(comparison: Comparison, names: Sequence[int]) -> dict[tuple[Span, Span], float]:
    """Return the similarity of each region, placed as if article i were numbered `names[i]`."""
    found: dict[tuple[Span, Span], float] = {}
    for region in regions(comparison):
        left, right = sorted((named(region.left, names), named(region.right, names)))
        found[left, right] = region.similarity
    return found


@thorough
@given(news_stories(3) | stories(), orders())
def test_another_order_of_the_texts_renumbers_the_regions(
    texts: list[str], drawn: list[int]
) -> None:
    order = [article for article in drawn if article < len(texts)]
    one, other = compare(texts), compare([texts[article] for article in order])

    renumbered, found = regions_named(other, order), regions_named(one, range(len(texts)))
    assert renumbered == pytest.approx(found)


@thorough
@given(stories() | word_stories(), orders())
@example(["b " * 9, "a a a b b b b b b " * 3], [1, 0])
def test_another_order_of_the_texts_renumbers_the_groups(
    texts: list[str], drawn: list[int]
) -> None:
    order = [article for article in drawn if article < len(texts)]
    one, other = compare(texts), compare([texts[article] for article in order])

    renumbered = {frozenset(named(span, order) for span in group.spans) for group in other.groups}
    assert renumbered == {frozenset(group.spans) for group in one.groups}


@thorough
@given(stories() | word_stories(), orders())
def test_another_order_of_the_texts_renumbers_the_answers(
    texts: list[str], drawn: list[int]
) -> None:
    order = [article for article in drawn if article < len(texts)]
    one, other = compare(texts), compare([texts[article] for article in order])

    for place, article in enumerate(order):
        for ours, theirs in (
            (one.shared, other.shared),
            (one.only_here, other.only_here),
            (one.repeats, other.repeats),
            (one.boilerplate, other.boilerplate),
        ):
            assert ours(article) == tuple(named(span, order) for span in theirs(place))
