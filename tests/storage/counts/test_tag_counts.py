from __future__ import annotations

from storage.counts.coded_uses import collect_uses
from storage.counts.count_table import CountTable
from storage.counts.tag_counts import count_tags
from storage.models import Story
from tests.storage.counts.coding import mark, write_article

ONE = write_article("The mill is sold. The owl left the mill.", "Mill", "Herald", "2026-03-05")
TWO = write_article("The mill is sold. Nobody has seen the owl.", "Mill", "Post", "2026-04")
BARE = write_article("An owl alone.", "Owl")
ARTICLES = (ONE, TWO, BARE)
NOTES = (
    mark(1, ["claim/sold"], (ONE, "mill is sold"), (TWO, "mill is sold")),
    mark(2, ["claim/gone", "bird"], (ONE, "owl left")),
    mark(3, ["Bird"], (TWO, "the owl")),
    mark(4, ["claim/sold", "claim/gone"], (ONE, "is sold. The owl")),
)
GENRES = {ONE.id: ("genre/news",), BARE.id: ("genre/poem", "bird")}


def rows(table: CountTable) -> dict[str, tuple[tuple[int, ...], int]]:
    """Return the counts and the total of each tag."""
    return {row.tag: (row.cells, row.total) for row in table.rows}


def test_uses_are_counted_by_outlet_and_by_branch_each_copy_once() -> None:
    table = count_tags(collect_uses(ARTICLES, NOTES, GENRES), "outlet")

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
    assert [row.depth for row in table.rows] == [0, 0, 1, 1, 0, 1, 1]
    assert table.greatest == 3


def test_every_copy_counts_where_that_is_asked_for_and_the_table_says_so() -> None:
    once = count_tags(collect_uses(ARTICLES, NOTES, {}, "once"), "outlet")
    every = count_tags(collect_uses(ARTICLES, NOTES, {}, "every"), "outlet", copies="every")

    assert rows(every)["claim/sold"] == ((2, 1), 3)
    assert once.note.endswith("a note on several copies counts once, at its first place.")
    assert every.note.endswith("a note on several copies counts at each.")


def test_a_copy_in_an_article_that_is_not_counted_is_not_the_first() -> None:
    table = count_tags(collect_uses([TWO], NOTES, {}), "outlet")

    assert rows(table)["claim/sold"] == ((1,), 1)


def test_words_in_two_places_count_once_and_whole_articles_have_none() -> None:
    table = count_tags(collect_uses(ARTICLES, NOTES, GENRES, "every"), "outlet", "words")

    # Of the Herald: "mill is sold. The owl left".
    assert rows(table)["claim"] == ((6, 3, 0), 9)
    assert rows(table)["claim/gone"] == ((5, 0, 0), 5)
    assert rows(table)["genre"] == ((0, 0, 0), 0)


def test_articles_are_counted_once_however_often_they_have_the_tag() -> None:
    table = count_tags(collect_uses(ARTICLES, NOTES, GENRES, "every"), "outlet", "articles")

    assert rows(table)["claim"] == ((1, 1, 0), 2)
    assert rows(table)["bird"] == ((1, 1, 1), 3)


def test_dates_are_columns_where_they_are_known_that_exactly() -> None:
    coded = collect_uses(ARTICLES, NOTES, GENRES, "every")

    assert count_tags(coded, "date").columns == ("2026-03-05", "no date")
    assert count_tags(coded, "month").columns == ("2026-03", "2026-04", "no date")
    assert count_tags(coded, "year").columns == ("2026", "no date")


def test_an_article_in_two_stories_counts_in_both_and_once_in_all() -> None:
    stories = [
        Story("s1", "Mills", (ONE.id, TWO.id), "2026"),
        Story("s2", "Owls", (TWO.id,), "2026"),
    ]

    table = count_tags(collect_uses(ARTICLES, NOTES, GENRES), "story", stories=stories)

    assert table.columns == ("Mills", "Owls", "no story")
    assert rows(table)["bird"] == ((2, 1, 1), 3)


def test_articles_of_one_title_are_told_apart() -> None:
    twin = write_article("A third text about the owl.", "Mill", "Post")
    notes = [*NOTES, mark(5, ["bird"], (twin, "owl"))]

    table = count_tags(collect_uses([*ARTICLES, twin], notes, {}, "every"), "article")

    assert table.columns == ("Mill (Herald)", "Mill [2]", "Mill [4]")


def test_tags_stand_in_the_order_of_the_codebook() -> None:
    order = ["genre", "genre/poem", "genre/news", "claim/sold"]

    table = count_tags(collect_uses(ARTICLES, NOTES, GENRES), "outlet", order=order)

    told = [row.tag for row in table.rows]
    assert told == [
        "genre",
        "genre/poem",
        "genre/news",
        "claim",
        "claim/sold",
        "claim/gone",
        "bird",
    ]


def test_nothing_coded_is_an_empty_table() -> None:
    table = count_tags(collect_uses(ARTICLES, [], {}), "outlet")

    assert (table.columns, table.rows, table.greatest) == ((), (), 0)
