from __future__ import annotations

from itertools import combinations, product

from hypothesis import given

from tests.textreuse.drawn_news import news_stories
from tests.textreuse.news import MASKS
from tests.textreuse.reports import ENGLISH, two_articles
from tests.textreuse.stages import count_texts
from tests.textreuse.stories import quick
from textreuse.paraphrase.proposals import propose_pairs
from textreuse.paraphrase.tf_isf import Units


def test_sentences_that_say_the_same_are_proposed() -> None:
    assert (3, 10) in propose_pairs(count_texts(*two_articles(*MASKS)))[0, 1]


def test_what_an_article_says_twice_is_not() -> None:
    assert propose_pairs(count_texts("\n".join([*ENGLISH[0], *MASKS]))) == {}


def test_no_texts_propose_nothing() -> None:
    assert propose_pairs(count_texts()) == propose_pairs(count_texts("", "…")) == {}


@quick
@given(news_stories(3))
def test_those_with_two_telling_terms_that_are_rare_in_both_articles_are_proposed(
    texts: list[str],
) -> None:
    found = count_texts(*texts)
    proposed = propose_pairs(found)
    for pair in combinations(range(len(texts)), 2):
        assert sorted(proposed.get(pair, [])) == propose_slowly(found, *pair)


def propose_slowly(found: Units, left: int, right: int) -> list[tuple[int, int]]:
    ours, theirs = found.telling[left], found.telling[right]
    total = len(found.articles[left]) + len(found.articles[right])
    most = min(max(6, 0.12 * total), 60)
    both = ours.keys() & theirs.keys()
    rare = {term for term in both if len(ours[term]) + len(theirs[term]) <= most}
    return [
        (one, other)
        for one, other in product(found.articles[left], found.articles[right])
        if len(found.bags[one].keys() & found.bags[other].keys() & rare) >= 2
    ]


@quick
@given(news_stories(3))
def test_no_third_article_changes_what_two_propose(texts: list[str]) -> None:
    alone = propose_pairs(count_texts(*texts[:2])).get((0, 1), [])
    among = propose_pairs(count_texts(*texts)).get((0, 1), [])
    assert sorted(among) == sorted(alone)
