from __future__ import annotations

from collections.abc import Sequence
from csv import DictReader
from io import StringIO

import pytest

from storage.errors import NotFoundError
from storage.export.article_coding import ArticleCoding
from storage.export.interchange.csv_table import render_csv
from storage.export.selection import (
    Selection,
    select_all,
    select_article,
    select_articles,
    select_search,
    select_story,
    select_tag,
)
from storage.library import Library
from storage.models import Article
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, add, annotate, target


@pytest.fixture
def shelf(library: Library) -> tuple[Article, Article, Article]:
    """Make three articles; the first two are a story, and a note is on the last two."""
    owl, mill, bridge = (add(library, text, outlet=text[:5]) for text in (OWL, MILL, BRIDGE))
    library.stories.create("Village", [owl.id, mill.id])
    annotate(library, owl, "barn owl", "Which bird?", "claim/disputed")
    library.annotations.create([target(mill, "paper"), target(bridge, "iron")], "Both", ["claim"])
    annotate(library, bridge, "lorry", "Whose?")
    return owl, mill, bridge


def notes(chosen: Selection) -> list[str]:
    return [annotation.note for annotation in chosen.annotations]


def test_a_story_has_its_articles_then_those_of_shared_notes(
    library: Library, shelf: Sequence[Article]
) -> None:
    chosen = select_story(library, library.stories.find("Village"))

    assert chosen.articles == tuple(shelf)
    assert notes(chosen) == ["Which bird?", "Both"]
    assert (chosen.name, chosen.story) == ("Village", library.stories.find("Village"))


def test_an_article_alone(library: Library, shelf: Sequence[Article]) -> None:
    chosen = select_article(library, shelf[2])

    assert notes(chosen) == ["Both", "Whose?"]
    assert [article.id for article in chosen.articles] == [shelf[2].id, shelf[1].id]
    assert chosen.story is None


def test_several_articles_are_one_choice_in_any_order(
    library: Library, shelf: Sequence[Article]
) -> None:
    owl, _, bridge = shelf
    chosen = select_articles(library, [bridge, owl])

    assert notes(chosen) == ["Which bird?", "Both", "Whose?"]
    assert [article.id for article in chosen.articles][:2] == [bridge.id, owl.id]
    assert chosen.name == f"{bridge.title} and 1 more"
    assert chosen.key == select_articles(library, [owl, bridge]).key
    assert chosen.story is None


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("claim", ["Which bird?", "Both"]), ("#Claim/Disputed", ["Which bird?"])],
)
@pytest.mark.usefixtures("shelf")
def test_a_tag_with_all_below_it(library: Library, tag: str, expected: list[str]) -> None:
    assert notes(select_tag(library, tag)) == expected


def test_the_tag_of_an_article_chooses_the_article_alone(
    library: Library, shelf: Sequence[Article]
) -> None:
    library.tags.set_on_article(shelf[2].id, ["agency"])

    chosen = select_tag(library, "agency")

    assert chosen.articles == (shelf[2],)
    assert chosen.annotations == ()


def test_of_what_is_chosen_by_tag_tables_have_that_tag_alone(
    library: Library, shelf: Sequence[Article]
) -> None:
    both = annotate(library, shelf[0], "choir", "", "claim/sold", "bird", "Agency")
    library.tags.set_on_article(shelf[0].id, ["agency", "claim/new"])
    library.memos.write("article", shelf[0].id, "A memo")
    library.coded_articles.mark([shelf[0].id], is_coded=True)

    chosen = select_tag(library, "claim")

    (given,) = chosen.coding.tags
    assert chosen.coding == ArticleCoding((given,))
    assert both in chosen.annotations
    assert chosen.list_uses(both) == ["claim/sold"]
    assert select_all(library).list_uses(both) == [*both.tags]
    assert {row["tag"] for row in DictReader(StringIO(render_csv(chosen)))} == {
        *("claim/disputed", "claim", "claim/sold", "claim/new"),
    }


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("belfry", ["Which bird?"]),
        ("bird", ["Which bird?"]),
        ("lorry", ["Both", "Whose?"]),
        ("whose", ["Whose?"]),
        ("disputed", ["Which bird?"]),
        ("outlet:Engin", ["Both", "Whose?"]),
    ],
)
@pytest.mark.usefixtures("shelf")
def test_a_search_chooses_notes_that_have_the_words_or_all_on_an_article(
    library: Library, words: str, expected: list[str]
) -> None:
    assert notes(select_search(library, words)) == expected


def test_a_search_is_not_cut_short(library: Library) -> None:
    article = add(library, OWL)
    for number in range(60):
        annotate(library, article, "choir", f"Heron {number}")
    for number in range(60):
        add(library, f"{HONEY} Number {number}.")

    assert len(select_search(library, "heron").annotations) == 60
    assert len(select_search(library, "honey").articles) == 60


@pytest.mark.usefixtures("shelf")
def test_what_is_nowhere_is_told(library: Library) -> None:
    with pytest.raises(NotFoundError, match="Nothing in the library has the tag “heron”"):
        select_tag(library, "heron")
    with pytest.raises(NotFoundError, match="Nothing in the library matches “heron”"):
        select_search(library, "heron")


def test_nothing_of_the_bin_is_chosen(library: Library, shelf: Sequence[Article]) -> None:
    library.articles.delete(shelf[2].id)

    chosen = select_tag(library, "claim")

    assert [len(annotation.targets) for annotation in chosen.annotations] == [1, 1]
    assert {article.id for article in chosen.articles} == {shelf[0].id, shelf[1].id}
