from __future__ import annotations

import pytest

from textreuse import Comparison, Span, compare
from tui.lenses import items

SHARED = "the gates stood open in the storm and nobody came to close them"
AGAIN = "A bell rang twice over the empty market and every shutter fell"
TEXTS = (
    f"First, {SHARED}. Then it rained for a week. {AGAIN}. {AGAIN}.",
    f"{SHARED}. Dry weather came after that.",
)


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(TEXTS)


def words(span: Span) -> str:
    return TEXTS[span.article][span.start : span.end]


def test_shared_goes_from_passage_to_passage_of_several_articles(comparison: Comparison) -> None:
    [item] = items("shared", comparison, [])
    assert item.group is not None
    assert item.group.articles == (0, 1)
    assert item.span == item.spans[0] == item.group.spans[0]


def test_repeats_goes_to_what_stands_twice_in_one_article(comparison: Comparison) -> None:
    [item] = items("repeats", comparison, [])
    assert [words(span).rstrip(".") for span in item.spans] == [AGAIN, AGAIN]


def test_a_passage_of_two_articles_that_one_repeats_is_under_both_lenses() -> None:
    compared = compare([f"{SHARED}. Quite so. {SHARED}.", f"{SHARED}."])
    [shared], [repeat] = items("shared", compared, []), items("repeats", compared, [])
    assert len(shared.spans) == 3
    assert [span.article for span in repeat.spans] == [0, 0]


def test_only_here_goes_from_sentence_to_sentence_over_all_articles(
    comparison: Comparison,
) -> None:
    found = items("only here", comparison, [])
    assert words(found[0].span) == "Then it rained for a week."
    assert words(found[-1].span) == "Dry weather came after that."
    assert [item.span for item in found] == sorted(item.span for item in found)


def test_before_the_comparison_there_is_nothing_to_go_to() -> None:
    assert items("shared", None, []) == items("only here", None, []) == ()
