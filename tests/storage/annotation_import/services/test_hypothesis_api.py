"""Groups of Hypothesis, fetched from a server of this machine."""

from __future__ import annotations

import json
from typing import Any

import pytest

from storage.annotation_import.import_annotations import import_annotations
from storage.annotation_import.services.hypothesis_api import fetch_group
from storage.annotation_import.services.service import FetchedAnnotations
from storage.errors import ReadError
from storage.library import Library
from storage.models import Article
from tests.storage.annotation_import.written_elsewhere import PAGE, row, words_at
from tests.storage.article_import.services.pretending import Api
from tests.storage.article_import.serving import answering, redirecting
from tests.storage.desk import BRIDGE, add

TOKEN = "6879-secret"


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, api: Api) -> None:
    monkeypatch.setenv("HYPOTHESIS_API_URL", api.address)
    monkeypatch.delenv("HYPOTHESIS_TOKEN", raising=False)


def made(number: int, group: str = "Qx7Rb2Mn", **members: Any) -> Any:
    time = f"2026-03-05T10:30:00.{number:06}+00:00"
    return row(f"row {number:04}", group=group, updated=time, **members)


def fetch(library: Library, named: str = "Qx7Rb2Mn") -> FetchedAnnotations:
    return fetch_group(named, library, wait=lambda _: None)


def list_ids(fetched: FetchedAnnotations) -> list[str]:
    return [one["id"] for one in json.loads(fetched.data)["rows"]]


def refuse(library: Library, named: str = "Qx7Rb2Mn") -> str:
    with pytest.raises(ReadError) as refused:
        fetch(library, named)
    told = str(refused.value)
    assert told.endswith(".")
    assert TOKEN not in told
    return told


def test_a_group_comes_with_its_replies(library: Library, article: Article, api: Api) -> None:
    reply = made(2, references=["row 0001"], text="I doubt it.")
    api.search(made(1), reply, made(3, "Another"))

    fetched = fetch(library)
    import_annotations(library, fetched.data, "the group", fetched.kind)

    assert words_at(library, article) == ["barn owl"]
    (first,) = library.annotations.find_on([article.id])
    assert "I doubt it." in first.note
    assert (first.imported is not None, fetched.notices) == (True, ())


@pytest.mark.parametrize(
    "named",
    [
        "Qx7Rb2Mn",
        "https://hypothes.is/groups/Qx7Rb2Mn",
        "https://hypothes.is/groups/Qx7Rb2Mn/village-news",
    ],
)
def test_a_group_is_named_by_its_id_or_its_address(library: Library, api: Api, named: str) -> None:
    api.search(made(1))

    fetch(library, named)

    assert api.asked[0]["group"] == "Qx7Rb2Mn"


@pytest.mark.parametrize("most", [1, 2, 200])
def test_all_pages_are_asked_for_each_after_the_last(library: Library, api: Api, most: int) -> None:
    rows = [made(number) for number in range(5)]
    api.search(*rows, most=most)

    fetched = fetch(library)

    assert list_ids(fetched) == [one["id"] for one in rows]
    ends = [rows[end - 1]["updated"] for end in range(most, 5, most)]
    assert [one.get("search_after") for one in api.asked] == [None, *ends]


def test_more_than_a_page_comes_in_few_requests(library: Library, api: Api) -> None:
    api.search(*(made(number) for number in range(450)))

    fetched = fetch(library)

    assert len(list_ids(fetched)) == 450
    assert [one["limit"] for one in api.asked] == ["200", "200", "200"]


def test_a_server_that_gives_the_same_page_again_comes_to_an_end(
    library: Library, api: Api
) -> None:
    api.paths["search"] = lambda _: {"total": 7, "rows": [made(1)]}

    fetched = fetch(library)

    assert list_ids(fetched) == ["row 0001"]
    assert fetched.notices == ("Hypothesis has 6 annotations more that it did not give.",)


@pytest.mark.usefixtures("article")
def test_of_the_public_group_only_pages_of_the_library_are_asked_for(
    library: Library, api: Api
) -> None:
    add(library, BRIDGE, url="https://gazette.example/bridge")
    add(library, "Without an address.")
    elsewhere = made(2, "__world__", uri="https://gazette.example/parade")
    api.search(made(1, "__world__"), elsewhere)

    fetched = fetch(library, "__world__")

    assert list_ids(fetched) == ["row 0001"]
    assert [one["uri"] for one in api.asked] == ["https://gazette.example/bridge", PAGE]


class TestToken:
    def test_it_is_sent_and_never_told(
        self, library: Library, api: Api, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HYPOTHESIS_TOKEN", f"{TOKEN}\n")
        api.search(made(1))

        fetched = fetch(library)

        assert [head["Authorization"] for head in api.site.heads] == [f"Bearer {TOKEN}"]
        assert TOKEN.encode() not in fetched.data

    def test_without_one_none_is_sent(self, library: Library, api: Api) -> None:
        api.search(made(1))

        fetch(library)

        assert "Authorization" not in api.site.heads[0]

    def test_it_is_not_led_elsewhere(
        self, library: Library, api: Api, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HYPOTHESIS_TOKEN", TOKEN)
        api.refusals = [redirecting(f"{api.address}/elsewhere")]

        assert refuse(library) == (
            "Hypothesis has moved (302); set its address to where it is now."
        )
        assert len(api.site.asked) == 1

    @pytest.mark.parametrize(
        ("address", "token"),
        [("http://hypothesis.example/api", TOKEN), (None, f"{TOKEN}\nX-Other: 1"), (None, "ké")],
    )
    def test_it_goes_nowhere_where_it_could_be_read(
        self,
        library: Library,
        api: Api,
        monkeypatch: pytest.MonkeyPatch,
        address: str | None,
        token: str,
    ) -> None:
        monkeypatch.setenv("HYPOTHESIS_TOKEN", token)
        if address:
            monkeypatch.setenv("HYPOTHESIS_API_URL", address)

        refuse(library)

        assert api.site.asked == []


class TestRefusals:
    @pytest.mark.parametrize(
        ("status", "told"),
        [
            (401, "Hypothesis does not accept the token in HYPOTHESIS_TOKEN (401)."),
            (403, "Hypothesis does not let this token read the group (403)."),
            (404, "Hypothesis knows no such group, or not without"),
            (500, "Hypothesis does not give that (500)."),
        ],
    )
    def test_a_status_is_told(self, library: Library, api: Api, status: int, told: str) -> None:
        api.refusals = [answering(b"{}", "application/json", status)]

        assert refuse(library).startswith(told)

    @pytest.mark.parametrize(
        "answer", [b"<html>", b"[]", b"{}", b'{"rows": 7}', b'{"rows": [{}], "total": 1}', b""]
    )
    def test_what_is_no_answer_of_the_api_is_told(
        self, library: Library, api: Api, answer: bytes
    ) -> None:
        api.refusals = [answering(answer, "application/json")]

        assert refuse(library).startswith("Hypothesis does not answer ")

    def test_a_group_without_annotations_is_told(self, library: Library, api: Api) -> None:
        api.search(made(1))

        assert refuse(library, "Nobody") == (
            "Hypothesis shows no annotations of the group Nobody to everybody; private groups"
            " need HYPOTHESIS_TOKEN."
        )

    @pytest.mark.parametrize("named", ["", "a group", "https://hypothes.is/search?q=x"])
    def test_a_name_that_is_none_is_told(self, library: Library, api: Api, named: str) -> None:
        assert refuse(library, named).startswith("Name a group of Hypothesis by its id")
        assert api.site.asked == []

    def test_a_busy_server_is_waited_for(self, library: Library, api: Api) -> None:
        api.search(made(1))
        busy = answering(b"", "text/plain", 429, Retry_After="7")
        api.refusals = [busy, answering(b"", "text/plain", 503), busy]
        waited: list[float] = []

        fetched = fetch_group("Qx7Rb2Mn", library, wait=waited.append)

        assert list_ids(fetched) == ["row 0001"]
        assert waited == [7, 5, 7]

    def test_but_not_for_ever(self, library: Library, api: Api) -> None:
        api.refusals = [answering(b"", "text/plain", 429, Retry_After="86400")] * 4
        waited: list[float] = []

        with pytest.raises(ReadError, match="Hypothesis is busy"):
            fetch_group("Qx7Rb2Mn", library, wait=waited.append)
        assert waited == [60, 60, 60]

    def test_nobody_there_is_told(self, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("HYPOTHESIS_API_URL", "http://127.0.0.1:9/api")

        assert refuse(library) == "http://127.0.0.1:9/api refuses the connection."
