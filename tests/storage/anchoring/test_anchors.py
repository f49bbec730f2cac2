from __future__ import annotations

import pytest

from storage.anchoring.anchors import CONTEXT, find_occurrences, make_anchor
from storage.models import Anchor
from tests.storage.anchoring.quotes import anchor_of
from tests.storage.desk import MILL, OWL, PARADE


def test_an_anchor_keeps_the_quote_and_what_stands_around_it() -> None:
    text = f"{OWL} {MILL} {PARADE}"

    anchor = anchor_of("old paper mill", text)

    assert text[anchor.start : anchor.end] == anchor.quote == "old paper mill"
    assert text.startswith(anchor.prefix, anchor.start - CONTEXT)
    assert text.startswith(anchor.suffix, anchor.end)
    assert len(anchor.prefix) == len(anchor.suffix) == CONTEXT


def test_at_the_edges_of_a_text_there_is_less_around_it() -> None:
    assert make_anchor("owl", 0, 3) == Anchor(0, 3, "owl", "", "")
    assert make_anchor("a barn owl", 7, 10) == Anchor(7, 10, "owl", "a barn ", "")


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 4), (3, 3), (5, 9)])
def test_there_must_be_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no text at"):
        make_anchor("owl", start, end)


def test_offsets_count_code_points() -> None:
    anchor = anchor_of("owl", "🦉 e\u0301 owl")

    assert (anchor.start, anchor.end) == (5, 8)


def test_every_occurrence_is_told_even_where_they_overlap() -> None:
    assert find_occurrences("aa", "aaaa baa") == [0, 1, 2, 6]
    assert find_occurrences("owl", "OWL") == []
