"""`copydesk list`, `search` and `where`: what the library holds, for programs and for people."""

from __future__ import annotations

import argparse
from typing import Any

from storage.tables.article_details import read_details
from storage.tables.listed_articles import ListedArticle
from storage.wording.publication_dates import format_day
from tui.cli.maintenance import open_existing
from tui.cli.printing import complain, print_json, say
from tui.cli.table import TableColumn, print_table


def as_json(
    article: ListedArticle, citation_key: str | None = None, details: str | None = None
) -> dict[str, Any]:
    """Return an article as `list --json` promises it; `details` as they are stored."""
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "published": article.published,
        "url": article.url,
        "words": article.words,
        "tags": article.tags,
        "annotations": article.annotations,
        "stories": article.stories,
        "coded": article.coded,
        "citation_key": citation_key,
        "details": read_details(details),
    }


def list_articles(options: argparse.Namespace) -> int:
    """Print all articles, the last added first."""
    with open_existing(options) as library:
        articles = library.articles.list_all()
        details = library.articles.list_details() if options.json else {}
        memos = library.memos.list_all("article") if options.json else {}
    if options.json:
        print_json(
            [
                as_json(article, *details.get(article.id, ()))
                | {"memos": {one.coder: one.memo for one in memos.get(article.id, ())}}
                for article in articles
            ]
        )
    elif not articles:
        say("The library is empty. Add articles with `copydesk add FILE...`.")
    else:
        print_table(
            [
                "id",
                "notes",
                "words",
                "date",
                TableColumn("outlet", 8),
                TableColumn("tags", 6),
                TableColumn("title", 20, 32),
            ],
            [
                (
                    article.id,
                    article.annotations,
                    article.words,
                    format_day(article.published),
                    article.outlet,
                    ", ".join(article.tags),
                    article.title,
                )
                for article in articles
            ],
        )
    return 0


def search(options: argparse.Namespace) -> int:
    """Print what is found, best first."""
    from storage.search.query import parse_query

    query = parse_query(" ".join(options.words))
    with open_existing(options) as library:
        found = library.search.find(query)
        explained = library.search.explain(query, found=bool(found))
    for sentence in explained:
        complain(sentence)
    if options.json:
        print_json(
            [
                {
                    "article": _describe_article(one.article, one),
                    "start": one.start,
                    "end": one.end,
                    "snippet": one.snippet.text,
                    "in": one.kind,
                }
                for one in found
            ]
        )
    elif not found:
        what = "has all these words" if query.terms else "fits"
        say(f"Nothing in the library {what}.")
    else:
        print_table(
            [
                "article",
                "in",
                TableColumn("outlet", 8),
                TableColumn("title", 12),
                TableColumn("words", 24, 48),
            ],
            [(one.article, one.kind, one.outlet, one.title, one.snippet) for one in found],
        )
    return 0


def print_carriers(options: argparse.Namespace) -> int:
    """Print which other articles carry the text of one, most first."""
    from storage.discovery.carriers import find_carriers

    with open_existing(options) as library:
        carriers = find_carriers(library, library.articles.find(options.article))
    if options.json:
        print_json(
            [
                {
                    "article": _describe_article(one.article.id, one.article),
                    "words": one.words,
                    "share": round(one.share, 4),
                    "passages": one.passages,
                }
                for one in carriers
            ]
        )
    elif not carriers:
        say("No other article in the library carries this text.")
    else:
        print_table(
            [
                "article",
                "words",
                "share",
                "passages",
                "date",
                TableColumn("outlet", 8),
                TableColumn("title", 20, 32),
            ],
            [
                (
                    one.article.id,
                    one.words,
                    f"{one.share:.0%}",
                    one.passages,
                    format_day(one.article.published),
                    one.article.outlet,
                    one.article.title,
                )
                for one in carriers
            ],
        )
    return 0


def _describe_article(article_id: str, about: Any) -> dict[str, Any]:
    return {
        "id": article_id,
        "title": about.title,
        "outlet": about.outlet,
        "published": about.published,
        "url": about.url,
    }
