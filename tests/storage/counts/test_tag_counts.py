from __future__ import annotations

import pytest

from storage.counts.count_table import CountTable
from storage.counts.counting import CountRequest, count
from storage.library import Library
from storage.models import Article
from storage.tables.codebook_entry import CodebookEntry
from tests.storage.desk import add, annotate, done, target


@pytest.fixture
def articles(library: Library) -> tuple[Article, Article, Article]:
    """Code three articles: notes on two copies and on one place, and tags of whole articles."""
    one = add(
        *(library, "The mill is sold. The owl left the mill.", "Mill"),
        outlet="Herald",
        published="2026-03-05",
    )
    two = add(
        *(library, "The mill is sold. Nobody has seen the owl.", "Mill"),
        outlet="Post",
        published="2026-04",
    )
    bare = add(library, "An owl alone.", "Owl")
    copies = [target(article, "mill is sold") for article in (one, two)]
    library.annotations.create(copies, "", ["claim/sold"])
    annotate(library, one, "owl left", "", "claim/gone", "bird")
    annotate(library, two, "the owl", "", "bird")
    annotate(library, one, "is sold. The owl", "", "claim/sold", "claim/gone")
    library.tags.set_on_article(one.id, ["genre/news"])
    library.tags.set_on_article(bare.id, ["genre/poem", "bird"])
    return one, two, bare


def rows(table: CountTable) -> dict[str, tuple[tuple[int, ...], int]]:
    """Return the counts and the total of each tag."""
    return {row.tag: (row.cells, row.total) for row in table.rows}


@pytest.mark.usefixtures("articles")
class TestCount:
    def test_uses_are_counted_by_branch_each_copy_once(self, library: Library) -> None:
        table = count(library, CountRequest())

        assert table.columns == ("Herald", "Post", "no outlet")
        assert rows(table) == {
            "bird": ((1, 1, 1), 3),
            "claim": ((3, 0, 0), 3),
            "claim/gone": ((2, 0, 0), 2),
            "claim/sold": ((2, 0, 0), 2),
            "genre": ((1, 0, 1), 2),
            "genre/news": ((1, 0, 0), 1),
            "genre/poem": ((0, 0, 1), 1),
        }
        assert "a note on several copies counts once, at its first place." in table.note

    def test_every_copy_counts_where_that_is_asked_for(self, library: Library) -> None:
        table = count(library, CountRequest(copies="every"))

        assert rows(table)["claim/sold"] == ((2, 1, 0), 3)
        assert "a note on several copies counts at each." in table.note

    def test_of_copies_the_first_that_is_counted_at_all_counts(
        self, library: Library, articles: tuple[Article, ...]
    ) -> None:
        table = count(library, CountRequest(shown="used"), [articles[1].id])

        assert rows(table) == {
            "bird": ((1,), 1),
            "claim": ((1,), 1),
            "claim/sold": ((1,), 1),
        }

    def test_words_in_two_places_count_once_and_whole_articles_have_none(
        self, library: Library
    ) -> None:
        table = count(library, CountRequest(measure="words", copies="every"))

        # Of the Herald: "mill is sold. The owl left".
        assert rows(table)["claim"] == ((6, 3, 0), 9)
        assert rows(table)["claim/gone"] == ((5, 0, 0), 5)
        assert rows(table)["genre"] == ((0, 0, 0), 0)

    def test_articles_are_counted_once_however_often_they_have_the_tag(
        self, library: Library
    ) -> None:
        table = count(library, CountRequest(measure="articles", copies="every"))

        assert rows(table)["claim"] == ((1, 1, 0), 2)
        assert rows(table)["bird"] == ((1, 1, 1), 3)

    def test_dates_are_columns_where_they_are_known_that_exactly(self, library: Library) -> None:
        assert count(library, CountRequest("date")).columns == ("2026-03-05", "no date")
        assert count(library, CountRequest("month")).columns == ("2026-03", "2026-04", "no date")
        assert count(library, CountRequest("year")).columns == ("2026", "no date")

    def test_an_article_in_two_stories_counts_in_both_and_once_in_all(
        self, library: Library, articles: tuple[Article, ...]
    ) -> None:
        one, two, _ = articles
        library.stories.create("Mills", [one.id, two.id])
        library.stories.create("Birds", [two.id])

        table = count(library, CountRequest("story"))

        told = dict(zip(table.columns, rows(table)["bird"][0], strict=True))
        assert told == {"Mills": 2, "Birds": 1, "no story": 1}
        assert table.columns[-1] == "no story"
        assert rows(table)["bird"][1] == 3

    def test_articles_of_one_title_are_told_apart(self, library: Library) -> None:
        twin = add(library, "A third text about the owl.", "Mill", outlet="Post")
        annotate(library, twin, "owl", "", "bird")

        table = count(library, CountRequest("article"))

        assert table.columns == ("Mill (Herald)", "Mill [2]", "Owl", "Mill [4]")

    def test_what_is_in_the_trash_is_not_counted(
        self, library: Library, articles: tuple[Article, ...]
    ) -> None:
        library.articles.delete(articles[0].id)

        assert rows(count(library, CountRequest(shown="used"))).keys() == {
            *("bird", "claim", "claim/sold", "genre", "genre/poem")
        }

    def test_a_place_whose_words_are_gone_is_a_use_without_words(self, library: Library) -> None:
        done(library.path, "UPDATE target SET quote = 'Wholly other words than any here'")

        assert rows(count(library, CountRequest()))["claim"][1] == 3
        assert rows(count(library, CountRequest(measure="words")))["claim"][1] == 0


@pytest.mark.usefixtures("articles")
class TestTagsWithoutUses:
    def test_they_have_a_row_of_0(self, library: Library) -> None:
        library.codebook.store(
            [CodebookEntry("figure/disputed"), CodebookEntry("tone", is_variable=True)]
        )

        table = count(library, CountRequest())

        assert rows(table)["figure/disputed"] == rows(table)["figure"] == ((0, 0, 0), 0)
        assert rows(table)["tone"] == ((0, 0, 0), 0)
        assert table.note.endswith("All tags of the codebook, used or not.")

    def test_they_have_one_where_other_articles_use_them(
        self, library: Library, articles: tuple[Article, ...]
    ) -> None:
        table = count(library, CountRequest(), [articles[1].id])

        assert rows(table)["claim/gone"] == rows(table)["genre/poem"] == ((0,), 0)

    def test_they_have_none_where_that_is_asked_for(self, library: Library) -> None:
        library.codebook.make("figure")

        table = count(library, CountRequest(shown="used"))

        assert "figure" not in rows(table)
        assert table.note.endswith("Tags that have no use are left out.")

    def test_they_meet_none_and_variables_are_not_among_them(self, library: Library) -> None:
        library.codebook.store([CodebookEntry("figure"), CodebookEntry("tone", is_variable=True)])

        table = count(library, CountRequest(within="overlap"))

        assert set(rows(table)["figure"][0]) == {0}
        assert "tone" not in table.columns

    def test_an_outlet_that_is_coded_without_any_use_has_a_column(self, library: Library) -> None:
        bare = add(library, "A mill and no owl.", "Bare", outlet="Tribune")
        library.coded_articles.mark([bare.id], is_coded=True)

        assert "Tribune" in count(library, CountRequest()).columns
        assert "Tribune" not in count(library, CountRequest(shown="used")).columns


def test_nothing_coded_is_an_empty_table(library: Library) -> None:
    add(library, "The mill is sold.")

    table = count(library, CountRequest())

    assert (table.columns, table.rows) == ((), ())


def test_tags_stand_in_the_order_of_the_codebook(library: Library) -> None:
    one = add(library, "The mill is sold.")
    for tag in ("bird", "claim/gone", "claim/sold", "genre/news"):
        annotate(library, one, "mill", "", tag)
    library.codebook.arrange(["genre", "claim"])
    library.codebook.arrange(["claim/sold", "claim/gone"])

    assert [row.tag for row in count(library, CountRequest()).rows] == [
        *("genre", "genre/news", "claim", "claim/sold", "claim/gone", "bird")
    ]
    assert count(library, CountRequest(within="overlap")).columns == (
        *("genre/news", "claim/sold", "claim/gone", "bird"),
    )
