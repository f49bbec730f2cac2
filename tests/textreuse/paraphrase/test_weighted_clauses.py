from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given

from tests.textreuse.drawn_news import news_stories
from tests.textreuse.places import clause_range, stretch
from tests.textreuse.reports import ENGLISH
from tests.textreuse.stages import count_texts, weigh_pair
from tests.textreuse.stories import FERRY, quick, stories
from textreuse.paraphrase.clauses import ClauseIndex
from textreuse.paraphrase.stems import NO_TERM
from textreuse.paraphrase.weighted_clauses import ArticleClauses, Rarity


def test_a_term_weighs_one_where_it_stands_once_and_nothing_where_it_stands_everywhere() -> None:
    texts = "Alpha beta gamma. Alpha beta delta.", "Alpha epsilon zeta. Alpha epsilon eta."
    found = weigh_pair(*texts)
    alpha, beta, gamma = found.of_all.terms.at[:3]
    rarity = Rarity(found)

    assert rarity[alpha] == 0
    assert rarity[beta] == pytest.approx(0.5)
    assert rarity[gamma] == pytest.approx(1)


def test_framing_weighs_nothing_and_names_are_no_content() -> None:
    told = f"{' '.join(ENGLISH[0])} Reporters spoke of sheep in Ravensberg again."
    found = weigh_pair("", told)
    reporters, spoke, _, sheep, _, ravensberg, _ = found.of_all.terms.at[-8:-1]
    rarity = Rarity(found)

    assert rarity[reporters] == rarity[spoke] == 0
    assert rarity[sheep] == rarity[ravensberg] == pytest.approx(1)
    assert found.of_all.names.is_name(ravensberg, (0, 1))


def test_anchors_are_counted_by_the_places_that_have_them() -> None:
    once = "Reporters spoke of two sheep and a donkey near Ravensberg."
    twice = f"{once}\n\nNobody had ever seen a donkey."
    found = weigh_pair(f"{' '.join(ENGLISH[0])} {once}", f"{' '.join(ENGLISH[1])} {twice}")
    terms = found.of_all.terms.at
    reporters, spoke, _, _, sheep, _, _, donkey, _, ravensberg = terms[
        found.corpus.first[1] - 11 : found.corpus.first[1] - 1
    ]
    rarity = Rarity(found)

    assert rarity.count_anchors({}) == (0, 0, 0)
    assert rarity.count_anchors({reporters: 1, spoke: 1}) == (0, 0, 0)
    assert rarity.count_anchors({sheep: 3}) == (1, 0, 0)
    assert rarity.count_anchors({donkey: 1}).content == pytest.approx(1 / 2)
    assert rarity.count_anchors({sheep: 1, ravensberg: 1}) == (1, 1, 0)


def test_figures_are_anchors_of_their_own_and_words_of_content() -> None:
    told = "Inspectors counted 1,240 sheep near Ravensberg."
    found = weigh_pair(f"{FERRY} {told}", f"{' '.join(ENGLISH[0])} {told}")
    figure, sheep, _, ravensberg = found.of_all.terms.at[-5:-1]
    rarity = Rarity(found)

    assert rarity.count_anchors({figure: 1, ravensberg: 1}) == (0, 1, 1)
    assert rarity.count_words_of_content({figure, sheep, ravensberg}) == 2
    assert rarity.count_words_of_content([]) == 0


def test_function_words_are_no_anchors_however_rare() -> None:
    told = "Meanwhile nobody nevertheless left again."
    found = weigh_pair(f"{FERRY} {told}", f"{' '.join(ENGLISH[0])} {told}")
    again = found.of_all.terms.at[-2]
    rarity = Rarity(found)

    assert rarity[again] > 0
    assert rarity.count_anchors({again: 1}) == (0, 0, 0)


@quick
@given(stories())
def test_weights_lie_between_nought_and_one(texts: list[str]) -> None:
    found = weigh_pair(*(texts * 2 or ["", ""])[:2])
    rarity = Rarity(found)
    bag = Counter(term for term in found.of_all.terms.at if term != NO_TERM)

    assert all(0 <= rarity[term] <= 1 for term in bag)
    common = [postings.keys() for postings in found.of_all.postings]
    shared = Counter(common[0] & common[1])
    anchors = rarity.count_anchors(shared)
    assert 0 <= sum(anchors) <= len(shared)
    assert rarity.count_anchors(shared) == anchors


def test_prose_tells_the_clauses_of_a_place() -> None:
    texts = FERRY, "The ferry left the harbour, its pilot says; nobody else was aboard."
    found = count_texts(*texts)
    prose = ArticleClauses(found, 1)
    start = found.corpus.first[1]

    assert len(prose.clauses) == 3
    assert prose.find_overlaps(stretch(start, start + 12)) == clause_range(0, 3)
    assert prose.find_overlaps(stretch(start + 4, start + 6)) == clause_range(0, 2)
    assert prose.find_overlaps(stretch(start + 5, start + 8)) == clause_range(1, 2)
    assert list(prose.tokens(ClauseIndex(1))) == found.corpus.tokens[start + 5 : start + 8]


@quick
@given(news_stories())
def test_clauses_follow_each_other_in_prose(texts: Sequence[str]) -> None:
    found = count_texts(*texts)
    prose = ArticleClauses(found, 1)
    for one, following in pairwise(found.units[unit] for unit in found.articles[1]):
        assert prose.find_overlaps(one).start <= prose.find_overlaps(following).start
    for number, clause in enumerate(prose.clauses):
        assert prose.find_overlaps((clause.first, clause.last)) == clause_range(number, number + 1)
