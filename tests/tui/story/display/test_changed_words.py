from __future__ import annotations

import pytest

from storage.comparing import compare_story
from storage.library import Library
from tests.storage.desk import story
from textreuse import Comparison, CopyPair, DiffPiece, diff_words
from tui.story.display import changed_words
from tui.story.display.changed_words import ChangedWords, Sights
from tui.story.story_reader import StoryReader

LEAD = "Sea water entered {} properties around the quay and {} people were moved to a sports hall."
AGENCY = LEAD.format(63, 140)
REWRITE = LEAD.format(65, 140)
LATER = LEAD.format(65, "some 150")

OWN = ("Nobody was hurt.", "A mayor paid.", "Ferries ran late again.")


def read(library: Library, *texts: str) -> StoryReader:
    """Open texts as articles A, B and so on, each with own words behind it, compared."""
    made = story(library, *(f"{text}\n\n{own}" for text, own in zip(texts, OWN, strict=False)))
    reading = StoryReader(made, library.articles.get_all(made.articles))
    reading.take(compare_story(reading.articles))
    return reading


def see(reading: StoryReader, letters: str) -> Sights:
    """Return those articles as seen from beginning to end."""
    return {
        article: (0, len(reading.articles[article].text))
        for article, letter in enumerate(reading.letters)
        if letter in letters
    }


def found(
    reading: StoryReader, letters: str, *, shows_other: bool = False
) -> dict[str, list[tuple[str, str]]]:
    """Return the words found in each article, with their style."""
    made = ChangedWords(reading).find(see(reading, letters), shows_other=shows_other)
    return {
        reading.letters[article]: [
            (reading.articles[article].text[one.start : one.end], one.style) for one in words
        ]
        for article, words in made.items()
    }


def test_changed_words_are_found_on_both_sides(library: Library) -> None:
    assert found(read(library, AGENCY, REWRITE), "AB") == {
        "A": [("63", "changed")],
        "B": [("65", "changed")],
    }


def test_those_of_the_passage_that_was_gone_to_are_strong(library: Library) -> None:
    reading = read(library, AGENCY, REWRITE)
    reading.step(1)
    assert found(reading, "AB") == {
        "A": [("63", "current-changed")],
        "B": [("65", "current-changed")],
    }


def test_nothing_is_changed_in_the_same_words_nor_before_the_comparison(library: Library) -> None:
    assert found(read(library, AGENCY, AGENCY.replace("quay", "Quay")), "AB") == {"A": [], "B": []}
    reading = read(library, AGENCY, REWRITE)
    assert found(StoryReader(reading.story, reading.articles), "AB") == {}


def test_the_likest_copy_in_sight_is_the_one_that_counts(library: Library) -> None:
    reading = read(library, AGENCY, REWRITE, LATER)
    reading.cursors[0] = reading.page.last
    assert found(reading, "AC")["C"] == [("65", "changed"), ("some 150", "changed")]
    assert found(reading, "ABC")["C"] == [("some 150", "changed")]
    assert found(reading, "C") == {"C": []}


def test_what_the_likest_copy_lacks_is_held_against_the_next(library: Library) -> None:
    more = " Its council {} the shelter at noon, and the ferries {} the whole of the week."
    reading = read(
        library,
        AGENCY + more.format("opened", "stood still for"),
        REWRITE + more.format("closed", "stood still for"),
        AGENCY,
    )
    reading.move_to(2, reading.pages[2].last)
    words = [word for word, _ in found(reading, "ABC")["B"]]
    assert words == ["65", "closed"]


def test_others_are_held_against_the_copy_at_the_cursor(library: Library) -> None:
    reading = read(library, AGENCY, REWRITE, LATER)
    reading.step(1)
    strong = "current-changed"
    assert found(reading, "ABC") == {
        "A": [("63", strong)],
        "B": [("65", strong)],
        "C": [("65", strong), ("some 150", strong)],
    }


def test_what_the_card_or_strip_shows_is_what_the_copy_at_the_cursor_is_held_against(
    library: Library,
) -> None:
    reading = read(library, AGENCY, LATER, REWRITE)
    reading.step(1)
    group = reading.group_here()
    assert group is not None
    assert reading.copies.find_other(group).article == 2
    strong = "current-changed"
    assert found(reading, "AB")["A"] == [("63", strong), ("140", strong)]
    assert found(reading, "A", shows_other=True)["A"] == [("63", strong)]


@pytest.mark.parametrize(
    ("ours", "theirs", "words"),
    [
        ("cost $5 million in all", "cost €5 million in total", ["$5", "all"]),
        ("fell by 12% in two years", "fell by 12 in three years", ["12%", "two"]),
        ("fell, by most counts, in two years", "fell by most counts in three years", ["two"]),
    ],
)
def test_a_sign_that_makes_another_figure_is_a_change_a_comma_is_none(
    library: Library, ours: str, theirs: str, words: list[str]
) -> None:
    end = "and the harbour board knew of it long before the storm began"
    reading = read(library, f"The repairs {ours} {end}.", f"The repairs {theirs} {end}.")
    assert [word for word, _ in found(reading, "AB")["A"]] == words


def test_only_what_is_in_sight_is_looked_at_and_once_for_a_pair(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = read(library, AGENCY, REWRITE)
    asked = []

    def diff(comparison: Comparison, pair: CopyPair) -> tuple[DiffPiece, ...]:
        asked.append(pair)
        return diff_words(comparison, pair)

    monkeypatch.setattr(changed_words, "diff_words", diff)
    finder = ChangedWords(reading)
    below = len(AGENCY) + 2
    text = len(reading.articles[0].text)
    assert finder.find({0: (below, text), 1: (below, text)}, shows_other=False) == {0: [], 1: []}
    assert asked == []
    first = finder.find(see(reading, "AB"), shows_other=False)
    assert finder.find(see(reading, "AB"), shows_other=False) is first
    reading.step(1)
    assert finder.find(see(reading, "AB"), shows_other=False) is not first
    assert len(asked) == 2


def test_in_a_long_passage_only_words_in_sight_are_given(library: Library) -> None:
    reading = read(library, AGENCY, LATER)
    end = AGENCY.index("around")
    assert [
        one.start
        for one in ChangedWords(reading).find({0: (0, end), 1: (0, end)}, shows_other=False)[0]
    ] == [AGENCY.index("63")]


def test_under_the_lens_of_repeats_a_repeat_is_held_against_itself_elsewhere(
    library: Library,
) -> None:
    reading = read(library, f"{AGENCY}\n\nThe mayor said so.\n\n{REWRITE}", "Nothing of that here.")
    assert found(reading, "AB") == {"A": [], "B": []}
    reading.look_through("repeats")
    assert [word for word, _ in found(reading, "AB")["A"]] == ["63", "65"]
