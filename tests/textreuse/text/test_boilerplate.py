from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.textreuse.reading import texts_of
from tests.textreuse.stories import (
    DAM,
    FERRY,
    KEEPER,
    RAIN,
    ROAD,
    any_texts,
    odd_texts,
    quick,
    sentence_texts,
)
from textreuse import Settings, Span, Verdicts, compare, split_words
from textreuse.text.boilerplate import find_boilerplate

SHARE_BAR = "Facebook\nTwitter\nLinkedIn\nPinterest\nPocket\nWhatsApp"


def lines_of(*texts: str, outlets: list[str | None] | None = None) -> list[str]:
    """Return the lines taken for boilerplate, as they stand."""
    found = find_boilerplate(texts, [split_words(text) for text in texts], outlets)
    return [texts[span.article][span.start : span.end] for span in found]


@pytest.mark.parametrize(
    "line",
    [
        *("Share on Facebook", "Share via e-mail", "Share this article"),
        *("3 min read", "Reading time: 12 minutes", "Advertisement", "Select Language:"),
        *("Related articles", "Recent News", "Editor's Pick", "Editor’s picks", "Most read"),
        *("Subscribe to our newsletter", "Sign up for the morning briefing", "Log in"),
        *("This website uses cookies to improve what you see.", "Accept all cookies"),
        *("Leave a comment", "Comments (12)", "Skip to main content", "Read more"),
        *("© 2026 The Harbour Times", "All rights reserved.", "Read earlier newsletters here."),
    ],
)
def test_a_known_phrase_of_boilerplate(line: str) -> None:
    assert lines_of(f"{FERRY}\n{line}\n{RAIN}") == [line]


@pytest.mark.parametrize(
    ("top", "metadata"),
    [
        ("---\ntitle: Ferries\nabout: >\n  {FERRY}\n---\n", ["---", "title: Ferries", "about: >"]),
        ("Author: Ann Roe\nURL: https://a.example\nAbout: {FERRY}\n", ["Author: Ann Roe"]),
    ],
)
def test_metadata_at_the_top_is_never_compared(top: str, metadata: list[str]) -> None:
    text = f"{top.format(FERRY=FERRY)}\n{RAIN}\n"

    found = lines_of(text)
    assert found[: len(metadata)] == metadata
    assert found == [line.strip() for line in top.format(FERRY=FERRY).strip().split("\n")]
    assert [
        text[one.start : one.end] for one in compare([text, f"{FERRY}\n\n{RAIN}"]).shared(0)
    ] == [RAIN]


def test_metadata_may_be_called_reporting() -> None:
    top = f"---\ntitle: Ferries\nabout: {FERRY}\n---\n"
    verdicts = Verdicts(reporting=(Span(0, 0, len(top)),))

    assert find_boilerplate([top], [split_words(top)], verdicts=verdicts) == ()


@pytest.mark.parametrize("line", ["• Share this article", "  Advertisement  ", "— READ MORE —"])
def test_bullets_case_and_space_around_make_no_difference(line: str) -> None:
    assert lines_of(f"{FERRY}\n{line}\n{RAIN}") == [line.strip()]


@pytest.mark.parametrize(
    "line",
    [
        "Facebook said that it would appeal.",
        "The ferry was sold on Twitter.",
        "He worked 3 minutes a day.",
        "Subscribe they did. Nobody read a word of it.",
        "The share of women rose.",
        "Sign up for war, say three thousand teenagers",
        "Never miss a beat: how the drummer came back",
        "Subscribe to the theory or not, voters are angry",
        "Oranges",
        FERRY,
    ],
)
def test_reporting_is_no_boilerplate(line: str) -> None:
    assert lines_of(f"{KEEPER}\n{line}\n{RAIN}") == []


def test_a_share_bar_is_found_line_by_line() -> None:
    assert lines_of(f"{FERRY}\n\n{SHARE_BAR}\n\n{RAIN}") == SHARE_BAR.split("\n")


def test_short_lines_in_a_row_with_two_known_ones_are_a_menu() -> None:
    menu = ["Home", "Facebook", "Weather", "Twitter", "Our archive"]

    assert lines_of("\n".join([FERRY, *menu, RAIN])) == menu


def test_one_network_alone_may_be_a_subheading() -> None:
    assert lines_of(f"{FERRY}\n\nHarbour news\nTwitter\nOranges\n\n{RAIN}") == []


def test_a_sentence_ends_a_menu() -> None:
    assert lines_of("Weather\nIt rained.\nFacebook\nTwitter") == ["Facebook", "Twitter"]


def test_a_share_bar_is_no_passage() -> None:
    texts = [f"{FERRY}\n\n{SHARE_BAR}\n", f"{DAM}\n\n{SHARE_BAR}\n\n{ROAD}\n\n{SHARE_BAR}\n"]

    comparison = compare(texts)

    assert comparison.passages == ()
    assert texts_of(comparison, comparison.boilerplate(0)) == SHARE_BAR.split("\n")
    assert texts_of(comparison, comparison.only_here(1)) == [DAM, ROAD]


def test_it_can_be_switched_off() -> None:
    comparison = compare([f"{FERRY}\n\n{SHARE_BAR}", SHARE_BAR], Settings(boilerplate=False))

    assert comparison.boilerplate(0) == ()
    assert texts_of(comparison, comparison.shared(0)) == [SHARE_BAR]


def test_what_was_copied_around_it_does_not_take_it_along() -> None:
    text = f"{FERRY}\n\nAdvertisement\n\n{DAM}"

    comparison = compare([text, text])

    assert texts_of(comparison, comparison.shared(0)) == [FERRY, DAM]
    assert {passage.kind for passage in comparison.passages} == {"verbatim"}


def test_a_few_words_beyond_it_do_not_take_it_along_either() -> None:
    text = f"{FERRY}\n\nAdvertisement\n\nThree engineers measured it."

    comparison = compare([text, text])

    assert texts_of(comparison, comparison.shared(0)) == [FERRY]


@quick
@given(any_texts() | odd_texts() | sentence_texts())
def test_lines_are_trimmed_sorted_and_apart(text: str) -> None:
    found = find_boilerplate([text, text], [split_words(text)] * 2)

    end = (-1, 0)
    for span in found:
        line = text[span.start : span.end]
        assert end < (span.article, span.start)
        assert line == line.strip() != ""
        assert "\n" not in line
        end = (span.article, span.end)


def test_a_line_of_a_separator_is_no_part_of_a_menu() -> None:
    assert lines_of("Facebook\n\x1c\nTwitter") == ["Facebook", "Twitter"]


def test_a_verdict_takes_what_does_not_look_like_it() -> None:
    texts = [f"{FERRY}\n\n{RAIN}", f"{FERRY}\n\n{DAM}"]
    at = Span(1, 0, len(FERRY))

    comparison = compare(texts, verdicts=Verdicts(boilerplate=(at,)))

    assert comparison.boilerplate(1) == (at,)
    assert comparison.passages == ()
    assert texts_of(comparison, comparison.only_here(1)) == [DAM]
    assert comparison.verdicts.boilerplate == (at,)


def test_a_verdict_spares_the_line_that_it_touches() -> None:
    text = f"{FERRY}\n\nAdvertisement\n\nRead more"
    at = text.index("Read more")

    comparison = compare([text], verdicts=Verdicts(reporting=(Span(0, at + 2, at + 3),)))

    assert texts_of(comparison, comparison.boilerplate(0)) == ["Advertisement"]


@quick
@given(odd_texts() | sentence_texts(), st.data())
def test_whatever_the_verdicts_boilerplate_is_sorted_and_apart(
    text: str, data: st.DataObject
) -> None:
    places = st.builds(
        lambda one, other: Span(0, min(one, other), max(one, other)),
        st.integers(0, len(text)),
        st.integers(0, len(text)),
    )
    verdicts = Verdicts(
        tuple(data.draw(st.lists(places, max_size=4))),
        tuple(data.draw(st.lists(places, max_size=4))),
    )

    found = find_boilerplate([text], [split_words(text)], verdicts=verdicts)

    assert all(one.end < other.start for one, other in pairwise(found))
    taken = [span for span in verdicts.boilerplate if span.length]
    assert all(any(one.overlap(span) == span.length for one in found) for span in taken)
    compare([text, text], verdicts=verdicts)
