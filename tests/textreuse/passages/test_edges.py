from __future__ import annotations

import pytest
from hypothesis import given

from tests.textreuse.drawn_news import news_stories
from tests.textreuse.reading import sides_of
from tests.textreuse.reports import two_articles
from tests.textreuse.stories import DAM, FERRY, KEEPER, RAIN, quick
from textreuse import compare, split_paragraphs, split_sentences

EDITED = FERRY.replace("forty", "fifty")


def sides(one: str, other: str) -> list[tuple[str, str]]:
    comparison = compare(two_articles(one, other))
    return [sides_of(comparison, passage) for passage in comparison.passages]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{FERRY} The rain stopped.", f"{FERRY} The pilot slept."),
        (f"{FERRY} The old rain stopped.", f"{FERRY} The old pilot slept."),
        (f"It rained again. {FERRY}", f"Nobody slept again. {FERRY}"),
    ],
)
def test_a_word_or_two_of_another_sentence_are_no_part(one: str, other: str) -> None:
    assert sides(one, other) == [(FERRY, FERRY)]


def test_three_words_of_another_sentence_are() -> None:
    ((ours, theirs),) = sides(f"{FERRY} The old pilot slept.", f"{FERRY} The old pilot smiled.")

    assert ours == theirs == f"{FERRY} The old pilot"


def test_a_short_sentence_that_is_all_there_is_a_part() -> None:
    told = f"{FERRY} Nobody slept."

    assert sides(f"{told} It rained.", f"{told} Snow fell.") == [(told, told)]


def test_the_words_that_open_a_quotation_are_a_part() -> None:
    said = "“It sailed. Its old pilot never slept on the way to the island.”"

    ((ours, theirs),) = sides(
        f"The owner of the ferry said on Monday: {said}", f"On Tuesday he said again: {said}"
    )

    assert ours == theirs == said


def test_a_break_that_one_side_has_parts_an_edited_passage() -> None:
    found = sides(f"{EDITED}\n\n{DAM}", f"{FERRY} {DAM}")

    assert found == [(EDITED, FERRY), (DAM, DAM)]


def test_a_break_that_both_sides_have_parts_nothing() -> None:
    told = f"{EDITED}\n\n{DAM}", f"{FERRY}\n\n{DAM}"

    assert sides(*told) == [told]


def test_no_break_parts_words_that_are_all_the_same() -> None:
    told = f"{FERRY}\n\n{DAM}", f"{FERRY} {DAM}"

    assert sides(*told) == [told]


@quick
@given(news_stories())
def test_no_passage_has_a_break_that_only_one_side_has(texts: list[str]) -> None:
    comparison = compare(texts)
    for passage in comparison.passages:
        breaks = [
            sum(side.start < start < side.end for start, _ in split_paragraphs(texts[side.article]))
            for side in (passage.left, passage.right)
        ]
        assert passage.kind == "verbatim" or breaks[0] == breaks[1]


def test_a_paraphrase_ends_with_its_paragraph() -> None:
    told = "Wolves killed forty sheep near Altenburg."
    wants = "The owner now demands compensation from the state."
    both = (
        "Compensation from the state is demanded by the owner of forty sheep that wolves killed "
        "near Altenburg."
    )

    assert [len(split_sentences(ours)) for ours, _ in sides(f"{told} {wants}", both)] == [2]
    parted = [len(split_sentences(ours)) for ours, _ in sides(f"{told}\n\n{wants}", both)]
    assert set(parted) == {1}


def test_sentences_that_are_unlike_stay_apart() -> None:
    assert sides(f"{KEEPER} {FERRY}", f"{FERRY} {RAIN}") == [(FERRY, FERRY)]
