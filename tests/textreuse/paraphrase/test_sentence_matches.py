from __future__ import annotations

import pytest
from hypothesis import given

from benchmarks.worst_texts import KINDS
from tests.textreuse.drawn_news import news_stories
from tests.textreuse.news import MASKS
from tests.textreuse.reports import ENGLISH, two_articles
from tests.textreuse.stages import count_texts
from tests.textreuse.stories import FERRY, quick
from textreuse.paraphrase import sentence_matches
from textreuse.paraphrase.sentence_matches import match_units
from textreuse.paraphrase.stems import NO_TERM
from textreuse.paraphrase.tf_isf import PairVectors, Units


def terms_of(found: Units, unit: int) -> set[int]:
    first, last = found.units[unit]
    return set(found.terms.at[first:last]) - {NO_TERM}


def test_sentences_that_say_the_same_match() -> None:
    ((pair, (match,)),) = match_units(count_texts(*two_articles(*MASKS))).items()

    assert pair == (0, 1)
    assert (match.left, match.right) == (3, 10)
    assert (match.unit(0), match.unit(1)) == (3, 10)


def test_different_reports_do_not_match() -> None:
    assert match_units(count_texts(*[" ".join(part) for part in ENGLISH])) == {}


def test_what_an_article_says_twice_is_no_match() -> None:
    assert match_units(count_texts("\n".join([*ENGLISH[0], *MASKS]), " ".join(ENGLISH[1]))) == {}


def test_every_pair_of_articles_is_matched() -> None:
    texts = [f"{' '.join(ENGLISH[0])} {MASKS[0]}", MASKS[1], "", f"{FERRY} {MASKS[0]}"]

    assert set(match_units(count_texts(*texts))) == {(0, 1), (0, 3), (1, 3)}


def test_a_word_that_stands_everywhere_proposes_no_match() -> None:
    common = [f"Altenburg, {sentence}" for part in ENGLISH for sentence in part]

    assert match_units(count_texts(" ".join(common[:6]), " ".join(common[6:]))) == {}


@quick
@given(news_stories(3))
def test_matches_are_what_they_say(texts: list[str]) -> None:
    found = count_texts(*texts)
    for (left, right), of_pair in match_units(found).items():
        assert left < right
        vectors = PairVectors(found, (left, right))
        assert of_pair == sorted(set(of_pair))
        for match in of_pair:
            assert match.left in found.articles[left]
            assert match.right in found.articles[right]
            assert match.cosine == pytest.approx(
                vectors.cosine(found.units[match.left], found.units[match.right])
            )
            # Terms that every unit has say nothing and are not counted.
            ours, theirs = (
                {term for term in terms_of(found, unit) if vectors.rarity[term]}
                for unit in (match.left, match.right)
            )
            share = 2 * len(ours & theirs) / (len(ours) + len(theirs))
            assert match.dice == pytest.approx(share)


@quick
@given(news_stories(3))
def test_no_unit_with_the_same_rare_words_is_missed(texts: list[str]) -> None:
    found = count_texts(*texts)
    met = {(match.left, match.right) for pair in match_units(found).values() for match in pair}
    for left, ours in enumerate(found.bags):
        for right, theirs in enumerate(found.bags):
            apart = found.corpus.article(found.units[left][0]) < found.corpus.article(
                found.units[right][0]
            )
            if not apart:
                continue
            pair = (
                found.corpus.article(found.units[left][0]),
                found.corpus.article(found.units[right][0]),
            )
            rare = any(
                sum(len(found.postings[article].get(term, ())) for article in pair) <= 6
                for term in ours
            )
            if rare and ours.keys() == theirs.keys():
                assert (left, right) in met


def test_sentences_of_one_word_have_few_matches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentence_matches, "_FREE_MEETINGS", 0)
    found = count_texts(*(KINDS["sentences of one word"](10_000, seed) for seed in (1, 2)))

    assert sum(map(len, match_units(found).values())) <= 10_000
