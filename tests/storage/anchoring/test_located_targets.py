from __future__ import annotations

import pytest

from storage.anchoring import located_targets
from storage.anchoring.located_targets import locate_targets
from storage.library import Library
from storage.models import Target
from tests.storage.desk import MILL, OWL, add, lost_target, target


def test_each_target_is_located_by_annotation_and_number(library: Library) -> None:
    owl, other = add(library, OWL), add(library, f"Again: {OWL}")
    first = library.annotations.create(
        [target(other, "belfry"), target(owl, "choir"), lost_target(owl, "zebra")]
    )
    second = library.annotations.create([target(owl, "owl")])

    found = locate_targets([first, second], [owl, other])

    assert [(one.annotation, one.number, one.article) for one in found] == [
        (first, 0, other),
        (first, 1, owl),
        (first, 2, owl),
        (second, 0, owl),
    ]
    assert [one.span.article for one in found] == [1, 0, 0, 0]
    assert [one.quote for one in found] == ["belfry", "choir", "zebra", "owl"]
    assert [one.state for one in found] == ["exact", "exact", "orphan", "exact"]
    assert [one.score for one in found] == [100, 100, 0, 100]
    assert [one.target for one in found] == [*first.targets, *second.targets]
    [placed] = locate_targets([first], [other])
    assert (placed.number, placed.span.article) == (0, 0)


def test_only_what_changed_and_what_is_gone_wants_a_review(library: Library) -> None:
    changed = MILL.replace("old", "dry")
    before, after = add(library, f"{OWL} {MILL}"), add(library, f"{OWL} {changed}")
    note = library.annotations.create(
        [
            target(before, MILL),
            Target(after.id, target(before, MILL).anchor),
            lost_target(before, "zebra"),
        ]
    )

    found = locate_targets([note], [before, after])

    assert [one.state for one in found] == ["exact", "changed", "orphan"]
    assert [one.stands for one in found] == [True, True, False]
    assert [one.wants_review for one in found] == [False, True, True]
    assert found[1].quote == changed
    assert 0 < found[1].score < 100
    kept = library.annotations.keep_orphan(note.id, 2)
    assert not locate_targets([kept], [before], found)[-1].wants_review


def test_what_is_known_is_taken_over_but_not_where_the_annotation_was_placed_anew(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_for = []

    def locate(anchor: object, _text: str) -> None:
        looked_for.append(anchor)

    owl, mill = add(library, OWL), add(library, MILL)
    note = library.annotations.create([target(owl, "belfry"), target(owl, "choir")])
    known = locate_targets([note], [owl])
    moved = library.annotations.place_anew(note.id, 0, target(owl, "owl"))
    library.annotations.set_note(moved.id, "Who?")
    noted = library.annotations.get(moved.id)

    monkeypatch.setattr(located_targets, "locate", locate)
    found = locate_targets([noted], [mill, owl], known)

    assert looked_for == [noted.targets[0].anchor]
    assert [one.quote for one in found] == ["owl", "choir"]
    assert [one.span.article for one in found] == [1, 1]
    assert {one.annotation.note for one in found} == {"Who?"}
