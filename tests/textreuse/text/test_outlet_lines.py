from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.textreuse.stories import (
    BELLS,
    CLOCKS,
    DAM,
    FERRY,
    FLOUR,
    KEEPER,
    MAYOR,
    RAIN,
    ROAD,
    TRAIN,
    TRAMS,
    VIOLIN,
    any_texts,
    odd_texts,
    quick,
)
from textreuse import compare, split_words
from textreuse.text.boilerplate import find_boilerplate

LINE = "Harbour Times | All the news of the coast since 1890"
APART = ("\n".join([FERRY, KEEPER]), "\n".join([DAM, ROAD]), "\n".join([RAIN, VIOLIN]))
TAKES = (
    "\n".join([FERRY, KEEPER, CLOCKS]),
    "\n".join([FERRY, KEEPER, CLOCKS, DAM, TRAMS]),
    "\n".join([FERRY, CLOCKS, DAM, RAIN, FLOUR, MAYOR]),
)
PAPER = "Harbour Times"


def lines_of(*texts: str, outlets: list[str | None] | None = None) -> list[str]:
    """Return the lines taken for boilerplate, as they stand; all of one outlet where none is told.

    They are the same in whatever order the texts come.
    """
    outlets = outlets or [PAPER] * len(texts)
    found = find_boilerplate(texts, [split_words(text) for text in texts], outlets)
    return [texts[span.article][span.start : span.end] for span in found]


def with_line(texts: tuple[str, ...], line: str = LINE) -> list[str]:
    return [f"{text}\n\n{line}" for text in texts]


def test_a_line_in_three_articles_of_an_outlet_is_its_own() -> None:
    assert lines_of(*with_line(APART)) == [LINE] * 3


def test_in_two_articles_it_is_not() -> None:
    assert lines_of(*with_line(APART), outlets=[PAPER, PAPER, "The Coast"]) == []


@pytest.mark.parametrize("outlets", [[None, None, None], ["one", "two", "three"]])
def test_articles_of_no_one_outlet_have_none(outlets: list[str | None]) -> None:
    assert lines_of(*with_line(APART), outlets=outlets) == []


def test_said_three_times_in_one_article_it_is_not() -> None:
    assert lines_of(f"{LINE}\n{LINE}\n{LINE}", FERRY) == []


@pytest.mark.parametrize(
    "line",
    [CLOCKS, "Nobody was hurt.", "“Nobody was hurt!”", "记者昨日报道。", " and ".join([LINE] * 3)],
)
def test_a_sentence_or_a_long_line_is_reporting(line: str) -> None:
    assert lines_of(*with_line(APART, line)) == []


def test_takes_of_one_report_share_a_report() -> None:
    assert lines_of(*with_line(TAKES)) == []
    assert lines_of(*with_line((FERRY, FERRY, FERRY))) == []


def test_takes_count_as_one_article() -> None:
    others = (DAM + TRAIN, ROAD + BELLS)
    takes = (FERRY, f"{FERRY} {KEEPER}", f"{FERRY} {KEEPER} {CLOCKS}")

    assert lines_of(*with_line((*takes, others[0]))) == []
    assert lines_of(*with_line((*takes, *others))) == [LINE] * 5


def test_the_order_of_texts_makes_no_difference() -> None:
    texts = with_line((*TAKES, *APART))
    counts = {len(lines_of(*order)) for order in permutations(texts, 6)}

    assert len(counts) == 1


def test_a_line_of_a_wrapped_paragraph_is_none() -> None:
    background = (
        "the old swing bridge was built by two brothers from the\n"
        "upper town and has been closed for repairs on and off for\n"
        "most of the years since the barge hit its northern pier."
    )

    assert lines_of(*with_line(APART, background)) == []


def test_three_takes_share_no_less_than_two() -> None:
    two = compare(TAKES[:2], outlets=[PAPER] * 2)
    three = compare(TAKES, outlets=[PAPER] * 3)

    assert [three.boilerplate(one) for one in range(3)] == [()] * 3
    for one in range(2):
        assert three.word_count(one, three.shared(one)) >= two.word_count(one, two.shared(one)) > 0


def test_outlets_reach_it_through_compare() -> None:
    texts = with_line(APART)

    assert len(compare(texts).passages) == 3
    assert compare(texts, outlets=[PAPER] * 3).passages == ()


@quick
@given(st.lists(any_texts() | odd_texts(), min_size=3, max_size=4))
def test_any_texts_are_told_alike_in_any_order(texts: list[str]) -> None:
    assert sorted(lines_of(*texts)) == sorted(lines_of(*reversed(texts)))
