from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.textreuse.reading import keys_of, text_of, texts_of
from tests.textreuse.stories import DAM, FERRY, KEEPER, RAIN, ROAD, stories, thorough
from tests.work import count_calls
from textreuse import Comparison, Copy, Span, compare, find_copies, split_words


def span_of(comparison: Comparison, article: int, text: str) -> Span:
    """Return where `text` first stands in `article`."""
    start = comparison.corpus.texts[article].index(text)
    return Span(article, start, start + len(text))


def copies_of(comparison: Comparison, article: int, text: str) -> tuple[Copy, ...]:
    return find_copies(comparison, span_of(comparison, article, text))


def said_in(comparison: Comparison, found: tuple[Copy, ...]) -> list[tuple[int, list[str]]]:
    """Return the article and the words of each copy."""
    return [(copy.span.article, keys_of(comparison, copy.span)) for copy in found]


def test_a_sentence_is_found_in_every_other_text() -> None:
    comparison = compare([f"{DAM} {FERRY}", f"{FERRY} {RAIN}", ROAD, f"{ROAD} {FERRY}"])

    found = copies_of(comparison, 0, FERRY)

    assert said_in(comparison, found) == [
        (1, split_words(FERRY).keys),
        (3, split_words(FERRY).keys),
    ]
    assert [copy.similarity for copy in found] == [1, 1]


def test_it_is_found_from_either_side() -> None:
    comparison = compare([f"{DAM} {FERRY}", f"{FERRY} {RAIN}"])

    (copy,) = copies_of(comparison, 1, FERRY)

    assert copy.span.article == 0
    assert copy.span.start == len(DAM) + 1


def test_a_copy_is_cut_to_what_was_asked_for() -> None:
    comparison = compare([f"{FERRY} {DAM}", f"{ROAD} {FERRY} {DAM}"])

    (copy,) = copies_of(comparison, 0, "left the old harbour at dawn")

    assert text_of(comparison, copy.span) == "left the old harbour at dawn"


def test_changed_words_lower_the_similarity() -> None:
    rewrite = FERRY.replace("dawn", "noon")
    comparison = compare([FERRY, f"{ROAD} {rewrite}"])

    (copy,) = copies_of(comparison, 0, FERRY)

    assert keys_of(comparison, copy.span) == split_words(rewrite).keys
    assert copy.similarity == pytest.approx(12 / 13)


def test_words_that_were_changed_have_no_copy() -> None:
    comparison = compare([FERRY, FERRY.replace("dawn", "noon")])

    assert copies_of(comparison, 0, "dawn") == ()


def test_less_than_half_of_what_was_asked_for_is_no_copy() -> None:
    comparison = compare([f"{DAM} {RAIN} {KEEPER} {FERRY}", FERRY])

    assert copies_of(comparison, 0, f"{DAM} {RAIN} {KEEPER} {FERRY}") == ()
    assert len(copies_of(comparison, 0, f"great storm. {FERRY}")) == 1


def test_a_repeat_is_a_copy_in_the_same_text() -> None:
    comparison = compare([f"{FERRY}\n{DAM}\n{FERRY}"])

    (copy,) = copies_of(comparison, 0, FERRY)

    assert copy.span.article == 0
    assert copy.span.start == len(f"{FERRY}\n{DAM}\n")


def test_every_occurrence_is_a_copy() -> None:
    comparison = compare([f"{FERRY}\n{DAM}\n{FERRY}", f"{RAIN}\n{FERRY}\n{ROAD}\n{FERRY}"])

    for place in comparison.groups[0].spans:
        others = [span for span in comparison.groups[0].spans if span != place]
        found = find_copies(comparison, place)
        assert [copy.span.start for copy in found] == [span.start for span in others]


def test_a_line_that_stands_a_thousand_times_is_found_each_time() -> None:
    comparison = compare([f"{FERRY}\n" * 500] * 2)

    found = find_copies(comparison, Span(0, 0, len(FERRY)))

    assert len(found) == 999
    assert {copy.span.length for copy in found} == {len(FERRY)}


def test_a_sentence_of_a_long_repeat_is_found_in_all_places() -> None:
    half = f"{FERRY} {DAM} {RAIN}"
    comparison = compare([f"{half}\n\n{half}", f"{ROAD} {DAM}"])

    found = copies_of(comparison, 1, DAM)

    assert said_in(comparison, found) == [(0, split_words(DAM).keys)] * 2


def test_text_that_stands_only_here_has_no_copy() -> None:
    comparison = compare([f"{FERRY} {KEEPER}", f"{FERRY} {DAM}"])

    assert copies_of(comparison, 0, KEEPER) == ()


@pytest.mark.parametrize("span", [Span(0, 0, 0), Span(0, 5, 5), Span(0, 3, 4), Span(1, 0, 0)])
def test_a_span_without_a_word_has_no_copy(span: Span) -> None:
    assert find_copies(compare([FERRY, ""]), span) == ()
    assert find_copies(compare([FERRY, FERRY]), span) == ()


@thorough
@given(stories(), st.data())
def test_copies_are_other_places_sorted_and_apart(texts: list[str], data: st.DataObject) -> None:
    comparison = compare(texts)
    places = [side for p in comparison.passages for side in (p.left, p.right)]
    places += [Span(article, 0, len(text)) for article, text in enumerate(texts)]
    if not places:
        return
    around = data.draw(st.sampled_from(places))
    start = data.draw(st.integers(around.start, around.end))
    span = Span(around.article, start, data.draw(st.integers(start, around.end)))

    found = [copy.span for copy in find_copies(comparison, span)]

    assert found == sorted(found)
    assert all(copy.overlap(span) == 0 for copy in found)
    assert all(one.overlap(other) == 0 for i, one in enumerate(found) for other in found[:i])
    assert all(text.strip() for text in texts_of(comparison, found))


@thorough
@given(stories())
def test_at_least_half_of_the_words_correspond(texts: list[str]) -> None:
    comparison = compare(texts)
    for passage in comparison.passages:
        for copy in find_copies(comparison, passage.left):
            assert 0.5 <= copy.similarity <= 1
            assert copy.span.start < copy.span.end


@thorough
@given(stories())
def test_the_other_side_of_a_passage_is_among_the_copies(texts: list[str]) -> None:
    comparison = compare(texts)
    # What was said in other words is no copy.
    for passage in (p for p in comparison.passages if p.kind != "paraphrase"):
        for here, there in ((passage.left, passage.right), (passage.right, passage.left)):
            assert any(copy.span.overlap(there) for copy in find_copies(comparison, here))


def test_a_place_that_carries_only_a_fragment_is_no_copy() -> None:
    asked = " ".join(f"w{number}" for number in range(30))
    fragment = " ".join(f"w{number}" for number in range(8))
    comparison = compare([asked, f"zz {fragment} qq"])
    assert comparison.passages
    assert find_copies(comparison, Span(0, 0, len(asked))) == ()


def test_a_paraphrased_passage_counts_whole_for_what_is_mostly_the_other_side() -> None:
    told = (
        "The ferry company will cut its winter sailings by half because fuel has become too dear."
    )
    retold = "Because fuel is so dear, the company will halve its winter ferry sailings."
    fillers = (
        "Grey herons nested again behind the old brickworks this spring.",
        "A choir of bakers sang at the opening of the swimming hall.",
    )
    comparison = compare([f"{fillers[0]} {told}", f"{fillers[1]} {retold}"])
    (passage,) = comparison.passages
    assert passage.kind == "paraphrase"

    assert find_copies(comparison, passage.left) == ((passage.right, passage.similarity),)
    assert find_copies(comparison, passage.right) == ((passage.left, passage.similarity),)
    assert find_copies(comparison, Span(0, passage.left.start, passage.left.start + 9)) == ()


def test_a_sentence_of_a_long_edited_passage_is_mapped_without_a_look_at_all_its_runs() -> None:
    words = [f"word{number}" for number in range(6_000)]
    other = [f"other{at}" if at % 12 == 0 else word for at, word in enumerate(words)]
    comparison = compare([" ".join(words), " ".join(other)])
    (passage,) = comparison.passages
    assert len(passage.runs) > 400
    asked = span_of(comparison, 0, " ".join(words[3_000:3_020]))
    find_copies(comparison, asked)  # what is made only once

    assert count_calls(lambda: find_copies(comparison, asked)) < 1_000
