from __future__ import annotations

from storage.tables.listed_articles import ListedArticle
from storage.tables.stories import ListedStory
from tui.library.contents import LibraryContents


def listed(
    title: str, words: int = 10, tags: tuple[str, ...] = (), previous: str = ""
) -> ListedArticle:
    return ListedArticle(title, title, "Outlet", None, None, None, words, previous or None, tags)


ARTICLES = [listed("Owl", 30, ("birds",)), listed("Mill", 20), listed("Bakery", 10, ("mills",))]
STORIES = [ListedStory("s", "Village", ("Owl", "Mill", "Bakery", "gone"), 0)]


def contents() -> LibraryContents:
    made = LibraryContents()
    made.take(ARTICLES, STORIES)
    return made


def test_a_filter_tells_whether_it_lets_through_something_else() -> None:
    shown = contents()
    assert not shown.filter("")
    assert shown.filter("mill")
    assert shown.found == ["Mill"]
    assert shown.heading == "Articles · 1 of 3"
    assert not shown.filter("mil")


def test_the_next_column_is_one_that_is_shown_and_the_first_comes_after_the_last() -> None:
    shown = contents()
    shown.sort_by_next(["title", "words"])
    assert shown.found == ["Bakery", "Mill", "Owl"]
    shown.sort_by_next(["title", "words"])
    assert shown.found == ["Owl", "Mill", "Bakery"]
    assert shown.heading == "Articles · 3 · by words"
    assert "words ▼" in shown.column_heads
    shown.sort_by_next(["title", "words"])
    assert shown.heading == "Articles · 3"


def test_a_column_that_is_sorted_by_already_is_turned_around() -> None:
    shown = contents()
    shown.sort_by("title")
    shown.sort_by("title")
    assert shown.found == ["Owl", "Mill", "Bakery"]
    assert shown.heading == "Articles · 3 · by title, reversed"
    shown.sort_by("words")
    assert shown.heading == "Articles · 3 · by words"


def test_marks_stay_in_their_order_and_go_with_their_articles() -> None:
    shown = contents()
    for article in ("Mill", "Owl", "Bakery", "Owl"):
        shown.mark(article)
    assert list(shown.marked) == ["Mill", "Bakery"]
    assert [shown.cells_of(one)[0] for one in ("Owl", "Mill")] == [" ", "●"]
    shown.take(ARTICLES[:2], STORIES)
    assert list(shown.marked) == ["Mill"]


def test_all_that_is_found_is_marked_then_nothing_is() -> None:
    shown = contents()
    shown.mark("Owl")
    shown.filter("mill")
    shown.mark_all()
    assert list(shown.marked) == ["Owl", "Mill"]
    shown.mark_all()
    assert not shown.marked


def test_older_versions_are_counted_not_listed() -> None:
    shown = LibraryContents()
    shown.take([listed("Old"), listed("New", previous="Old")], [])
    assert shown.found == ["New"]
    assert shown.cells_of("New")[1] == "New (2 versions)"


def test_a_story_has_the_tags_of_the_articles_that_are_still_here() -> None:
    assert contents().tags_of(STORIES[0]) == "birds, mills"
