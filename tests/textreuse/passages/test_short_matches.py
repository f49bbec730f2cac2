from __future__ import annotations

import pytest

from tests.textreuse.reading import sides_of
from tests.textreuse.reports import ENGLISH, among, two_articles
from textreuse import Comparison, Settings, compare

ABOUT = "Nobody at the harbour had seen the"


def found_in(comparison: Comparison) -> list[tuple[str, str]]:
    return [sides_of(comparison, passage) for passage in comparison.passages]


def quoting(one: str, other: str) -> list[str]:
    """Return the English reports, each with a sentence of its own that quotes something."""
    return [
        among(f"The harbour's owner called it {one} in a letter.", ENGLISH[0]),
        among(f"It was {other}, as its gardener put it.", ENGLISH[1]),
    ]


def test_five_rare_words_in_common_are_no_chance() -> None:
    vane = "a leaking old copper weather vane"
    texts = two_articles(
        f"Her brother came home from the war in spring, all he had left being {vane} in a sack.",
        f"On top of the mill storks used to nest until the fire, under {vane} still turning there.",
    )

    assert found_in(compare(texts)) == [(vane, vane)]


@pytest.mark.parametrize(
    "phrase",
    [
        "by the end of the day",
        "who told us that he was",
        "Captain Oskar Brandt of Ravensberg",
    ],
)
def test_common_words_and_names_of_that_number_are_chance(phrase: str) -> None:
    texts = two_articles(f"Swans left {phrase} before.", f"Nothing else came {phrase} again.")

    assert found_in(compare(texts)) == []


def test_words_that_stand_in_many_places_are_chance() -> None:
    often = [f"The leaking copper weather vane {verb}." for verb in ("fell", "turned", "sang")]
    texts = two_articles(" ".join(often), " ".join(["He praised", *often[:1]]))

    assert all("vane fell" in ours for ours, _ in found_in(compare(texts)))


@pytest.mark.parametrize("quotation", ["utterly hopeless", "a hopeless muddle"])
def test_a_short_quotation_of_both_is_found(quotation: str) -> None:
    (passage,) = compare(quoting(f"“{quotation}”", f'"{quotation}"')).passages

    assert (passage.kind, passage.about) == ("verbatim", "quotation")


def test_a_part_of_a_longer_quotation_is_found() -> None:
    comparison = compare(quoting("“a hopeless muddle”", "“not quite a hopeless muddle yet”"))

    ((ours, theirs),) = found_in(comparison)
    assert (ours.strip("“”"), theirs) == ("a hopeless muddle", "a hopeless muddle")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“a hopeless muddle”", "a hopeless muddle"),  # quoted here only
        ("“The Hopeless Muddle”", "“The Hopeless Muddle”"),  # a title
        ("“not now”", "“not now”"),  # says nothing
        ("“utterly hopeless” (“utterly hopeless”)", "“utterly hopeless”"),  # a term of the story
    ],
)
def test_other_short_quotations_are_not(one: str, other: str) -> None:
    assert found_in(compare(quoting(one, other))) == []


def test_four_words_need_no_marks_in_the_other_article() -> None:
    comparison = compare(quoting("“a perfectly hopeless muddle”", "a perfectly hopeless muddle"))

    assert len(comparison.passages) == 1


def test_what_a_longer_passage_holds_is_not_found_again() -> None:
    told = "The owner of the old harbour called the whole affair “a hopeless muddle” on Monday."

    assert found_in(compare(two_articles(told, told))) == [(told, told)]


def test_names_are_weak_matches() -> None:
    phrase = "Captain Oskar Brandt of Ravensberg"
    texts = two_articles(f"Swans left, {phrase} wrote.", f"Yesterday {phrase} bought a yacht.")

    (passage,) = compare(texts, Settings(sensitivity=4)).passages

    assert passage.weak
    assert passage.step == 4


def test_a_name_with_its_title_is_about_a_name() -> None:
    name = "Senator Oskar Brandt of the Ravensberg Harbour Police"
    texts = two_articles(f"Swans left when {name} had sung.", f"Nothing else moved {name} so much.")

    told = {passage.about for passage in compare(texts, Settings(sensitivity=4)).passages}

    assert told == {"name"}


def test_a_copied_sentence_is_about_more() -> None:
    told = "The owner of the old harbour called the whole affair “a hopeless muddle” on Monday."

    (passage,) = compare(two_articles(told, told)).passages

    assert passage.about is None
