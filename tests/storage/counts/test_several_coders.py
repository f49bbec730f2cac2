"""What several coders have is counted together, and what was settled instead of it."""

from __future__ import annotations

import pytest

from storage.coder import Coder
from storage.counts.counting import CountRequest, count
from storage.library import Library
from storage.models import Article
from storage.open_library import open_library
from storage.tables.decisions import SETTLED, Coding
from tests.storage.counts.test_tag_counts import rows
from tests.storage.desk import add, annotate, target


@pytest.fixture
def article(library: Library) -> Article:
    """Let Anna and Ben code an article, each with a place and a genre of their own."""
    article = add(library, "The mill is sold. The owl left the mill.", "Mill", outlet="Herald")
    for name, words, genre in (("Anna", "mill is", "news"), ("Ben", "mill is sold", "comment")):
        with open_library(library.path, Coder(name)) as its:
            annotate(its, article, words, "", "claim")
            its.tags.set_on_article(article.id, [f"genre/{genre}"])
            its.coded_articles.mark([article.id], is_coded=True)
    return article


def settle(library: Library, article: Article, *, is_whole: bool) -> None:
    """Settle the place as Ben has it and the genre as Anna has it."""
    codings = [
        Coding(article.id, ("claim",), target(article, "mill is sold").anchor),
        Coding(article.id, ("genre/news",)),
    ]
    library.decisions.take_agreed(codings, [article.id] if is_whole else [])


@pytest.mark.usefixtures("article")
def test_what_several_coded_is_a_use_of_each(library: Library) -> None:
    table = count(library, CountRequest())

    assert rows(table)["claim"] == rows(table)["genre"] == ((2,), 2)
    assert table.note.endswith(
        "Coded by Anna, Ben together, a use of each where several coded the same."
    )


@pytest.mark.usefixtures("article")
def test_it_says_how_tags_of_several_meet(library: Library) -> None:
    table = count(library, CountRequest(within="article"))

    assert dict(zip(table.columns, rows(table)["claim"][0], strict=True)) == {
        "claim": 1,
        "genre/comment": 1,
        "genre/news": 1,
    }
    assert rows(table)["genre/news"][0][table.columns.index("genre/comment")] == 0
    assert table.note.endswith(
        "Coded by Anna, Ben together, tags meeting only where one of them has both."
    )


def test_in_a_settled_article_only_what_was_settled_counts(
    library: Library, article: Article
) -> None:
    settle(library, article, is_whole=True)

    table = count(library, CountRequest())

    assert rows(table) == {
        "claim": ((1,), 1),
        "genre": ((1,), 1),
        "genre/comment": ((0,), 0),
        "genre/news": ((1,), 1),
    }
    assert table.note.endswith(
        "Coded by Anna, Ben together, a use of each where several coded the same."
        " In 1 article, what was settled counts instead."
    )


def test_what_is_settled_so_far_does_not_count_beside_what_it_settles(
    library: Library, article: Article
) -> None:
    settle(library, article, is_whole=False)

    table = count(library, CountRequest())

    assert rows(table)["claim"] == rows(table)["genre"] == ((2,), 2)
    assert table.note.endswith(
        "In 1 article not settled to the end, what was settled does not count."
    )


@pytest.mark.parametrize("is_whole", [True, False])
def test_one_coder_and_what_was_settled_can_be_counted_alone(
    library: Library, article: Article, is_whole: bool
) -> None:
    settle(library, article, is_whole=is_whole)

    by_anna = count(library, CountRequest(measure="words", coders=("Anna",)))
    settled = count(library, CountRequest(measure="words", coders=(SETTLED,)))

    assert rows(by_anna)["claim"] == ((2,), 2)
    assert rows(settled)["claim"] == ((3,), 3)
    assert settled.note.endswith("Coded by settled alone.")


def test_articles_out_of_sight_settle_nothing(library: Library, article: Article) -> None:
    settle(library, article, is_whole=True)
    other = add(library, "The owl left.", "Owl")
    with open_library(library.path, Coder("Ben")) as its:
        annotate(its, other, "owl", "", "bird")

    assert "settled" not in count(library, CountRequest(), [other.id]).note


def test_who_codes_blind_to_outlets_counts_by_names_that_tell_nothing(
    library: Library, article: Article
) -> None:
    with open_library(library.path, Coder("Anna", hides_names=True)) as anna:
        by_outlet, by_article = (count(anna, CountRequest(by)) for by in ("outlet", "article"))

    assert by_outlet.columns == ("no outlet",)
    assert by_article.columns == (f"Article {article.id[:6]}",)


def test_a_settled_article_in_the_trash_is_not_told_of(library: Library, article: Article) -> None:
    settle(library, article, is_whole=True)
    library.articles.delete(article.id)
    assert library.coded_articles.find_coders() == {}
    assert "settled" not in count(library, CountRequest()).note


def test_one_coder_beside_what_was_settled_is_not_together_with_anybody(
    library: Library, article: Article
) -> None:
    settle(library, article, is_whole=True)
    note = count(library, CountRequest(coders=("Anna", SETTLED))).note
    assert note.endswith("Coded by Anna. In 1 article, what was settled counts instead.")
