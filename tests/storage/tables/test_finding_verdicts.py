from __future__ import annotations

from storage.library import Library
from storage.open_library import open_library


def test_nothing_is_decided_at_first(library: Library) -> None:
    assert library.finding_verdicts.find(["a", "b"]) == {}


def test_what_is_decided_is_found_by_its_key(library: Library) -> None:
    library.finding_verdicts.decide("a", "dismissed")
    library.finding_verdicts.decide("b", "confirmed")

    assert library.finding_verdicts.find(["a", "b", "c"]) == {"a": "dismissed", "b": "confirmed"}


def test_it_is_on_disk(library: Library) -> None:
    library.finding_verdicts.decide("a", "confirmed")

    with open_library(library.path) as again:
        assert again.finding_verdicts.find(["a"]) == {"a": "confirmed"}


def test_who_changes_their_mind_is_believed(library: Library) -> None:
    library.finding_verdicts.decide("a", "dismissed")
    library.finding_verdicts.decide("a", "confirmed")

    assert library.finding_verdicts.find(["a"]) == {"a": "confirmed"}


def test_a_finding_is_reopened(library: Library) -> None:
    library.finding_verdicts.decide("a", "dismissed")
    library.finding_verdicts.reopen("a")

    assert library.finding_verdicts.find(["a"]) == {}


def test_each_is_a_step_that_is_undone_and_redone(library: Library) -> None:
    library.finding_verdicts.decide("a", "dismissed")

    assert library.undo_log.undo() == "finding dismissed"
    assert library.finding_verdicts.find(["a"]) == {}
    assert library.undo_log.redo() == "finding dismissed"
    assert library.finding_verdicts.find(["a"]) == {"a": "dismissed"}


def test_to_decide_the_same_again_is_no_step(library: Library) -> None:
    library.finding_verdicts.decide("a", "dismissed")
    library.finding_verdicts.decide("a", "dismissed")

    library.undo_log.undo()
    assert library.finding_verdicts.find(["a"]) == {}


def test_thousands_are_asked_for_at_once(library: Library) -> None:
    library.finding_verdicts.decide("1999", "confirmed")

    assert library.finding_verdicts.find(map(str, range(2000))) == {"1999": "confirmed"}
