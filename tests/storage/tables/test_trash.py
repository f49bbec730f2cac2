from __future__ import annotations

import pytest

from storage.coder import Coder
from storage.errors import NotFoundError
from storage.library import Library
from storage.open_library import open_library
from tests.storage.desk import MILL, OWL, add, annotate, target


def test_nothing_is_in_the_bin_at_first(library: Library) -> None:
    annotate(library, add(library, OWL), "barn owl")

    assert library.trash.list_all() == []


def test_the_bin_lists_what_was_deleted_last_first(library: Library) -> None:
    owl, mill = add(library, OWL, "Owl", outlet="Gazette"), add(library, MILL, "Mill")
    story = library.stories.create("Village", [owl.id, mill.id])
    note = annotate(library, owl, "barn owl", "Which one?")
    library.annotations.delete(note.id)
    library.stories.delete(story.id)
    library.articles.delete(mill.id)

    assert [(one.kind, one.name, one.beside) for one in library.trash.list_all()] == [
        ("article", "Mill", ""),
        ("story", "Village", ""),
        ("annotation", "barn owl", "Which one?"),
    ]


def test_an_annotation_on_several_places_is_listed_once_by_its_first(library: Library) -> None:
    owl, mill = add(library, OWL), add(library, MILL)
    note = library.annotations.create([target(mill, "school"), target(owl, "choir")])
    library.annotations.delete(note.id)

    assert [one.name for one in library.trash.list_all()] == ["school"]


def test_annotations_of_an_article_in_the_bin_are_part_of_it(library: Library) -> None:
    owl = add(library, OWL)
    library.annotations.delete(annotate(library, owl, "belfry").id)
    library.articles.delete(owl.id)

    assert [one.kind for one in library.trash.list_all()] == ["article"]


def test_everything_comes_out_again(library: Library) -> None:
    owl = add(library, OWL)
    story = library.stories.create("Village", [owl.id])
    kept, gone = annotate(library, owl, "barn owl"), annotate(library, owl, "belfry")
    library.annotations.delete(gone.id)
    library.stories.delete(story.id)
    library.articles.delete(owl.id)

    while found := library.trash.list_all():
        library.trash.restore(found[0].kind, found[0].id)

    assert library.stories.get(story.id).articles == (owl.id,)
    assert {one.id for one in library.annotations.find_on([owl.id])} == {kept.id, gone.id}


def test_restoring_can_be_taken_back(library: Library) -> None:
    owl = add(library, OWL)
    library.articles.delete(owl.id)
    library.trash.restore("article", owl.id)

    assert library.undo_log.undo() == "article restored from the trash"

    assert [one.id for one in library.trash.list_all()] == [owl.id]


def test_what_is_not_in_the_bin_is_not_restored(library: Library) -> None:
    owl = add(library, OWL)

    with pytest.raises(NotFoundError, match="no longer in the trash"):
        library.trash.restore("article", owl.id)


def test_who_codes_blind_to_outlets_sees_no_names_in_it(library: Library) -> None:
    owl = add(library, OWL, "Herald owl", outlet="The Herald")
    alone = library.stories.create("Herald owl", [owl.id])
    library.stories.delete(alone.id)
    library.articles.delete(owl.id)

    with open_library(library.path, Coder("Anna", hides_names=True)) as anna:
        found = [(one.kind, one.name, one.beside) for one in anna.trash.list_all()]
    name = f"Article {owl.id[:6]}"
    assert found == [("article", name, ""), ("story", name, "")]
