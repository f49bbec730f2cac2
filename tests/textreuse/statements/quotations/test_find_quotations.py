from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.textreuse.statements.quotations.reading import quote, read
from tests.textreuse.stories import any_texts, odd_texts, quick

WORDS = "“ ” \" ' « » . , : ? — and but who that said says she he Ann Lee the senator a by it"
PHRASES = [
    "\n\n",
    "according to",
    "a spokesman for",
    "Ann Lee's",
    "a letter from",
    "“We sail,”",
    "Mr. Stone",
]
told_texts = st.lists(st.sampled_from([*WORDS.split(), *PHRASES]), max_size=40).map(" ".join)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Titles, terms, names and words that nobody says.
        ("Ann Lee spoke on the show “Face the Sea” and on NCB’s “The Harbour.”", []),
        ("Ann Lee wrote the book “A Life at Sea,” which sold well.", []),
        ("The “super yacht” sailed to the “gin palace” at noon.", []),
        ("Some owners, dubbed “the old guard”, met at noon.", ["the old guard"]),
        ("They plan a “sail-in” at the harbour.", []),
        # What somebody said, however short.
        ("Ann Lee called the plan “bad.”", ["bad."]),
        ("“Never,” said Ann Lee.", ["Never,"]),
        ("Asked when, Ann Lee said: “Never.”", ["Never."]),
        ("“We sail,” said Ann Lee. “Now.”", ["We sail,", "Now."]),
        # What stands inside another belongs to it.
        ("“He called it ‘a tub’ twice,” said Ann Lee.", ["He called it ‘a tub’ twice,"]),
        ("Ann Lee said ‘the old “Wave” sails at dawn’.", ["the old “Wave” sails at dawn"]),
        # Headlines, touching ones, several paragraphs.
        ("'We sail at dawn', says pilot Ann Lee", ["We sail at dawn"]),
        ("“We sail.”“We do not,” said Ann Lee.", ["We sail.", "We do not,"]),
        ("Lee said: “We sail.\n\n“We land,” she said.", ["We sail.", "We land,"]),
        ("« Nous partons », dit Anne Marin dans la ville.", ["Nous partons"]),
    ],
)  # fmt: skip
def test_what_is_a_quotation(text: str, expected: list[str]) -> None:
    assert quote(text) == expected


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("“We sail,” Ann Lee said, “at dawn.”", [1, 1]),
        ("“We sail,” Ann Lee said. “We sail at dawn. We do.”", [1, 1]),
        ("“We sail at dawn.\n\n“We land at noon,” said Ann Lee.", [1, 1]),
        ("Lee called it “a start” and “a good day.”", [1, 1]),
        ("“We sail,” Ann Lee said. She added: “We sail at dawn.”", [1, 2]),
        ("“We sail,” Ann Lee said. “We do not,” said Paul Stone.", [1, 2]),
        ("“We sail,” Ann Lee said.\n\n“We do,” said Ann Lee.", [1, 2]),
    ],
)
def test_turns_join_the_segments_of_one_speech(text: str, turns: list[int]) -> None:
    assert [one.turn for one in read(text)] == turns


def test_the_speaker_is_where_the_text_names_it() -> None:
    text = "“We sail,” said Sen. Ann Lee of the north."
    (quotation,) = read(text)

    assert quotation.speaker.span is not None
    assert text[quotation.speaker.span.start : quotation.speaker.span.end] == "Sen. Ann Lee"


@quick
@given(told_texts | any_texts() | odd_texts())
def test_quotations_are_in_order_apart_and_inside_the_text(text: str) -> None:
    found = read(text)
    spans = [one.span for one in found]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    turns = [one.turn for one in found]
    assert turns == sorted(turns)
    for one in found:
        where = one.speaker.span
        assert where is None or 0 <= where.start < where.end <= len(text)
        assert (one.speaker.kind == "unresolved") == (one.speaker.name == "")
    numbers = {one.turn for one in read(text)}
    assert numbers == set(range(1, len(numbers) + 1))
