"""Annotations as CSV in long form: a row for each tag of each place of an annotation.

That is what a pivot table or R's `count(tag)` takes as it is. An annotation without tags has one
row with an empty tag. What is said of a whole article has rows without an annotation: its tags,
memos, and who is done with it; memos on stories come last. RFC 4180: commas, CRLF, line breaks
inside quotes.
"""

from __future__ import annotations

from collections.abc import Iterator

from storage.anchoring.located_targets import LocatedTarget
from storage.export.article_coding import NO_CODING, NamedMemo
from storage.export.selection import Selection
from storage.models import Article
from storage.wording.csv_cells import write_rows

COLUMNS = (
    *("annotation_id", "place", "tag", "note", "quote", "state", "start", "end"),
    *("article_id", "article_title", "outlet", "author", "published", "url"),
    *("created", "updated", "coder"),
)
"""`place` counts the targets of an annotation from 1; `start` and `end` are code points of the
article's text, empty for an orphan; times are UTC. The `state` of what is no annotation is
`article` for a tag of the whole article, `memo`, `coded` where the coder is done with it, and
`story memo`, which has the name of the story for a title."""

_Row = tuple[str | int, ...]


def render_csv(selection: Selection) -> str:
    """Return the table; spreadsheets run nothing of what is in it."""
    rows = [row for one in selection.located for row in _list_rows(one, selection)]
    rows += _list_coding(selection)
    return write_rows(COLUMNS, rows)


def _list_rows(located: LocatedTarget, selection: Selection) -> Iterator[_Row]:
    annotation, article = located.annotation, located.article
    for tag in selection.list_uses(annotation) or [""]:
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
            annotation.coder,
        )


def _list_coding(selection: Selection) -> Iterator[_Row]:
    """Yield the rows of what is said of whole articles, article by article, then of stories."""
    grouped = selection.coding.group_by_article()
    for article in selection.articles:
        known, said = _describe_article(article), grouped.get(article.id, NO_CODING)
        for tag in said.tags:
            yield "", "", tag.tag, "", "", "article", "", "", *known, "", "", tag.coder
        for memo in said.memos:
            yield _make_memo_row(memo, "memo", known)
        for mark in said.coded:
            yield "", "", "", "", "", "coded", "", "", *known, mark.made, "", mark.coder
    for memo in selection.coding.story_memos:
        yield _make_memo_row(memo, "story memo", ("", memo.name, "", "", "", ""))


def _make_memo_row(memo: NamedMemo, state: str, known: _Row) -> _Row:
    times = memo.created, memo.updated
    return "", "", "", memo.memo, "", state, "", "", *known, *times, memo.coder


def _describe_article(article: Article) -> _Row:
    known = article.author, article.published, article.url
    return article.id, article.title, article.outlet, *(one or "" for one in known)
