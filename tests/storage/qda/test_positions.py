from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from storage.qda.positions import Positions, Stretch, unify_breaks
from tests.storage.desk import quickly

RAW = "A 😀 owl\r\nin the\r\nbelfry 𝕏 sings\r\nall night"


def find(raw: str, words: str, *, as_one: bool, in_units: bool) -> Stretch:
    """Tell where words stand as a program counts, and name the place by them."""
    counted = unify_breaks(raw) if as_one else raw
    at = counted.index(words)
    if in_units:
        ends = [len(counted[:one].encode("utf-16-le")) // 2 for one in (at, at + len(words))]
        return Stretch(ends[0], ends[1], words)
    return Stretch(at, at + len(words), words)


@quickly
@given(st.booleans(), st.booleans(), st.booleans())
def test_words_tell_how_a_program_counts(as_one: bool, in_units: bool, believed: bool) -> None:
    words = ["owl", "in the", "belfry", "sings", "all"]
    stretches = [find(RAW, one, as_one=as_one, in_units=in_units) for one in words]
    positions = Positions(RAW, stretches, breaks_are_one=believed)
    for stretch, expected in zip(stretches, words, strict=True):
        place = positions.find(stretch.start, stretch.end)
        assert place is not None
        assert positions.text[slice(*place)] == expected


def test_names_that_are_cut_tell_too() -> None:
    whole = find(RAW, "belfry 𝕏 sings", as_one=True, in_units=False)
    positions = Positions(RAW, [whole._replace(name="belfry 𝕏...")])
    place = positions.find(whole.start, whole.end)
    assert place is not None
    assert positions.text[slice(*place)] == "belfry 𝕏 sings"


def test_where_no_name_tells_the_program_is_believed() -> None:
    for as_one in (True, False):
        stretch = find(RAW, "sings", as_one=as_one, in_units=False)
        positions = Positions(RAW, [stretch._replace(name="")], breaks_are_one=as_one)
        assert positions.find(stretch.start, stretch.end) == (
            positions.text.index("sings"),
            positions.text.index("sings") + 5,
        )


@quickly
@given(st.text(st.sampled_from("ab\r\n😀"), max_size=12), st.integers(-3, 15), st.integers(-3, 15))
def test_a_place_is_inside_of_the_text_or_none(raw: str, start: int, end: int) -> None:
    positions = Positions(raw, [Stretch(start, end, "ab")])
    place = positions.find(start, end)
    if place is not None:
        assert 0 <= place[0] < place[1] <= len(positions.text)
    assert "\r" not in positions.text
