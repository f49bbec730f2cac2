from __future__ import annotations

import pytest

from storage.anchoring import located_targets
from storage.anchoring.locate import LocatedQuote, locate
from storage.comparing import compare_articles, compare_in, compare_story
from storage.export import evidence
from storage.export.evidence import Place, find_library_evidence, find_story_evidence
from storage.library import Library
from storage.models import Anchor, Story, Target
from tests.storage.desk import (
    BRIDGE,
    HONEY,
    MILL,
    OWL,
    PARADE,
    VAN,
    add,
    annotate,
    lost_target,
    story,
    target,
)
from tests.storage.export.copies import articles_of, copies, ignore
from textreuse import Comparison, Copy, Settings, Span, find_copies


def test_a_quote_is_shown_where_it_stands(library: Library, three_articles: Story) -> None:
    first, *_ = articles_of(library, three_articles)
    annotation = annotate(library, first, "old paper mill", "Which?")

    (note,) = find_story_evidence(library, three_articles)

    assert note.annotation == annotation
    assert note.state == "exact"
    assert note.quote == note.place.text == "old paper mill"
    assert (note.place.article, note.place.paragraph) == (first, 2)
    assert note.targets == ()


def test_a_copy_in_another_article_is_named(library: Library, three_articles: Story) -> None:
    _, second, _ = articles_of(library, three_articles)
    annotate(library, second, OWL)

    (note,) = find_story_evidence(library, three_articles)

    assert copies(note) == [("Outlet A", OWL)]
    assert note.also_in[0].similarity == 1
    assert note.also_in[0].place.paragraph == 1


def test_a_part_of_a_passage_is_found_as_that_part(library: Library, three_articles: Story) -> None:
    first, *_ = articles_of(library, three_articles)
    annotate(library, first, "moved into the belfry")

    (note,) = find_story_evidence(library, three_articles)

    assert copies(note) == [("Outlet B", "moved into the belfry")]


def test_an_edited_copy_is_less_similar(library: Library, three_articles: Story) -> None:
    first, *_ = articles_of(library, three_articles)
    annotate(library, first, MILL)

    (note,) = find_story_evidence(library, three_articles)

    ((outlet, text),) = copies(note)
    assert outlet == "Outlet C"
    assert text.rstrip(".") == MILL.replace("in spring", "next spring").rstrip(".")
    assert 0.8 < note.also_in[0].similarity < 1


def test_a_repeat_in_the_same_article_is_a_copy(library: Library) -> None:
    told_twice = story(library, f"{OWL}\n\n{MILL}\n\n{OWL}", HONEY)
    annotate(library, articles_of(library, told_twice)[0], OWL)

    (note,) = find_story_evidence(library, told_twice)

    assert copies(note) == [("Outlet A", OWL)]
    assert [note.place.paragraph, note.also_in[0].place.paragraph] == [1, 3]


def test_what_is_covered_by_less_than_half_is_no_copy(
    library: Library, three_articles: Story
) -> None:
    _, second, _ = articles_of(library, three_articles)
    annotate(library, second, f"{BRIDGE}\n\n{OWL[:20]}")

    (note,) = find_story_evidence(library, three_articles)

    assert note.also_in == ()


def test_what_stands_only_here_has_no_copy(library: Library, three_articles: Story) -> None:
    first, *_ = articles_of(library, three_articles)
    annotate(library, first, PARADE)

    (note,) = find_story_evidence(library, three_articles)

    assert note.also_in == ()


def test_other_places_of_a_note_are_told_as_places_not_as_copies(
    library: Library, three_articles: Story
) -> None:
    first, second, _ = articles_of(library, three_articles)
    library.annotations.create([target(first, OWL), target(second, OWL), target(first, PARADE)])

    (note,) = find_story_evidence(library, three_articles)

    assert note.place.article == first
    assert [(place.article, place.text) for place in note.targets] == [
        (second, OWL),
        (first, PARADE),
    ]
    assert note.also_in == ()


def test_notes_come_by_article_and_place(library: Library, three_articles: Story) -> None:
    first, second, third = articles_of(library, three_articles)
    for article, quote in (
        (third, "honey"),
        (first, "morning"),
        (second, "iron bridge"),
        (first, "barn owl"),
        (first, "barn"),
    ):
        annotate(library, article, quote)

    quotes = [note.quote for note in find_story_evidence(library, three_articles)]

    assert quotes == ["barn", "barn owl", "morning", "iron bridge", "honey"]
    assert sorted(note.quote for note in find_library_evidence(library)) == sorted(quotes)


def test_a_comparison_that_is_there_is_used(library: Library, three_articles: Story) -> None:
    articles = articles_of(library, three_articles)
    annotate(library, articles[0], OWL)

    assert find_story_evidence(
        library, three_articles, compare_story(articles)
    ) == find_story_evidence(library, three_articles)


def test_a_story_without_notes_has_none(library: Library, three_articles: Story) -> None:
    annotate(library, add(library, VAN), "villages")

    assert find_story_evidence(library, three_articles) == []


class TestIgnored:
    def test_what_is_ignored_is_no_copy(self, library: Library, three_articles: Story) -> None:
        articles = articles_of(library, three_articles)
        annotate(library, articles[1], OWL)
        annotate(library, articles[2], "clockmakers")
        ignore(library, articles, OWL)

        owl, mill = find_story_evidence(library, three_articles)

        assert copies(owl) == []
        assert copies(mill) == [("Outlet A", "clockmakers")]
        assert [copies(note) for note in find_library_evidence(library)] == [
            copies(note) for note in (owl, mill)
        ]

    def test_a_comparison_that_is_there_is_used_without_it(
        self, library: Library, three_articles: Story
    ) -> None:
        articles = articles_of(library, three_articles)
        annotate(library, articles[1], OWL)
        known = compare_story(articles)
        ignore(library, articles, OWL)

        (note,) = find_story_evidence(library, three_articles, known)

        assert copies(note) == []
        assert known.kept == compare_articles(articles)

    def test_what_was_restored_is_a_copy_again(
        self, library: Library, three_articles: Story
    ) -> None:
        articles = articles_of(library, three_articles)
        annotate(library, articles[1], OWL)
        ignore(library, articles, OWL)
        library.undo_log.undo()

        (note,) = find_story_evidence(library, three_articles)

        assert copies(note) == [("Outlet A", OWL)]

    def test_the_comparison_in_a_library_is_the_one_without_it(
        self, library: Library, three_articles: Story
    ) -> None:
        articles = articles_of(library, three_articles)
        whole = compare_story(articles)
        assert compare_in(library, articles).kept == whole.kept == compare_articles(articles)

        ignore(library, articles, OWL)

        comparison = compare_in(library, articles).kept
        assert comparison == compare_in(library, articles, whole).kept
        assert comparison.shared(1) == ()
        assert {passage.kind for passage in comparison.passages} == {"edited"}


def test_articles_are_compared_as_the_settings_say(library: Library, three_articles: Story) -> None:
    articles = articles_of(library, three_articles)
    told: list[float] = []

    compared = compare_story(articles, Settings(sensitivity=1), progress=told.append)

    assert {passage.kind for passage in compared.kept.passages} == {"verbatim"}
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 1)
    told.clear()
    assert compare_story(articles, progress=told.append, known=compared) is compared
    assert told == []


class TestOrphans:
    def test_a_moved_quote_is_found(self, library: Library, three_articles: Story) -> None:
        first, *_ = articles_of(library, three_articles)
        anchor = Anchor(0, 8, "barn owl", "", " has moved")
        library.annotations.create([Target(first.id, anchor)])

        (note,) = find_story_evidence(library, three_articles)

        assert (note.state, note.quote, note.place.start) == ("moved", "barn owl", 2)

    def test_a_quote_that_is_gone_shows_what_it_was_and_no_copies(
        self, library: Library, three_articles: Story
    ) -> None:
        first, *_ = articles_of(library, three_articles)
        library.annotations.create([lost_target(first, "a snowy owl")], "Was it?")

        (note,) = find_story_evidence(library, three_articles)

        assert (note.state, note.quote, note.also_in) == ("orphan", "a snowy owl", ())

    def test_a_place_behind_the_end_does_no_harm(
        self, library: Library, three_articles: Story
    ) -> None:
        _, second, _ = articles_of(library, three_articles)
        anchor = Anchor(90_000, 90_011, "a snowy owl", "", "")
        library.annotations.create([Target(second.id, anchor)])

        (note,) = find_story_evidence(library, three_articles)

        assert note.state == "orphan"
        assert note.place == Place(second, len(second.text), len(second.text))

    def test_the_quote_shown_is_that_of_the_place_shown(
        self, library: Library, three_articles: Story
    ) -> None:
        first, *_ = articles_of(library, three_articles)
        library.annotations.create(
            [target(add(library, VAN), "villages"), lost_target(first, "a snowy owl")]
        )

        (note,) = find_story_evidence(library, three_articles)

        assert (note.state, note.quote) == ("orphan", "a snowy owl")


@pytest.mark.parametrize(
    ("text", "start", "paragraph"),
    [
        *(("one\n\ntwo", 0, 1), ("one\n\ntwo", 5, 2), ("one\n\ntwo", 3, 1), ("\n\n one", 0, 1)),
        ("One is.\n\nFacebook\nTwitter\nPinterest\n\nTwo is.", 37, 2),
    ],
)
def test_paragraphs_count_from_one(library: Library, text: str, start: int, paragraph: int) -> None:
    assert Place(add(library, text), start, start + 1).paragraph == paragraph


def test_copies_and_quotes_of_one_place_are_looked_for_once(
    library: Library, three_articles: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *_ = articles_of(library, three_articles)
    library.annotations.create([target(first, OWL)], "one")
    library.annotations.create([target(first, OWL)], "another")
    looked: list[object] = []

    def counted_copies(comparison: Comparison, span: Span) -> tuple[Copy, ...]:
        looked.append(span)
        return find_copies(comparison, span)

    def counted_locate(anchor: Anchor, text: str) -> LocatedQuote | None:
        looked.append(anchor)
        return locate(anchor, text)

    monkeypatch.setattr(evidence, "find_copies", counted_copies)
    monkeypatch.setattr(located_targets, "locate", counted_locate)

    notes = find_story_evidence(library, three_articles)

    assert [copies(note) for note in notes] == [[("Outlet B", OWL)]] * 2
    assert len(looked) == 2
