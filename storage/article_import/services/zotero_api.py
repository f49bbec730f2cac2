"""The Zotero that is open on this machine, by its local API.

`ZOTERO_API_URL` in the environment names another address of it. As the local API answers, items
are listed with their data; what they are below is asked for by keys.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from urllib.parse import quote

from storage.article_import.services.api_client import ApiClient
from storage.article_import.services.json_document import Part
from storage.errors import ReadError

NAME = "zotero"
"""What it is called in front of a colon."""
_ADDRESS = "http://127.0.0.1:23119/api"
ITEMS = "users/0/items"
"""Those of the library that the user has alone; 0 stands for whoever that is."""
_PAGE = 100
_KEYS = 50
"""Keys asked for at a time, the most that the API takes."""
_MOST = 20_000
"""Items that are listed."""
_HIGHEST = 3
"""Steps from an annotation to the item that it belongs to, and one more."""
_REFUSALS = {
    403: (
        "lets no other program read (403): turn on “Allow other applications on this computer to"
        " communicate with Zotero” in its settings, under Advanced"
    ),
}


def open_zotero(wait: Callable[[float], object] = time.sleep) -> ApiClient:
    """Return what asks the local API; nothing is asked yet."""
    return ApiClient(
        "Zotero",
        os.environ.get("ZOTERO_API_URL", "").strip() or _ADDRESS,
        is_own=True,
        refusals=_REFUSALS,
        hint="open Zotero and try again",
        wait=wait,
    )


def fetch_pages(client: ApiClient, path: str, **query: str) -> dict[str, Part]:
    """Return all things at a path, by their keys."""
    found: dict[str, Part] = {}
    while True:
        answer = client.get(path, **query, format="json", limit=_PAGE, start=len(found))
        page = {read_data(one).need("key").text(): one for one in answer.document.each()}
        is_new = not page.keys() <= found.keys()
        found |= page
        if not is_new or len(found) >= min(answer.total or _MOST, _MOST):
            return found


def fetch_above(client: ApiClient, items: Mapping[str, Part]) -> dict[str, Part]:
    """Return what items are below, and what that is below, by their keys."""
    found: dict[str, Part] = {}
    below: Iterable[Part] = items.values()
    for _ in range(_HIGHEST):
        keys = {read_data(one).text_of("parentItem") for one in below} - {"", *items, *found}
        fetched: dict[str, Part] = {}
        for start in range(0, len(keys), _KEYS):
            fetched |= _fetch_items(client, sorted(keys)[start : start + _KEYS])
        found |= fetched
        below = fetched.values()
    return found


def _fetch_items(client: ApiClient, keys: Sequence[str]) -> dict[str, Part]:
    """Return the items with these keys: together, and one by one what did not come so."""
    answer = client.find(ITEMS, itemKey=",".join(keys), format="json", limit=_KEYS)
    parts = list(answer.document.each()) if answer is not None else []
    found = {read_data(one).text_of("key"): one for one in parts}
    found = {key: found[key] for key in keys if key in found}
    for key in keys:
        alone = None if key in found else client.find(f"{ITEMS}/{quote(key, safe='')}")
        if alone is not None:
            found[key] = alone.document
    return found


def read_data(item: Part) -> Part:
    """Return what is told of an item, or another thing, itself."""
    return item.get("data") or item


def join_authors(data: Part) -> str:
    """Return the names of an item's authors, parted by commas."""
    names = []
    for one in data.members("creators"):
        if one.is_object and one.text_of("creatorType") in ("", "author"):
            parts = (one.text_of("firstName"), one.text_of("lastName"))
            names.append(one.text_of("name") or " ".join(filter(None, parts)))
    return ", ".join(filter(None, names))


def find_collections(client: ApiClient, named: str) -> set[str]:
    """Return the keys of the collections with that name or key, and of all below them.

    `ReadError` where there are none.
    """
    known = {key: read_data(one) for key, one in fetch_pages(client, "users/0/collections").items()}
    found = {
        key
        for key, data in known.items()
        if named == key or data.text_of("name").casefold() == named.casefold()
    }
    if not found:
        raise ReadError(f"Zotero has no collection {named}.")
    more = found
    while more:
        # Zotero writes false for the parent of a collection that has none.
        more = {key for key, data in known.items() if _find_parent(data) in more} - found
        found |= more
    return found


def _find_parent(collection: Part) -> object:
    above = collection.get("parentCollection")
    return None if above is None else above.value


def is_in(collections: set[str], item: Part, known: Mapping[str, Part]) -> bool:
    """Tell whether an item, or what it is below, is in one of these collections."""
    here: Part | None = item
    for _ in range(_HIGHEST):
        if here is None:
            return False
        data = read_data(here)
        if not collections.isdisjoint(data.texts("collections")):
            return True
        here = known.get(data.text_of("parentItem"))
    return False
