"""The items of Zotero as articles, from a server of this machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from storage.article_import.add_articles import Outcome, import_articles
from storage.article_import.parsed import FeedEntry, Listing
from storage.article_import.services.zotero_articles import find_item, list_items
from storage.errors import ReadError
from storage.library import Library
from storage.tables.article_details import read_details
from tests.storage.annotation_import.readers.test_zotero_reader import item
from tests.storage.article_import.feeding import make_page
from tests.storage.article_import.services.pretending import Api
from tests.storage.article_import.serving import answering, as_public, serving
from tests.storage.desk import MILL, OWL

URL = "https://gazette.example/owl"


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Iterator[Api]:
    with serving() as site:
        api = Api(site)
        monkeypatch.setenv("ZOTERO_API_URL", api.address)
        yield api


def news(key: str = "NEWS2345", **data: Any) -> dict[str, Any]:
    told = {
        "title": "Owl moves in",
        "creators": [
            {"creatorType": "author", "firstName": "Nell", "lastName": "Harker"},
            {"creatorType": "editor", "name": "The Desk"},
        ],
        "publicationTitle": "The Belfry Gazette",
        "date": "2026-03-05",
        "section": "World",
        "url": f"{URL}?utm_source=x",
        "accessDate": "2026-03-06T10:00:00Z",
        "extra": "Seen twice\nCitation Key: harker2026",
    }
    return item(key, "newspaperArticle", **told | data)


def attachment(key: str, name: str, above: str = "NEWS2345", mode: str = "imported_url") -> Any:
    return item(key, "attachment", parentItem=above, filename=name, linkMode=mode, title="Snapshot")


def store(api: Api, folder: Path, key: str, name: str, text: str) -> Path:
    path = folder / "storage" / key / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    api.store(key, path)
    return path


def test_items_are_listed_to_choose_from(api: Api) -> None:
    alone = item("FILE2345", "attachment", filename="owl.pdf", linkMode="imported_file", title="P")
    bare = news("BARE2345", title="No place", url="")
    api.keep([news(), attachment("SNAP2345", "owl.html"), alone, bare, item("N", "note")])

    listing = list_items("")

    told = FeedEntry("Owl moves in", URL, "Nell Harker", "2026-03-05", record="NEWS2345")
    assert listing.entries == [told, FeedEntry("P", record="FILE2345")]
    assert listing.note == "1 item without stored file or address left out: “No place”"


def test_a_collection_has_what_is_below_it(api: Api) -> None:
    owls = {"key": "C", "data": {"key": "C", "name": "Owls", "parentCollection": False}}
    api.keep([news(), news("OWL22345", collections=["C"])], [owls])

    listing = list_items("owls")

    assert (listing.title, [one.record for one in listing.entries]) == (
        "Zotero, owls",
        ["OWL22345"],
    )
    with pytest.raises(ReadError, match=r"^Zotero has no collection Mills\.$"):
        list_items("Mills")


def test_what_zotero_knows_comes_before_what_its_file_says(
    api: Api, library: Library, tmp_path: Path
) -> None:
    api.keep([news(), attachment("TEXT2345", "owl.txt")])
    path = store(api, tmp_path, "TEXT2345", "owl.txt", f"# Owl?\n\n{OWL}\n")

    (first, second) = import_articles(library, ["zotero:"], choose=lambda listing: listing.entries)

    assert isinstance(first.listing, Listing)
    article = second.article
    assert article is not None
    assert (article.title, article.outlet) == ("Owl moves in", "The Belfry Gazette")
    assert (article.author, article.published) == ("Nell Harker", "2026-03-05")
    assert (article.url, article.path) == (URL, str(path))
    assert (article.citation_key, article.captured) == ("harker2026", "2026-03-06T10:00:00Z")
    assert read_details(article.details) == {"section": "World"}


@pytest.mark.usefixtures("shared_process")
def test_without_a_file_that_is_read_its_address_is_asked(
    api: Api, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    api.keep([news(url=f"{api.site.address}/owl"), attachment("TEXT2345", "owl.txt")])
    store(api, tmp_path, "TEXT2345", "owl.txt", "x").unlink()
    api.paths["/owl"] = lambda _query: answering(make_page("Owl?", f"{OWL} {MILL}"))

    def add() -> Outcome:
        chosen = import_articles(
            library, ["zotero:"], allow_local=True, choose=lambda listing: listing.entries
        )
        return list(chosen)[-1]

    # Nobody named that address: it may not lie in a private network.
    assert "private network" in add().problem
    as_public(monkeypatch, "127.0.0.1")
    came = add()
    assert came.article is not None
    assert (came.article.title, came.article.outlet) == ("Owl moves in", "The Belfry Gazette")
    assert MILL in came.article.text
    assert "owl.txt" in came.notice
    assert came.article.captured is None  # on that day another copy was looked at


def test_only_what_zotero_stores_is_opened(api: Api, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(OWL, encoding="utf-8")
    names = ("OUTS2345", "LINK2345", "FTPS2345", "NONE2345")
    api.keep(
        [
            news(),
            *(attachment(key, f"{key}.txt") for key in names if key != "LINK2345"),
            attachment("LINK2345", "secret.txt", mode="linked_file"),
            attachment("PICT2345", "owl.jpg"),
            attachment("TEXT2345", "owl.txt"),
            attachment("PAGE2345", "owl.html"),
        ]
    )
    for key in ("OUTS2345", "LINK2345", "PICT2345"):
        api.store(key, secret)
    elsewhere = answering(b"", "", 302, Location="http://127.0.0.1/storage/FTPS2345/owl.txt")
    api.paths["users/0/items/FTPS2345/file"] = lambda _query: elsewhere
    text = store(api, tmp_path, "TEXT2345", "owl.txt", OWL)
    page = store(api, tmp_path, "PAGE2345", "owl.html", f"<p>{OWL}</p>")

    assert find_item("NEWS2345").files == (page, text)


@pytest.mark.parametrize(
    ("items", "key", "why"),
    [
        ([], "NEWS2345", "Zotero has no item NEWS2345."),
        ([news(url="")], "", "“Owl moves in” has neither file nor address."),
    ],
)
def test_what_cannot_be_had_is_told(
    api: Api, library: Library, items: list[Any], key: str, why: str
) -> None:
    api.keep([*items, news("MORE2345")])
    entry = FeedEntry("", record=key or "NEWS2345")

    *_, last = import_articles(library, ["zotero:"], choose=lambda _listing: [entry])

    assert last.problem == why


@pytest.mark.parametrize("answer", [b"[7]", b'[{"data": {"key": 7}}]', b"No items"])
def test_what_is_no_answer_of_the_api_is_told(api: Api, answer: bytes) -> None:
    api.refusals = [answering(answer, "application/json")]

    with pytest.raises(ReadError, match=r"^Zotero does not answer .*\.$"):
        list_items("")
