from __future__ import annotations

from math import log, sqrt

import pytest
from hypothesis import given

from tests.textreuse.places import units
from tests.textreuse.stages import count_texts, weigh_pair
from tests.textreuse.stories import DAM, FERRY, RAIN, quick, stories
from textreuse.paraphrase.sentence_units import UnitIndex
from textreuse.paraphrase.tf_isf import PairVectors


def test_units_are_counted_article_after_article() -> None:
    found = count_texts(f"{FERRY} {DAM}", "", RAIN)

    assert list(map(list, found.articles)) == [[0, 1], [], [2]]
    assert len(found.units) == len(found.bags) == 3
    assert found.span(*units(0, 1)) == found.corpus.span(*found.stretch(*units(0, 1)))
    assert found.span(*units(0, 1)).end == len(f"{FERRY} {DAM}") - 1


def test_an_article_knows_the_units_that_have_a_term() -> None:
    found = count_texts("Alpha beta gamma. Alpha beta beta.", "Alpha delta delta.")
    alpha, beta, gamma = found.terms.at[:3]

    assert found.postings[0] == {alpha: [0, 1], beta: [0, 1], gamma: [0]}
    assert found.postings[1][alpha] == [2]


def test_the_commonest_words_of_a_language_tell_nothing() -> None:
    found = count_texts(f"{FERRY} {DAM} {RAIN}")
    the = found.terms.at[0]

    assert the in found.postings[0]
    assert the not in found.telling[0]
    assert len(found.telling[0]) > 10


def test_a_term_is_the_rarer_the_fewer_units_of_the_two_articles_have_it() -> None:
    texts = "Alpha beta gamma. Alpha beta beta.", "Alpha delta delta.", "Gamma. Gamma. Gamma."
    found = PairVectors(count_texts(*texts), (0, 1))
    alpha, beta, gamma = found.of_all.terms.at[:3]

    assert found.rarity[alpha] == 0
    assert found.rarity[beta] == pytest.approx(log(3 / 2))
    assert found.rarity[gamma] == pytest.approx(log(3))


def test_a_unit_weighs_how_often_by_how_rare() -> None:
    found = weigh_pair("Alpha beta gamma gamma. Alpha beta beta.", "Alpha delta delta.")
    alpha, beta, gamma = found.of_all.terms.at[:3]

    assert found.bags[0] == {alpha: 1, beta: 1, gamma: 2}
    assert found.norm(UnitIndex(0)) == pytest.approx(sqrt(log(3 / 2) ** 2 + (2 * log(3)) ** 2))


def test_a_cosine_is_one_for_the_same_and_nought_for_what_has_nothing_in_common() -> None:
    found = weigh_pair(f"{FERRY} {DAM}", f"{FERRY} {RAIN}")
    stretch = found.of_all.stretch

    assert found.cosine(found.units[0], found.units[2]) == pytest.approx(1)
    assert found.cosine(found.units[1], found.units[3]) == 0
    assert 0.1 < found.cosine(stretch(*units(0, 1)), stretch(*units(2, 3))) < 0.9


def test_what_has_no_rare_term_is_like_nothing() -> None:
    found = weigh_pair("Alpha beta gamma.", "Alpha beta gamma.")

    assert found.cosine(*found.units) == 0


def test_no_texts_have_no_units() -> None:
    assert count_texts().units == count_texts("", "…").units == []


@quick
@given(stories())
def test_norms_are_lengths_and_cosines_do_not_hang_on_the_side(texts: list[str]) -> None:
    found = weigh_pair(*(texts * 2 or ["", ""])[:2])
    for unit, bag in enumerate(found.bags):
        weights = [count * found.rarity[term] for term, count in bag.items()]
        assert found.norm(UnitIndex(unit)) == pytest.approx(
            sqrt(sum(weight**2 for weight in weights))
        )
    for one in found.units[:4]:
        for other in found.units[-4:]:
            assert found.cosine(one, other) == found.cosine(other, one)
            assert 0 <= found.cosine(one, other) <= 1 + 1e-12
