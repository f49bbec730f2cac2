from __future__ import annotations

from math import inf

from textreuse.passages.covering_chains import choose_covering
from textreuse.passages.exact_matches import Seed
from textreuse.structures.ranges import Range
from textreuse.text.corpus import Position

LEFT: Range[Position] = Range(0, 100)
RIGHT: Range[Position] = Range(101, 201)


def chain(left: int, right: int, size: int) -> tuple[Seed, ...]:
    return (Seed(Position(left), Position(right), size),)


def test_a_chain_that_only_holds_words_of_longer_ones_is_left_out() -> None:
    long, other, within = chain(0, 101, 20), chain(40, 141, 10), chain(5, 143, 6)

    assert choose_covering([within, other, long], LEFT, RIGHT, inf) == [long, other]


def test_a_chain_with_a_word_of_its_own_on_one_side_stays() -> None:
    long, elsewhere = chain(0, 101, 20), chain(5, 160, 6)

    assert choose_covering([elsewhere, long], LEFT, RIGHT, inf) == [long, elsewhere]


def test_of_chains_as_long_the_one_that_lies_nearer_is_better() -> None:
    near, far = chain(50, 151, 8), chain(50, 190, 8)

    assert choose_covering([far, near], LEFT, RIGHT, 1) == [near]


def test_equals_stay_together_even_beyond_the_most() -> None:
    ours, theirs = chain(10, 121, 8), chain(20, 111, 8)
    less = chain(70, 171, 5)

    chosen = choose_covering([less, ours, theirs], LEFT, RIGHT, 1)

    assert sorted(chosen) == sorted([ours, theirs])


def test_within_one_article_a_word_is_covered_on_either_side() -> None:
    long, back = chain(0, 50, 20), chain(52, 10, 6)

    assert choose_covering([long, back], LEFT, LEFT, inf) == [long]
