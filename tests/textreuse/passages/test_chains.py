from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given

from tests.textreuse.places import make_seed
from tests.textreuse.stages import number_texts
from tests.textreuse.stories import (
    DAM,
    FERRY,
    KEEPER,
    RAIN,
    monotonous_texts,
    quick,
    stories,
    thorough,
)
from textreuse import Settings, split_words
from textreuse.passages.chains import Chain, chain_seeds, measure_gap
from textreuse.passages.seeds import find_seeds


def chains_of(*texts: str, settings: Settings | None = None) -> list[Chain]:
    settings = settings or Settings()
    row = number_texts(*texts)
    return chain_seeds(row, find_seeds(row, settings), settings)


def in_words(chain: Chain, *texts: str) -> list[str]:
    """Return what the seeds of `chain` say."""
    row = number_texts(*texts)
    said = [row.span(seed.left, seed.left_end) for seed in chain]
    return [texts[span.article][span.start : span.end] for span in said]


def test_what_lies_between_two_seeds() -> None:
    assert measure_gap(make_seed(0, 100, 5), make_seed(7, 109, 4)) == (2, 4)
    assert measure_gap(make_seed(0, 100, 5), make_seed(4, 105, 4)) == (-1, 0)


def test_a_changed_word_leaves_one_chain_of_two_seeds() -> None:
    texts = FERRY, FERRY.replace("dawn", "noon")

    (chain,) = chains_of(*texts)

    assert in_words(chain, *texts) == [
        "The ferry left the old harbour at",
        "with forty crates of oranges",
    ]


def test_seeds_far_apart_are_chains_of_their_own() -> None:
    found = chains_of(f"{FERRY} {DAM} {RAIN} {KEEPER}", f"{FERRY} {KEEPER}")

    assert sorted(map(len, found)) == [1, 1]


@pytest.mark.parametrize(("between", "expected"), [(8, 1), (9, 2)])
def test_the_widest_gap_inside_a_chain(between: int, expected: int) -> None:
    inserted = " ".join("abcdefghi"[:between])

    found = chains_of(f"{FERRY} {inserted} {KEEPER}", f"{FERRY} {KEEPER}")

    assert len(found) == expected


def test_small_seeds_do_not_pull_distant_text_in() -> None:
    near = chains_of("one two three four a b c d e six seven", "one two three four six seven")
    settings = Settings(ngram=2)
    far = chains_of("one two a b c d e six seven", "one two six seven", settings=settings)
    close = chains_of("one two a b c d six seven", "one two six seven", settings=settings)

    assert [len(chain) for chain in near] == [1]
    assert [len(chain) for chain in far] == [1, 1]
    assert [len(chain) for chain in close] == [2]


def test_text_that_moved_is_a_chain_of_its_own() -> None:
    found = chains_of(f"{FERRY} {DAM} {KEEPER}", f"{KEEPER} {FERRY} {DAM}")

    assert len(found) == 2


def test_what_repeats_itself_at_once_is_cut_into_neighbours() -> None:
    found = chains_of(" ".join(["tick tock went the clock"] * 3), settings=Settings(min_words=5))

    assert sorted(found) == [(make_seed(0, 5, 5),), (make_seed(0, 10, 5),), (make_seed(5, 10, 5),)]


def test_neighbours_are_long_enough_to_be_passages() -> None:
    found = chains_of("on and on and on and on and on and on and", settings=Settings(min_words=6))

    assert (make_seed(0, 6, 6),) in found


@quick
@given(stories())
def test_every_seed_that_does_not_overlap_itself_is_in_one_chain(texts: list[str]) -> None:
    row, settings = number_texts(*texts), Settings()
    found = find_seeds(row, settings)
    apart = [seed for seed in found if seed.left + seed.size <= seed.right]

    linked = Counter(seed for chain in chain_seeds(row, apart, settings) for seed in chain)

    assert linked == Counter(apart)


@thorough
@given(stories())
def test_a_chain_ascends_on_both_sides(texts: list[str]) -> None:
    for chain in chains_of(*texts):
        for seed, following in pairwise(chain):
            assert seed.left < following.left
            assert seed.right < following.right


@quick
@given(stories())
def test_a_chain_is_of_one_pair_of_articles(texts: list[str]) -> None:
    row = number_texts(*texts)
    for chain in chain_seeds(row, find_seeds(row, Settings()), Settings()):
        assert len({(row.article(seed.left), row.article(seed.right)) for seed in chain}) == 1


@thorough
@given(monotonous_texts("abc"), monotonous_texts("abc"))
def test_swapping_two_texts_swaps_the_sides_and_nothing_else(one: str, other: str) -> None:
    turned = [[(right, left, size) for left, right, size in chain] for chain in across(other, one)]

    assert sorted(map(sorted, turned)) == sorted(across(one, other))


def across(one: str, other: str) -> list[list[tuple[int, int, int]]]:
    """Return the chains between two texts; places are word numbers in their own text."""
    start = len(split_words(one)) + 1
    return [
        [(seed.left, seed.right - start, seed.size) for seed in chain]
        for chain in chains_of(one, other)
        if chain[0].left < start <= chain[0].right
    ]
