from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from textreuse import Settings


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


def test_the_limits_themselves_are_allowed() -> None:
    Settings(ngram=1, min_words=1, max_gap=0, min_similarity=1, max_occurrences=1)


def test_they_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings().ngram = 3  # type: ignore[misc]
