from __future__ import annotations

from storage.library import Library
from tests.storage.desk import OWL, add, lost_target, target
from tui.story.placed_annotations import place_annotations


def test_an_annotation_is_placed_at_each_of_its_places_by_article_and_offset(
    library: Library,
) -> None:
    owl, other = add(library, OWL), add(library, f"Again: {OWL}")
    note = library.annotations.create(
        [target(other, "belfry"), target(owl, "choir"), lost_target(owl, "zebra")]
    )

    found = place_annotations([note], [owl, other])

    assert [(one.number, one.stands) for one in found] == [(2, False), (1, True), (0, True)]
    assert [one.wants_review for one in found] == [True, False, False]
    assert place_annotations([note], [other])[0].number == 0


def test_what_is_known_is_taken_over(library: Library) -> None:
    owl = add(library, OWL)
    note = library.annotations.create([target(owl, "belfry"), target(owl, "choir")])
    known = place_annotations([note], [owl])

    moved = library.annotations.place_anew(note.id, 0, target(owl, "owl"))
    found = place_annotations([moved], [owl], known)

    assert [OWL[one.span.start : one.span.end] for one in found] == ["owl", "choir"]
