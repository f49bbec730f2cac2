from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import ConflictError, NotFoundError
from storage.library import Library
from storage.models import Article
from storage.open_library import open_library
from storage.tables.tag_names import clean_tags
from tests.storage.desk import MILL, add, annotate, lost_target, quickly, target


def test_a_note_is_stored_with_its_anchor_and_tags(library: Library, owl: Article) -> None:
    annotation = annotate(library, owl, "the belfry", "Which *church*?\n\nAsk.", "fact", "to check")

    (anchor,) = annotation.find_anchors(owl.id)
    assert (anchor.start, anchor.end, anchor.quote) == (26, 36, "the belfry")
    assert anchor.suffix == " and keeps the whole choir awake"
    assert annotation.note == "Which *church*?\n\nAsk."
    assert annotation.tags == ("fact", "to check")
    assert annotation.created == annotation.updated
    assert library.annotations.get(annotation.id) == annotation


def test_it_is_there_when_the_library_is_opened_again(
    library: Library, owl: Article, tmp_path: Path
) -> None:
    annotation = annotate(library, owl, "barn owl", "Which barn?", "bird")

    with open_library(tmp_path / "library.db") as again:
        assert again.annotations.get(annotation.id) == annotation


def test_a_mark_needs_neither_note_nor_tags(library: Library, owl: Article) -> None:
    annotation = annotate(library, owl, "barn owl")

    assert (annotation.note, annotation.tags) == ("", ())


def test_an_annotation_may_stand_in_several_places(library: Library, owl: Article) -> None:
    mill = add(library, MILL)
    targets = (target(mill, "school"), target(owl, "choir"), target(owl, "owl"))

    annotation = library.annotations.create(targets, "All of them")

    assert annotation.targets == targets
    assert [anchor.quote for anchor in annotation.find_anchors(owl.id)] == ["choir", "owl"]
    assert (
        library.annotations.find_on([owl.id])
        == library.annotations.find_on([mill.id])
        == [annotation]
    )


def test_an_annotation_needs_a_place(library: Library) -> None:
    with pytest.raises(ValueError, match="needs a target"):
        library.annotations.create([], "About what?")


def test_a_note_is_replaced(library: Library, owl: Article) -> None:
    annotation = annotate(library, owl, "barn owl", "First thought", "bird")

    library.annotations.set_note(annotation.id, "Second thought")

    edited = library.annotations.get(annotation.id)
    assert edited.note == "Second thought"
    assert edited.tags == ("bird",)
    assert edited.updated >= annotation.created == edited.created
    assert library.annotations.list_all() == [edited]


def test_tags_are_replaced_in_the_order_given(library: Library, owl: Article) -> None:
    annotation = annotate(library, owl, "barn owl", "Note", "one", "two", "three")

    for tags in (("three", "two"), ("two", "four", "three"), ()):
        library.annotations.set_tags(annotation.id, tags)
        assert library.annotations.get(annotation.id).tags == tags


@pytest.mark.parametrize("last", ["tag by replacing", "tag by taking away", "note"])
def test_it_goes_with_its_last_tag_or_note_and_comes_back(
    library: Library, owl: Article, last: str
) -> None:
    tags = () if last == "note" else ("bird",)
    annotation = annotate(library, owl, "barn owl", "" if tags else "Which barn?", *tags)

    if last == "tag by replacing":
        library.annotations.set_tags(annotation.id, [])
    elif last == "tag by taking away":
        library.annotations.change_tags(annotation.id, remove=["Bird"])
    else:
        library.annotations.set_note(annotation.id, "")

    assert library.annotations.list_all() == []
    library.undo_log.undo()
    assert library.annotations.list_all() == [annotation]


def test_what_has_another_tag_or_a_note_stays_and_so_does_a_mark(
    library: Library, owl: Article
) -> None:
    mark = annotate(library, owl, "belfry")
    both = annotate(library, owl, "barn owl", "Which barn?", "bird", "claim")

    library.annotations.set_tags(mark.id, [])
    library.annotations.change_tags(both.id, remove=["bird"])
    library.annotations.set_note(both.id, "")
    library.annotations.set_note(mark.id, "")

    kept = [(one.note, one.tags) for one in library.annotations.list_all()]
    assert kept == [("", ()), ("", ("claim",))]


def test_setting_what_is_there_is_no_change(library: Library, owl: Article) -> None:
    annotation = annotate(library, owl, "barn owl", "Note", "one", "two")

    library.annotations.set_note(annotation.id, "Note")
    library.annotations.set_tags(annotation.id, ["one", "two"])

    assert library.annotations.get(annotation.id) == annotation
    assert library.undo_log.undo() == "note added"


def test_a_deleted_annotation_is_gone(library: Library, owl: Article) -> None:
    kept = annotate(library, owl, "choir", "", "kept")
    annotation = annotate(library, owl, "barn owl", "Note", "bird")

    library.annotations.delete(annotation.id)

    assert library.annotations.list_all() == library.annotations.find_on([owl.id]) == [kept]
    assert library.tags.list_names() == ["kept"]
    for use in (library.annotations.get, library.annotations.delete):
        with pytest.raises(NotFoundError, match="has since been deleted"):
            use(annotation.id)
    with pytest.raises(NotFoundError):
        library.annotations.set_note(annotation.id, "Too late")
    with pytest.raises(NotFoundError):
        library.annotations.set_tags(annotation.id, ["late"])


def test_annotations_are_told_in_the_order_they_were_made(library: Library, owl: Article) -> None:
    made = [annotate(library, owl, quote) for quote in ("choir", "owl", "belfry", "owl")]

    assert library.annotations.list_all() == library.annotations.find_on([owl.id]) == made
    assert library.annotations.find_on([]) == []


def test_an_annotation_on_two_articles_outlives_one_of_them(library: Library, owl: Article) -> None:
    mill = add(library, MILL)
    annotation = library.annotations.create([target(owl, "choir"), target(mill, "school")])

    library.articles.delete(owl.id)

    assert library.annotations.list_all() == [annotation]


class TestTags:
    def test_the_most_used_come_first(self, library: Library, owl: Article) -> None:
        annotate(library, owl, "owl", "", "Bird", "animal")
        annotate(library, owl, "choir", "", "music", "animal")

        assert library.tags.list_names() == ["animal", "Bird", "music"]

    @pytest.mark.parametrize(
        ("first", "then"), [("To check", "to CHECK"), ("Étude", "étude"), ("STRASSE", "straße")]
    )
    def test_case_makes_no_other_tag(
        self, library: Library, owl: Article, first: str, then: str
    ) -> None:
        annotate(library, owl, "owl", "", first)

        assert annotate(library, owl, "choir", "", then).tags == (first,)
        assert library.tags.list_names() == [first]

    def test_composed_and_decomposed_letters_make_no_other_tag(
        self, library: Library, owl: Article
    ) -> None:
        annotate(library, owl, "owl", "", "cafe\u0301")

        assert annotate(library, owl, "choir", "", "caf\u00e9").tags == ("caf\u00e9",)
        assert len(library.tags.list_names()) == 1

    @pytest.mark.parametrize(
        ("given", "kept"),
        [
            (["bird", "Bird", "BIRD"], ["bird"]),
            (["", "  ", "#", "\n"], []),
            (["#bird", "# bird", "##bird", "bird#"], ["bird", "bird#"]),
            (["\u00a0#bird", "\u2003# bird"], ["bird"]),
            (["to   check\n\tlater"], ["to check later"]),
            (["a\x1b[31mb", "c\x00\x9bd"], ["a [31mb", "c d"]),
            (["one", "two", "One"], ["one", "two"]),
        ],
    )
    def test_tags_are_kept_in_one_spelling(self, given: list[str], kept: list[str]) -> None:
        assert clean_tags(given) == kept

    @quickly
    @given(st.lists(st.text(st.sampled_from("aA#\u00a0 \n\x1be\u0301\u00e9") | st.characters())))
    def test_clean_tags_are_clean(self, names: list[str]) -> None:
        tags = clean_tags(names)

        assert clean_tags(tags) == tags
        assert all(tag == " ".join(tag.split()) != "" for tag in tags)
        assert not any(tag.startswith("#") for tag in tags)


class TestPlaces:
    def test_an_annotation_is_given_other_places(self, library: Library, owl: Article) -> None:
        note = annotate(library, owl, "owl", "Who?")
        belfry, choir = target(owl, "belfry"), target(owl, "choir")

        library.annotations.set_targets(note.id, [belfry, choir])
        assert library.annotations.get(note.id).targets == (belfry, choir)

        library.annotations.set_targets(note.id, [choir])
        assert library.annotations.get(note.id).targets == (choir,)

        assert library.undo_log.undo() == "annotation moved"
        assert library.annotations.get(note.id).targets == (belfry, choir)
        library.undo_log.undo()
        assert library.annotations.get(note.id) == note

    def test_one_place_is_moved(self, library: Library, owl: Article) -> None:
        places = [target(owl, "owl"), target(owl, "choir")]
        note = library.annotations.create(places, "Who?")

        library.annotations.place_anew(note.id, 1, target(owl, "whole choir"))

        assert library.annotations.get(note.id).targets == (places[0], target(owl, "whole choir"))
        with pytest.raises(NotFoundError):
            library.annotations.place_anew(note.id, 2, target(owl, "belfry"))

    def test_an_orphan_is_kept_until_it_is_placed(self, library: Library, owl: Article) -> None:
        note = library.annotations.create([lost_target(owl, "gone")])

        assert library.annotations.keep_orphan(note.id, 0).targets[0].orphaned
        assert library.undo_log.undo() == "orphan kept"
        assert library.annotations.get(note.id) == note
        library.undo_log.redo()
        library.annotations.place_anew(note.id, 0, target(owl, "choir"))
        assert library.annotations.get(note.id).targets == (target(owl, "choir"),)

    def test_nothing_is_put_on_an_article_in_the_bin(self, library: Library, owl: Article) -> None:
        note = annotate(library, owl, "owl")
        library.articles.delete(owl.id)

        with pytest.raises(NotFoundError, match="since been moved to the trash"):
            annotate(library, owl, "choir", "Late")
        with pytest.raises(NotFoundError):
            library.annotations.set_targets(note.id, [target(owl, "choir")])


class TestTwoWindows:
    def test_a_note_that_was_changed_meanwhile_is_not_written_over(
        self, library: Library, owl: Article
    ) -> None:
        note = annotate(library, owl, "owl", "Who?")
        with open_library(library.path) as other:
            other.annotations.set_note(note.id, "Theirs")

        with pytest.raises(ConflictError, match="another window"):
            library.annotations.set_note(note.id, "Mine", before="Who?")
        assert library.annotations.get(note.id).note == "Theirs"
        library.annotations.set_note(note.id, "Mine", before="Theirs")
        assert library.annotations.get(note.id).note == "Mine"

    def test_tags_of_both_are_kept(self, library: Library, owl: Article) -> None:
        note = annotate(library, owl, "owl", "", "one", "two")
        with open_library(library.path) as other:
            other.annotations.change_tags(note.id, add=["theirs"])

        library.annotations.change_tags(note.id, add=["mine", "two"], remove=["ONE"])

        assert library.annotations.get(note.id).tags == ("two", "theirs", "mine")
