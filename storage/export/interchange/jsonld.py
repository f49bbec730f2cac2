"""Annotations as JSON-LD of the W3C Web Annotation Data Model, one AnnotationPage.

The words annotated leave with their position and 32 characters around them; the texts of the
articles do not. What a coder says of a whole article has that article for a target, without a
selector: its tags are one annotation, the memo another, and that it is coded a third. What the
codebook says of the tags goes along (`skos_concepts`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from storage.export.article_coding import ArticleCoding, NamedMemo
from storage.export.interchange.identifiers import (
    SOFTWARE,
    CodingKind,
    make_annotation_urn,
    make_article_urn,
    make_coding_urn,
    make_iri,
    make_story_urn,
    make_urn,
)
from storage.export.interchange.skos_concepts import CODEBOOK, make_concepts
from storage.export.selection import Selection
from storage.models import Annotation, Article, Target
from storage.tables.codebook_entry import CodebookEntry

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
KEPT = "copydesk:keptWithoutText"
"""When the reader said that a target is to stay though its text is gone."""
_OWN_TERMS = {
    "copydesk": "urn:copydesk:terms:",
    CODEBOOK: {"@id": CODEBOOK, "@container": "@list"},
}


def make_annotation_page(
    selection: Selection, codebook: Sequence[CodebookEntry] = ()
) -> dict[str, Any]:
    """Return the annotations as an AnnotationPage, the only one of its AnnotationCollection."""
    page = make_urn(f"page:{selection.key}")
    articles = selection.index_by_id()
    items = [
        *(_make_annotation(one, articles) for one in selection.annotations),
        *_list_codings(selection.coding, articles),
    ]
    return {
        "@context": [CONTEXT, _OWN_TERMS],
        "id": page,
        "type": "AnnotationPage",
        "generator": {"id": SOFTWARE, "type": "Software", "name": "Copydesk"},
        "partOf": {
            "id": make_urn(f"collection:{selection.key}"),
            "type": "AnnotationCollection",
            "label": selection.name,
            "total": len(items),
            "first": page,
            "last": page,
        },
        "startIndex": 0,
        **({CODEBOOK: make_concepts(codebook)} if codebook else {}),
        "items": items,
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
        **_describe_coder(annotation.coder),
        **({"body": body} if body else {}),
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _describe_coder(coder: str) -> dict[str, Any]:
    return {"creator": {"type": "Person", "name": coder}} if coder else {}


def _make_body(annotation: Annotation) -> list[dict[str, str]]:
    body = []
    if annotation.note:
        body.append(_make_text("commenting", annotation.note))
    return body + list(map(_make_tag, annotation.tags))


def _make_text(purpose: str, text: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/markdown", "value": text}


def _make_tag(name: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": "tagging", "value": name}


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


def _list_codings(coding: ArticleCoding, articles: dict[str, Article]) -> Iterator[dict[str, Any]]:
    """Yield what coders say of whole articles, then of stories."""
    for (about, coder), given in groupby(coding.tags, key=lambda tag: (tag.article, tag.coder)):
        yield _make_coding(
            *("article-tags", about, coder, _describe_article(articles[about])),
            motivation="tagging",
            body=[_make_tag(tag.tag) for tag in given],
        )
    for memo in coding.memos:
        yield _make_memo("article-memo", memo, _describe_article(articles[memo.about]))
    for mark in coding.coded:
        yield _make_coding(
            *("coded-article", mark.article, mark.coder, _describe_article(articles[mark.article])),
            motivation="assessing",
            created=mark.made,
            body={"type": "TextualBody", "purpose": "assessing", "value": "coded"},
        )
    for memo in coding.story_memos:
        story = {"id": make_story_urn(memo.about), "dcterms:title": memo.name}
        yield _make_memo("story-memo", memo, story)


def _make_memo(kind: CodingKind, memo: NamedMemo, target: dict[str, str]) -> dict[str, Any]:
    return _make_coding(
        *(kind, memo.about, memo.coder, target),
        motivation="describing",
        created=memo.created,
        modified=memo.updated,
        body=_make_text("describing", memo.memo),
    )


def _make_coding(
    kind: CodingKind, about: str, coder: str, target: dict[str, str], **said: object
) -> dict[str, Any]:
    return {
        "id": make_coding_urn(kind, about, coder),
        "type": "Annotation",
        **said,
        **_describe_coder(coder),
        "target": target,
    }
