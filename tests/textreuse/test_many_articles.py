"""Stories of many articles: work grows with what they share, not with all that they might."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from tests.textreuse.stories import FERRY
from tests.textreuse.test_endless_texts import chance_words, in_sentences
from tests.work import count_calls
from textreuse import Comparison, Span, compare, derived, pair_copies, regions
from textreuse.merged_regions.region_pairs import join_neighbours

WORDS = chance_words(20_000, 5_000, 1).split()
ARTICLE = in_sentences(WORDS[:600], 15)


def make_neighbours(articles: int) -> list[str]:
    """Return articles of twenty sentences, each of which ends as the following one begins."""
    starts = range(0, 285 * (articles + 1), 285)
    return [in_sentences(WORDS[start : stop + 15], 15) for start, stop in pairwise(starts)]


def pair_all(comparison: Comparison) -> None:
    """Pair every copy of the passage that has most of them with the first."""
    group = max(comparison.groups, key=lambda group: len(group.spans))
    for span in group.spans[1:]:
        pair_copies(comparison, group, group.spans[0], span)


def test_each_copy_of_a_line_is_paired_without_asking_all_passages() -> None:
    few, many = (compare([f"{FERRY}\n" * lines]) for lines in (250, 1_000))
    assert [len(group.spans) for group in many.groups] == [1_000]
    _ = few.groups

    assert count_calls(lambda: pair_all(many)) <= 6 * count_calls(lambda: pair_all(few))


def test_sentences_of_copies_are_not_weighed_against_each_other() -> None:
    articles = 16

    calls = count_calls(lambda: compare([ARTICLE] * articles))

    assert calls <= 100 * 40 * articles * (articles - 1) / 2


@pytest.mark.parametrize("others", [[], make_neighbours(2)])
def test_regions_of_copies_are_found_once(others: list[str]) -> None:
    few, many = (compare([*others, *[ARTICLE] * copies]) for copies in (6, 18))
    for comparison in (few, many):
        _ = comparison.sentence_similarity.units

    calls = count_calls(lambda: regions(many))

    # 153 pairs of copies and 15 of them: what is left is to name them.
    assert calls <= 5 * count_calls(lambda: regions(few))
    copies = range(len(others), len(others) + 18)
    assert [region[:2] for region in regions(many) if region.left.article in copies] == [
        (Span(left, 0, len(ARTICLE)), Span(right, 0, len(ARTICLE)))
        for left, right in combinations(copies, 2)
    ]


def test_what_is_derived_in_copies_is_told_at_once() -> None:
    comparison = compare([ARTICLE] * 16)
    _ = comparison.sentence_similarity.term_pairs

    assert count_calls(lambda: derived(comparison, 0)) <= 200


@pytest.mark.parametrize("article", [0, 15])
def test_what_is_derived_is_asked_only_where_something_is_shared(article: int) -> None:
    # One pair of words stands in all of them.
    comparison = compare([f"{text} We met Henrietta Blackwood." for text in make_neighbours(32)])
    _ = comparison.sentence_similarity.term_pairs, derived(comparison, 1)

    calls = count_calls(lambda: derived(comparison, article))

    assert derived(comparison, article)
    assert calls <= 32 * 200


def test_regions_are_joined_within_their_pair_of_articles() -> None:
    few, many = (
        [(Span(one, 0, 500), Span(other, 0, 500)) for one, other in combinations(range(count), 2)]
        for count in (12, 36)
    )

    assert join_neighbours(many) == many
    joining = count_calls(lambda: join_neighbours(many)), count_calls(lambda: join_neighbours(few))
    # 630 pairs of articles and 66 of them.
    assert joining[0] <= 10 * joining[1]


def test_units_that_share_too_few_terms_are_not_weighed() -> None:
    comparison = compare(make_neighbours(16))
    _ = comparison.sentence_similarity.units

    calls = count_calls(lambda: comparison.sentence_similarity.matches)

    assert calls <= 400 * 16 * 15 / 2
