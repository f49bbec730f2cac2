from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from storage.anchoring.anchors import find_occurrences, make_anchor
from storage.anchoring.locate import LocatedQuote, State, locate
from storage.models import Anchor
from tests.storage.anchoring.quotes import anchor_of, found
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, quickly


def test_an_unchanged_text_is_found_exactly_where_it_was() -> None:
    text = f"{OWL} {OWL} {OWL}"

    for nth in (1, 2, 3):
        anchor = anchor_of("the belfry", text, nth)
        assert locate(anchor, text) == LocatedQuote(anchor.start, anchor.end, "exact", 100)


def test_the_old_place_wins_while_its_words_are_there() -> None:
    anchor = anchor_of("belfry", f"{OWL}")
    text = OWL.replace(" keeps", " empties") + f" {OWL}"

    assert found(text, locate(anchor, text)) == (text[: anchor.start], "belfry", "exact")


def test_at_the_old_place_one_side_must_be_as_it_was() -> None:
    anchor = anchor_of("moved into", OWL)
    text = OWL.replace("has", "had").replace("belfry", "belfrey") + f" {OWL}"

    assert found(text, locate(anchor, text)) == ("A barn owl had ", "moved into", "changed")


def test_words_that_stand_at_the_old_place_by_chance_are_not_taken() -> None:
    anchor = anchor_of("the", OWL)
    text = f"{BRIDGE[: anchor.start]}the bars of the gate this morning. {HONEY}"

    assert text.startswith("iron the bars", anchor.start - 5)
    assert locate(anchor, text) is None


def test_a_long_quote_at_its_old_place_is_shown_whatever_stands_around_it() -> None:
    anchor = anchor_of(MILL, f"{OWL} {MILL} {PARADE}")
    text = f"{'x' * len(OWL)} {MILL} {HONEY}"

    assert found(text, locate(anchor, text)) == ("x" * len(OWL) + " ", MILL, "changed")


def test_a_quote_that_moved_is_found_again() -> None:
    anchor = anchor_of(MILL, f"{OWL}\n\n{MILL}\n\n{HONEY}")
    text = f"{PARADE} {BRIDGE}\n\n{OWL}\n\n{MILL}\n\n{HONEY}"

    located = locate(anchor, text)

    before = f"{PARADE} {BRIDGE}\n\n{OWL}\n\n"
    assert located == LocatedQuote(len(before), len(before + MILL), "moved", 100)


def test_a_quote_in_other_surroundings_is_to_be_reviewed() -> None:
    anchor = anchor_of(MILL, f"{OWL} {MILL}")
    text = f"{PARADE} {OWL} {BRIDGE}\n\n{MILL}"

    assert found(text, locate(anchor, text)) == (f"{PARADE} {OWL} {BRIDGE}\n\n", MILL, "changed")


def test_a_short_quote_in_other_surroundings_is_an_orphan() -> None:
    anchor = anchor_of("clockmakers", f"{OWL} {MILL} {HONEY}")

    assert locate(anchor, f"{PARADE} Two clockmakers have died. {BRIDGE}") is None


def test_of_equal_quotes_the_one_in_its_old_surroundings_is_meant() -> None:
    first, second = "He said that the owl may stay.", "She said that the owl must go."
    anchor = anchor_of("the owl", f"{first} {second}", nth=2)
    text = f"{HONEY} {first} {second} {first} Nobody asked the owl."

    assert found(text, locate(anchor, text)) == (
        f"{HONEY} {first} She said that ",
        "the owl",
        "moved",
    )


def test_the_surroundings_on_one_side_are_enough_to_show_it() -> None:
    anchor = anchor_of("the owl", "Nobody at all asked the owl. Then it left.")
    text = "The choir likes the owl. Everybody saw the owl. Nobody at all asked the owl!"

    before, _, state = found(text, locate(anchor, text))

    assert before.endswith("Nobody at all asked ")
    assert state == "changed"


def test_with_a_side_that_was_edited_slightly_it_has_moved() -> None:
    anchor = anchor_of("the owl", f"{HONEY} Nobody at all asked the owl. Then it left.")
    text = f"{MILL} {HONEY} Nobody at all asked the owl. So it left."

    before, quote, state = found(text, locate(anchor, text))

    assert (quote, state) == ("the owl", "moved")
    assert before.endswith("Nobody at all asked ")


def test_surroundings_that_changed_far_away_are_to_be_reviewed() -> None:
    anchor = anchor_of("the owl", f"{HONEY} Nobody at all asked the owl. Then it left.")
    text = f"{MILL * 20} {HONEY} Nobody at all asked the owl. So it left."

    assert found(text, locate(anchor, text))[1:] == ("the owl", "changed")


@pytest.mark.parametrize(("shift", "nearest"), [(0, 0), (9, 1), (11, 1), (20, 2)])
def test_of_equally_good_places_the_nearest_is_taken(shift: int, nearest: int) -> None:
    anchor = Anchor(shift + 2, shift + 5, "owl", "", "")
    text = "owl ------ owl ------ owl"
    starts = find_occurrences("owl", text)

    located = locate(anchor, text)

    assert located is not None
    assert located.start == min(starts, key=lambda start: abs(start - anchor.start))
    assert located.start == starts[nearest]


@pytest.mark.parametrize(
    ("shift", "state"), [(0, "exact"), (20, "moved"), (40, "changed"), (120, "moved")]
)
def test_of_repeats_the_nearest_has_moved_if_it_is_much_nearer(shift: int, state: State) -> None:
    lines = [f"{OWL} {MILL}\n"] * 6
    text = "".join(lines)
    anchor = anchor_of("the belfry", text, nth=3)
    longer = "-" * shift + text

    located = locate(anchor, longer)

    nearest = shift if shift < len(lines[0]) / 2 else shift - len(lines[0])
    assert located == LocatedQuote(anchor.start + nearest, anchor.end + nearest, state, 100)


def test_a_repeat_is_not_taken_for_the_quote_that_was_taken_out() -> None:
    said = "The mayor would not say who had paid for the bricks."
    text = f"{OWL}\n\n{said}\n\n{MILL}\n\n{PARADE}\n\n{said}\n\n{HONEY}"
    anchor = anchor_of(said, text)

    shorter = text.replace(f"{said}\n\n{MILL}", MILL)
    gone = text.replace(f"{said}\n\n{MILL}\n\n{PARADE}\n\n", "")

    assert found(shorter, locate(anchor, shorter))[1:] == (said, "changed")
    assert found(gone, locate(anchor, gone))[1:] == (said, "changed")


def test_where_the_surroundings_are_without_the_quote_it_is_not_looked_for_elsewhere() -> None:
    line = "Engineers said on Monday that the {} of Mill Street would be closed for a month."
    text = f"{OWL} {line.format('iron bridge')} {HONEY}\n\n{PARADE} {line.format('iron bridge')}"
    anchor = anchor_of("iron bridge", text)
    edited = text.replace("the iron bridge", "the", 1)

    assert locate(anchor, edited) is None


def test_a_quote_is_not_found_inside_a_word() -> None:
    anchor = anchor_of("art", "She asked for an art school in the old mill.")

    assert locate(anchor, "She asked for an earthen floor in the old mill.") is None


def test_the_same_word_nearby_is_not_taken_for_one_that_was_taken_out() -> None:
    text = f"{OWL} It is for them that the owl of the town has come to stay here."
    anchor = anchor_of("the", text, nth=5)
    shorter = text.replace("of the town", "of town")

    assert text[: anchor.start].endswith("owl of ")
    assert locate(anchor, shorter) is None


@pytest.mark.parametrize(
    "text",
    ["", MILL, OWL.replace("barn owl", "pigeon"), OWL.replace("barn owl ", ""), "barn\nowl"],
    ids=["nothing", "another text", "another bird", "without it", "on two lines"],
)
def test_a_quote_that_is_gone_leaves_an_orphan(text: str) -> None:
    assert locate(anchor_of("barn owl", OWL), text) is None


def test_the_quote_counts_where_an_anchor_contradicts_itself() -> None:
    assert locate(Anchor(2, 9, "barn", "A ", " owl"), OWL) == LocatedQuote(2, 6, "exact", 100)
    assert locate(Anchor(-3, 90, "barn", "A ", " owl"), OWL) == LocatedQuote(2, 6, "moved", 100)


def test_an_empty_quote_is_an_orphan() -> None:
    assert locate(Anchor(0, 0, "", "", "A"), OWL) is None


texts = st.text(st.sampled_from("ab .\n") | st.characters(), min_size=1, max_size=120)


@quickly
@given(st.data(), texts)
def test_any_place_of_any_text_is_found_again(data: st.DataObject, text: str) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    assert locate(make_anchor(text, start, end), text) == LocatedQuote(start, end, "exact", 100)


@quickly
@given(st.data(), texts, st.text(min_size=1, max_size=60))
def test_text_put_in_before_moves_the_place_by_as_much(
    data: st.DataObject, text: str, before: str
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = make_anchor(text, start, end)
    longer = before + text
    assume(longer[start:end] != anchor.quote)

    located = locate(anchor, longer)

    assert located is not None
    assert longer[located.start : located.end] == anchor.quote
    if len(find_occurrences(anchor.quote, longer)) == 1:
        assert located == LocatedQuote(start + len(before), end + len(before), "moved", 100)
