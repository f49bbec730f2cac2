"""The items of the Zotero that is open on this machine, as articles.

What Zotero stores is read where it lies, in the folder that has the name of its key; the path that
the API tells is taken for nothing more. Linked files are not opened: they may lie anywhere.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlsplit
from urllib.request import url2pathname

from storage.article_import.formats.references.attached_files import rank_files
from storage.article_import.formats.references.reference import Reference, find_citation_key
from storage.article_import.parsed import FeedEntry, Listing
from storage.article_import.services.api_client import ApiClient
from storage.article_import.services.json_document import Part
from storage.article_import.services.zotero_api import (
    ITEMS,
    fetch_pages,
    find_collections,
    is_in,
    join_authors,
    open_zotero,
    read_data,
)
from storage.article_import.web.urls import canonicalize
from storage.errors import ExchangeError, ReadError
from storage.tables.article_fields import parse_address
from storage.wording.plural import pluralize
from storage.wording.terminal_text import shorten
from storage.wording.written_dates import read_date

_NO_ARTICLES = ("note", "annotation")
_OUTLETS = (
    *("publicationTitle", "websiteTitle", "blogTitle", "forumTitle", "programTitle"),
    *("proceedingsTitle", "bookTitle", "publisher", "institution"),
)
_STORED = ("imported_file", "imported_url")
_FOLDER = "storage"
_TITLE = 60
_TOLD = 3
"""Items that are left out which are told by name."""


class ZoteroItem(NamedTuple):
    """What Zotero has of an article."""

    reference: Reference
    files: tuple[Path, ...]
    """The files that it stores and that are read, the surest text first."""


def list_items(collection: str) -> Listing:
    """Return the items of Zotero, or of a collection and all below it, to choose from.

    Those with neither a stored file that is read nor an address are told in its note. `ReadError`
    where there are none, or Zotero does not answer.
    """
    client = open_zotero()
    try:
        wanted = find_collections(client, collection) if collection else None
        items = fetch_pages(client, f"{ITEMS}/top")
        attachments = fetch_pages(client, ITEMS, itemType="attachment")
        kept = [one for one in items.values() if _is_article(one)]
        kept = [one for one in kept if wanted is None or is_in(wanted, one, items)]
        having = {_find_owner(one) for one in attachments.values() if _has_text(one)}
        pairs = [(read_data(one).text_of("key"), _read_reference(one)) for one in kept]
    except ExchangeError as error:
        raise _explain(error) from error
    entries = [_make_entry(key, one) for key, one in pairs if key in having or one.url]
    without = [one.title for key, one in pairs if key not in having and not one.url]
    if not entries and not without:
        raise ReadError(f"Zotero has no items{f' in {collection}' if collection else ''}.")
    title = f"Zotero, {collection}" if collection else "Zotero"
    return Listing(title, entries, note=_describe_without(without))


def find_item(key: str) -> ZoteroItem:
    """Return the item with a key; `ReadError` where there is none, or Zotero does not answer."""
    client = open_zotero()
    path = f"{ITEMS}/{quote(key, safe='')}"
    try:
        found = client.find(path)
        if found is None:
            raise ReadError(f"Zotero has no item {key}.")
        item = found.document
        children = [] if _is_attachment(item) else fetch_pages(client, f"{path}/children").values()
        stored = {_name_file(one): one for one in (item, *children) if _has_text(one)}
        paths = (_find_stored(client, stored[name]) for name in rank_files(stored))
        files = tuple(one for one in paths if one is not None)
        known = _read_reference(item)
        # What a file alone is called is no headline.
        return ZoteroItem(known._replace(title="") if _is_attachment(item) else known, files)
    except ExchangeError as error:
        raise _explain(error) from error


def _explain(error: ExchangeError) -> ReadError:
    return ReadError(f"Zotero does not answer as its API does: {error}.")


def _is_article(item: Part) -> bool:
    return read_data(item).text_of("itemType") not in _NO_ARTICLES


def _is_attachment(item: Part) -> bool:
    return read_data(item).text_of("itemType") == "attachment"


def _find_owner(attachment: Part) -> str:
    """Return the key of the item that an attachment is of, its own where it stands alone."""
    return read_data(attachment).text_of("parentItem") or read_data(attachment).text_of("key")


def _has_text(item: Part) -> bool:
    """Tell whether an item is an attachment that Zotero stores, called like what is read."""
    is_stored = _is_attachment(item) and read_data(item).text_of("linkMode") in _STORED
    return is_stored and bool(rank_files([_name_file(item)]))


def _name_file(attachment: Part) -> str:
    return read_data(attachment).text_of("filename")


def _find_stored(client: ApiClient, attachment: Part) -> Path | None:
    """Return the path of an attachment; None where it is not where Zotero stores it."""
    key = read_data(attachment).text_of("key")
    place = urlsplit(client.find_place(f"{ITEMS}/{quote(key, safe='')}/file"))
    path = Path(url2pathname(place.path))
    is_there = path.parent.name == key and path.parent.parent.name == _FOLDER
    return path if place.scheme == "file" and key and is_there else None


def _read_reference(item: Part) -> Reference:
    data = read_data(item)
    outlets = (data.text_of(name) for name in _OUTLETS)
    meta = item.get("meta")
    parsed = meta.text_of("parsedDate") if meta is not None and meta.is_object else ""
    dates = (read_date(written).date for written in (data.text_of("date"), parsed))
    address = parse_address(data.text_of("url"))
    return Reference(
        " ".join(data.text_of("title").split()) or _name_file(item),
        next(filter(None, outlets), ""),
        join_authors(data),
        next(filter(None, dates), ""),
        canonicalize(address) if address else "",
        citation_key=data.text_of("citationKey") or find_citation_key(data.text_of("extra")),
        captured=read_date(data.text_of("accessDate")).date,
        section=data.text_of("section"),
    )


def _make_entry(key: str, one: Reference) -> FeedEntry:
    return FeedEntry(one.title or one.url or key, one.url, one.author, one.published, record=key)


def _describe_without(titles: list[str]) -> str:
    if not titles:
        return ""
    told = [f"“{shorten(one, _TITLE)}”" for one in titles[:_TOLD]]
    told += [f"{len(titles) - _TOLD} more"] if len(titles) > _TOLD else []
    items = pluralize(len(titles), "item")
    return f"{items} without stored file or address left out: {', '.join(told)}"
