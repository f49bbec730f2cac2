"""The annotations of a group of Hypothesis, by its public API.

`HYPOTHESIS_TOKEN` in the environment is the reader's API token, which private groups need;
`HYPOTHESIS_API_URL` names another server. The token is neither kept nor told.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator
from typing import Any

from storage.annotation_import.services.service import FetchedAnnotations, Service
from storage.article_import.services.api_client import ApiClient, write_document
from storage.errors import ExchangeError, ReadError
from storage.library import Library
from storage.wording.plural import pluralize

_ADDRESS = "https://api.hypothes.is/api"
_PAGE = 200
"""Annotations asked for at a time, the most that the API gives."""
_MOST = 20_000
"""Annotations of one group."""
_EVERYBODY = "__world__"
"""The public group; of it only what is on articles of the library is asked for."""
_MOST_ARTICLES = 500
_GROUP = re.compile(r"(?:https?://[^/\s]+/groups/)?([A-Za-z0-9_-]+)(?:/\S*)?")
_REFUSALS = {
    401: "does not accept the token in HYPOTHESIS_TOKEN (401)",
    403: "does not let this token read the group (403)",
    404: "knows no such group, or not without its members' HYPOTHESIS_TOKEN (404)",
}


def fetch_group(
    named: str, library: Library, wait: Callable[[float], object] = time.sleep
) -> FetchedAnnotations:
    """Return all annotations of a group with their replies; it is named by its id or its address.

    `ReadError` where it has none, or they cannot be had.
    """
    match = _GROUP.fullmatch(named)
    if match is None:
        raise ReadError(
            "Name a group of Hypothesis by its id, as in hypothesis:Qx7Rb2Mn; it stands in the"
            " address of the group's page."
        )
    group, token = match[1], os.environ.get("HYPOTHESIS_TOKEN", "").strip()
    address = os.environ.get("HYPOTHESIS_API_URL", "").strip()
    client = ApiClient(
        "Hypothesis",
        address or _ADDRESS,
        token=token,
        is_own=bool(address),
        refusals=_REFUSALS,
        wait=wait,
    )
    rows: dict[str, Any] = {}
    notices: list[str] = []
    for narrowed in _list_searches(group, library, notices):
        missing = _fetch_rows(client, {"group": group, **narrowed}, rows)
        if missing:
            told = pluralize(missing, "annotation")
            notices.append(f"Hypothesis has {told} more that it did not give.")
    if not rows:
        who = "this token" if token else "everybody; private groups need HYPOTHESIS_TOKEN"
        raise ReadError(f"Hypothesis shows no annotations of the group {group} to {who}.")
    return FetchedAnnotations(
        write_document({"rows": list(rows.values())}), "hypothesis", tuple(notices)
    )


def _list_searches(group: str, library: Library, notices: list[str]) -> Iterator[dict[str, str]]:
    """Yield what narrows the search down: nothing, but of the public group to one page each."""
    if group != _EVERYBODY:
        yield {}
        return
    listed = library.articles.with_names.list_all()
    addresses = list(dict.fromkeys(one.url for one in listed if one.url))
    if len(addresses) > _MOST_ARTICLES:
        notices.append(f"The public group was asked for the newest {_MOST_ARTICLES} articles only.")
    yield from ({"uri": address} for address in addresses[:_MOST_ARTICLES])


def _fetch_rows(client: ApiClient, query: dict[str, str], rows: dict[str, Any]) -> int:
    """Add all that a search finds to the rows, by their ids; return how many it kept back.

    Page by page, each after the last of the one before, as the API wants it for many.
    """
    seen: set[str] = set()
    after: dict[str, str] = {}
    while True:
        answer = client.get(
            "search", **query, **after, limit=_PAGE, sort="updated", order="asc"
        ).document
        try:
            page = [(row.need("id").text(), row) for row in answer.need("rows").each()]
            stated = answer.get("total")
            total = len(page) if stated is None else stated.offset()
            last = page[-1][1].need("updated").text() if page else ""
        except ExchangeError as error:
            raise ReadError(f"Hypothesis does not answer as its API does: {error}.") from error
        new = [key for key, _ in page if key not in seen]
        seen.update(new)
        rows |= {key: row.value for key, row in page}
        if not new or len(rows) >= _MOST or (len(page) < _PAGE and len(seen) >= total):
            return max(0, total - len(seen))
        after = {"search_after": last}


HYPOTHESIS = Service("hypothesis", "hypothesis:GROUP", fetch_group)
"""A group of hypothes.is, or of another server of Hypothesis."""
