from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given

from tests.textreuse.stories import (
    DAM,
    FERRY,
    RAIN,
    ROAD,
    any_texts,
    odd_texts,
    quick,
    sentence_texts,
)
from textreuse import CHANGE_KINDS, find_changes, split_sentences, split_words


class Told(NamedTuple):
    """A change by its words."""

    kind: str
    old: str
    new: str


def tell(old: str, new: str) -> list[Told]:
    """Return what was changed, word by word, or whole sentences where none of it is the same."""
    told = []
    for change in find_changes(old, new):
        for kind, mine, yours in change.words or [(change.kind, change.old, change.new)]:
            before = old[mine.start : mine.end] if mine else ""
            after = new[yours.start : yours.end] if yours else ""
            told.append(Told(kind, before, after))
    return told


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("figure", "The sensors cost 12 million euros.", "The sensors cost 1.2 million euros."),
        ("figure", "The bridge cost $5 a head.", "The bridge cost €5 a head."),
        ("figure", "It fell to -3 degrees at night.", "It fell to 3 degrees at night."),
        ("figure", "It rose by 12% in a year.", "It rose by 12 in a year."),
        ("figure", "Twelve people watched the crane.", "Thirteen people watched the crane."),
        ("figure", "More than 50 people watched it.", "Fewer than 50 people watched it."),
        ("figure", "It opens on Tuesday at the quay.", "It opens on Friday at the quay."),
        ("figure", "The bridge was built in 1932 here.", "The bridge was built in 1923 here."),
        (
            "quotation",
            "“We would rather lose a week than a lorry,” she said.",
            "“We would rather lose a month than a lorry,” she said.",
        ),
        (
            "quotation",
            "The mayor called it “a great mishap” on the quay.",
            "The mayor called it a great mishap on the quay.",
        ),
        ("name", "The clerk met Maud Ellery at noon.", "The clerk met Maud Elroy at noon."),
        ("name", "The clerk met Jan Pietersen at noon.", "The clerk met Theresa May at noon."),
        ("figure", "The quay reopens in May at noon.", "The quay reopens in June at noon."),
        ("figure", "Last May the quay reopened.", "Last March the quay reopened."),
        ("negation", "The mayor did not see the crack.", "The mayor did see the crack."),
        ("wording", "The clerk met Maud Ellery at noon.", "The clerk met Ellery at noon."),
        ("wording", "Twelve people watched the crane.", "12 people watched the crane."),
        ("wording", "The ferry left the old harbour.", "The ferry left the new harbour."),
        ("typography", "It's the end - really so.", "It’s the end – really so."),
        ("typography", "The ferry left, late as ever.", "The ferry left late as ever."),
        ("typography", "The Ferry left the harbour.", "The ferry left the harbour."),
    ],
)
def test_changed_words_are_told_by_what_they_are(kind: str, old: str, new: str) -> None:
    old, new = f"{FERRY}\n\n{old} {RAIN}", f"{FERRY}\n\n{new} {RAIN}"

    found = find_changes(old, new)

    assert [one.kind for one in found] == [kind]
    assert [one.kind for one in find_changes(new, old)] == [kind]


def test_figures_are_read_in_the_language_of_the_text() -> None:
    old = "Die Brücke ist bis Freitag gesperrt, wie das Amt sagte. Sie kostet zwölf Millionen Euro."

    (change,) = find_changes(old, old.replace("zwölf", "zwei"))

    assert change.kind == "figure"


def test_whole_sentences_are_added_and_removed() -> None:
    assert tell(f"{FERRY} {DAM}", f"{FERRY}\n\n{ROAD}") == [
        Told("removed", DAM, ""),
        Told("added", "", ROAD),
    ]


def test_a_notice_comes_first_with_all_of_its_paragraph() -> None:
    notice = "Correction: An earlier version gave another sum."
    rest = "Nobody had counted the crates."

    assert tell(
        f"{FERRY} It cost 12 million.", f"{FERRY} It cost 13 million.\n\n{notice} {rest}"
    ) == [
        Told("correction", "", notice),
        Told("correction", "", rest),
        Told("figure", "12", "13"),
    ]


def test_a_sentence_that_only_moved_says_so() -> None:
    assert tell(f"{FERRY} {DAM} {ROAD}", f"{ROAD} {FERRY} {DAM}") == [Told("moved", ROAD, ROAD)]


def test_a_sentence_cut_in_two_is_one_change() -> None:
    old = "The bridge is closed and the ferry carries all of us for free."
    new = "The bridge is closed. The ferry carries all of us for free."

    (change,) = find_changes(f"{RAIN} {old}", f"{RAIN} {new}")

    assert change.kind == "wording"
    assert change.new is not None
    assert f"{RAIN} {new}"[change.new.start : change.new.end] == new


def test_the_weightiest_words_say_what_a_sentence_is() -> None:
    old = "The old ferry, late again, carried 40 crates to Lower Fen."
    new = "The new ferry late again carried 41 crates to Lower Fen."

    (change,) = find_changes(old, new)

    assert change.kind == "figure"
    assert [one.kind for one in change.words] == ["wording", "typography", "typography", "figure"]


def test_boilerplate_counts_too() -> None:
    assert tell(f"{FERRY}\n\nAdvertisement", FERRY) == [Told("removed", "Advertisement", "")]


def test_white_space_and_paragraphs_are_no_change() -> None:
    assert find_changes(f"{FERRY} {DAM}\n\n{ROAD}", f"{FERRY}\n\n  {DAM}\n{ROAD}\n") == ()


@quick
@given(any_texts() | odd_texts() | sentence_texts())
def test_a_text_is_as_it_is(text: str) -> None:
    assert find_changes(text, text) == ()


@quick
@given(any_texts() | sentence_texts(), any_texts() | odd_texts() | sentence_texts())
def test_all_that_is_told_stands_there(old: str, new: str) -> None:
    texts = old, new
    found = find_changes(old, new)

    assert [CHANGE_KINDS.index(one.kind) for one in found] == sorted(
        CHANGE_KINDS.index(one.kind) for one in found
    )
    for change in found:
        sides = [
            texts[span.article][span.start : span.end] if span else ""
            for span in (change.old, change.new)
        ]
        assert "".join(piece.ours for piece in change.pieces) == sides[0]
        assert "".join(piece.theirs for piece in change.pieces) == sides[1]
        for words in change.words:
            assert words.old.length or words.new.length


@quick
@given(sentence_texts(), sentence_texts())
def test_no_sentence_is_told_twice(old: str, new: str) -> None:
    for number, text in enumerate((old, new)):
        sides = [(one.old, one.new)[number] for one in find_changes(old, new)]
        spans = [span for span in sides if span is not None]
        for start, end in split_sentences(text):
            if split_words(text[start:end]):
                assert sum(one.start < end and start < one.end for one in spans) <= 1
