"""Servers on this machine that answer as the APIs of Hypothesis and Zotero do."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.storage.article_import.serving import Answer, Site, answering, redirecting

Query = Mapping[str, str]


class Api:
    """Answers by path and query in JSON; what is not there is not found."""

    def __init__(self, site: Site) -> None:
        self.address = f"{site.address}/api"
        self.site = site
        self.asked: list[dict[str, str]] = []
        """The queries that came, in their order."""
        self.paths: dict[str, Callable[[Query], Any]] = {}
        self.refusals: list[Answer] = []
        """What is answered first, one after another."""
        site.find = self._find

    def _find(self, path: str) -> Answer | None:
        if self.refusals:
            return self.refusals.pop(0)
        parts = urlsplit(path)
        query = dict(parse_qsl(parts.query))
        self.asked.append(query)
        answer = self.paths.get(parts.path.removeprefix("/api/"))
        given = None if answer is None else answer(query)
        if given is None or callable(given):
            return given
        return answering(json.dumps(given).encode(), "application/json")

    def search(self, *rows: Any, most: int = 200) -> None:
        """Answer searches of Hypothesis in these rows, at most so many at a time."""

        def find(query: Query) -> Any:
            sort, limit = query.get("sort", "updated"), int(query.get("limit", "20"))
            found = [row for row in rows if row["group"] == query["group"]]
            found = [row for row in found if query.get("uri") in (None, row["uri"])]
            later = [row for row in found if row[sort] > query.get("search_after", "")]
            page = sorted(later, key=lambda row: str(row[sort]))[: min(limit, most)]
            return {"total": len(found), "rows": page}

        self.paths["search"] = find

    def keep(
        self, items: Sequence[Any], collections: Sequence[Any] = (), *, finds_keys: bool = True
    ) -> None:
        """Answer as Zotero with these items."""

        def find(query: Query) -> Any:
            if "itemKey" in query and not finds_keys:
                return None
            keys = query.get("itemKey", "").split(",")
            found = [
                one
                for one in items
                if query.get("itemType") in (None, one["data"]["itemType"])
                and ("itemKey" not in query or one["key"] in keys)
            ]
            start, limit = int(query.get("start", "0")), int(query.get("limit", "100"))
            body = json.dumps(found[start : start + limit]).encode()
            return answering(body, "application/json", Total_Results=str(len(found)))

        self.paths["users/0/items"] = find
        self.paths["users/0/collections"] = lambda query: list(collections)[
            int(query.get("start", "0")) :
        ]
        self.paths["users/0/items/top"] = lambda query: [
            one for one in items if not one["data"].get("parentItem")
        ][int(query.get("start", "0")) :]
        for one in items:
            path = f"users/0/items/{one['key']}"
            below = [each for each in items if each["data"].get("parentItem") == one["key"]]
            self.paths[path] = _always(one)
            self.paths[f"{path}/children"] = _always(below)

    def store(self, key: str, path: Path) -> None:
        """Answer as Zotero where the file of an attachment is."""
        place = redirecting(path.as_uri())
        self.paths[f"users/0/items/{key}/file"] = _always(place)


def _always(given: Any) -> Callable[[Query], Any]:
    return lambda _: given
