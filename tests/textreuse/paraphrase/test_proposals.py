from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

import pytest
from hypothesis import given

from tests.textreuse.drawn_news import news_stories
from tests.textreuse.news import MASKS
from tests.textreuse.reports import ENGLISH, two_articles
from tests.textreuse.stages import count_texts
from tests.textreuse.stories import FERRY, quick
from textreuse.paraphrase.affinity import measure_affinities
from textreuse.paraphrase.proposals import UnitPair, propose_pairs
from textreuse.paraphrase.tf_isf import Units

KIN = 2.0
"""An affinity from which nothing is discounted."""


def propose(*texts: str) -> dict[tuple[int, int], list[UnitPair]]:
    return propose_pairs(count_texts(*texts), {})


def test_sentences_that_say_the_same_are_proposed() -> None:
    assert (3, 10) in propose(*two_articles(*MASKS))[0, 1]


def test_what_an_article_says_twice_is_not() -> None:
    assert propose("\n".join([*ENGLISH[0], *MASKS])) == {}


def test_no_texts_propose_nothing() -> None:
    assert propose() == propose("", "…") == {}


@quick
@given(news_stories(3))
def test_those_with_a_telling_term_that_few_pairs_have_are_proposed(texts: list[str]) -> None:
    found = count_texts(*texts)
    kin = dict.fromkeys(combinations(range(len(texts)), 2), KIN)
    proposed = propose_pairs(found, kin)
    for pair in kin:
        is_copy = texts[pair[0]] == texts[pair[1]]
        expected = [] if is_copy else propose_slowly(found, *pair)
        assert sorted(proposed.get(pair, [])) == expected


def propose_slowly(found: Units, left: int, right: int) -> list[tuple[int, int]]:
    ours, theirs = found.telling[left], found.telling[right]
    both = ours.keys() & theirs.keys()
    rare = {term for term in both if len(ours[term]) * len(theirs[term]) <= 6}
    return [
        (one, other)
        for one, other in product(found.articles[left], found.articles[right])
        if found.bags[one].keys() & found.bags[other].keys() & rare
    ]


@pytest.mark.parametrize(("affinity", "proposed"), [(KIN, True), (0.0, False)])
def test_articles_that_have_little_to_do_with_each_other_need_more_terms(
    affinity: float, proposed: bool
) -> None:
    texts = FERRY, "Nobody who was at the pier had boarded a ferry."

    found = propose_pairs(count_texts(*texts), {(0, 1): affinity})

    assert found.get((0, 1), []) == ([(0, 1)] if proposed else [])


@quick
@given(news_stories(3))
def test_no_third_article_changes_what_two_propose(texts: Sequence[str]) -> None:
    two, three = count_texts(*texts[:2]), count_texts(*texts)
    alone = propose_pairs(two, measure_affinities(two)).get((0, 1), [])
    among = propose_pairs(three, measure_affinities(three)).get((0, 1), [])
    assert sorted(among) == sorted(alone)
