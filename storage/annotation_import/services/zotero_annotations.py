"""The annotations of the Zotero that is open on this machine."""

from __future__ import annotations

import time
from collections.abc import Callable

from storage.annotation_import.services.service import FetchedAnnotations, Service
from storage.article_import.services.api_client import write_document
from storage.article_import.services.zotero_api import (
    ITEMS,
    NAME,
    fetch_above,
    fetch_pages,
    find_collections,
    is_in,
    open_zotero,
)
from storage.errors import ExchangeError, ReadError
from storage.library import Library


def fetch_annotations(
    named: str, _library: Library, wait: Callable[[float], object] = time.sleep
) -> FetchedAnnotations:
    """Return all annotations of Zotero, or those in a collection and all below it, by its name.

    `ReadError` where there are none, or Zotero does not answer.
    """
    client = open_zotero(wait)
    try:
        wanted = find_collections(client, named) if named else None
        annotations = fetch_pages(client, ITEMS, itemType="annotation")
        above = fetch_above(client, annotations)
        if wanted is not None:
            annotations = {
                key: part
                for key, part in annotations.items()
                if is_in(wanted, part, {**annotations, **above})
            }
    except ExchangeError as error:
        raise ReadError(f"Zotero does not answer as its API does: {error}.") from error
    if not annotations:
        raise ReadError(f"Zotero has no annotations{f' in {named}' if named else ''}.")
    found = [part.value for part in (*annotations.values(), *above.values())]
    return FetchedAnnotations(write_document(found), "zotero")


ZOTERO = Service(NAME, f"{NAME}:[COLLECTION]", fetch_annotations)
"""The Zotero that is open on this machine."""
