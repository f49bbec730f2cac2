"""Tags in Markdown: legal, and told apart."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from storage.export.markdown.document import export_story
from storage.export.markdown.written_tags import WrittenTags
from storage.library import Library
from storage.tables.tag_names import clean_tags
from tests.storage.desk import HONEY, MILL, OWL, annotate, quickly, story
from tests.storage.export.test_escaping import hostile_texts, rendered

LEGAL = regex.compile(r"#(?=.*[^\d/])[\p{L}\p{M}\p{N}_-]+(?:/[\p{L}\p{M}\p{N}_-]+)*")
"""A tag as Obsidian's help describes it."""


def write(*names: str) -> list[str]:
    return WrittenTags(names).write(names)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("fact", "#fact"),
        ("to check", "#to-check"),
        ("to check: later?", "#to-check-later"),
        ("what's new", "#what-s-new"),
        ("Überprüfung_2/3", "#Überprüfung_2/3"),
        ("#odd", "#odd"),
        ("a](b)<c>`d`", "#a-b-c-d"),
        ("/lead/", "#lead"),
        ("हिन्दी", "#हिन्दी"),
        ("ภาษาไทย", "#ภาษาไทย"),
        ("cafe\u0301", "#cafe\u0301"),
        ("C++", "#C-plus-plus"),
        ("C#", "#C-sharp"),
        ("language/C++", "#language/C-plus-plus"),
        ("R&D", "#R-and-D"),
        ("1984", "#n1984"),
        ("2024/05", "#n2024/05"),
        ("1984-85", "#1984-85"),
        ("50 %", "#50-percent"),
        ("€", "#euro"),
        ("\N{FIRE}", "#fire"),
        ("hot \N{FIRE}", "#hot-fire"),
        ("\N{HEAVY BLACK HEART}\ufe0f", "#heavy-black-heart"),
        ("+++", "#plus-plus-plus"),
        ("?!", "#question-mark-exclamation-mark"),
        ("-", "#dash"),
        ("\u200b", "#tag"),
    ],
)
def test_what_a_tag_cannot_hold_becomes_a_dash_or_a_word(name: str, shown: str) -> None:
    assert write(name) == [shown]


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (["C", "C++", "C#"], ["#C", "#C-plus-plus", "#C-sharp"]),
        (
            ["claim?", "claim", "claim!"],
            ["#claim-question-mark", "#claim", "#claim-exclamation-mark"],
        ),
        (["to check", "to-check"], ["#to-check-2", "#to-check"]),
        ([".NET", "net"], ["#dot-NET", "#net"]),
        (["fire", "\N{FIRE}"], ["#fire", "#fire-2"]),
        (["1984", "n1984"], ["#n1984-2", "#n1984"]),
    ],
)
def test_tags_that_would_be_written_alike_are_told_apart(
    names: list[str], shown: list[str]
) -> None:
    assert write(*names) == shown
    assert write(*reversed(names)) == shown[::-1]


tag_names = st.lists(hostile_texts | st.text("aC+#1 -/?.", max_size=6), max_size=8).map(clean_tags)


@quickly
@given(tag_names)
def test_all_tags_are_legal_and_no_two_are_alike(names: list[str]) -> None:
    shown = write(*names)

    assert all(map(LEGAL.fullmatch, shown))
    assert len({one.casefold() for one in shown}) == len(names)


@quickly
@given(hostile_texts)
def test_a_tag_is_one_word(name: str) -> None:
    shown = rendered(f"Tags: {write(name)[0]}")

    assert shown.blocks == ["paragraph"]
    assert shown.inline <= {"text", "em_open", "em_close", "strong_open", "strong_close"}
    assert len(write(name)[0].split()) == 1


def test_a_story_tells_the_tags_of_its_library_apart(library: Library) -> None:
    made = story(library, OWL, MILL)
    first, second = library.articles.get_all(made.articles)
    annotate(library, first, "barn owl", "", "C++", "1984")
    annotate(library, second, "paper mill", "", "C#")
    library.tags.set_on_article(first.id, ["C"])
    elsewhere = story(library, HONEY, name="Honey")
    annotate(library, library.articles.get(elsewhere.articles[0]), "harvest", "", "C plus plus")

    written = str(export_story(library, made))

    assert 'tags: ["C", "C-plus-plus-2", "n1984", "C-sharp"]' in written
    assert "#C-plus-plus-2 #n1984" in written
    assert "#C-sharp\n" in written
