"""Annotations in the JSON of the Hypothesis API, as its search returns them.

A row is an annotation, with every target. Offsets are UTF-16 code units of the article's text, as
a browser counts; there is no RangeSelector, which needs the elements of a page. What a coder says
of a whole article, tags and memo, is a page note: a row without a selector.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from storage.anchoring.utf16 import Utf16
from storage.export.article_coding import NO_CODING
from storage.export.interchange.identifiers import (
    SOFTWARE,
    make_coding_urn,
    make_iri,
    make_library_id,
)
from storage.export.selection import Selection
from storage.models import Annotation, Article, Target
from storage.wording.joined_words import join_words

USER = "acct:copydesk@localhost"
"""Whose annotations they are, as long as nobody has sent them to a server."""
GENERATOR = "generator"
"""Not of the API: by this a file of ours is known."""


def make_hypothesis_search(selection: Selection) -> dict[str, Any]:
    """Return the annotations as the result of a search, oldest first, readable by nobody else.

    Page notes come last, by article and coder; one without a memo has no times, for tags have none.
    """
    articles = selection.index_by_id()
    units = {article.id: Utf16(article.text) for article in selection.articles}
    rows = [
        *(_make_annotation_row(one, articles, units) for one in selection.annotations),
        *_list_page_notes(selection),
    ]
    return {"total": len(rows), "rows": rows, GENERATOR: SOFTWARE}


def tell_not_held(selection: Selection) -> tuple[str, ...]:
    """Say what of a selection Hypothesis has no place for."""
    coding = selection.coding
    lost = [
        *(["which articles are coded"] if coding.coded else ()),
        *(["memos on stories"] if coding.story_memos else ()),
    ]
    if not lost:
        return ()
    return (f"Hypothesis has no place for {join_words(lost)}; that stays in the library.",)


def _make_annotation_row(
    annotation: Annotation, articles: dict[str, Article], units: dict[str, Utf16]
) -> dict[str, Any]:
    return _make_row(
        annotation.id,
        annotation.coder,
        articles[annotation.targets[0].article],
        annotation.note,
        annotation.tags,
        [
            _make_target(one, articles[one.article], units[one.article])
            for one in annotation.targets
        ],
        {"created": annotation.created, "updated": annotation.updated},
    )


def _list_page_notes(selection: Selection) -> Iterator[dict[str, Any]]:
    """Yield a page note for each coder who tagged an article or wrote of it."""
    grouped = selection.coding.group_by_article()
    for article in selection.articles:
        said = grouped.get(article.id, NO_CODING)
        memos = {memo.coder: memo for memo in said.memos}
        for coder in dict.fromkeys([*(tag.coder for tag in said.tags), *memos]):
            memo = memos.get(coder)
            yield _make_row(
                make_library_id(make_coding_urn("article-memo", article.id, coder)),
                coder,
                article,
                memo.memo if memo else "",
                [tag.tag for tag in said.tags if tag.coder == coder],
                [{"source": make_iri(article.url, article.id)}],
                {"created": memo.created, "updated": memo.updated} if memo else {},
            )


def _make_row(
    own_id: str,
    coder: str,
    about: Article,
    note: str,
    tags: Sequence[str],
    targets: list[dict[str, Any]],
    times: dict[str, str],
) -> dict[str, Any]:
    return {
        "id": own_id,
        **times,
        "user": USER,
        **({"user_info": {"display_name": coder}} if coder else {}),
        "uri": make_iri(about.url, about.id),
        "text": note,
        "tags": list(tags),
        "group": "__world__",
        "permissions": {
            "read": [USER],
            "admin": [USER],
            "update": [USER],
            "delete": [USER],
        },
        "target": targets,
        "document": {"title": [about.title]},
        "links": {},
        "hidden": False,
        "flagged": False,
    }


def _make_target(target: Target, article: Article, units: Utf16) -> dict[str, Any]:
    anchor = target.anchor
    return {
        "source": make_iri(article.url, article.id),
        "selector": [
            {
                "type": "TextPositionSelector",
                "start": units.count_units(anchor.start),
                "end": units.count_units(anchor.end),
            },
            {
                "type": "TextQuoteSelector",
                "exact": anchor.quote,
                "prefix": anchor.prefix,
                "suffix": anchor.suffix,
            },
        ],
    }
