from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given

from tests.textreuse.news import ENGLISH, MASKS, REPORTS, news_stories, two_articles
from tests.textreuse.places import clause_range, positions, stretch
from tests.textreuse.stories import DAM, FERRY, KEEPER, quick, stories
from textreuse import words
from textreuse.comparison import compare
from textreuse.paraphrase.clause_fit import Fit
from textreuse.paraphrase.clauses import ClauseIndex
from textreuse.paraphrase.name_terms import names
from textreuse.paraphrase.stems import NO_TERM
from textreuse.paraphrase.tf_isf import Vectors, vectors
from textreuse.paraphrase.weighted_clauses import Prose, Rarity
from textreuse.passages.exact_coverage import Carried, carried
from textreuse.text.corpus import Stretch, corpus


def weighed(*texts: str) -> Vectors:
    return vectors(corpus(texts, [words(text) for text in texts]))


def named_in(*texts: str) -> set[str]:
    """Return the words, folded, whose terms are names."""
    found = weighed(*texts)
    keys = [key for row in found.corpus.words for key in (*row.keys, "")]
    named = names(found)
    return {key for key, term in zip(keys, found.terms.at, strict=True) if term in named}


def test_a_capital_inside_a_sentence_makes_a_name() -> None:
    text = f"{' '.join(ENGLISH[0])} The old ferry met Brandt in Ravensberg on the 1897 bridge."

    assert named_in(text) == {"brandt", "ravensberg", "1897"}


def test_a_capital_that_opens_a_sentence_makes_none() -> None:
    assert named_in("Brandt waits for the ferry. Wolves killed the sheep.") == set()


def test_a_word_that_is_mostly_small_is_no_name() -> None:
    assert named_in("The Ferry left. The ferry sank. A ferry burned.") == set()
    assert named_in("The Ferry left. The ferry sank. So the Ferry burned, a Ferry.") == {"ferry"}


def test_all_articles_tell_what_is_a_name() -> None:
    assert "marsh" in named_in("They met Marsh yesterday.", "So did we.")
    assert "marsh" not in named_in("They met Marsh yesterday.", "So did the marsh and a marsh.")


def test_german_nouns_are_no_names() -> None:
    assert named_in(" ".join(REPORTS["german"][0])) == set()


def test_german_figures_are() -> None:
    assert named_in(" ".join(REPORTS["german"][0]) + " Das war im Jahr 1897 so.") == {"1897"}


def test_scripts_without_capitals_have_no_names() -> None:
    assert named_in("渡船在黎明时离开旧港口，没有人受伤。") == set()


def test_a_term_weighs_one_where_it_stands_once_and_nothing_where_it_stands_everywhere() -> None:
    texts = "Alpha beta gamma. Alpha beta delta.", "Alpha epsilon zeta. Alpha epsilon eta."
    found = weighed(*texts)
    alpha, beta, gamma = found.terms.at[:3]
    of = Rarity(found).of

    assert of[alpha] == 0
    assert of[beta] == pytest.approx(0.5)
    assert of[gamma] == pytest.approx(1)


def test_framing_weighs_nothing_and_names_are_no_content() -> None:
    found = weighed(f"{' '.join(ENGLISH[0])} Reporters spoke of sheep in Ravensberg again.")
    reporters, spoke, _, sheep, _, ravensberg, _ = found.terms.at[-8:-1]
    rarity = Rarity(found)

    assert rarity.of[reporters] == rarity.of[spoke] == 0
    assert rarity.of[sheep] == rarity.of[ravensberg] == pytest.approx(1)
    assert rarity.content({reporters: 1, sheep: 2, ravensberg: 3}) == pytest.approx(2)
    assert rarity.content_terms({reporters: 1, sheep: 2, ravensberg: 3}) == 1


@quick
@given(stories())
def test_weights_lie_between_nought_and_one(texts: list[str]) -> None:
    found = weighed(*texts)
    rarity = Rarity(found)
    bag = Counter(term for term in found.terms.at if term != NO_TERM)

    assert all(0 <= weight <= 1 for weight in rarity.of)
    assert 0 <= rarity.content(bag) <= bag.total()
    assert 0 <= rarity.content_terms(bag) <= len(bag)


def test_prose_tells_the_clauses_of_a_place() -> None:
    texts = FERRY, "The ferry left the harbour, its pilot says; nobody else was aboard."
    found = weighed(*texts)
    prose = Prose(found, Rarity(found), 1)
    start = found.corpus.first[1]

    assert len(prose.clauses) == 3
    assert prose.touching(stretch(start, start + 12)) == clause_range(0, 3)
    assert prose.touching(stretch(start + 4, start + 6)) == clause_range(0, 2)
    assert prose.touching(stretch(start + 5, start + 8)) == clause_range(1, 2)
    assert list(prose.words(ClauseIndex(1))) == found.corpus.tokens[start + 5 : start + 8]


@quick
@given(news_stories())
def test_fits_say_what_corresponds_and_never_get_worse(texts: list[str]) -> None:
    found = weighed(*texts)
    rarity = Rarity(found)
    both = Prose(found, rarity, 0), Prose(found, rarity, 1)
    for number in range(min(len(both[0].clauses), len(both[1].clauses), 5)):
        closed = {ClauseIndex(number + 1)}, {ClauseIndex(number - 1)}
        here = clause_range(number, number + 1)
        fit = Fit(both, here, here, closed)
        before = fit.score

        fit.climb()

        assert fit.score >= before
        ours, theirs = (bag_at(found, fit.place(side)) for side in (0, 1))
        assert fit.common == pytest.approx(weight_of(rarity, ours & theirs))
        assert fit.weights == pytest.approx([weight_of(rarity, ours), weight_of(rarity, theirs)])
        assert fit.score <= 2 * fit.common + 1e-9
        for side, prose in enumerate(both):
            first, last = fit.first[side], fit.last[side]
            assert closed[side].isdisjoint(clause_range(first, last + 1))
            assert prose.clauses[last].sentence - prose.clauses[first].sentence <= 1
            assert fit.place(side) == (prose.clauses[first].first, prose.clauses[last].last)


def weight_of(rarity: Rarity, bag: Counter[int]) -> float:
    return sum(count * rarity.of[term] for term, count in bag.items())


def bag_at(found: Vectors, place: Stretch) -> Counter[int]:
    return Counter(term for term in found.terms.at[slice(*place)] if term != NO_TERM)


def test_a_fit_grows_over_what_corresponds_and_leaves_the_rest() -> None:
    one, other = two_articles(
        f"The opera still waits for a curtain, and {MASKS[0]}",
        f"{MASKS[1][:-1]}, experts in Ravensberg believe.",
    )
    found = weighed(one, other)
    rarity = Rarity(found)
    both = Prose(found, rarity, 0), Prose(found, rarity, 1)
    fit = Fit(both, both[0].touching(found.units[3]), clause_range(4, 5), (set(), set()))

    fit.climb()

    told = [text_at(found, fit.place(side)) for side in (0, 1)]
    assert told == [f"and {MASKS[0][:-1]}", MASKS[1][:-1]]


def text_at(found: Vectors, place: Stretch) -> str:
    span = found.corpus.span(*place)
    return found.corpus.texts[span.article][span.start : span.end]


def test_what_is_carried_by_passages() -> None:
    comparison = compare([f"{DAM} {FERRY}", f"{FERRY} {KEEPER}", DAM])
    found = carried(comparison.corpus, comparison.passages)

    assert set(found) == {(0, 1), (0, 2)}
    between, start = found[0, 1], comparison.corpus.first[1]
    assert between.share(0, *stretch(12, 25)) == 1
    assert between.share(1, *stretch(start, start + 13)) == 1
    assert between.share(0, *stretch(0, 12)) == 0
    assert between.share(0, *stretch(0, 25)) == pytest.approx(13 / 25)


def test_words_in_two_passages_are_carried_once() -> None:
    between = Carried([(positions(0, 6), positions(50, 56)), (positions(3, 9), positions(70, 76))])

    assert between.share(0, *stretch(0, 12)) == pytest.approx(9 / 12)


def test_a_passage_is_near_where_both_its_ends_are() -> None:
    here, far, long = (
        (positions(100, 110), positions(500, 510)),
        (positions(104, 114), positions(900, 910)),
        (positions(0, 90), positions(400, 490)),
    )
    between = Carried([here, far, long])

    assert set(between.near(stretch(95, 120), stretch(495, 520))) == {here, long}
    assert set(between.near(stretch(95, 120), stretch(895, 920))) == {far}
    assert set(between.near(stretch(200, 210), stretch(500, 510))) == set()
    assert set(between.near(stretch(0, 5), stretch(400, 405))) == {long}
    assert not list(Carried().near(stretch(0, 5), stretch(400, 405)))
    assert Carried().share(0, *stretch(0, 5)) == 0


@quick
@given(news_stories())
def test_clauses_follow_each_other_in_prose(texts: Sequence[str]) -> None:
    found = weighed(*texts)
    prose = Prose(found, Rarity(found), 1)
    for one, following in pairwise(found.units[unit] for unit in found.articles[1]):
        assert prose.touching(one).start <= prose.touching(following).start
    for number, clause in enumerate(prose.clauses):
        assert prose.touching((clause.first, clause.last)) == clause_range(number, number + 1)
