"""Annotations as other programs write them, for the tests."""

from __future__ import annotations

import json
from typing import Any

from storage.annotation_import.import_annotations import ImportResult, import_annotations
from storage.export.export import ExportOptions, render
from storage.export.export_format import ExportFormat
from storage.export.interchange.formats import JSONLD
from storage.export.selection import Selection
from storage.library import Library
from storage.models import Article

PAGE = "https://gazette.example/owl"


def quote_selector(exact: str, prefix: str = "", suffix: str = "") -> dict[str, Any]:
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}


def position_selector(start: object, end: object) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": start, "end": end}


def web_annotation(exact: str = "barn owl", **members: Any) -> dict[str, Any]:
    """Make a Web Annotation of a quote in the page; members given replace its own."""
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"https://notes.example/{exact}",
        "type": "Annotation",
        "motivation": "commenting",
        "body": {"type": "TextualBody", "value": "Is it?"},
        "target": {"source": PAGE, "selector": quote_selector(exact)},
        "created": "2026-03-05T10:30:00Z",
    } | members


def row(own: str = "s3jkEGJKTFqBt3NrCF7BUg", exact: str = "barn owl", **members: Any) -> Any:
    """Make a row of the Hypothesis API; members given replace its own."""
    return {
        "id": own,
        "created": "2026-03-05T10:30:00.334539+00:00",
        "updated": "2026-03-06T08:00:00.000000+00:00",
        "user": "acct:anna@hypothes.is",
        "uri": PAGE,
        "text": "Is it?",
        "tags": ["claim"],
        "group": "__world__",
        "permissions": {"read": ["group:__world__"]},
        "target": [
            {
                "source": PAGE,
                "selector": [
                    {"type": "RangeSelector", "startContainer": "/p[1]", "endContainer": "/p[1]"},
                    position_selector(1012, 1020),
                    quote_selector(exact),
                ],
            }
        ],
        "document": {"title": ["Owl moves in"]},
        "links": {},
    } | members


def rows(*given: Any) -> dict[str, Any]:
    return {"total": len(given), "rows": list(given)}


def sidebar_export(*given: Any) -> dict[str, Any]:
    """Make a document as the sidebar of Hypothesis exports it."""
    return {
        "export_date": "2026-03-06T09:00:00.000Z",
        "export_userid": "acct:anna@hypothes.is",
        "client_version": "1.1500.0",
        "annotations": list(given),
    }


def brought(library: Library, document: object, kind: str | None = None) -> ImportResult:
    return import_annotations(library, json.dumps(document).encode(), "notes.json", kind)


def exported(library: Library, selection: Selection, made_in: ExportFormat) -> bytes:
    content = render(library, selection, ExportOptions(made_in))
    return content if isinstance(content, bytes) else content.encode()


def document(library: Library, selection: Selection, made_in: ExportFormat = JSONLD) -> Any:
    return json.loads(exported(library, selection, made_in))


def words_at(library: Library, article: Article) -> list[str]:
    """Return the words at which the annotations on an article were placed, oldest first."""
    return [
        article.text[anchor.start : anchor.end]
        for annotation in library.annotations.find_on([article.id])
        for anchor in annotation.find_anchors(article.id)
    ]
