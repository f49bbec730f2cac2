from __future__ import annotations

from pathlib import Path

import pytest

from storage.coder import Coder
from storage.errors import ConflictError, CopydeskError, NotFoundError
from storage.library import Library
from storage.models import Article
from storage.open_library import open_library
from storage.tables.listed_tags import Tag
from storage.tables.tag_names import LONGEST, clean_tags, is_within, list_ancestors
from tests.storage.desk import MILL, OWL, add, annotate, asked, story


def tag(library: Library, name: str) -> Tag:
    found = library.tags.find_named(name)
    assert found is not None, name
    return found


def names(library: Library) -> list[str]:
    return [one.name for one in library.tags.list_all()]


def tags_of_notes(library: Library) -> list[tuple[str, ...]]:
    return [annotation.tags for annotation in library.annotations.list_all()]


class TestNames:
    @pytest.mark.parametrize(
        ("given", "kept"),
        [
            ("claim / disputed", "claim/disputed"),
            ("/claim//disputed/", "claim/disputed"),
            ("24/7", "24/7"),
            ("🦉 owls", "🦉 owls"),
        ],
    )
    def test_a_path_has_one_spelling(self, given: str, kept: str) -> None:
        assert clean_tags([given]) == [kept]

    def test_a_slash_alone_is_no_tag(self) -> None:
        assert clean_tags(["/", " / / ", "#/"]) == []

    def test_parents(self) -> None:
        assert list(list_ancestors("a/b/c")) == ["a/b", "a"]
        assert is_within("Claim/disputed", "claim")
        assert is_within("claim", "CLAIM")
        assert not is_within("claims", "claim")


class TestListing:
    def test_a_parent_stands_before_its_children_whatever_their_signs(
        self, library: Library, owl: Article
    ) -> None:
        annotate(library, owl, "owl", "", "claim!", "claim/new", "Claim", "art")

        assert names(library) == ["art", "Claim", "claim/new", "claim!"]

    def test_uses_are_counted(self, library: Library, owl: Article) -> None:
        annotate(library, owl, "owl", "", "bird")
        gone = annotate(library, owl, "choir", "", "bird", "music")
        library.tags.set_on_article(owl.id, ["bird"])
        library.annotations.delete(gone.id)

        bird = tag(library, "BIRD")
        assert (bird.annotations, bird.articles) == (1, 1)
        assert names(library) == ["bird"]

    def test_a_tag_of_which_something_is_set_is_listed_without_a_use(
        self, library: Library, owl: Article
    ) -> None:
        note = annotate(library, owl, "owl", "", "bird", "music", "quick", "gone")
        library.tags.set_colour(tag(library, "bird").id, "red")
        library.codebook.define(tag(library, "music").id, {"definition": " What\nsounds "})
        village = story(library, MILL)
        library.quick_tags.give(village.id, 1, "quick")
        library.annotations.set_tags(note.id, [])

        assert names(library) == ["bird", "music", "quick"]
        assert tag(library, "music").definition == "What\nsounds"


class TestColours:
    def test_a_child_has_its_parents_colour_until_it_has_its_own(
        self, library: Library, owl: Article
    ) -> None:
        annotate(library, owl, "owl", "", "Claim", "claim/x/y", "claim/z", "other")
        library.tags.set_colour(tag(library, "claim").id, "blue")
        library.tags.set_colour(tag(library, "claim/z").id, "green")

        assert library.tags.find_colours() == {
            "Claim": "blue",
            "claim/x/y": "blue",
            "claim/z": "green",
        }

        library.tags.set_colour(tag(library, "claim").id, None)
        assert library.tags.find_colours() == {"claim/z": "green"}


class TestRenaming:
    def test_all_uses_and_children_go_along(self, library: Library, owl: Article) -> None:
        annotate(library, owl, "owl", "", "claim", "claim/disputed", "claims")
        library.tags.set_on_article(owl.id, ["claim"])

        library.tags.rename(tag(library, "claim").id, "Statement")

        assert names(library) == ["claims", "Statement", "Statement/disputed"]
        assert tags_of_notes(library) == [("Statement", "Statement/disputed", "claims")]
        assert library.tags.find_on_articles([owl.id]) == {owl.id: ("Statement",)}

        assert library.undo_log.undo() == "tag renamed"
        assert names(library) == ["claim", "claim/disputed", "claims"]
        assert library.undo_log.redo() == "tag renamed"
        assert names(library) == ["claims", "Statement", "Statement/disputed"]

    def test_into_its_own_child_and_to_another_case(self, library: Library, owl: Article) -> None:
        annotate(library, owl, "owl", "", "a", "a/a")

        library.tags.rename(tag(library, "a").id, "a/a")
        assert names(library) == ["a/a", "a/a/a"]

        library.tags.rename(tag(library, "a/a").id, "A/a")
        assert names(library) == ["A/a", "A/a/a"]

    def test_a_name_that_is_taken_is_refused(self, library: Library, owl: Article) -> None:
        annotate(library, owl, "owl", "", "claim", "claim/x", "fact/x")

        with pytest.raises(ConflictError, match="“fact/x”; merge"):
            library.tags.rename(tag(library, "claim").id, "fact")
        assert names(library) == ["claim", "claim/x", "fact/x"]

    def test_a_name_that_only_an_unused_tag_has_is_free(
        self, library: Library, owl: Article
    ) -> None:
        note = annotate(library, owl, "owl", "", "old")
        library.annotations.set_tags(note.id, ["bird"])

        library.tags.rename(tag(library, "bird").id, "OLD")

        assert tags_of_notes(library) == [("OLD",)]

    @pytest.mark.parametrize("name", ["", " # ", "a, b", "x" * (LONGEST + 1)])
    def test_a_name_that_is_none(self, library: Library, owl: Article, name: str) -> None:
        annotate(library, owl, "owl", "", "bird")

        with pytest.raises(CopydeskError):
            library.tags.rename(tag(library, "bird").id, name)
        assert names(library) == ["bird"]


class TestMerging:
    def test_one_tag_stands_for_two(self, library: Library, owl: Article) -> None:
        annotate(library, owl, "owl", "", "bird", "night", "birds")
        annotate(library, owl, "choir", "", "birds")
        library.tags.set_on_article(owl.id, ["birds"])
        library.codebook.define(tag(library, "birds").id, {"definition": "All that fly"})
        village = story(library, MILL)
        library.quick_tags.give(village.id, 3, "birds")

        library.tags.merge(tag(library, "birds").id, tag(library, "bird").id)

        assert names(library) == ["bird", "night"]
        assert tags_of_notes(library) == [("bird", "night"), ("bird",)]
        assert library.tags.find_on_articles([owl.id]) == {owl.id: ("bird",)}
        assert library.quick_tags.get(village.id) == {3: "bird"}
        assert tag(library, "bird").definition == "All that fly"

        assert library.undo_log.undo() == "tags merged"
        assert names(library) == ["bird", "birds", "night"]
        assert tags_of_notes(library) == [("bird", "night", "birds"), ("birds",)]
        assert tag(library, "bird").definition == ""
        assert asked(library.path, "PRAGMA foreign_key_check") == []

    def test_children_are_merged_with_their_likes(self, library: Library, owl: Article) -> None:
        annotate(library, owl, "owl", "", "claim", "claim/x", "claim/y", "fact/x", "fact")

        library.tags.merge(tag(library, "claim").id, tag(library, "fact").id)

        assert names(library) == ["fact", "fact/x", "fact/y"]

    def test_a_child_and_its_parent(self, library: Library, owl: Article) -> None:
        annotate(library, owl, "owl", "", "claim", "claim/x", "claim/x/deep", "claim/y")

        library.tags.merge(tag(library, "claim").id, tag(library, "claim/x").id)

        assert names(library) == ["claim/x", "claim/x/deep", "claim/x/y"]

        library.tags.merge(tag(library, "claim/x/deep").id, tag(library, "claim/x").id)
        assert names(library) == ["claim/x", "claim/x/y"]

    def test_with_itself_nothing_happens(self, library: Library, owl: Article) -> None:
        annotate(library, owl, "owl", "", "bird")
        bird = tag(library, "bird").id

        library.tags.merge(bird, bird)

        assert names(library) == ["bird"]
        assert library.undo_log.undo() == "tag added"


class TestDeleting:
    def test_annotations_and_children_stay(self, library: Library, owl: Article) -> None:
        note = annotate(library, owl, "owl", "Who?", "claim", "claim/x")
        gone = annotate(library, owl, "choir", "", "claim")
        library.annotations.delete(gone.id)

        library.tags.delete(tag(library, "claim").id)

        assert library.annotations.get(note.id).tags == ("claim/x",)
        assert library.undo_log.undo() == "tag deleted"
        assert library.annotations.get(note.id).tags == ("claim", "claim/x")
        library.undo_log.undo()
        assert library.annotations.get(gone.id).tags == ("claim",)

    def test_undo_is_refused_when_the_name_came_into_use_again(
        self, library: Library, other: Library, owl: Article
    ) -> None:
        annotate(library, owl, "owl", "", "bird")
        library.tags.delete(tag(library, "bird").id)
        annotate(other, owl, "choir", "", "music", "bird")

        with pytest.raises(ConflictError, match="changed elsewhere"):
            library.undo_log.undo()
        assert tags_of_notes(library) == [(), ("music", "bird")]

    def test_a_tag_that_is_gone(self, library: Library, other: Library, owl: Article) -> None:
        annotate(library, owl, "owl", "", "bird")
        bird = tag(library, "bird").id
        other.tags.delete(bird)

        with pytest.raises(NotFoundError):
            library.tags.rename(bird, "x")
        with pytest.raises(NotFoundError):
            library.tags.delete(bird)
        with pytest.raises(NotFoundError):
            library.tags.set_colour(bird, "red")
        with pytest.raises(NotFoundError):
            library.codebook.define(bird, {"definition": "x"})
        with pytest.raises(NotFoundError):
            library.tags.merge(bird, bird)


class TestQuickTags:
    def test_a_story_has_its_own_and_else_what_was_given_last(self, library: Library) -> None:
        one, two, three = (story(library, text) for text in (OWL, MILL, OWL + MILL))
        library.quick_tags.give(one.id, 1, "#bird")
        library.quick_tags.give(two.id, 1, "mill")
        library.quick_tags.give(two.id, 9, "claim")

        assert library.quick_tags.get(one.id) == {1: "bird", 9: "claim"}
        assert library.quick_tags.get(three.id) == {1: "mill", 9: "claim"}

        library.quick_tags.give(one.id, 1, "owl")
        assert library.quick_tags.get(one.id)[1] == "owl"
        library.undo_log.undo()
        assert library.quick_tags.get(one.id)[1] == "bird"

    def test_numbers_and_names_that_are_none(self, library: Library) -> None:
        village = story(library, OWL)
        with pytest.raises(ValueError, match="1 to 9"):
            library.quick_tags.give(village.id, 0, "bird")
        with pytest.raises(CopydeskError):
            library.quick_tags.give(village.id, 1, " ")


class TestTagsOfArticles:
    def test_they_are_listed_with_those_of_its_annotations(
        self, library: Library, owl: Article
    ) -> None:
        annotate(library, owl, "owl", "", "bird")
        library.tags.set_on_article(owl.id, ["to read", "bird"])

        assert library.articles.list_all()[0].tags == ("bird", "to read")
        library.undo_log.undo()
        assert library.articles.list_all()[0].tags == ("bird",)

    def test_an_article_in_the_bin_takes_none(self, library: Library, owl: Article) -> None:
        library.articles.delete(owl.id)

        with pytest.raises(NotFoundError):
            library.tags.set_on_article(owl.id, ["bird"])


def test_a_coder_tags_articles_beside_others(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with open_library(path) as library:
        owl = add(library, OWL)
        library.tags.set_on_article(owl.id, ["old"])
    with open_library(path, Coder("Anna")) as library:
        library.tags.change_on_articles([owl.id], [], ["bird", "night"])
    with open_library(path, Coder("Ben")) as library:
        assert library.tags.find_on_articles([owl.id], changeable=True) == {owl.id: ("old",)}
        library.tags.set_on_article(owl.id, ["bird"])
        library.tags.change_on_articles([owl.id], ["bird", "night"], ["Bird", "big"])
        given = {(one.tag, one.coder) for one in library.all_coders.find_tags([owl.id])}
        assert given == {
            *(("bird", "Anna"), ("night", "Anna")),
            *(("bird", "Ben"), ("big", "Ben")),
        }
    with open_library(path) as library:
        library.tags.set_on_article(owl.id, [])
        assert library.tags.find_on_articles([owl.id]) == {}
