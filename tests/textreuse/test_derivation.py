"""The estimate of what was taken: what it finds, and what it promises whatever is compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given

from tests.textreuse.reading import covered, keys_of, text_of, texts_of
from tests.textreuse.stories import (
    CLOCKS,
    DAM,
    FERRY,
    KEEPER,
    MAYOR,
    RAIN,
    ROAD,
    TRAMS,
    VIOLIN,
    orders,
    quick,
    stories,
    thorough,
)
from textreuse import Settings, Span, classify_derivation, compare, derived, split_words

TRIAL = (
    "A former harbour master was jailed for nine years yesterday after he admitted stealing"
    " rare charts worth two million pounds from the maritime museum in Whitby."
)
TRIAL_REWRITTEN = (
    "The maritime museum in Whitby lost charts worth two million pounds to a thief who once was"
    " harbour master; having admitted stealing them, he was jailed for nine years."
)
OWN = f"{KEEPER} {CLOCKS} {VIOLIN}"


def taken(texts: Sequence[str], article: int = 0) -> str:
    comparison = compare(texts)
    return " ".join(texts_of(comparison, derived(comparison, article)))


def characters(spans: Sequence[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}


def test_a_copied_sentence_among_ones_own_is_taken() -> None:
    comparison = compare([f"{OWN} {TRIAL} {OWN}", f"{DAM} {TRIAL} {RAIN}"])

    [span] = derived(comparison, 0)

    assert keys_of(comparison, span) == split_words(TRIAL).keys
    assert classify_derivation(comparison, 0) == "not"


def test_a_rewritten_sentence_is_taken_although_copied_passages_hold_only_pieces_of_it() -> None:
    texts = [f"{OWN} {TRIAL_REWRITTEN} {ROAD} {TRAMS}", f"{DAM} {TRIAL} {RAIN}"]

    copied = compare(texts, Settings(sensitivity=2)).passages
    assert sum(passage.common for passage in copied) < 0.7 * len(split_words(TRIAL_REWRITTEN))
    found = taken(texts)
    assert "charts worth two million pounds" in found
    assert "jailed for nine years" in found
    assert not any(
        split_words(found).keys.count(word) for word in ("lighthouse", "violin", "orchard")
    )


def test_a_name_that_two_reports_have_in_common_is_not_taken() -> None:
    one = f"{KEEPER} Doctor Amelia Harcourt said so. {CLOCKS} {VIOLIN} {TRAMS}"
    other = f"{DAM} {RAIN} Amelia Harcourt disagreed. {ROAD} {MAYOR}"

    assert taken([one, other]) == ""


def test_words_of_several_sources_do_not_add_up_to_one() -> None:
    own = split_words(OWN).keys
    # Every pair of neighbours stands in some article, but in each only one.
    others = [f"{one} {other} {DAM} {RAIN} {ROAD}" for one, other in pairwise(own)]

    assert taken([OWN, *others]) == ""


def test_copies_from_two_sources_are_both_taken() -> None:
    comparison = compare([f"{FERRY} {OWN} {MAYOR}", f"{FERRY} {RAIN}", f"{DAM} {MAYOR}"])

    assert len(covered(comparison, 0, derived(comparison, 0))) >= len(split_words(FERRY + MAYOR))


def test_what_an_article_repeats_is_its_own() -> None:
    assert taken([f"{FERRY} {DAM} {FERRY}", f"{RAIN} {ROAD}"]) == ""


@pytest.mark.parametrize(
    "text",
    ["Fire", "To be or not to be", "天地人", "a a", f"{TRIAL} {OWN}"],
    ids=["a word", "common words", "Chinese", "a word twice", "an article"],
)
def test_all_is_taken_where_another_article_is_the_same_text(text: str) -> None:
    comparison = compare([text, RAIN, text])

    [span] = derived(comparison, 0)

    assert keys_of(comparison, span) == split_words(text).keys
    assert classify_derivation(comparison, 0) == "wholly"


def test_a_copy_without_a_telling_word_is_taken() -> None:
    few = "to be or not to be as it is to us"

    assert taken([f"{OWN} {few}. {TRAMS}", f"{DAM} {few}. {RAIN}"]) == few


def test_text_without_spaces_is_taken_by_pairs_of_characters() -> None:
    copied = "市议会周二批准了东区的新桥工程"
    texts = [f"{copied}。老钟表匠在鱼市后面修理钟", f"{copied}。明天沿海大部分地区有小雨和大风"]

    assert copied in taken(texts)
    assert "钟表匠" not in taken(texts)


def test_characters_in_another_order_are_not_the_same_words() -> None:
    assert taken(["天地人山水火风云", "云风火水山人地天"]) == ""


def test_boilerplate_is_not_taken_and_not_counted() -> None:
    text = f"{TRIAL}\n\nAdvertisement\n\n{FERRY}"
    comparison = compare([text, text])

    assert [text_of(comparison, line).strip() for line in comparison.boilerplate(0)]
    assert "Advertisement" not in taken([text, text])
    assert classify_derivation(comparison, 0) == "wholly"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TRIAL, "wholly"),
        (f"{TRIAL} {KEEPER}", "partly"),
        (f"{KEEPER} {CLOCKS} {VIOLIN}", "not"),
        ("", "not"),
        ("…", "not"),
    ],
    ids=["the other", "the other and more", "another", "nothing", "no words"],
)
def test_an_article_is_called_by_the_share_that_is_taken(text: str, expected: str) -> None:
    assert classify_derivation(compare([text, f"{DAM} {TRIAL}"]), 0) == expected


def test_an_article_alone_has_nothing_taken() -> None:
    comparison = compare([f"{TRIAL} {TRIAL}"])

    assert derived(comparison, 0) == ()
    assert classify_derivation(comparison, 0) == "not"


@thorough
@given(stories())
def test_spans_are_sorted_apart_and_cut_at_words(texts: list[str]) -> None:
    comparison = compare(texts)
    for article, row in enumerate(comparison.corpus.words):
        spans = derived(comparison, article)
        assert all(span.article == article for span in spans)
        assert all(span.start in row.starts and span.end in row.ends for span in spans)
        assert all(one.end <= following.start for one, following in pairwise(spans))
        assert all(span.start < span.end for span in spans)


@quick
@given(stories())
def test_nothing_is_taken_that_shares_no_word(texts: list[str]) -> None:
    comparison = compare(texts)
    rows = [set(row.keys) for row in comparison.corpus.words]
    for article, row in enumerate(rows):
        others = set().union(*(other for at, other in enumerate(rows) if at != article))
        # Another form of a word may have its stem.
        if not {word[:1] for word in row} & {word[:1] for word in others}:
            assert derived(comparison, article) == ()
            assert classify_derivation(comparison, article) == "not"


@quick
@given(stories())
def test_all_is_taken_but_boilerplate_where_a_text_stands_twice(texts: list[str]) -> None:
    for text in texts:
        comparison = compare([*texts, text])
        article = len(texts)
        row = comparison.corpus.words[article]
        left_out = {
            index
            for line in comparison.boilerplate(article)
            for index in row.find_overlaps(line.start, line.end)
        }
        found = covered(comparison, article, derived(comparison, article))
        assert found == set(range(len(row))) - left_out


@quick
@given(stories())
def test_boilerplate_is_never_taken(texts: list[str]) -> None:
    comparison = compare(texts)
    for article in range(len(texts)):
        lines = comparison.boilerplate(article)
        spans = derived(comparison, article)
        assert not any(line.overlap(span) for line in lines for span in spans)


@quick
@given(stories())
def test_verbatim_passages_are_taken(texts: list[str]) -> None:
    comparison = compare(texts)
    for passage in comparison.passages:
        if passage.kind == "verbatim" and passage.left.article != passage.right.article:
            for side in (passage.left, passage.right):
                found = covered(comparison, side.article, derived(comparison, side.article))
                assert covered(comparison, side.article, [side]) <= found


@thorough
@given(stories(), orders())
def test_another_order_of_the_texts_renumbers_what_is_taken(
    texts: list[str], drawn: list[int]
) -> None:
    order = [article for article in drawn if article < len(texts)]
    one, other = compare(texts), compare([texts[article] for article in order])

    for place, article in enumerate(order):
        renumbered = tuple(span._replace(article=article) for span in derived(other, place))
        assert renumbered == derived(one, article)
        assert classify_derivation(one, article) == classify_derivation(other, place)


ENDLESS: dict[str, Callable[[], list[str]]] = {
    "one word": lambda: ["word " * 8_000] * 2,
    "one word and another": lambda: ["word other " * 2_000, "other word " * 1_600],
    "one sentence": lambda: [f"{FERRY} " * 300, f"{FERRY} " * 200],
    "one character": lambda: ["天" * 5_000, "天" * 4_000],
}


@pytest.mark.parametrize("story", ENDLESS.values(), ids=ENDLESS.keys())
def test_texts_that_say_little_at_great_length_are_derived_from_each_other(
    story: Callable[[], list[str]],
) -> None:
    comparison = compare(story())

    assert classify_derivation(comparison, 0) == "wholly"
