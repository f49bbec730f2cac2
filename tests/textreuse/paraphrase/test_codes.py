from __future__ import annotations

import pytest

from tests.textreuse.reading import sides_of
from tests.textreuse.reports import two_articles
from tests.textreuse.stages import count_texts
from textreuse import compare
from textreuse.paraphrase.codes import Codes


@pytest.mark.parametrize(
    ("one", "other", "disagree"),
    [
        ("the K200 drone", "the K20 drone", True),
        ("the K-200 drone", "the k200 drone", False),
        ("the K200 and the K20", "the K20 drone", False),
        ("the K200 drone", "the drone", False),
        ("the 2nd of 300km and 5G", "the K20 drone", False),
        ("flight LH454 to Oslo", "flight LH455 to Oslo", True),
    ],
)
def test_codes_disagree_where_both_have_some_and_none_in_common(
    one: str, other: str, disagree: bool
) -> None:
    corpus = count_texts(one, other).corpus
    places = [(corpus.all_of(side).start, corpus.all_of(side).stop) for side in (0, 1)]

    assert Codes(corpus).disagree(places[0], places[1]) == disagree


@pytest.mark.parametrize(("code", "found"), [("K200", True), ("K20", False)])
def test_one_model_is_not_the_other(code: str, found: bool) -> None:
    one = "The ministry in Ravensberg has approved the first export of the K200 survey drones."
    other = f"First exports of {code} survey drones were approved by the Ravensberg ministry."
    comparison = compare(two_articles(one, other))

    assert bool([sides_of(comparison, passage) for passage in comparison.passages]) == found
