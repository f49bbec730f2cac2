from __future__ import annotations

from typing import get_args

import pytest

from storage.comparing import ComparedStory
from tests.storage.desk import compared
from textreuse import Span
from tui.keys.table import keys_of
from tui.story.lenses import LENSES, Known, Lens, list_items

SHARED = "the gates stood open in the storm and nobody came to close them"
AGAIN = "A bell rang twice over the empty market and every shutter fell"
TEXTS = (
    f"First, {SHARED}. Then it rained for a week. {AGAIN}. {AGAIN}.",
    f"{SHARED}. Dry weather came after that.",
)


@pytest.fixture(scope="module")
def story() -> ComparedStory:
    return compared(*TEXTS)


def words(span: Span) -> str:
    return TEXTS[span.article][span.start : span.end]


def test_shared_goes_from_passage_to_passage_of_several_articles(story: ComparedStory) -> None:
    [item] = list_items("shared", Known(story))
    assert item.group is not None
    assert item.group.articles == (0, 1)
    assert item.span == item.spans[0] == item.group.spans[0]


def test_repeats_goes_to_what_stands_twice_in_one_article(story: ComparedStory) -> None:
    [item] = list_items("repeats", Known(story))
    assert [words(span).rstrip(".") for span in item.spans] == [AGAIN, AGAIN]


def test_a_passage_of_two_articles_that_one_repeats_is_under_both_lenses() -> None:
    story = compared(f"{SHARED}. Quite so. {SHARED}.", f"{SHARED}.")
    [shared], [repeat] = list_items("shared", Known(story)), list_items("repeats", Known(story))
    assert len(shared.spans) == 3
    assert [span.article for span in repeat.spans] == [0, 0]


def test_only_here_goes_from_sentence_to_sentence_over_all_articles(
    story: ComparedStory,
) -> None:
    found = list_items("only here", Known(story))
    assert words(found[0].span) == "Then it rained for a week."
    assert words(found[-1].span) == "Dry weather came after that."
    assert [item.span for item in found] == sorted(item.span for item in found)


def test_before_the_comparison_there_is_nothing_to_go_to() -> None:
    assert list_items("shared", Known(None)) == list_items("only here", Known(None)) == ()


def test_every_lens_is_known_and_named_in_the_help() -> None:
    [key] = [key for key in keys_of("compare") if key.action == "next_lens"]
    assert get_args(Lens) == LENSES
    assert key.does == f"next lens: {', '.join(LENSES)}"
