from __future__ import annotations

from typing import Any

from storage.library import Library
from storage.models import Article
from tests.storage.annotation_import.written_elsewhere import brought, words_at


def recogito(quote: str = "keeps the whole choir awake", **members: Any) -> dict[str, Any]:
    """Make an annotation as the text annotator keeps it; members given replace its own."""
    when = "2026-03-05T10:30:00.000Z"
    return {
        "id": f"id of {quote}",
        "bodies": [
            {"id": "1", "purpose": "commenting", "value": "Is it?", "created": when},
            {"id": "2", "purpose": "tagging", "value": {"id": "urn:x", "label": "bird"}},
            {"id": "3", "purpose": "classifying", "value": "claim"},
        ],
        "target": {
            "annotation": f"id of {quote}",
            "selector": [{"quote": quote, "start": 40, "end": 40 + len(quote)}],
            "creator": {"id": "anna", "name": "Anna"},
            "created": when,
        },
    } | members


def test_bodies_are_note_and_tags_of_the_quote(library: Library, article: Article) -> None:
    result = brought(library, [recogito(), recogito("gone", target={"selector": []})])

    assert result.left_out == [("annotation 2 (id of gone)", "has no quote")]
    (found,) = library.annotations.find_on([article.id])
    assert (found.note, set(found.tags)) == ("Is it?", {"bird", "claim"})
    assert found.created == "2026-03-05T10:30:00.000Z"
    assert words_at(library, article) == ["keeps the whole choir awake"]


def test_a_malformed_one_costs_no_other(library: Library, article: Article) -> None:
    spoilt = recogito("owl", target={"selector": [{"quote": "owl", "start": -1, "end": 3}]})

    result = brought(library, {"annotations": [spoilt, recogito()]})

    assert result.left_out == [
        (
            "annotation 1 (id of owl)",
            "is malformed: target.selector[0].start is not a whole number of 0 or more",
        )
    ]
    assert words_at(library, article) == ["keeps the whole choir awake"]
