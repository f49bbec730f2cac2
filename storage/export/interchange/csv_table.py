"""Annotations as CSV in long form: a row for each tag of each place of an annotation.

That is what a pivot table or R's `count(tag)` takes as it is. An annotation without tags has one
row with an empty tag; a tag of a whole article has a row without an annotation. RFC 4180: commas,
CRLF, line breaks inside quotes.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from storage.anchoring.located_targets import LocatedTarget, locate_targets
from storage.export.interchange.csv_cells import defuse
from storage.export.selection import Selection
from storage.models import Article

COLUMNS = (
    *("annotation_id", "place", "tag", "note", "quote", "state", "start", "end"),
    *("article_id", "article_title", "outlet", "author", "published", "url"),
    *("created", "updated"),
)
"""`place` counts the targets of an annotation from 1; `start` and `end` are code points of the
article's text, empty for an orphan; times are UTC. A tag of the whole article has the `state`
`article`."""

_Row = tuple[str | int, ...]


def render_csv(selection: Selection, article_tags: Mapping[str, Sequence[str]]) -> str:
    """Return the table; spreadsheets run nothing of what is in it.

    `article_tags` are those of whole articles, by the ids of these; their rows come last.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(COLUMNS)
    located = locate_targets(selection.annotations, selection.articles)
    rows = [row for one in located for row in _list_rows(one)]
    for article in selection.articles:
        rows += _list_article_rows(article, article_tags.get(article.id, ()))
    for row in rows:
        writer.writerow([defuse(cell) if isinstance(cell, str) else cell for cell in row])
    return written.getvalue()


def _list_rows(located: LocatedTarget) -> Iterator[_Row]:
    annotation, article = located.annotation, located.article
    for tag in annotation.tags or ("",):
        yield (
            annotation.id,
            located.number + 1,
            tag,
            annotation.note,
            located.quote,
            located.state,
            located.span.start if located.stands else "",
            located.span.end if located.stands else "",
            *_describe_article(article),
            annotation.created,
            annotation.updated,
        )


def _list_article_rows(article: Article, tags: Sequence[str]) -> Iterator[_Row]:
    for tag in tags:
        yield "", "", tag, "", "", "article", "", "", *_describe_article(article), "", ""


def _describe_article(article: Article) -> _Row:
    known = article.author, article.published, article.url
    return article.id, article.title, article.outlet, *(one or "" for one in known)
