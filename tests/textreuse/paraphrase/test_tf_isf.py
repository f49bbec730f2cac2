from __future__ import annotations

from math import log, sqrt

import pytest
from hypothesis import given

from tests.textreuse.places import units
from tests.textreuse.stages import weigh_texts
from tests.textreuse.stories import DAM, FERRY, RAIN, quick, stories


def test_units_are_counted_article_after_article() -> None:
    found = weigh_texts(f"{FERRY} {DAM}", "", RAIN)

    assert list(map(list, found.articles)) == [[0, 1], [], [2]]
    assert len(found.units) == len(found.bags) == len(found.norms) == 3
    assert found.span(*units(0, 1)) == found.corpus.span(*found.stretch(*units(0, 1)))
    assert found.span(*units(0, 1)).end == len(f"{FERRY} {DAM}") - 1


def test_a_term_is_the_rarer_the_fewer_units_have_it() -> None:
    found = weigh_texts("Alpha beta gamma. Alpha beta beta.", "Alpha delta delta.")

    known = dict(zip("alpha beta gamma".split(), found.terms.at, strict=False))
    assert [found.frequency[known[word]] for word in known] == [3, 2, 1]
    assert [found.rarity[known[word]] for word in known] == [0, log(3 / 2), log(3)]


def test_a_unit_weighs_how_often_by_how_rare() -> None:
    found = weigh_texts("Alpha beta gamma gamma. Alpha beta beta.", "Alpha delta delta.")
    alpha, beta, gamma = found.terms.at[:3]

    assert alpha not in found.bags[0]
    assert found.bags[0] == {beta: 1, gamma: 2}
    assert found.norms[0] == pytest.approx(sqrt(log(3 / 2) ** 2 + (2 * log(3)) ** 2))


def test_a_cosine_is_one_for_the_same_and_nought_for_what_has_nothing_in_common() -> None:
    found = weigh_texts(f"{FERRY} {DAM}", f"{FERRY} {RAIN}")

    assert found.cosine(found.units[0], found.units[2]) == pytest.approx(1)
    assert found.cosine(found.units[1], found.units[3]) == 0
    assert 0.1 < found.cosine(found.stretch(*units(0, 1)), found.stretch(*units(2, 3))) < 0.9


def test_what_has_no_rare_term_is_like_nothing() -> None:
    found = weigh_texts("Alpha beta gamma.", "Alpha beta gamma.")

    assert found.cosine(*found.units) == 0


def test_no_texts_have_no_units() -> None:
    assert weigh_texts().units == weigh_texts("", "…").units == []


@quick
@given(stories())
def test_norms_are_lengths_and_cosines_do_not_hang_on_the_side(texts: list[str]) -> None:
    found = weigh_texts(*texts)
    for bag, norm in zip(found.bags, found.norms, strict=True):
        weights = [count * found.rarity[term] for term, count in bag.items()]
        assert all(weights)
        assert norm == pytest.approx(sqrt(sum(weight**2 for weight in weights)))
    for one in found.units[:4]:
        for other in found.units[-4:]:
            assert found.cosine(one, other) == found.cosine(other, one)
            assert 0 <= found.cosine(one, other) <= 1 + 1e-12
