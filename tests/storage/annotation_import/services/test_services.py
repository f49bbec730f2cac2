"""Which service a name means."""

from __future__ import annotations

import pytest

from storage.annotation_import.annotation_formats import list_formats
from storage.annotation_import.services.services import find_service, list_services


@pytest.mark.parametrize(
    ("name", "service", "named"),
    [
        ("hypothesis:Qx7Rb2Mn", "hypothesis", "Qx7Rb2Mn"),
        ("Hypothesis: https://hypothes.is/groups/x", "hypothesis", "https://hypothes.is/groups/x"),
        ("zotero:", "zotero", ""),
        ("zotero:My: owls", "zotero", "My: owls"),
    ],
)
def test_a_service_is_named_before_a_colon(name: str, service: str, named: str) -> None:
    wanted = find_service(name)

    assert wanted is not None
    assert (wanted.service.name, wanted.named) == (service, named)


@pytest.mark.parametrize("name", ["notes.json", "-", "zotero", "C:\\notes.json", "./zotero:x", ""])
def test_anything_else_is_a_file(name: str) -> None:
    assert find_service(name) is None


def test_each_says_how_it_is_named() -> None:
    assert all(one.usage.startswith(f"{one.name}:") for one in list_services())
    assert {one.name for one in list_services()} <= {one.name for one in list_formats()}
