"""Annotations of Zotero: of its API, and of exports."""

from __future__ import annotations

from typing import Any

import pytest

from storage.errors import ExchangeError
from storage.library import Library
from storage.models import Article
from tests.storage.annotation_import.written_elsewhere import PAGE, brought, words_at
from tests.storage.desk import MILL, OWL, add


def item(key: str, kind: str, **data: Any) -> dict[str, Any]:
    """Make an item as the API lists it."""
    return {
        "key": key,
        "version": 3,
        "library": {"type": "user", "id": 0},
        "meta": {},
        "data": {"key": key, "version": 3, "itemType": kind, "tags": [], **data},
    }


def parents(**members: Any) -> list[dict[str, Any]]:
    """Make a web page and its attachment."""
    creators = [{"creatorType": "author", "firstName": "Anna", "lastName": "Bell"}]
    page = {"title": "Owl moves in", "url": PAGE, "creators": creators} | members
    return [
        item("PAGE2345", "webpage", **page),
        item("SNAP2345", "attachment", parentItem="PAGE2345", title="Snapshot"),
    ]


def annotation(words: str = "barn owl", key: str = "ANNO2345", **data: Any) -> dict[str, Any]:
    told = {
        "parentItem": "SNAP2345",
        "annotationType": "highlight",
        "annotationAuthorName": "",
        "annotationText": words,
        "annotationComment": "Is it?",
        "annotationColor": "#ffd400",
        "annotationPageLabel": "3",
        "annotationSortIndex": "00002|000000|00120",
        "annotationPosition": '{"pageIndex": 2, "rects": [[1, 2, 3, 4]]}',
        "tags": [{"tag": "claim"}, {"tag": "to check", "type": 1}],
        "dateAdded": "2026-03-03T20:12:13Z",
        "dateModified": "2026-03-04T08:00:00Z",
    }
    return item(key, "annotation", **told | data)


def exported(*annotations: dict[str, Any]) -> dict[str, Any]:
    """Make what Better BibTeX exports."""
    page, attachment = (one["data"] for one in parents())
    inside = [one["data"] for one in annotations]
    return {
        "config": {"id": "36a3b0b5-bad0-4a04-b79b-441c7cef77db", "label": "BetterBibTeX JSON"},
        "items": [page | {"attachments": [attachment | {"annotations": inside}]}],
        "collections": {},
    }


@pytest.mark.parametrize(
    "document",
    [
        [*parents(), annotation(), annotation(MILL, "ANNO2346")],
        [annotation(), annotation(MILL, "ANNO2346"), *parents()],
        [one["data"] for one in [*parents(), annotation(), annotation(MILL, "ANNO2346")]],
        exported(annotation(), annotation(MILL, "ANNO2346")),
    ],
    ids=["API", "in any order", "data alone", "Better BibTeX"],
)
def test_annotations_come_with_note_tags_and_times(
    library: Library, article: Article, document: Any
) -> None:
    result = brought(library, document)

    assert (result.left_out, result.states) == ([], {"exact": 2})
    first, _ = library.annotations.find_on([article.id])
    assert (first.note, first.tags) == ("Is it?", ("claim", "to check"))
    assert (first.created, first.updated) == (
        "2026-03-03T20:12:13.000Z",
        "2026-03-04T08:00:00.000Z",
    )
    assert words_at(library, article) == ["barn owl", MILL]


def test_the_api_and_an_export_give_the_same_annotations(
    library: Library, article: Article
) -> None:
    brought(library, [*parents(), annotation()])

    result = brought(library, exported(annotation()))

    assert (len(result.added), len(result.there), result.differing) == (0, 1, 0)
    assert words_at(library, article) == ["barn owl"]


def test_without_an_address_title_and_author_tell_the_article(library: Library) -> None:
    add(library, OWL, "Owl moves in", author="Bo Dean")
    theirs = add(library, f"{OWL}\n\n{MILL}", "Owl moves in", author="Anna Bell")

    brought(library, [*parents(url=""), annotation()])

    assert words_at(library, theirs) == ["barn owl"]


def test_what_has_no_words_is_named_and_keeps_nothing_out(
    library: Library, article: Article
) -> None:
    result = brought(
        library,
        [
            *parents(),
            annotation("", "NOTE2345", annotationType="note"),
            annotation("", "INK23456", annotationType="ink"),
            annotation("swans", "GONE2345", parentItem="LOST2345"),
            annotation("choir", "BIN23456", deleted=1),
            annotation("choir", parentItem="SNAP2345", key="ROUND234"),
        ],
    )

    assert result.left_out == [
        ("annotation 1 (NOTE2345)", "is of type note, without words"),
        ("annotation 2 (INK23456)", "is of type ink, without words"),
        (
            "annotation 3 (GONE2345)",
            "does not say which article it is on, and no article alone has its words",
        ),
    ]
    assert words_at(library, article) == ["choir"]


def test_items_in_a_circle_end(library: Library, article: Article) -> None:
    page, attachment = parents()
    page["data"]["parentItem"] = "SNAP2345"

    brought(library, [page, attachment, annotation()])

    assert words_at(library, article) == ["barn owl"]


@pytest.mark.parametrize("document", [parents(), [{"itemType": "book", "title": "Owls"}], {}])
def test_items_without_annotations_hold_none(library: Library, document: Any) -> None:
    with pytest.raises(ExchangeError, match="holds no annotations"):
        brought(library, document)


def test_a_fault_is_told_with_where_it_is(library: Library, article: Article) -> None:
    with pytest.raises(ExchangeError) as fault:
        brought(library, [*parents(), annotation(annotationText=7)])

    assert str(fault.value) == (
        "Cannot import notes.json: annotation 1 (ANNO2345), annotationText is not text."
    )
    assert words_at(library, article) == []
