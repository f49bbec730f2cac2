"""The local API of Zotero, on a server of this machine."""

from __future__ import annotations

import json
from typing import Any

import pytest

from storage.annotation_import.import_annotations import import_annotations
from storage.annotation_import.services.service import FetchedAnnotations
from storage.annotation_import.services.zotero_annotations import fetch_annotations
from storage.errors import ReadError
from storage.library import Library
from storage.models import Article
from tests.storage.annotation_import.readers.test_zotero_reader import annotation, item, parents
from tests.storage.annotation_import.written_elsewhere import words_at
from tests.storage.article_import.services.pretending import Api
from tests.storage.article_import.serving import answering
from tests.storage.desk import MILL


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, api: Api) -> None:
    monkeypatch.setenv("ZOTERO_API_URL", api.address)


def collection(key: str, name: str, above: object = False) -> dict[str, Any]:
    return {"key": key, "data": {"key": key, "name": name, "parentCollection": above}}


def fetch(library: Library, named: str = "") -> FetchedAnnotations:
    return fetch_annotations(named, library, wait=lambda _: None)


def list_keys(fetched: FetchedAnnotations) -> set[str]:
    return {one["key"] for one in json.loads(fetched.data)}


@pytest.mark.parametrize("finds_keys", [True, False])
def test_annotations_come_with_what_they_are_on(
    library: Library, article: Article, api: Api, *, finds_keys: bool
) -> None:
    unmarked = item("LONE2345", "book", title="Owls")
    api.keep(
        [*parents(), unmarked, annotation(), annotation(MILL, "ANNO2346")], finds_keys=finds_keys
    )

    fetched = fetch(library)
    result = import_annotations(library, fetched.data, "zotero:", fetched.kind)

    assert "LONE2345" not in list_keys(fetched)
    assert (result.left_out, result.states) == ([], {"exact": 2})
    assert words_at(library, article) == ["barn owl", MILL]


def test_all_pages_come(library: Library, api: Api) -> None:
    many = [annotation(key=f"ANNO{number:04}") for number in range(250)]
    api.keep([*parents(), *many])

    fetched = fetch(library)

    assert len(list_keys(fetched)) == 252
    assert [one["start"] for one in api.asked if "start" in one] == ["0", "100", "200"]


def test_a_collection_comes_with_those_below_it(library: Library, api: Api) -> None:
    page, attachment = parents(collections=["BELOW234"])
    elsewhere = annotation(key="ELSE2345", parentItem="LOST2345")
    api.keep(
        [page, attachment, annotation(), elsewhere],
        [
            collection("OWLS2345", "Owls"),
            collection("BELOW234", "Barns", "OWLS2345"),
            collection("OTHER234", "Other"),
        ],
    )

    for named in ("owls", "Barns", "OWLS2345"):
        assert list_keys(fetch(library, named)) == {"PAGE2345", "SNAP2345", "ANNO2345"}
    with pytest.raises(ReadError, match=r"^Zotero has no annotations in other\.$"):
        fetch(library, "other")
    with pytest.raises(ReadError, match=r"^Zotero has no collection Mills\.$"):
        fetch(library, "Mills")


def test_a_zotero_without_annotations_is_told(library: Library, api: Api) -> None:
    api.keep(parents())

    with pytest.raises(ReadError, match=r"^Zotero has no annotations\.$"):
        fetch(library)


def test_a_zotero_that_lets_nobody_read_is_told_what_to_do(library: Library, api: Api) -> None:
    api.refusals = [answering(b"Local API is not enabled", "text/plain", 403)]

    with pytest.raises(ReadError, match="turn on “Allow other applications"):
        fetch(library)


def test_a_zotero_that_is_not_open_is_told(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZOTERO_API_URL", "http://127.0.0.1:9/api")

    with pytest.raises(ReadError, match=r"refuses the connection; open Zotero and try again\.$"):
        fetch(library)


@pytest.mark.parametrize("answer", [b"[7]", b'[{"data": {}}]', b"No items", b'{"key": 7}'])
def test_what_is_no_answer_of_the_api_is_told(library: Library, api: Api, answer: bytes) -> None:
    api.refusals = [answering(answer, "application/json")]

    with pytest.raises(ReadError, match=r"^Zotero does not answer .*\.$"):
        fetch(library)
