"""Annotations in the JSON of the Hypothesis API, as its search returns them.

A row is an annotation, with every target. Offsets are UTF-16 code units of the article's text, as
a browser counts; there is no RangeSelector, which needs the elements of a page.
"""

from __future__ import annotations

from typing import Any

from storage.anchoring.utf16 import Utf16
from storage.export.interchange.identifiers import SOFTWARE, make_iri
from storage.export.selection import Selection
from storage.models import Annotation, Article, Target

USER = "acct:copydesk@localhost"
"""Whose annotations they are, as long as nobody has sent them to a server."""
GENERATOR = "generator"
"""Not of the API: by this a file of ours is known."""


def make_hypothesis_search(selection: Selection) -> dict[str, Any]:
    """Return the annotations as the result of a search, oldest first, readable by nobody else."""
    articles = selection.index_by_id()
    units = {article.id: Utf16(article.text) for article in selection.articles}
    return {
        "total": len(selection.annotations),
        "rows": [_make_row(one, articles, units) for one in selection.annotations],
        GENERATOR: SOFTWARE,
    }


def _make_row(
    annotation: Annotation, articles: dict[str, Article], units: dict[str, Utf16]
) -> dict[str, Any]:
    first = articles[annotation.targets[0].article]
    return {
        "id": annotation.id,
        "created": annotation.created,
        "updated": annotation.updated,
        "user": USER,
        **({"user_info": {"display_name": annotation.coder}} if annotation.coder else {}),
        "uri": make_iri(first.url, first.id),
        "text": annotation.note,
        "tags": list(annotation.tags),
        "group": "__world__",
        "permissions": {
            "read": [USER],
            "admin": [USER],
            "update": [USER],
            "delete": [USER],
        },
        "target": [
            _make_target(one, articles[one.article], units[one.article])
            for one in annotation.targets
        ],
        "document": {"title": [first.title]},
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
