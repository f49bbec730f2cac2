"""Which article is meant where no address says so."""

from __future__ import annotations

import pytest

from storage.annotation_import.article_matching import ArticleMatcher
from storage.annotation_import.incoming import Mention
from storage.library import Library
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, add


@pytest.mark.parametrize(
    "title",
    ["Owl moves in!", "OWL MOVES IN", "owl_moves-in", "Owl moves in | The Gazette"],
)
def test_an_article_is_found_by_its_title(library: Library, title: str) -> None:
    article = add(library, OWL, "Owl moves in", outlet="The Gazette")
    add(library, MILL, "The mill")

    placed = ArticleMatcher(library).place(Mention("", title=title, quote="barn owl"))

    assert placed is not None
    assert (placed.target.article, placed.state) == (article.id, "exact")


def test_of_several_with_one_title_the_author_decides(library: Library) -> None:
    theirs = add(library, f"{OWL}\n\n{MILL}", "Owl moves in", author="Anna Bell")
    add(library, f"{OWL}\n\n{HONEY}", "Owl moves in", author="Bo Dean")
    mention = Mention("", title="Owl moves in", author="Anna Bell", quote="barn owl")

    placed = ArticleMatcher(library).place(mention)

    assert placed is not None
    assert placed.target.article == theirs.id


def test_of_several_with_one_title_the_one_with_the_words_is_meant(library: Library) -> None:
    theirs = add(library, f"{OWL}\n\n{MILL}", "This week")
    add(library, f"{OWL}\n\n{HONEY}", "This week")

    placed = ArticleMatcher(library).place(Mention("", title="This week", quote="paper mill"))

    assert placed is not None
    assert placed.target.article == theirs.id


def test_words_that_only_another_article_has_count_for_more_than_a_title(library: Library) -> None:
    add(library, OWL, "This week")
    theirs = add(library, BRIDGE, "Bridge closed")

    placed = ArticleMatcher(library).place(Mention("", title="This week", quote=BRIDGE))

    assert placed is not None
    assert placed.target.article == theirs.id


def test_words_that_are_nowhere_are_for_the_reader_to_place(library: Library) -> None:
    article = add(library, OWL, "This week")

    placed = ArticleMatcher(library).place(Mention("", title="This week", quote=BRIDGE))

    assert placed is not None
    assert (placed.target.article, placed.state) == (article.id, "orphan")


@pytest.mark.parametrize("title", ["", "Untold", "***"])
def test_a_phrase_under_another_title_means_no_article(library: Library, title: str) -> None:
    add(library, OWL, "Owl moves in")

    assert ArticleMatcher(library).place(Mention("", title=title, quote="barn owl")) is None


def test_an_address_that_is_not_here_is_not_passed_over_for_a_title(library: Library) -> None:
    add(library, OWL, "Owl moves in", url="https://gazette.example/owl")
    mention = Mention("https://herald.example/owl", title="Owl moves in", quote="barn owl")

    assert ArticleMatcher(library).place(mention) is None
