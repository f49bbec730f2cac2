from __future__ import annotations

import pytest

from storage.anchoring.locate import locate
from tests.storage.anchoring.quotes import anchor_of, found
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, VAN


@pytest.mark.parametrize(
    ("quote", "old", "new", "expected"),
    [
        ("barn owl", "barn owl", "barn 0wl", "barn 0wl"),
        ("barn owl", "barn", "snowy", "snowy owl"),
        ("owl has moved into the", "owl has", "owls have", "owls have moved into the"),
        ("A barn owl has moved", "has moved", "has just moved", "A barn owl has just moved"),
        ("moved into the belfry", "into the belfry", "to the belfry", "moved to the belfry"),
        ("keeps the whole choir awake.", "choir", "town", "keeps the whole town awake."),
        (OWL, "A barn owl", "Another barn owl", OWL.replace("A ", "Another ")),
        (OWL, "awake.", "from sleep.", OWL.replace("awake", "from sleep")),
    ],
)
def test_a_quote_of_which_words_have_changed_is_found_by_the_others(
    quote: str, old: str, new: str, expected: str
) -> None:
    text = f"{MILL} {PARADE} {OWL} {HONEY}"
    edited = f"{BRIDGE} {text.replace(old, new)}"

    before, words, state = found(edited, locate(anchor_of(quote, text), edited))

    assert (words, state) == (expected, "changed")
    assert before.startswith(f"{BRIDGE} {MILL} {PARADE} ")


def test_quotation_marks_at_its_ends_belong_to_it_in_another_form() -> None:
    text = f"{MILL} “The owl may stay,” the mayor said. {HONEY}"
    edited = f'{MILL} "The owl may not stay," the mayor said. {HONEY}'

    located = locate(anchor_of("“The owl may stay,”", text), edited)

    assert found(edited, located)[1:] == ('"The owl may not stay,"', "changed")


def test_a_mark_that_has_gone_is_not_replaced_by_another() -> None:
    text = f"{MILL} Nobody has asked the owl. {HONEY}"
    edited = text.replace("has asked the owl.", "had asked the owl, they say.")

    located = locate(anchor_of("Nobody has asked the owl.", text), edited)

    assert found(edited, located)[1:] == ("Nobody had asked the owl", "changed")


def test_words_put_in_beside_the_quote_are_not_part_of_it() -> None:
    text = f"{MILL} Nobody has asked the owl yet. {HONEY}"
    edited = f"{MILL} Nobody has really asked the poor owl here yet. {HONEY}"

    located = locate(anchor_of("asked the owl", text), edited)

    assert found(edited, located)[1:] == ("asked the poor owl", "changed")


def test_a_quote_that_was_exchanged_is_an_orphan() -> None:
    text = f"{OWL} {MILL} {PARADE}"

    assert locate(anchor_of(MILL, text), f"{OWL} {BRIDGE} {PARADE}") is None


def test_a_long_quote_is_found_by_its_ends() -> None:
    quote = f"{OWL} {PARADE} {BRIDGE} {HONEY} {VAN}"
    text = f"{MILL} {quote} {MILL}"
    inside = f"{OWL} {PARADE} Nobody was hurt. {BRIDGE} {HONEY} {VAN.replace('visits', 'sees')}"
    edited = f"{MILL.upper()} {MILL} {inside} {MILL}"

    located = locate(anchor_of(quote, text), edited)

    assert found(edited, located) == (f"{MILL.upper()} {MILL} ", inside, "changed")


def test_a_long_quote_is_found_though_one_end_was_rewritten() -> None:
    quote = f"{OWL} {PARADE} {BRIDGE} {HONEY} {VAN}"
    text = f"{MILL} {quote} {MILL}"
    rewritten = f"On Monday the village had a new lodger. {quote[len(OWL) + 1 :]}"
    edited = f"{MILL} {rewritten} {MILL}"

    located = locate(anchor_of(quote, text), edited)

    assert found(edited, located) == (f"{MILL} ", rewritten, "changed")


def test_a_quote_that_moved_and_changed_is_found_without_its_surroundings() -> None:
    text = f"{OWL} {MILL} {PARADE} {HONEY}"
    quote = MILL.replace("in spring", "next spring")
    edited = f"{PARADE} {HONEY} {BRIDGE} {quote} {VAN}"

    located = locate(anchor_of(MILL, text), edited)

    assert found(edited, located) == (f"{PARADE} {HONEY} {BRIDGE} ", quote, "changed")


def test_scripts_without_spaces_are_aligned_by_characters() -> None:
    text = (
        "鐘樓裡搬進了一隻倉鴞，整個合唱團都睡不著。舊造紙廠將於春季重新開放，成為一所鐘錶匠學校。"
    )
    anchor = anchor_of("舊造紙廠將於春季重新開放", text)
    edited = f"星期六早上，四百名兒童跟著銅管樂隊遊行。{text.replace('春季', '夏季')}"

    assert found(edited, locate(anchor, edited))[1:] == ("舊造紙廠將於夏季重新開放", "changed")


def test_no_end_lies_inside_a_grapheme() -> None:
    text = f"{MILL} The owl of San Jose\u0301 keeps “them” awake. {HONEY}"
    edited = text.replace("keeps “them”", "kept “them”\u20dd")

    located = locate(anchor_of("The owl of San Jose\u0301 keeps “them”", text), edited)

    assert located is not None
    assert edited[located.start : located.end].endswith("”\u20dd")
