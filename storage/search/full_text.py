"""Full-text search over articles, notes and tags; FTS5 finds, this says where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from storage.coder import NOBODY, Coder
from storage.database.connection import Database
from storage.ids import name_by_id
from storage.search.conditions import (
    build_conditions,
    has_all,
    join_any,
    limit_to_text,
    write_list,
)
from storage.search.query import Query, QueryTerm, parse_query
from storage.search.snippets import BEGIN, END, Snippet, cut_snippet

MOST = 50
"""Results of one search, unless more are asked for."""

_HIDDEN = "Titles, outlets and authors are hidden, and not searched."
_COLUMNS = "article.id, article.title, article.outlet, article.published, article.url"
_ABOUT = 5
"""How many columns those are."""
_SHORTEST_TRIGRAM = 3


class SearchHit(NamedTuple):
    """One result: an article, and where in it or on it the words stand."""

    article: str
    title: str
    outlet: str
    published: str | None
    url: str | None
    kind: str
    """What the words stand in: `text`, `title` (outlet and author too), `note` or `tag`."""
    start: int | None
    """The first match in the text, or the annotation's place; None in a title or article tag."""
    end: int | None
    snippet: Snippet
    annotation: str | None = None
    """The annotation with that note or tag."""


class Search:
    """Searches the library. Any text is a legal query."""

    def __init__(self, db: Database, coder: Coder = NOBODY) -> None:
        self._db = db
        self._hides_names = coder.hides_names

    def find(self, typed: str | Query, most: int = MOST) -> list[SearchHit]:
        """Return at most `most` results, best first: tags, then notes and articles by their rank.

        See `parse_query` for what may be typed. All words must be found in one article, note or
        tag; English endings and accents make no difference, any signs in a row of Chinese,
        Japanese and Korean are found. With filters alone, all articles that meet them.
        """
        query = parse_query(typed) if isinstance(typed, str) else typed
        if not query.terms and not query.has_filters:
            return []
        where, values = build_conditions(query, hides_names=self._hides_names)
        found = [
            *self._search_tags(query, where, values, most),
            *self._search_notes(query, where, values, most),
        ]
        found = found[:most]
        found += self._search_articles(query, where, values, most - len(found))
        return [_hide_names(one) for one in found] if self._hides_names else found

    def explain(self, query: Query, *, found: bool) -> tuple[str, ...]:
        """Return what is to be said of a query here, by whether anything was found."""
        hidden = (_HIDDEN,) if self._hides_names and not found else ()
        return (*hidden, *query.explain(found=found))

    def _search_articles(
        self, query: Query, where: str, values: list[Any], most: int
    ) -> list[SearchHit]:
        if most <= 0:
            return []
        rows: Iterable[tuple[Any, ...]]
        if not query.terms:
            rows = self._db.execute(
                f"SELECT {_COLUMNS}, '', substr(article.text, 1, 400) FROM article WHERE {where}"
                " ORDER BY coalesce(article.published, '') DESC, article.added DESC LIMIT ?",
                [*values, most],
            )
        else:
            index = _choose_index(query.terms, hides_names=self._hides_names)
            if index.expression:
                rows = self._rank_articles(index, _limit_numbers(query, where), values, most)
            else:
                rows = self._scan_articles(index, where, values, most)
        return [_make_article_hit(row, query.terms) for row in rows]

    def _rank_articles(
        self, index: _IndexQuery, numbers: str, values: list[Any], most: int
    ) -> Iterable[tuple[Any, ...]]:
        table = index.table
        matching = " AND ".join([f"{table} MATCH ?", *index.conditions])
        # Ranked before any text is read: a common word stands in thousands of articles. A word
        # in the title tells more than one in the text; so do outlet and author.
        return self._db.execute(
            f"""
            WITH best (number, rank) AS MATERIALIZED (
                SELECT rowid, bm25({table}, 8.0, 4.0, 4.0, 1.0) FROM {table}
                WHERE {matching} AND rowid {numbers} ORDER BY 2 LIMIT ?
            )
            SELECT {_COLUMNS}, highlight({table}, 0, '{BEGIN}', '{END}'),
                highlight({table}, 3, '{BEGIN}', '{END}')
            FROM best
            JOIN {table} ON {table}.rowid = best.number
            JOIN article_number ON article_number.number = best.number
            JOIN article ON article.id = article_number.article
            WHERE {table} MATCH ? ORDER BY best.rank
            """,
            [index.expression, *index.signs, *values, most, index.expression],
        )

    def _scan_articles(
        self, index: _IndexQuery, where: str, values: list[Any], most: int
    ) -> Iterable[tuple[Any, ...]]:
        """Look through the East Asian articles: the index has no terms so short."""
        return self._db.execute(
            f"""
            SELECT {_COLUMNS}, article.title, article.text FROM signs_indexed
            JOIN article_number ON article_number.number = signs_indexed.number
            JOIN article ON article.id = article_number.article
            WHERE {" AND ".join([*index.conditions, where])} ORDER BY article.added DESC LIMIT ?
            """,
            [*index.signs, *values, most],
        )

    def _search_notes(
        self, query: Query, where: str, values: list[Any], most: int
    ) -> Iterator[SearchHit]:
        if not query.terms:
            return
        expression = " ".join(term.expression for term in query.terms)
        if query.without and query.without.terms:
            expression = f"({expression}) NOT ({join_any(query.without.terms)})"
        for row in self._db.execute(
            f"""
            SELECT {_COLUMNS}, highlight(note_words, 0, '{BEGIN}', '{END}'),
                target.start, target.end, target.annotation
            FROM note_words
            JOIN annotation_number ON annotation_number.number = note_words.rowid
            JOIN seen_annotation AS annotation ON annotation.id = annotation_number.annotation
            JOIN target ON target.annotation = annotation.id AND target.place = 0
            JOIN article ON article.id = target.article
            WHERE note_words MATCH ? AND {where}
            ORDER BY bm25(note_words) LIMIT ?
            """,
            [expression, *values, most],
        ):
            note, start, end, annotation = row[_ABOUT:]
            yield _make_hit(row, "note", cut_snippet(note), start, end, annotation)

    def _search_tags(
        self, query: Query, where: str, values: list[Any], most: int
    ) -> Iterator[SearchHit]:
        """Yield what carries a tag whose name has all the words of the query."""
        if not query.terms:
            return
        keys = write_list(term.text.lstrip("#").casefold() for term in query.terms)
        names = has_all("tag.key")
        for row in self._db.execute(
            f"""
            SELECT {_COLUMNS}, tag.name, target.start, target.end, target.annotation FROM tag
            JOIN annotation_tag ON annotation_tag.tag = tag.id
            JOIN seen_annotation AS annotation ON annotation.id = annotation_tag.annotation
            JOIN target ON target.annotation = annotation.id AND target.place = 0
            JOIN article ON article.id = target.article
            WHERE {names} AND {where}
            UNION ALL
            SELECT {_COLUMNS}, tag.name, NULL, NULL, NULL FROM tag
            JOIN seen_article_tag AS article_tag ON article_tag.tag = tag.id
            JOIN article ON article.id = article_tag.article
            WHERE {names} AND {where} LIMIT ?
            """,
            [keys, *values, keys, *values, most],
        ):
            name, start, end, annotation = row[_ABOUT:]
            yield _make_hit(row, "tag", cut_snippet(f"{BEGIN}{name}{END}"), start, end, annotation)


def _hide_names(hit: SearchHit) -> SearchHit:
    name = name_by_id(hit.article)
    snippet = cut_snippet(name) if hit.kind == "title" else hit.snippet
    return hit._replace(title=name, outlet="", url=None, snippet=snippet)


class _IndexQuery(NamedTuple):
    """What is asked of which index."""

    table: str
    expression: str
    """In FTS5's syntax; empty where all terms are too short for the index."""
    conditions: tuple[str, ...] = ()
    """That all terms are there which are too short, if any are."""
    signs: tuple[str, ...] = ()
    """Those terms, as the condition takes them."""


def _choose_index(terms: tuple[QueryTerm, ...], *, hides_names: bool) -> _IndexQuery:
    """Return the index that knows these terms, and what to ask of it: texts alone, or names too."""
    limit = limit_to_text if hides_names else str
    if not any(term.is_east_asian for term in terms):
        return _IndexQuery("article_words", limit(" ".join(term.expression for term in terms)))
    long = [
        QueryTerm(term.text).expression for term in terms if len(term.text) >= _SHORTEST_TRIGRAM
    ]
    short = [term.text for term in terms if len(term.text) < _SHORTEST_TRIGRAM]
    number = "article_signs.rowid" if long else "signs_indexed.number"
    searched = "text" if hides_names else "title || text"
    read = f"(SELECT {searched} FROM numbered_article WHERE number = {number})"
    conditions, signs = ((has_all(read),), (write_list(short),)) if short else ((), ())
    return _IndexQuery("article_signs", limit(" ".join(long)) if long else "", conditions, signs)


def _limit_numbers(query: Query, where: str) -> str:
    """Return a condition on the numbers of articles: that they meet `where`.

    Without a filter the few that are in the trash are left out, instead of all others let in.
    """
    if query.has_filters:
        return (
            "IN (SELECT number FROM article_number JOIN article"
            f" ON article.id = article_number.article WHERE {where})"
        )
    return (
        "NOT IN (SELECT number FROM article_number JOIN article"
        " ON article.id = article_number.article WHERE article.deleted IS NOT NULL)"
    )


def _make_article_hit(row: tuple[Any, ...], terms: tuple[QueryTerm, ...]) -> SearchHit:
    title, text = row[_ABOUT:]
    if BEGIN not in text and BEGIN not in title:
        for term in terms:  # what was looked through, not found in an index
            title = title.replace(term.text, f"{BEGIN}{term.text}{END}")
            text = text.replace(term.text, f"{BEGIN}{term.text}{END}")
    snippet = cut_snippet(text)
    if terms and not snippet.matches:
        return _make_hit(row, "title", cut_snippet(title))
    return _make_hit(row, "text", snippet, snippet.start, snippet.end)


def _make_hit(
    row: tuple[Any, ...],
    kind: str,
    snippet: Snippet,
    start: int | None = None,
    end: int | None = None,
    annotation: str | None = None,
) -> SearchHit:
    article, title, outlet, published, url = row[:_ABOUT]
    return SearchHit(article, title, outlet, published, url, kind, start, end, snippet, annotation)
