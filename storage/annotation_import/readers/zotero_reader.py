"""Reading annotations of Zotero: items of its API, and what Better BibTeX exports as JSON.

An annotation is an item below the attachment that it is on, which is below the item that tells
title, authors and address; the API lists them side by side, an export has one in the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from storage.annotation_import.annotation_format import AnnotationFile, AnnotationFormat
from storage.annotation_import.incoming import (
    IncomingAnnotation,
    IncomingDocument,
    LeftOutError,
    Mention,
    clean_tags_and_note,
    name_annotation,
    read_times,
)
from storage.article_import.services.json_document import Part
from storage.article_import.services.zotero_api import join_authors
from storage.export.interchange.identifiers import make_library_id

_INSIDE = ("attachments", "annotations")
_HIGHEST = 10
"""Items over one another that are looked through; Zotero has two over an annotation."""
_TITLES = ("title", "filename")


class _Item(NamedTuple):
    """An item, what is told of it beside its own data, and the data of what it is in."""

    data: Part
    around: Part
    above: tuple[Part, ...]
    """The nearest first; empty where items are listed side by side."""


def _is_zotero(file: AnnotationFile) -> bool:
    """Tell whether a file looks like items of Zotero with an annotation, well-formed or not."""
    return file.is_like_json and any(_is_annotation(one.data) for one in _list_items(file.document))


def _is_annotation(data: Part) -> bool:
    return data.get("annotationType") is not None


def _list_items(document: Part) -> Iterator[_Item]:
    items = document.get("items") if document.is_object else None
    for one in (items or document).each():
        yield from _list_within(one, ())


def _list_within(part: Part, above: tuple[Part, ...]) -> Iterator[_Item]:
    if not part.is_object:
        return
    told = part.get("data")
    data = told if told is not None and told.is_object else part
    yield _Item(data, part, above)
    for name in _INSIDE:
        for one in data.members(name):
            yield from _list_within(one, (data, *above))


def _read(file: AnnotationFile) -> IncomingDocument:
    received = IncomingDocument()
    items = list(_list_items(file.document))
    by_key = {item.data.id_of("key"): item.data for item in items}
    annotations = [
        item for item in items if _is_annotation(item.data) and not item.data.get("deleted")
    ]
    for number, item in enumerate(annotations, 1):
        key = item.data.id_of("key")
        name = name_annotation(number, key)
        data, around = item.data.rename(name), item.around.rename(name)
        with received.leaving_out(name):
            above = item.above or tuple(_climb(data, by_key))
            received.annotations.append(_read_annotation(data, around, above, name))
    return received


def _climb(data: Part, by_key: Mapping[str, Part]) -> Iterator[Part]:
    """Yield what an item is below, as far as that is there, the nearest first."""
    for _ in range(_HIGHEST):
        above = by_key.get(data.text_of("parentItem"))
        if above is None:
            return
        yield above
        data = above


def _read_annotation(
    data: Part, around: Part, above: Sequence[Part], name: str
) -> IncomingAnnotation:
    kind = data.need("annotationType").text()
    words = data.text_of("annotationText")
    if not words.strip():
        raise LeftOutError(f"is of type {kind}, without words")
    # The item knows best; an attachment may be called “Snapshot”.
    over = list(reversed(above))
    titles = (one.text_of(name) for name in _TITLES for one in over)
    mention = Mention(
        next(filter(None, (one.text_of("url") for one in over)), ""),
        title=next(filter(None, titles), ""),
        author=next(filter(None, map(join_authors, over)), ""),
        quote=words,
    )
    tags = [tag.text_of("tag") if tag.is_object else tag.text() for tag in data.members("tags")]
    clean, note = clean_tags_and_note(tags, [data.text_of("annotationComment")])
    created, updated = read_times(data.get("dateAdded"), data.get("dateModified"))
    key = data.text_of("key")
    own = key or f"{mention.name}\n{data.text_of('annotationSortIndex')}\n{words}"
    return IncomingAnnotation(
        make_zotero_id(own),
        name,
        (mention,),
        clean,
        note,
        created,
        updated,
        data.text_of("annotationAuthorName") or _find_user(around),
    )


def make_zotero_id(key: str) -> str:
    """Return the id of the annotation that Zotero has under a key."""
    return make_library_id(f"zotero\n{key}")


def _find_user(around: Part) -> str:
    """Return who made an item in a library of several users."""
    about = around.get("meta")
    user = about.get("createdByUser") if about is not None and about.is_object else None
    return user.text_of("name", "username") if user is not None and user.is_object else ""


ZOTERO = AnnotationFormat("zotero", "Zotero annotations", _is_zotero, _read)
"""What Zotero's API gives, and Better BibTeX exports."""
