from __future__ import annotations

from itertools import chain

import pytest

from benchmarks.texts import KINDS, Copy, Story, story
from textreuse import split_words


@pytest.fixture(scope="module")
def made() -> Story:
    return story(3, 2_000, 40)


def test_the_same_seed_makes_the_same_story(made: Story) -> None:
    assert story(3, 2_000, 40) == made
    assert story(3, 2_000, 40, seed=2) != made


def test_articles_are_about_as_long_as_asked(made: Story) -> None:
    assert all(abs(len(split_words(text)) - 2_000) < 100 for text in made.texts)


def test_there_are_as_many_copies_as_asked_of_every_kind(made: Story) -> None:
    assert len(made.copies) == 40
    assert {copy.kind for copy in made.copies} == set(KINDS)


def test_words_called_kept_are_the_same_on_both_sides(made: Story) -> None:
    keys = [split_words(text).keys for text in made.texts]
    for copy in made.copies:
        ours, theirs = keys[copy.source.article], keys[copy.target.article]
        assert copy.kept
        for here, there in copy.kept:
            assert ours[here] == theirs[there]
            assert copy.source.first <= here < copy.source.last
            assert copy.target.first <= there < copy.target.last


def test_no_word_is_copied_twice(made: Story) -> None:
    places = [
        (place.article, word)
        for place in chain.from_iterable((copy.source, copy.target) for copy in made.copies)
        for word in range(place.first, place.last)
    ]

    assert len(set(places)) == len(places)


def test_a_verbatim_copy_keeps_every_word_and_an_edited_one_most(made: Story) -> None:
    for copy in made.copies:
        length = copy.source.last - copy.source.first
        if copy.kind in ("verbatim", "moved", "repeated"):
            assert len(copy.kept) == length
        elif copy.kind == "edited":
            assert 0.7 * length < len(copy.kept) <= length
            assert copy.target.last - copy.target.first != length or len(copy.kept) < length


def test_only_repeats_stand_in_one_article(made: Story) -> None:
    assert all(
        (copy.source.article == copy.target.article) == (copy.kind == "repeated")
        for copy in made.copies
    )


def test_moved_copies_stand_in_the_other_half(made: Story) -> None:
    lengths = [len(split_words(text)) for text in made.texts]

    def distance(copy: Copy) -> float:
        source, target = copy.source, copy.target
        return abs(source.first / lengths[source.article] - target.first / lengths[target.article])

    for copy in made.copies:
        assert (distance(copy) > 0.3) == (copy.kind in ("moved", "repeated"))


def test_too_many_copies_are_refused() -> None:
    with pytest.raises(ValueError, match="too many"):
        story(2, 100, 100)
