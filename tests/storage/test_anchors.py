from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from storage.anchors import CONTEXT, Anchor, Located, anchor_at, locate, occurrences
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, quickly


def anchor_of(quote: str, text: str, nth: int = 1) -> Anchor:
    start = occurrences(quote, text)[nth - 1]
    return anchor_at(text, start, start + len(quote))


def found(text: str, located: Located | None) -> tuple[str, str, str]:
    """Return what stands before and at the place, and how it was found."""
    assert located is not None
    return text[: located.start], text[located.start : located.end], located.state


def test_an_anchor_keeps_the_quote_and_what_stands_around_it() -> None:
    text = f"{OWL} {MILL} {PARADE}"

    anchor = anchor_of("old paper mill", text)

    assert text[anchor.start : anchor.end] == anchor.quote == "old paper mill"
    assert text.startswith(anchor.prefix, anchor.start - CONTEXT)
    assert text.startswith(anchor.suffix, anchor.end)
    assert len(anchor.prefix) == len(anchor.suffix) == CONTEXT


def test_at_the_edges_of_a_text_there_is_less_around_it() -> None:
    assert anchor_at("owl", 0, 3) == Anchor(0, 3, "owl", "", "")
    assert anchor_at("a barn owl", 7, 10) == Anchor(7, 10, "owl", "a barn ", "")


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 4), (3, 3), (5, 9)])
def test_there_must_be_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no text at"):
        anchor_at("owl", start, end)


def test_offsets_count_code_points() -> None:
    anchor = anchor_of("owl", "🦉 e\u0301 owl")

    assert (anchor.start, anchor.end) == (5, 8)


def test_an_unchanged_text_is_found_exactly_where_it_was() -> None:
    text = f"{OWL} {OWL} {OWL}"

    for nth in (1, 2, 3):
        anchor = anchor_of("the belfry", text, nth)
        assert locate(anchor, text) == Located(anchor.start, anchor.end, "exact")


def test_the_old_place_wins_while_its_words_are_there() -> None:
    anchor = anchor_of("belfry", f"{OWL}")
    text = OWL.replace(" keeps", " empties") + f" {OWL}"

    assert locate(anchor, text) == Located(anchor.start, anchor.end, "exact")


def test_a_quote_that_moved_is_found_again() -> None:
    anchor = anchor_of(MILL, f"{OWL} {MILL}")
    text = f"{PARADE} {OWL} {BRIDGE}\n\n{MILL}"

    assert found(text, locate(anchor, text)) == (f"{PARADE} {OWL} {BRIDGE}\n\n", MILL, "moved")


def test_of_equal_quotes_the_one_in_its_old_surroundings_is_meant() -> None:
    first, second = "He said that the owl may stay.", "She said that the owl must go."
    anchor = anchor_of("the owl", f"{first} {second}", nth=2)
    text = f"{HONEY} {first} {second} {first} Nobody asked the owl."

    assert found(text, locate(anchor, text)) == (
        f"{HONEY} {first} She said that ",
        "the owl",
        "moved",
    )


def test_the_surroundings_on_one_side_are_enough() -> None:
    anchor = anchor_of("the owl", "Nobody at all asked the owl. Then it left.")
    text = "The choir likes the owl. Everybody saw the owl. Nobody at all asked the owl!"

    before, _, state = found(text, locate(anchor, text))

    assert before.endswith("Nobody at all asked ")
    assert state == "moved"


@pytest.mark.parametrize(("shift", "nearest"), [(0, 0), (9, 1), (11, 1), (20, 2)])
def test_of_equally_good_places_the_nearest_is_taken(shift: int, nearest: int) -> None:
    anchor = Anchor(shift + 2, shift + 5, "owl", "", "")
    text = "owl ------ owl ------ owl"
    starts = occurrences("owl", text)

    located = locate(anchor, text)

    assert located is not None
    assert located.start == min(starts, key=lambda start: abs(start - anchor.start))
    assert located.start == starts[nearest]


@pytest.mark.parametrize("text", ["", MILL, OWL.replace("barn owl", "barn 0wl"), "barn\nowl"])
def test_a_quote_that_is_gone_leaves_an_orphan(text: str) -> None:
    assert locate(anchor_of("barn owl", OWL), text) is None


def test_every_occurrence_is_told_even_where_they_overlap() -> None:
    assert occurrences("aa", "aaaa baa") == [0, 1, 2, 6]
    assert occurrences("owl", "OWL") == []


texts = st.text(st.sampled_from("ab .\n") | st.characters(), min_size=1, max_size=120)


@quickly
@given(st.data(), texts)
def test_any_place_of_any_text_is_found_again(data: st.DataObject, text: str) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    assert locate(anchor_at(text, start, end), text) == Located(start, end, "exact")


@quickly
@given(st.data(), texts, st.text(min_size=1, max_size=60))
def test_text_put_in_before_moves_the_place_by_as_much(
    data: st.DataObject, text: str, before: str
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = anchor_at(text, start, end)
    longer = before + text
    assume(longer[start:end] != anchor.quote)

    located = locate(anchor, longer)

    assert located is not None
    assert longer[located.start : located.end] == anchor.quote
    if len(occurrences(anchor.quote, longer)) == 1:
        assert located == Located(start + len(before), end + len(before), "moved")
