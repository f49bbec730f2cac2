from __future__ import annotations

import pytest

from storage.errors import ConflictError, NotFoundError, ReadError
from storage.library import Library
from storage.models import Article
from tests.storage.desk import MILL, OWL, PARADE, add, annotate, target


@pytest.fixture
def articles(library: Library) -> tuple[Article, ...]:
    return tuple(add(library, text) for text in (OWL, MILL, PARADE))


@pytest.fixture
def ids(articles: tuple[Article, ...]) -> list[str]:
    return [article.id for article in articles]


def test_a_story_keeps_the_order_of_its_articles(library: Library, ids: list[str]) -> None:
    story = library.stories.create("Village", ids[::-1])

    assert story.name == "Village"
    assert story.articles == tuple(ids[::-1])
    assert library.stories.get(story.id) == story


def test_an_article_that_is_named_twice_is_in_it_once(library: Library, ids: list[str]) -> None:
    assert library.stories.create("Village", [*ids, ids[0]]).articles == tuple(ids)


def test_names_are_unique_in_any_case(library: Library) -> None:
    names = [library.stories.create(name, []).name for name in ("Village", "VILLAGE", "Village")]

    assert names == ["Village", "VILLAGE (2)", "Village (3)"]


def test_the_name_of_a_deleted_story_is_free(library: Library) -> None:
    library.stories.delete(library.stories.create("Village", []).id)

    assert library.stories.create("Village", []).name == "Village"


def test_stories_are_listed_by_age_with_what_is_annotated(
    library: Library, articles: tuple[Article, ...], ids: list[str]
) -> None:
    owl, mill, _ = articles
    library.stories.create("Owls", ids[:1])
    library.stories.create("Village", ids)
    library.stories.create("Nothing", [])
    annotate(library, owl, "barn owl")
    library.annotations.create([target(owl, "choir"), target(mill, "school")])
    library.annotations.delete(annotate(library, mill, "paper").id)

    listed = library.stories.list_all()

    assert [(story.name, story.articles, story.annotations) for story in listed] == [
        ("Owls", tuple(ids[:1]), 2),
        ("Village", tuple(ids), 2),
        ("Nothing", (), 0),
    ]


def test_a_story_grows_at_its_end(library: Library, ids: list[str]) -> None:
    story = library.stories.create("Village", ids[1:2])

    library.stories.extend(story.id, ids)

    assert library.stories.get(story.id).articles == (ids[1], ids[0], ids[2])


def test_an_article_that_was_in_the_bin_comes_in_at_the_end(
    library: Library, ids: list[str]
) -> None:
    story = library.stories.create("Village", ids)
    library.articles.delete(ids[0])
    library.articles.delete(ids[1])
    add(library, OWL)

    library.stories.extend(story.id, ids)

    assert set(library.stories.get(story.id).articles) == {ids[0], ids[2]}


def test_the_same_articles_in_any_order_are_the_same_story(
    library: Library, ids: list[str]
) -> None:
    story = library.stories.create("Village", ids)
    library.stories.create("Village again", ids)

    assert library.stories.find_exact(reversed(ids)) == story
    assert library.stories.find_exact(ids[:2]) is None


def test_an_article_knows_its_stories(library: Library, ids: list[str]) -> None:
    library.stories.create("Village", ids)
    library.stories.create("Mill", ids[1:2])
    library.stories.create("Owls", ids[:1])

    stories = {one.id: one.stories for one in library.articles.list_all()}
    assert stories[ids[0]] == ("Village", "Owls")


def test_a_deleted_story_comes_back_by_undo(library: Library, ids: list[str]) -> None:
    story = library.stories.create("Village", ids)
    library.stories.delete(story.id)

    with pytest.raises(NotFoundError):
        library.stories.get(story.id)
    assert len(library.articles.list_all()) == len(ids)
    assert library.undo_log.undo() == "story moved to the trash"
    assert library.stories.get(story.id) == story


class TestFind:
    @pytest.fixture(autouse=True)
    def stories(self, library: Library) -> None:
        for name in ("Storm at sea", "Storm over the moor", "Storm"):
            library.stories.create(name, [])

    def test_by_its_id(self, library: Library) -> None:
        for listed in library.stories.list_all():
            assert library.stories.find(listed.id).name == listed.name

    def test_by_its_name_in_any_case(self, library: Library) -> None:
        assert library.stories.find("STORM AT SEA").name == "Storm at sea"
        assert library.stories.find("storm").name == "Storm"

    def test_by_a_part_of_its_name(self, library: Library) -> None:
        assert library.stories.find("moor").name == "Storm over the moor"

    def test_several_are_listed(self, library: Library) -> None:
        with pytest.raises(
            NotFoundError, match=r"matches 3 stories; give the id of one: .* Storm at sea; "
        ):
            library.stories.find("tor")

    def test_none_is_told(self, library: Library) -> None:
        with pytest.raises(NotFoundError, match="No story is called “Drought”"):
            library.stories.find("Drought")


def test_a_story_that_is_made_can_be_taken_back_and_made_again(
    library: Library, ids: list[str]
) -> None:
    story = library.stories.make("  Village\n news ", ids)

    assert (story.name, story.articles) == ("Village news", tuple(ids))
    assert library.undo_log.undo() == "story created"
    assert library.stories.list_all() == []
    assert library.undo_log.redo() == "story created"
    assert library.stories.get(story.id) == story


def test_a_story_without_a_name_is_called_something(library: Library) -> None:
    assert library.stories.make(" \t", []).name == "Story"


def test_growing_can_be_taken_back(library: Library, ids: list[str]) -> None:
    story = library.stories.create("Village", ids[:1])
    library.stories.extend(story.id, ids)

    library.undo_log.undo()

    assert library.stories.get(story.id).articles == (ids[0],)


def test_a_story_that_is_not_there_does_not_grow(library: Library, ids: list[str]) -> None:
    with pytest.raises(NotFoundError, match="No story has the id nothing"):
        library.stories.extend("nothing", ids)


def test_renaming(library: Library) -> None:
    story = library.stories.create("Village", [])
    library.stories.rename(story.id, " The  village ")
    assert library.stories.get(story.id).name == "The village"

    library.undo_log.undo()
    assert library.stories.get(story.id).name == "Village"


@pytest.mark.parametrize("name", ["", " \n"])
def test_a_story_keeps_its_name_for_an_empty_one(library: Library, name: str) -> None:
    story = library.stories.create("Village", [])

    with pytest.raises(ReadError, match="needs a name"):
        library.stories.rename(story.id, name)

    assert library.stories.get(story.id).name == "Village"


def test_no_story_takes_the_name_of_another(library: Library) -> None:
    library.stories.create("Village", [])
    other = library.stories.create("Town", [])

    with pytest.raises(ConflictError, match="There is already a story “Village”; merge the two"):
        library.stories.rename(other.id, "VILLAGE")

    library.stories.rename(other.id, "TOWN")
    assert library.stories.get(other.id).name == "TOWN"


def test_the_order_is_changed_and_taken_back(library: Library, ids: list[str]) -> None:
    story = library.stories.create("Village", ids)

    library.stories.arrange(story.id, ids[::-1])
    assert library.stories.get(story.id).articles == tuple(ids[::-1])

    library.undo_log.undo()
    assert library.stories.get(story.id).articles == tuple(ids)


def test_an_article_in_the_bin_comes_back_where_it_stood(library: Library, ids: list[str]) -> None:
    story = library.stories.create("Village", ids)
    library.articles.delete(ids[1])
    library.stories.arrange(story.id, [ids[2], ids[0]])

    library.trash.restore("article", ids[1])

    assert library.stories.get(story.id).articles == (ids[2], ids[1], ids[0])


def test_an_order_of_other_articles_is_refused(library: Library, ids: list[str]) -> None:
    story = library.stories.create("Village", ids)
    library.stories.take_out(story.id, ids[0])

    with pytest.raises(ConflictError, match="articles of the story have changed"):
        library.stories.arrange(story.id, ids)


def test_an_article_leaves_a_story_and_stays_in_the_library(
    library: Library, ids: list[str]
) -> None:
    story = library.stories.create("Village", ids)

    library.stories.take_out(story.id, ids[1])
    assert library.stories.get(story.id).articles == (ids[0], ids[2])
    assert library.articles.get(ids[1]).id == ids[1]
    with pytest.raises(NotFoundError, match="no longer in the story"):
        library.stories.take_out(story.id, ids[1])

    library.undo_log.undo()
    assert library.stories.get(story.id).articles == tuple(ids)


def test_merging_puts_all_articles_into_one_story(library: Library, ids: list[str]) -> None:
    village = library.stories.create("Village", ids[:2])
    town = library.stories.create("Town", ids[1:])
    library.quick_tags.give(village.id, 1, "claim")
    library.quick_tags.give(town.id, 1, "figure")
    library.quick_tags.give(town.id, 2, "quote")

    library.stories.merge(town.id, village.id)

    assert [one.name for one in library.stories.list_all()] == ["Village"]
    assert library.stories.get(village.id).articles == tuple(ids)
    assert library.quick_tags.get(village.id) == {1: "claim", 2: "quote"}

    library.undo_log.undo()
    assert library.stories.get(village.id) == village
    assert library.stories.get(town.id) == town


def test_a_story_is_not_merged_with_itself(library: Library) -> None:
    story = library.stories.create("Village", [])

    with pytest.raises(ConflictError, match="same story"):
        library.stories.merge(story.id, story.id)
