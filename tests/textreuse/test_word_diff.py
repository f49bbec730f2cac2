from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.textreuse.stories import DAM, FERRY, KEEPER, ROAD, SENTENCES, quick, stories
from textreuse import Comparison, Group, Settings, Span, compare
from textreuse.text.words import split_words
from textreuse.word_diff import CopyPair, DiffPiece, diff_words, find_shared_words, pair_copies

LOOSE = Settings(ngram=2, min_words=3, chance_words=3)
SWAPPED = {"deleted": "inserted", "inserted": "deleted"}


def the_pair(ours: str, theirs: str) -> tuple[Comparison, CopyPair]:
    comparison = compare([ours, theirs])
    [group] = comparison.groups
    return comparison, pair_copies(comparison, group, *group.spans)


def diff(ours: str, theirs: str) -> list[tuple[str, ...]]:
    return [tuple(piece) for piece in diff_words(*the_pair(ours, theirs)) if piece.how != "same"]


def pairs(comparison: Comparison) -> list[tuple[Group, Span, Span]]:
    return [
        (group, ours, theirs)
        for group in comparison.groups
        for ours in group.spans
        for theirs in group.spans
        if ours != theirs
    ]


def text(comparison: Comparison, span: Span) -> str:
    return comparison.corpus.texts[span.article][span.start : span.end]


@st.composite
def rewrites(draw: st.DrawFn) -> list[str]:
    """Draw versions of some sentences: words left out, put in, written or marked otherwise."""
    sentences = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3))
    row = " ".join(sentences).split()
    texts = []
    for _ in range(draw(st.integers(2, 3))):
        version = list(row)
        for _ in range(draw(st.integers(0, 8))):
            at = draw(st.integers(0, len(row) - 1))
            forms = ("{}", "", "{} {}", "new {}", "{},", "“{}”", "{} —", "£{}", "{}\n\n")
            version[at] = draw(st.sampled_from(forms)).format(row[at], row[at].upper())
        texts.append(" ".join(version))
    return texts


def test_a_word_replaced_stands_alone_between_words_that_are_the_same() -> None:
    assert diff(FERRY, FERRY.replace("forty crates", "eighty crates")) == [
        ("replaced", "forty", "eighty")
    ]


def test_words_left_out_and_put_in_take_the_comma_that_came_with_them() -> None:
    longer = FERRY.replace("harbour", "harbour, now closed,")
    assert diff(longer, FERRY) == [("deleted", ", now closed,", "")]
    assert diff(FERRY, longer) == [("inserted", "", ", now closed,")]


def test_a_number_replaced_is_seen_whole() -> None:
    ours = "The surge peaked at 2.47 metres at twenty past three in the morning."
    assert diff(ours, ours.replace("2.47", "2.74")) == [("replaced", "2.47", "2.74")]


def test_capitals_quotes_dashes_and_white_space_are_no_difference() -> None:
    ours = f"“{FERRY[:-1]} – we’re told,” he said. {DAM}"
    theirs = f'"{FERRY[:-1].upper()} - we\'re told," he said.\n\n{DAM}'
    assert diff(ours, theirs) == []


def test_punctuation_differs_without_a_change_of_words() -> None:
    ours = "The council, it said, paid £900 for a wider road through the orchard."
    comparison, found = the_pair(ours, ours.replace("council,", "council"))
    assert found.kind == "verbatim"
    assert [piece for piece in diff_words(comparison, found) if piece.how != "same"] == [
        DiffPiece("marks", ",", ""),
    ]


@pytest.mark.parametrize(
    ("sign", "other"), [("£900", "$900"), ("£900", "900"), ("£900", "-£900"), ("£900", "900%")]
)
def test_another_sign_is_another_figure_and_seen_whole(sign: str, other: str) -> None:
    ours = "The council, it said, paid £900 for a wider road through the orchard."
    comparison, found = the_pair(ours.replace("£900", sign), ours.replace("£900", other))
    assert found.kind == "edited"
    assert found.similarity < 1
    changed = [piece for piece in diff_words(comparison, found) if piece.how != "same"]
    assert changed == [DiffPiece("replaced", sign, other)]


def test_a_text_without_spaces_changes_by_characters() -> None:
    ours = "潮汐闸门在周四凌晨的风暴潮中敞开了一个多小时"
    assert diff(ours, ours.replace("周四", "周五")) == [("replaced", "四", "五")]


def test_what_a_third_copy_adds_to_a_place_is_not_called_deleted() -> None:
    comparison = compare([f"{FERRY} {DAM}", f"{FERRY} {ROAD} {DAM}", f"{FERRY} {DAM}"])
    for group, ours, theirs in pairs(comparison):
        found = diff_words(comparison, pair_copies(comparison, group, ours, theirs))
        assert {piece.how for piece in found} == {"same"}


def test_copies_that_no_passage_joins_are_aligned_as_they_stand() -> None:
    texts = [FERRY, f"{KEEPER} {FERRY}", f"{FERRY} {ROAD}"]
    comparison = compare(texts)
    [group] = comparison.groups
    ours, _, theirs = group.spans
    alone = Group(
        1,
        group.spans,
        tuple(one for one in group.passages if {one.left.article, one.right.article} != {0, 2}),
    )
    found = pair_copies(comparison, alone, ours, theirs)
    assert (found.kind, found.similarity) == ("verbatim", 1.0)
    assert found.runs == ((Span(0, 0, len(FERRY) - 1), Span(2, 0, len(FERRY) - 1)),)


def test_a_paraphrase_shares_words_in_whatever_order_and_form() -> None:
    ours = "The mayor planted two hundred chestnuts beside the ruined mill."
    theirs = "Beside the mill, now a ruin, two hundred chestnut trees were planted by the mayor."
    comparison = compare([ours, theirs])
    whole = CopyPair(Span(0, 0, len(ours)), Span(1, 0, len(theirs)), "paraphrase", 0.5, ())
    here, there = find_shared_words(comparison, whole)
    assert {"mayor", "planted", "chestnuts", "mill"} <= {text(comparison, one) for one in here}
    assert {"mayor", "planted", "chestnut", "mill"} <= {text(comparison, one) for one in there}
    assert "the" not in {text(comparison, one) for one in (*here, *there)}


@quick
@given(rewrites() | stories())
def test_the_pieces_are_the_text_of_either_side(texts: list[str]) -> None:
    comparison = compare(texts, LOOSE)
    for group, ours, theirs in pairs(comparison):
        found = pair_copies(comparison, group, ours, theirs)
        pieces = diff_words(comparison, found)
        assert "".join(piece.ours for piece in pieces) == text(comparison, found.ours)
        assert "".join(piece.theirs for piece in pieces) == text(comparison, found.theirs)
        assert found.ours.overlap(ours)
        assert found.theirs.overlap(theirs)


@quick
@given(rewrites() | stories())
def test_what_is_called_the_same_has_the_same_words_and_what_is_not_differs(
    texts: list[str],
) -> None:
    comparison = compare(texts, LOOSE)
    for group, ours, theirs in pairs(comparison):
        for how, mine, yours in diff_words(
            comparison, pair_copies(comparison, group, ours, theirs)
        ):
            keys = split_words(mine).keys, split_words(yours).keys
            if how in ("same", "marks"):
                assert keys[0] == keys[1]
                assert how == "same" or not keys[0]
            else:
                assert keys[0] != keys[1]
            if how == "deleted":
                assert not yours.strip()
            if how == "inserted":
                assert not mine.strip()


@quick
@given(rewrites() | stories())
def test_swapping_the_copies_swaps_deleted_and_inserted_and_nothing_else(
    texts: list[str],
) -> None:
    comparison = compare(texts, LOOSE)
    for group, ours, theirs in pairs(comparison):
        there = diff_words(comparison, pair_copies(comparison, group, ours, theirs))
        back = diff_words(comparison, pair_copies(comparison, group, theirs, ours))
        assert [(SWAPPED.get(how, how), yours, mine) for how, mine, yours in there] == [
            tuple(piece) for piece in back
        ]
