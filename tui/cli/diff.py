"""`copydesk diff`: what a newer version of an article changed, the weightiest first."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path
from typing import Any

from storage.article_import.web.urls import is_address
from storage.errors import NotFoundError, ReadError
from storage.export.markdown.changes import render_changes
from storage.export.markdown.diff_marks import mark_changes
from storage.export.told_changes import (
    describe_version,
    mark_field,
    summarize_changes,
    tell_changes,
)
from storage.library import Library
from storage.models import Article
from storage.version_changes import VersionChanges, compare_versions
from storage.wording.terminal_text import quote_asked, reveal_line
from textreuse import JSON_SCHEMA, Change, ChangedWords, Span
from tui.cli.argument_types import UsageError
from tui.cli.drafts import make_draft_article
from tui.cli.hanging_lines import say_hanging
from tui.cli.known_articles import find_at_address, find_known
from tui.cli.maintenance import open_existing
from tui.cli.printing import mention, print_json, say, use_utf8


def print_changes(options: argparse.Namespace) -> int:
    """Print what the second of two articles changed, or each version of one."""
    if options.new is None and (_is_file(options.old)):
        raise UsageError("A file has one version; name another one to compare it with.")
    if options.json and options.markdown:
        raise UsageError("Choose --json or --markdown, not both.")
    articles = _find_articles(options)
    found = [compare_versions(old, new) for old, new in pairwise(articles)]
    if options.json:
        print_json(describe_revisions(articles, found))
    elif options.markdown:
        use_utf8()
        say("\n".join(map(render_changes, found)).rstrip("\n"))
    else:
        for number, one in enumerate(found):
            if number:
                say()
            say_changes(one)
    return 0


def describe_revisions(
    articles: Sequence[Article], found: Sequence[VersionChanges]
) -> dict[str, Any]:
    """Return what `diff --json` promises: the versions, and what each changed in the one before."""
    return {
        "schema": JSON_SCHEMA,
        "articles": [_describe_article(at, article) for at, article in enumerate(articles)],
        "revisions": [
            {
                "old": at,
                "new": at + 1,
                "fields": [field._asdict() for field in one.fields],
                "changes": [_describe_change(change, at) for change in one.changes],
            }
            for at, one in enumerate(found)
        ],
    }


def say_changes(found: VersionChanges) -> None:
    """Print what one version changed, for people."""
    say(f"old: {reveal_line(describe_version(found.old))}")
    say(f"new: {reveal_line(describe_version(found.new))}")
    if not found.changes and not found.fields:
        say("No changes.")
        return
    say(f"{summarize_changes(found)}; ~~removed~~, **added**")
    for field in found.fields:
        say()
        say(field.name.capitalize())
        say_hanging(mark_changes(mark_field(field), reveal_line))
    for kind in tell_changes(found):
        say()
        say(kind.name)
        for change in kind.changes:
            say_hanging(f"{change.place}: {mark_changes(change.pieces, reveal_line)}")


def _find_articles(options: argparse.Namespace) -> list[Article]:
    """Return the two that are named, or all versions of the one."""
    with ExitStack() as stack:
        library: Library | None = None

        def find_library() -> Library:
            nonlocal library
            if library is None:
                library = stack.enter_context(open_existing(options))
            return library

        if options.new is not None:
            return [
                _read_file(name, options)
                if _is_file(name)
                else _find_or_fetch(find_library(), name, options)
                for name in (options.old, options.new)
            ]
        article = find_known(find_library(), options.old)
        versions = find_library().articles.find_versions(article.id)
        if len(versions) < 2:
            raise NotFoundError(
                f"{quote_asked(article.title)} has only one version;"
                " name another article to compare it with."
            )
        return find_library().articles.get_all(versions)


def _is_file(name: str) -> bool:
    return not is_address(name) and Path(name).is_file()


def _find_or_fetch(library: Library, name: str, options: argparse.Namespace) -> Article:
    if is_address(name) and find_at_address(library, name) is None:
        return _read_file(name, options)
    return find_known(library, name)


def _read_file(name: str, options: argparse.Namespace) -> Article:
    """Read an article that is not in the library; `ReadError` where it is none."""
    from storage.article_import.gather import gather

    gathered = gather([name], allow_local=options.allow_local)
    for sentence in gathered.notices:
        mention(sentence)
    if gathered.problems:
        raise ReadError(gathered.problems[0])
    return make_draft_article(gathered.articles[0])


def _describe_article(at: int, article: Article) -> dict[str, Any]:
    return {
        "id": at,
        "library_id": article.id if article.added else None,
        "path": article.path,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "modified": article.modified,
        "captured": article.captured,
        "added": article.added or None,
        "words": article.words,
    }


def _describe_change(change: Change, first: int) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "old": _describe_span(change.old, first),
        "new": _describe_span(change.new, first),
        "words": [_describe_words(one, first) for one in change.words],
    }


def _describe_words(words: ChangedWords, first: int) -> dict[str, Any]:
    return {
        "kind": words.kind,
        "old": _describe_span(words.old, first),
        "new": _describe_span(words.new, first),
    }


def _describe_span(span: Span | None, first: int) -> dict[str, int] | None:
    """Return a place, with the number that its article has among all versions."""
    return None if span is None else span._replace(article=first + span.article)._asdict()
