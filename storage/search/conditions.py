"""What an article must meet to be found, as SQL that is as short for thousands of words as for one.

A condition a word would be more than SQLite takes: words go to it as one list, in JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from storage.search.query import Query, QueryTerm

_HAS_TAGS = """
    article.id IN (
        SELECT article FROM (
            SELECT article_tag.article, wanted.value FROM json_each(?) AS wanted
            JOIN tag ON tag.key = wanted.value
                OR substr(tag.key, 1, length(wanted.value) + 1) = wanted.value || '/'
            JOIN seen_article_tag AS article_tag ON article_tag.tag = tag.id
            UNION
            SELECT target.article, wanted.value FROM json_each(?) AS wanted
            JOIN tag ON tag.key = wanted.value
                OR substr(tag.key, 1, length(wanted.value) + 1) = wanted.value || '/'
            JOIN annotation_tag ON annotation_tag.tag = tag.id
            JOIN seen_annotation AS annotation ON annotation.id = annotation_tag.annotation
            JOIN target ON target.annotation = annotation.id
        ) GROUP BY article HAVING count(*) >= ?
    )
    """
_IS_IN_STORIES = """
    article.id IN (
        SELECT article FROM (
            SELECT DISTINCT story_article.article, wanted.value FROM json_each(?) AS wanted
            JOIN story ON story.id = wanted.value
                OR instr(lower(story.name), lower(wanted.value))
            JOIN story_article ON story_article.story = story.id
            WHERE story.deleted IS NULL {called}
        ) GROUP BY article HAVING count(*) >= ?
    )
    """
_IS_CALLED_OTHERWISE = """
    AND NOT EXISTS (
        SELECT 1 FROM story_article AS member JOIN article AS called ON called.id = member.article
        WHERE member.story = story.id
            AND (story.name = called.title OR instr(story.name, called.title || ' (') = 1)
    )
    """
_IS_BY_CODERS = """
    article.id IN (
        SELECT article FROM (
            SELECT target.article, wanted.value FROM json_each(?) AS wanted
            JOIN seen_annotation ON instr(lower(seen_annotation.coder), lower(wanted.value))
            JOIN target ON target.annotation = seen_annotation.id
            UNION
            SELECT seen_article_tag.article, wanted.value FROM json_each(?) AS wanted
            JOIN seen_article_tag ON instr(lower(seen_article_tag.coder), lower(wanted.value))
        ) GROUP BY article HAVING count(*) >= ?
    )
    """
_IS_CODED = """
    article.id IN (
        SELECT article FROM (
            SELECT DISTINCT seen_coded_article.article, wanted.value FROM json_each(?) AS wanted
            JOIN seen_coded_article ON lower(wanted.value) = 'yes'
                OR instr(lower(seen_coded_article.coder), lower(wanted.value))
        ) GROUP BY article HAVING count(*) >= ?
    )
    """
_HAS_WORDS = """
    article.id IN (
        SELECT article_number.article FROM article_words
        JOIN article_number ON article_number.number = article_words.rowid
        WHERE article_words MATCH ?
    )
    """


class _Names(NamedTuple):
    """SQL that hangs on whether the names of articles are hidden."""

    outlet: str
    searched: str
    """What words are looked for in."""
    is_in_stories: str


_SHOWN = _Names(
    "article.outlet", "article.title || article.text", _IS_IN_STORIES.replace("{called}", "")
)
_HIDDEN = _Names("''", "article.text", _IS_IN_STORIES.replace("{called}", _IS_CALLED_OTHERWISE))


def write_list(words: Iterable[str]) -> str:
    """Return words as the one parameter that `has_all` takes."""
    return json.dumps(list(words), ensure_ascii=False)


def has_all(text: str, fold: str = "") -> str:
    """Return the condition that the SQL expression `text` has all words of a list in it.

    `fold` is an SQL function that is applied to both, if any.
    """
    return (
        "NOT EXISTS (SELECT 1 FROM json_each(?) AS word"
        f" WHERE NOT instr({fold}({text}), {fold}(word.value)))"
    )


def build_conditions(query: Query, *, hides_names: bool = False) -> tuple[str, list[Any]]:
    """Return what an article must meet, as SQL with its parameters.

    To who is not to know the names of articles, outlets are as if there were none, stories that are
    called after an article too, and words are looked for in texts alone.
    """
    names = _HIDDEN if hides_names else _SHOWN
    conditions = ["article.deleted IS NULL"]
    values: list[Any] = []
    if query.outlets:
        conditions.append(has_all(names.outlet, "lower"))
        values.append(write_list(query.outlets))
    if query.tags:
        tags = dict.fromkeys(tag.casefold() for tag in query.tags)
        conditions.append(_HAS_TAGS)
        values += [write_list(tags), write_list(tags), len(tags)]
    if query.stories:
        conditions.append(names.is_in_stories)
        values += [write_list(query.stories), len(query.stories)]
    if query.coders:
        coders = write_list(query.coders)
        conditions.append(_IS_BY_CODERS)
        values += [coders, coders, len(query.coders)]
    if query.coded:
        conditions.append(_IS_CODED)
        values += [write_list(query.coded), len(query.coded)]
    if query.after:
        conditions.append("article.published >= ?")
        values.append(query.after)
    if query.before:
        conditions.append("article.published < ?")
        values.append(query.before)
    for condition, its_values in _list_unwanted(query.without or Query(), names):
        conditions.append(f"NOT {condition}")
        values += its_values
    return " AND ".join(conditions), values


def limit_to_text(expression: str) -> str:
    """Return what FTS5 finds the same by in texts, not in titles, outlets and authors."""
    return f"{{text}} : ({expression})"


def join_any(terms: Iterable[QueryTerm]) -> str:
    """Return what FTS5 finds any of these terms by."""
    return " OR ".join(term.expression for term in terms)


def _list_unwanted(query: Query, names: _Names) -> Iterator[tuple[str, list[Any]]]:
    """Yield conditions, with their parameters, none of which an article may meet."""
    words = [term for term in query.terms if not term.is_east_asian]
    signs = [term.text for term in query.terms if term.is_east_asian]
    if words:
        wanted = join_any(words)
        yield _HAS_WORDS, [limit_to_text(wanted) if names is _HIDDEN else wanted]
    if signs:
        yield _has_any(names.searched), [write_list(signs)]
    if query.outlets:
        yield _has_any(names.outlet, "lower"), [write_list(query.outlets)]
    if query.tags:
        tags = write_list(tag.casefold() for tag in query.tags)
        yield _HAS_TAGS, [tags, tags, 1]
    if query.stories:
        yield names.is_in_stories, [write_list(query.stories), 1]
    if query.coders:
        coders = write_list(query.coders)
        yield _IS_BY_CODERS, [coders, coders, 1]
    if query.coded:
        yield _IS_CODED, [write_list(query.coded), 1]
    if query.after:
        yield "coalesce(article.published >= ?, 0)", [query.after]
    if query.before:
        yield "coalesce(article.published < ?, 0)", [query.before]


def _has_any(text: str, fold: str = "") -> str:
    """Return the condition that the SQL expression `text` has any word of a list in it."""
    return (
        "EXISTS (SELECT 1 FROM json_each(?) AS word"
        f" WHERE instr({fold}({text}), {fold}(word.value)))"
    )
