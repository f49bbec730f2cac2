"""Annotations as JSON-LD of the W3C Web Annotation Data Model, one AnnotationPage.

The words annotated leave with their position and 32 characters around them; the texts of the
articles do not.
"""

from __future__ import annotations

from typing import Any

from storage.export.interchange.identifiers import (
    SOFTWARE,
    make_annotation_urn,
    make_article_urn,
    make_iri,
    make_urn,
)
from storage.export.selection import Selection
from storage.models import Annotation, Article, Target

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
KEPT = "copydesk:keptWithoutText"
"""When the reader said that a target is to stay though its text is gone."""
_OWN_TERMS = {"copydesk": "urn:copydesk:terms:"}


def make_annotation_page(selection: Selection) -> dict[str, Any]:
    """Return the annotations as an AnnotationPage, the only one of its AnnotationCollection."""
    page = make_urn(f"page:{selection.key}")
    articles = selection.index_by_id()
    return {
        "@context": [CONTEXT, _OWN_TERMS],
        "id": page,
        "type": "AnnotationPage",
        "generator": {"id": SOFTWARE, "type": "Software", "name": "Copydesk"},
        "partOf": {
            "id": make_urn(f"collection:{selection.key}"),
            "type": "AnnotationCollection",
            "label": selection.name,
            "total": len(selection.annotations),
            "first": page,
            "last": page,
        },
        "startIndex": 0,
        "items": [_make_annotation(one, articles) for one in selection.annotations],
    }


def _make_annotation(annotation: Annotation, articles: dict[str, Article]) -> dict[str, Any]:
    targets = [_make_target(one, articles[one.article]) for one in annotation.targets]
    body = _make_body(annotation)
    return {
        "id": make_annotation_urn(annotation.id),
        "type": "Annotation",
        "motivation": body[0]["purpose"] if body else "highlighting",
        "created": annotation.created,
        "modified": annotation.updated,
        **({"creator": _describe_coder(annotation.coder)} if annotation.coder else {}),
        **({"body": body} if body else {}),
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _describe_coder(coder: str) -> dict[str, str]:
    return {"type": "Person", "name": coder}


def _make_body(annotation: Annotation) -> list[dict[str, str]]:
    body = []
    if annotation.note:
        body.append(
            {
                "type": "TextualBody",
                "purpose": "commenting",
                "format": "text/markdown",
                "value": annotation.note,
            }
        )
    body += [
        {"type": "TextualBody", "purpose": "tagging", "value": name} for name in annotation.tags
    ]
    return body


def _make_target(target: Target, article: Article) -> dict[str, Any]:
    anchor = target.anchor
    return {
        "type": "SpecificResource",
        "source": _describe_article(article),
        "selector": [
            {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
            {
                "type": "TextQuoteSelector",
                "exact": anchor.quote,
                "prefix": anchor.prefix,
                "suffix": anchor.suffix,
            },
        ],
        **({KEPT: target.orphaned} if target.orphaned else {}),
    }


def _describe_article(article: Article) -> dict[str, str]:
    """Tell which article it is: to programs by its ids, to people by title, outlet and date."""
    known = {
        "id": make_iri(article.url, article.id),
        "type": "Text",
        "canonical": make_article_urn(article.id),
        "dcterms:title": article.title,
        "dcterms:publisher": article.outlet,
        "dcterms:creator": article.author,
        "dcterms:issued": article.published,
    }
    return {name: value for name, value in known.items() if value}
