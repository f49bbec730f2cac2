from __future__ import annotations

import pytest

from textreuse import Speaker
from textreuse.statements.utterances.speakers import are_same_speakers


def person(name: str) -> Speaker:
    return Speaker("person", name, None)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ida Lund", "Ida Lund", True),
        ("Ida Lund", "Lund", True),
        ("President Lund", "Ida Lund", True),
        ("Richard J. Durham", "Dick Durham", True),
        ("Felipe Calderon", "Felipe Calderón", True),
        ("Olaf Berg Jr.", "Olaf Berg", True),
        ("Ida Lund", "Olaf Berg", False),
        # A family name that two people may have; and one that may stand first.
        ("Ida Lund", "Olaf Lund", None),
        ("Kim", "Kim Il Moon", None),
    ],
)
def test_people_are_told_by_their_names(one: str, other: str, same: bool | None) -> None:
    assert are_same_speakers(person(one), person(other)) is same
    assert are_same_speakers(person(other), person(one)) is same


def test_an_organisation_may_speak_through_somebody() -> None:
    navy = Speaker("organisation", "the Navy", None)
    assert are_same_speakers(navy, person("Ida Lund")) is None
    assert are_same_speakers(navy, Speaker("organisation", "Royal Navy", None)) is True
    assert are_same_speakers(navy, Speaker("organisation", "Admiralty", None)) is None


@pytest.mark.parametrize("kind", ["anonymous", "document", "unresolved"])
def test_of_nobody_with_a_name_nothing_is_told(kind: str) -> None:
    nobody = Speaker(kind, "Ida Lund", None)  # type: ignore[arg-type]
    assert are_same_speakers(nobody, person("Ida Lund")) is None
