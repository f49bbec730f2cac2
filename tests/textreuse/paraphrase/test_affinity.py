from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given

from tests.textreuse.drawn_news import news_stories
from tests.textreuse.news import REWRITTEN
from tests.textreuse.reports import ENGLISH
from tests.textreuse.stages import count_texts
from tests.textreuse.stories import quick
from textreuse.paraphrase.affinity import discount, measure_affinities


def affinity(one: str, other: str) -> float:
    return measure_affinities(count_texts(one, other)).get((0, 1), 0.0)


def test_a_text_has_everything_in_common_with_itself() -> None:
    text = f"{' '.join(ENGLISH[0])} The ferry for Ravensberg left at dawn."

    assert affinity(text, text) == 2


def test_reports_of_one_event_have_more_in_common_than_others() -> None:
    one, other = (" ".join(told) for told in zip(*REWRITTEN["english"], strict=True))

    assert affinity(one, other) > 0.6 > affinity(" ".join(ENGLISH[0]), " ".join(ENGLISH[1]))


def test_of_articles_without_a_word_in_common_nothing_is_known() -> None:
    assert measure_affinities(count_texts("Ferry.", "Orchard.", "")) == {}


@quick
@given(news_stories(3))
def test_it_is_counted_as_by_hand_whoever_else_is_there(texts: list[str]) -> None:
    found = count_texts(*texts)
    affinities = measure_affinities(found)
    for pair in combinations(range(len(texts)), 2):
        shares = 0.0
        for listed in (
            [
                found.telling[a].keys() - found.terms.framing[found.corpus.languages[a]]
                for a in pair
            ],
            [found.names.list_names(a) for a in pair],
        ):
            ours, theirs = listed
            if ours and theirs:
                shares += len(ours & theirs) / min(len(ours), len(theirs))
        assert affinities.get(pair, 0.0) == pytest.approx(shares)


def test_the_discount_falls_with_affinity_and_never_exceeds_its_limit() -> None:
    discounts = [discount(step / 10) for step in range(21)]

    assert discounts == sorted(discounts, reverse=True)
    assert discounts[0] == 3
    assert discounts[-1] == pytest.approx(0, abs=1e-6)
