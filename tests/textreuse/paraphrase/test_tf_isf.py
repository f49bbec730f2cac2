from __future__ import annotations

from collections.abc import Sequence
from math import log, sqrt

import pytest
from hypothesis import given

from tests.textreuse.news import ENGLISH, FLIGHTS, MASKS, news_stories, two_articles
from tests.textreuse.places import units
from tests.textreuse.stories import DAM, FERRY, RAIN, quick, stories
from textreuse import words
from textreuse.paraphrase.sentence_matches import Match, matches
from textreuse.paraphrase.sentence_similarity import Likeness
from textreuse.paraphrase.stems import NO_TERM
from textreuse.paraphrase.tf_isf import Vectors, vectors
from textreuse.text.corpus import corpus


def weighed(texts: Sequence[str]) -> Vectors:
    return vectors(corpus(texts, [words(text) for text in texts]))


def terms_of(found: Vectors, unit: int) -> set[int]:
    first, last = found.units[unit]
    return set(found.terms.at[first:last]) - {NO_TERM}


def test_units_are_counted_article_after_article() -> None:
    found = weighed([f"{FERRY} {DAM}", "", RAIN])

    assert list(map(list, found.articles)) == [[0, 1], [], [2]]
    assert len(found.units) == len(found.bags) == len(found.norms) == 3
    assert found.span(*units(0, 1)) == found.corpus.span(*found.stretch(*units(0, 1)))
    assert found.span(*units(0, 1)).end == len(f"{FERRY} {DAM}") - 1


def test_a_term_is_the_rarer_the_fewer_units_have_it() -> None:
    found = weighed(["Alpha beta gamma. Alpha beta beta.", "Alpha delta delta."])

    known = dict(zip("alpha beta gamma".split(), found.terms.at, strict=False))
    assert [found.frequency[known[word]] for word in known] == [3, 2, 1]
    assert [found.rarity[known[word]] for word in known] == [0, log(3 / 2), log(3)]


def test_a_unit_weighs_how_often_by_how_rare() -> None:
    found = weighed(["Alpha beta gamma gamma. Alpha beta beta.", "Alpha delta delta."])
    alpha, beta, gamma = found.terms.at[:3]

    assert alpha not in found.bags[0]
    assert found.bags[0] == {beta: 1, gamma: 2}
    assert found.norms[0] == pytest.approx(sqrt(log(3 / 2) ** 2 + (2 * log(3)) ** 2))


def test_a_cosine_is_one_for_the_same_and_nought_for_what_has_nothing_in_common() -> None:
    found = weighed([f"{FERRY} {DAM}", f"{FERRY} {RAIN}"])

    assert found.cosine(found.units[0], found.units[2]) == pytest.approx(1)
    assert found.cosine(found.units[1], found.units[3]) == 0
    assert 0.1 < found.cosine(found.stretch(*units(0, 1)), found.stretch(*units(2, 3))) < 0.9


def test_what_has_no_rare_term_is_like_nothing() -> None:
    found = weighed(["Alpha beta gamma.", "Alpha beta gamma."])

    assert found.cosine(*found.units) == 0


def test_no_texts_have_no_units() -> None:
    assert weighed([]).units == weighed(["", "…"]).units == []


@quick
@given(stories())
def test_norms_are_lengths_and_cosines_do_not_hang_on_the_side(texts: list[str]) -> None:
    found = weighed(texts)
    for bag, norm in zip(found.bags, found.norms, strict=True):
        weights = [count * found.rarity[term] for term, count in bag.items()]
        assert all(weights)
        assert norm == pytest.approx(sqrt(sum(weight**2 for weight in weights)))
    for one in found.units[:4]:
        for other in found.units[-4:]:
            assert found.cosine(one, other) == found.cosine(other, one)
            assert 0 <= found.cosine(one, other) <= 1 + 1e-12


def test_sentences_that_say_the_same_match() -> None:
    ((pair, (match,)),) = matches(weighed(two_articles(*MASKS))).items()

    assert pair == (0, 1)
    assert (match.left, match.right) == (3, 10)
    assert (match.unit(0), match.unit(1)) == (3, 10)


def test_different_reports_do_not_match() -> None:
    assert matches(weighed([" ".join(part) for part in ENGLISH])) == {}


def test_what_an_article_says_twice_is_no_match() -> None:
    assert matches(weighed(["\n".join([*ENGLISH[0], *MASKS]), " ".join(ENGLISH[1])])) == {}


def test_every_pair_of_articles_is_matched() -> None:
    texts = [f"{' '.join(ENGLISH[0])} {MASKS[0]}", MASKS[1], "", f"{FERRY} {MASKS[0]}"]

    assert set(matches(weighed(texts))) == {(0, 1), (0, 3), (1, 3)}


def test_a_word_that_stands_everywhere_proposes_no_match() -> None:
    common = [f"Altenburg, {sentence}" for part in ENGLISH for sentence in part]

    assert matches(weighed([" ".join(common[:6]), " ".join(common[6:])])) == {}


@quick
@given(news_stories(3))
def test_matches_are_what_they_say(texts: list[str]) -> None:
    found = weighed(texts)
    for (left, right), of_pair in matches(found).items():
        assert left < right
        assert of_pair == sorted(set(of_pair))
        for match in of_pair:
            assert match.left in found.articles[left]
            assert match.right in found.articles[right]
            assert match.cosine == pytest.approx(
                found.cosine(found.units[match.left], found.units[match.right])
            )
            # Terms that every unit has say nothing and are not counted.
            ours, theirs = (
                {term for term in terms_of(found, unit) if found.rarity[term]}
                for unit in (match.left, match.right)
            )
            share = 2 * len(ours & theirs) / (len(ours) + len(theirs))
            assert match.dice == pytest.approx(share)


@quick
@given(news_stories(3))
def test_no_unit_with_the_same_rare_words_is_missed(texts: list[str]) -> None:
    found = weighed(texts)
    met = {(match.left, match.right) for pair in matches(found).values() for match in pair}
    for left, ours in enumerate(found.bags):
        for right, theirs in enumerate(found.bags):
            apart = found.corpus.article(found.units[left][0]) < found.corpus.article(
                found.units[right][0]
            )
            rare = any(found.frequency[term] <= 6 for term in ours)
            if apart and rare and ours.keys() == theirs.keys():
                assert (left, right) in met


def test_likeness_is_worked_out_once() -> None:
    texts = two_articles(*FLIGHTS)
    likeness = Likeness(corpus(texts, [words(text) for text in texts]))

    assert likeness.vectors is likeness.vectors
    assert likeness.matches is likeness.matches
    assert [type(match) for match in likeness.matches[0, 1]] == [Match]
