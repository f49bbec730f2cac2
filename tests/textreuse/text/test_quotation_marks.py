from __future__ import annotations

from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.textreuse.stories import any_texts, odd_texts, quick
from tests.work import count_calls
from textreuse.text.quotation_marks import find_quoted_texts

marked_texts = st.text("abA: ,.\n'\"“”„‘’‚«»‹›「」『』《》", max_size=60)


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in find_quoted_texts(text)]


@pytest.mark.parametrize(
    "text",
    [
        '"We sail at dawn," the pilot said.',
        "“We sail at dawn,” the pilot said.",
        "„We sail at dawn,“ sagt der Lotse.",
        "„We sail at dawn,” mówi pilot.",
        "”We sail at dawn,” säger lotsen.",
        "«We sail at dawn,» dit le pilote.",
        "»We sail at dawn,« sagt der Lotse.",
        "‹We sail at dawn,› dit le pilote.",
        "‘We sail at dawn,’ the pilot said.",
        "'We sail at dawn,' the pilot said.",
        "‚We sail at dawn,‘ sagt der Lotse.",
        "「We sail at dawn,」と言った。",
        '“We sail at dawn," the pilot said.',
        '"We sail at dawn,” the pilot said.',
    ],
)
def test_marks_of_many_languages_quote(text: str) -> None:
    assert quoted(text) == ["We sail at dawn,"]


@pytest.mark.parametrize(
    "text",
    [
        "The pilot's mates don't sail in the '90s fashion, 'cause it's the owners' boat.",
        "Rock ’n’ roll was played on the boat.",
        'The cabin is 5\'10" high and 6" wide.',
        "The pilot “did not say when.",
        "“”",
    ],
)
def test_other_marks_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_what_is_quoted_inside_a_quotation_is_found_too() -> None:
    assert quoted("“He told me ‘never again’ twice,” she said.") == [
        "He told me ‘never again’ twice,",
        "never again",
    ]


@pytest.mark.parametrize(
    "text",
    [
        '“He called it a "new start" for us,” she said.',
        '"He called it a “new start” for us," she said.',
        '“He said, "New start," and left us,” she said.',
    ],
)
def test_a_quotation_inside_may_have_the_marks_of_the_other_kind(text: str) -> None:
    outer, inner = quoted(text)
    assert outer.startswith("He")
    assert outer.endswith("us,")
    assert inner.lower().startswith("new start")


def test_a_straight_mark_before_a_tag_closes_a_curly_one() -> None:
    assert quoted('“We sail at dawn, "she said.') == ["We sail at dawn,"]


def test_an_apostrophe_ends_no_quotation() -> None:
    assert quoted("'It's the pilot's boat,' she said.") == ["It's the pilot's boat,"]


def test_touching_quotations_are_two() -> None:
    assert quoted("“Now.”“Never.”") == ["Now.", "Never."]


def test_a_quotation_of_several_paragraphs_is_one_a_paragraph() -> None:
    assert quoted("“We sail.\n\n“We do not stop.\n\n“We land,” he said.") == [
        "We sail.",
        "We do not stop.",
        "We land,",
    ]


def test_a_mark_that_is_never_closed_hides_no_other_quotation() -> None:
    assert quoted("He said “we sail.\n\nShe said “we stay.” He said “no.”") == ["we stay.", "no."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We sail at dawn?“ she asked. “No.”", ["We sail at dawn?", "No."]),
        ("'We sail at dawn.\"", ["We sail at dawn."]),
        ('"We sail at dawn, "he said.', ["We sail at dawn,"]),
        ('"He called it "great" twice," she said.', ['He called it "great" twice,', "great"]),
        ("'The pilots' boat is ours,' she said.", ["The pilots' boat is ours,"]),
        ("He nodded. “We sail at dawn.\n\nNobody asked.", ["We sail at dawn."]),
        ("“Now,” he said. “We sail at dawn.\n\nNobody asked.", ["Now,", "We sail at dawn."]),
        ("The pilot: We sail at dawn.”\n\nNobody asked.", ["We sail at dawn."]),
        ("We sail at dawn,” he said.", ["We sail at dawn,"]),
        ("“Now.” He nodded. We sail at dawn” he said.", ["Now.", "We sail at dawn"]),
    ],
)
def test_marks_that_are_mismatched_or_missing_are_made_good(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Boats lay idle.\n\n"We sail, he said.\n\nBoats left.', ["We sail,"]),
        ("“We sail at last, said Ann Lee of the north shore on Monday.", ["We sail at last,"]),
        ('"We sail, she said. "It is late."', ["We sail,", "It is late."]),
        ("„Wir fahren, sagte Anna Kern und ging.", ["Wir fahren,"]),
        # A speech that tells what others said, and goes on in the next paragraph.
        ("“We sail, he said.\n\n“It is late.”", ["We sail, he said.", "It is late."]),
        ("“We sail, and the pilots have left.", []),
    ],
)  # fmt: skip
def test_a_tag_ends_what_no_mark_closes(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_of_several_paragraphs_need_not_repeat_its_mark() -> None:
    assert quoted("He wrote: “We sail.\n\nWe do not stop.\n\nWe land.” “Yes,” she said.") == [
        "We sail.",
        "We do not stop.",
        "We land.",
        "Yes,",
    ]


@pytest.mark.parametrize("piece", ["“a ", "«a “b ‹c ", "He b.” ", "“a.” He b.” "])
def test_reading_marks_without_a_partner_takes_time_that_grows_with_their_number(
    piece: str,
) -> None:
    texts = ("“No.” " + piece * times for times in (100, 400))
    few, many = (count_calls(partial(find_quoted_texts, text)) for text in texts)

    assert many <= 4.5 * few


@quick
@given(marked_texts | any_texts() | odd_texts())
def test_quotations_lie_inside_each_other_or_apart(text: str) -> None:
    found = find_quoted_texts(text)

    assert found == sorted(found, key=lambda one: (one.start, -one.end))
    assert all(0 <= one.start < one.end < len(text) + 1 for one in found)
    for one, other in pairwise(found):
        assert other.start >= one.end or other.end <= one.end
