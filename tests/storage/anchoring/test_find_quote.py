from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.anchoring.find_quote import find_quote

TEXT = "“Beijing’s ability,” she said — twice. “Beijing’s  ability,” he\nsaid."


@pytest.mark.parametrize(
    ("quote", "starts"),
    [
        ("Beijing’s ability", [1, 40]),
        ("Beijing's ability", [1, 40]),
        ('"Beijing\'s ability," he said', [39]),
        ("said - twice", [25]),
        ("beijing's", []),
        ("", []),
        ("  ", []),
        ("(said", []),
    ],
)
def test_a_quote_is_found_however_its_marks_and_spaces_are_typed(
    quote: str, starts: list[int]
) -> None:
    assert [start for start, _ in find_quote(quote, TEXT)] == starts


def test_places_may_overlap() -> None:
    assert find_quote("aa", "aaa") == [(0, 2), (1, 3)]


@given(st.text(min_size=1, max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_what_stands_there_is_found_there(quote: str, before: str, after: str) -> None:
    found = find_quote(quote, before + quote + after)
    if quote.strip():
        assert len(before) in [start for start, _ in found]
