from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given

from storage.coder import Coder
from storage.errors import ConflictError, CopydeskError
from storage.library import Library
from storage.models import Article
from storage.open_library import open_library
from storage.tables.codebook_entry import CodebookEntry
from storage.tables.tag_names import LONGEST
from storage.tables.variables import find_variable, settle_values
from tests.storage.codebook.entries import make_entries, number_once
from tests.storage.desk import MILL, OWL, add, annotate, quickly, story


def names(library: Library) -> list[str]:
    return [one.name for one in library.codebook.list_entries()]


class TestMaking:
    def test_a_tag_is_there_before_it_is_used(self, library: Library) -> None:
        made = library.codebook.make(" #claim / new ")

        assert names(library) == ["claim/new"]
        assert library.tags.get(made).made
        with pytest.raises(ConflictError, match="already a tag “claim/new”"):
            library.codebook.make("Claim/NEW")
        assert library.undo_log.undo() == "tag made"
        assert names(library) == []

    @pytest.mark.parametrize("name", ["", "/", "a, b", "x" * (LONGEST + 1)])
    def test_a_name_that_is_none(self, library: Library, name: str) -> None:
        with pytest.raises(CopydeskError):
            library.codebook.make(name)
        assert names(library) == []

    def test_what_it_is_for_is_said_and_taken_back(self, library: Library) -> None:
        claim = library.codebook.make("claim")
        library.codebook.define(claim, {"definition": "Says so", "example": " It\r\n\n\n\nis\x1b "})

        entry = CodebookEntry("claim", "Says so", example="It\n\nis")
        assert library.codebook.list_entries() == [entry]
        library.codebook.define(claim, {"inclusion": "Said aloud"})
        library.codebook.set_variable(claim, is_variable=True)
        assert library.codebook.list_entries() == [
            entry._replace(inclusion="Said aloud", is_variable=True)
        ]
        assert library.undo_log.undo() == "tag made a variable"
        assert library.undo_log.undo() == "tag defined"
        assert library.codebook.list_entries() == [entry]


class TestOrder:
    def test_tags_of_a_parent_stand_as_they_are_arranged(self, library: Library) -> None:
        for name in ("a", "a/x", "b/y", "b/z", "c"):
            library.codebook.make(name)

        library.codebook.arrange(["b", "a", "c"])
        library.codebook.arrange(["b/z"])

        assert names(library) == ["b/z", "b/y", "a", "a/x", "c"]
        library.codebook.make("b/a")
        assert names(library)[:3] == ["b/z", "b/a", "b/y"]
        for _ in range(3):
            library.undo_log.undo()
        assert names(library) == ["a", "a/x", "b/y", "b/z", "c"]

    def test_the_place_goes_along_when_a_tag_is_renamed(self, library: Library) -> None:
        for name in ("a", "b", "c"):
            library.codebook.make(name)
        library.codebook.arrange(["a", "c", "b"])
        c = library.tags.find_named("c")
        assert c is not None
        library.tags.rename(c.id, "zebra")

        assert names(library) == ["a", "zebra", "b"]


class TestTree:
    def test_branches_are_counted_with_each_annotation_once(
        self, library: Library, owl: Article
    ) -> None:
        first = annotate(library, owl, "owl", "", "claim/a", "claim/b")
        second = annotate(library, owl, "choir", "", "Claim/b", "claim/b/deep", "x")
        gone = annotate(library, owl, "belfry", "", "claim")
        mill = add(library, MILL)
        annotate(library, mill, "mill", "", "claim/a")
        library.tags.set_on_article(owl.id, ["claim/a", "claim/b"])
        library.annotations.delete(gone.id)
        library.articles.delete(mill.id)
        library.codebook.make("new")

        tree = library.codebook.read_tree()

        assert tree.names == ["claim", "claim/a", "claim/b", "claim/b/deep", "new", "x"]
        assert list(tree.annotations) == [first.id, second.id]
        counted = {name: tree.get(name).annotations for name in tree.names}
        assert counted == {
            "claim": (0, 1),
            "claim/a": (0,),
            "claim/b": (0, 1),
            "claim/b/deep": (1,),
            "new": (),
            "x": (1,),
        }
        assert tree.get("claim").articles == (owl.id,)
        assert tree.get("claim").tag is None
        assert tree.list_siblings("claim/b") == ["claim/a", "claim/b"]

    def test_what_is_set_and_the_order_are_read_again(self, library: Library) -> None:
        a, _b = library.codebook.make("a"), library.codebook.make("b")
        tree = library.codebook.read_tree()
        library.codebook.define(a, {"definition": "First"})
        library.codebook.arrange(["b", "a"])
        tree.read_again("a")
        tree.read_order_again()

        tag = tree.get("a").tag
        assert tag is not None
        assert tag.definition == "First"
        assert tree.names == ["b", "a"]


class TestStrict:
    def test_no_tag_is_made_by_coding(self, library: Library, owl: Article) -> None:
        note = annotate(library, owl, "owl", "", "bird")
        village = story(library, MILL)
        library.codebook.make("night")
        library.codebook.set_strict(is_strict=True)

        library.annotations.set_tags(note.id, ["BIRD", "Night"])
        for code in (
            lambda: library.annotations.set_tags(note.id, ["new"]),
            lambda: annotate(library, owl, "choir", "", "bird/new"),
            lambda: library.tags.set_on_article(owl.id, ["new"]),
            lambda: library.quick_tags.give(village.id, 1, "new"),
        ):
            with pytest.raises(ConflictError, match=r"strict and has no tag “(bird/)?new”"):
                code()
        assert names(library) == ["bird", "night"]

        library.codebook.make("new")
        library.tags.set_on_article(owl.id, ["new"])
        library.undo_log.undo()
        library.undo_log.undo()
        library.undo_log.undo()
        library.undo_log.undo()
        assert not library.codebook.is_strict
        library.tags.set_on_article(owl.id, ["newer"])

    def test_a_blind_coder_may_use_what_others_use(self, tmp_path: Path) -> None:
        path = tmp_path / "library.db"
        with open_library(path, Coder("Anna")) as library:
            owl = add(library, OWL)
            annotate(library, owl, "owl", "", "bird")
            library.codebook.set_strict(is_strict=True)
        with open_library(path, Coder("Ben", is_blind=True)) as library:
            assert names(library) == []
            library.tags.set_on_article(owl.id, ["bird"])
            with pytest.raises(ConflictError):
                library.tags.set_on_article(owl.id, ["night"])


class TestVariables:
    @pytest.mark.parametrize(
        ("wanted", "had", "kept", "anew"),
        [
            (["genre/a", "genre/b"], ["genre/a"], ["genre/b"], {"genre"}),
            (["genre/b", "x", "Genre/A"], ["genre/a"], ["genre/b", "x"], {"genre"}),
            (["genre/a", "genre/b"], ["genre/a", "genre/b"], ["genre/b"], set()),
            (["genre/a/x", "genre/b", "genre"], [], ["genre/b", "genre"], {"genre"}),
            (["tone/x/1", "tone/y", "tone/x/2"], [], ["tone/y", "tone/x/2"], {"tone", "tone/x"}),
            (["claim/a", "claim/b"], ["claim/a"], ["claim/a", "claim/b"], set()),
        ],
    )
    def test_one_value_holds(
        self, wanted: list[str], had: list[str], kept: list[str], anew: set[str]
    ) -> None:
        settled = settle_values(wanted, had, {"genre", "tone", "tone/x"})
        assert (settled.names, set(settled.set_anew)) == (kept, anew)

    def test_the_nearest_variable_is_meant(self) -> None:
        assert find_variable("Tone/X/1", {"tone", "tone/x"}) == "tone/x"
        assert find_variable("tone", {"tone"}) is None

    def test_each_coder_has_a_value(self, tmp_path: Path) -> None:
        path = tmp_path / "library.db"
        anna, ben = Coder("Anna"), Coder("Ben")
        with open_library(path, anna) as library:
            owl = add(library, OWL)
            genre = library.codebook.make("genre")
            library.codebook.set_variable(genre, is_variable=True)
            library.tags.set_on_article(owl.id, ["genre/report", "bird"])
        with open_library(path, ben) as library:
            for line in (["genre/report", "bird", "genre/comment"], ["bird", "genre/interview"]):
                library.tags.set_on_article(owl.id, line)
                assert set(library.tags.find_on_articles([owl.id])[owl.id]) == {
                    "bird",
                    "genre/report",
                    line[-1],
                }
        with open_library(path, Coder("Anna", is_blind=True)) as library:
            assert library.tags.find_on_articles([owl.id]) == {owl.id: ("bird", "genre/report")}
            library.tags.set_on_article(owl.id, ["genre/report", "genre/other"])
            assert library.tags.find_on_articles([owl.id]) == {owl.id: ("genre/other",)}
            library.undo_log.undo()
            assert library.tags.find_on_articles([owl.id]) == {owl.id: ("bird", "genre/report")}

    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("Report", ("genre/report",)),
            ("desk/report", ("genre/desk/report",)),
            ("report, genre/report", ("genre/report",)),
            ("both", ("both",)),
            ("bird", ("bird",)),
            ("new", ("new",)),
        ],
    )
    def test_a_value_may_be_named_without_its_variable(
        self, library: Library, owl: Article, typed: str, meant: tuple[str, ...]
    ) -> None:
        for name in ("genre/report", "genre/desk/report", "genre/both", "tone/both", "genre/bird"):
            library.codebook.make(name)
        for name in ("genre", "tone"):
            library.codebook.set_variable(library.tags.get_or_create(name), is_variable=True)
        library.codebook.make("bird")

        library.tags.set_on_article(owl.id, [typed])

        assert library.tags.find_on_articles([owl.id]) == {owl.id: meant}

    def test_several_articles_get_a_value_at_once(self, library: Library) -> None:
        owl, mill = add(library, OWL), add(library, MILL)
        library.codebook.set_variable(library.codebook.make("genre"), is_variable=True)
        library.tags.set_on_article(owl.id, ["genre/report", "bird"])

        library.tags.change_on_articles([owl.id, mill.id], [], ["genre/comment"])

        assert library.tags.find_on_articles([owl.id, mill.id]) == {
            owl.id: ("bird", "genre/comment"),
            mill.id: ("genre/comment",),
        }


class TestStoring:
    @given(make_entries())
    @quickly
    def test_what_is_stored_is_listed(self, entries: list[CodebookEntry]) -> None:
        kept = number_once(entries)
        with tempfile.TemporaryDirectory() as folder, open_library(Path(folder, "x.db")) as library:
            stored = library.codebook.store(kept)

            assert library.codebook.list_entries() == kept
            assert stored == (tuple(one.name for one in kept), ())
            assert library.codebook.store(kept) == ((), ())

    def test_what_the_file_says_nothing_of_stays(self, library: Library, owl: Article) -> None:
        annotate(library, owl, "owl", "", "bird", "night", "art/old")
        bird = library.tags.find_named("bird")
        assert bird is not None
        library.codebook.define(bird.id, {"definition": "It flies", "example": "owl"})
        library.tags.set_colour(bird.id, "red")

        stored = library.codebook.store(
            [
                CodebookEntry("night"),
                CodebookEntry("Bird", "It has wings", number=4, guid="b"),
                CodebookEntry("art/new", guid="b"),
            ]
        )

        assert stored == (("art/new",), ("Bird",))
        assert library.codebook.list_entries() == [
            CodebookEntry("night"),
            CodebookEntry("bird", "It has wings", "", "", "owl", "red", 4, guid="b"),
            CodebookEntry("art/new"),
            CodebookEntry("art/old"),
        ]
        assert library.undo_log.undo() == "codebook imported"
        assert names(library) == ["art/old", "bird", "night"]
        assert library.quick_tags.get(None) == {}


class TestNumbers:
    def test_a_story_says_otherwise_than_the_codebook(self, library: Library) -> None:
        one, two = story(library, OWL), story(library, MILL)
        library.quick_tags.give(one.id, 1, "bird")
        library.quick_tags.give(one.id, 2, "night")
        library.quick_tags.give(None, 1, "claim")

        assert library.quick_tags.get(one.id) == {1: "bird", 2: "night"}
        assert library.quick_tags.get(two.id) == {1: "claim", 2: "night"}

        assert library.quick_tags.take_away(two.id, "night") == (2,)
        assert library.quick_tags.take_away(two.id, "bird") == ()
        assert library.quick_tags.get(two.id) == {1: "claim"}
        assert library.quick_tags.get(one.id) == {1: "bird", 2: "night"}
        assert library.quick_tags.take_away(None, "claim") == (1,)
        assert library.quick_tags.get(two.id) == {}
        library.quick_tags.give(two.id, 2, "night")
        assert library.quick_tags.get(two.id) == {2: "night"}
        for _ in range(3):
            library.undo_log.undo()
        assert library.quick_tags.get(two.id) == {1: "claim", 2: "night"}

    def test_a_tag_that_is_merged_or_deleted(self, library: Library) -> None:
        bird, owl = library.codebook.make("bird"), library.codebook.make("owl")
        library.quick_tags.give(None, 3, "owl")

        library.tags.merge(owl, bird)
        assert library.quick_tags.get(None) == {3: "bird"}
        library.tags.delete(bird)
        assert library.quick_tags.get(None) == {}
        assert library.undo_log.undo() == "tag deleted"
        assert library.quick_tags.get(None) == {3: "bird"}
