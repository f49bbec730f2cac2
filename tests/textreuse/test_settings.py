from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given

from tests.textreuse.drawn_news import news_stories
from tests.textreuse.news import MASKS
from tests.textreuse.reports import two_articles
from tests.textreuse.stories import DAM, FERRY, RAIN, ROAD, quick
from textreuse import KINDS, Settings, compare


def test_the_defaults_make_sense_together() -> None:
    assert Settings() == Settings()


@pytest.mark.parametrize(("ngram", "min_words"), [(0, 6), (-1, 6), (7, 6), (4, 3)])
def test_n_grams_are_no_longer_than_a_passage(ngram: int, min_words: int) -> None:
    with pytest.raises(ValueError, match="ngram"):
        Settings(ngram=ngram, min_words=min_words)


def test_a_gap_is_not_negative() -> None:
    with pytest.raises(ValueError, match="max_gap"):
        Settings(max_gap=-1)


def test_an_n_gram_may_occur_at_least_once() -> None:
    with pytest.raises(ValueError, match="max_occurrences"):
        Settings(max_occurrences=0)


@pytest.mark.parametrize("least", [0, -0.5, 1.01, float("nan")])
def test_similarity_is_a_share(least: float) -> None:
    with pytest.raises(ValueError, match="min_similarity"):
        Settings(min_similarity=least)


@pytest.mark.parametrize("step", [0, 5, -1])
def test_sensitivity_has_four_steps(step: int) -> None:
    with pytest.raises(ValueError, match="sensitivity"):
        Settings(sensitivity=step)


def test_the_first_step_asks_for_the_same_words_whatever_the_least_similarity() -> None:
    assert Settings(sensitivity=1, min_similarity=0.3).least_similarity == 1
    assert Settings(sensitivity=2, min_similarity=0.3).least_similarity == 0.3
    assert Settings(sensitivity=3, min_similarity=0.3).least_similarity == 0.3


@pytest.mark.parametrize(
    ("step", "kinds"),
    [
        (1, ["verbatim"]),
        (2, ["verbatim", "edited"]),
        (3, ["verbatim", "edited", "paraphrase"]),
    ],
)
def test_each_step_finds_one_kind_more(step: int, kinds: list[str]) -> None:
    # In the edited sentence no five words are left in a row.
    edited = "The ferry left the old port at dawn with fifty boxes of oranges."
    texts = two_articles(
        f"{DAM} {RAIN}\n\n{FERRY}\n\n{MASKS[0]}", f"{DAM} {ROAD}\n\n{edited}\n\n{MASKS[1]}"
    )

    found = compare(texts, Settings(sensitivity=step)).passages

    assert list(dict.fromkeys(passage.kind for passage in found)) == kinds == list(KINDS[:step])


@quick
@given(news_stories(3))
def test_each_step_is_what_the_last_one_has_of_it(texts: list[str]) -> None:
    everything = compare(texts, Settings(sensitivity=4)).passages
    full = compare(texts, Settings(sensitivity=3)).passages

    assert list(full) == [passage for passage in everything if passage.step <= 3]
    assert all(passage.step == KINDS.index(passage.kind) + 1 for passage in full)


def test_the_default_finds_every_kind_and_nothing_weak() -> None:
    assert Settings() == Settings(sensitivity=3)


def test_the_first_step_still_finds_the_copied_part_of_an_edited_sentence() -> None:
    edited = FERRY.replace("forty", "fifty")

    (passage,) = compare([FERRY, edited], Settings(sensitivity=1)).passages

    assert passage.kind == "verbatim"
    assert FERRY[: passage.left.end] == "The ferry left the old harbour at dawn with"


def test_the_limits_themselves_are_allowed() -> None:
    Settings(ngram=1, min_words=1, max_gap=0, min_similarity=1, max_occurrences=1)


def test_they_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings().ngram = 3  # type: ignore[misc]
