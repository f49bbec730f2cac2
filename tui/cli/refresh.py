"""`copydesk refresh`: what has changed at the addresses of articles."""

from __future__ import annotations

import argparse
import sys

from storage.article_import.refresh import Refreshed, refresh_articles
from storage.errors import ReadError
from storage.library import Library
from storage.models import Article
from storage.version_changes import compare_versions
from storage.wording.plural import pluralize
from storage.wording.terminal_text import reveal_line
from tui.cli.diff import say_changes
from tui.cli.maintenance import open_existing
from tui.cli.printing import complain, mention, say, tells_progress
from tui.library.article_list import ArticleList


def refresh(options: argparse.Namespace) -> int:
    """Ask for the articles that are meant again, and print what each new version changed.

    Returns 1 where an address could not be read, 130 if ctrl+c ended it; what was told stays.
    """
    changed = failed = asked = 0
    with open_existing(options) as library:
        articles = _choose(library, options)
        try:
            for one in refresh_articles(
                library, articles, allow_local=options.allow_local, check=_show_progress
            ):
                asked += 1
                changed += one.version is not None
                failed += bool(one.problem)
                _tell(library, one)
        except KeyboardInterrupt:
            complain(f"Stopped after {asked} of {len(articles)}. New versions are in the library.")
            return 130
    same = asked - changed - failed
    say(f"{pluralize(asked, 'article')} asked for: {changed} changed, {same} the same.")
    return 1 if failed else 0


def _choose(library: Library, options: argparse.Namespace) -> list[Article]:
    """Return the newest versions that are meant and have an address."""
    listed = ArticleList(library.articles.list_all())
    if options.story:
        ids = list(library.stories.find(options.story).articles)
    else:
        ids = [one.id for one in listed.find(" ".join(options.filter))]
    newest = dict.fromkeys(library.articles.find_versions(one)[-1] for one in ids)
    # Without their addresses they could not be asked for; what is told of them has them hidden.
    return [one for one in library.articles.with_names.get_all(newest) if one.url]


def _show_progress(done: int, total: int) -> None:
    if tells_progress() and total > 1:
        sys.stderr.write(f"\r{done} of {total} …\r")
        sys.stderr.flush()


def _tell(library: Library, one: Refreshed) -> None:
    if one.notice:
        mention(one.notice)
    if one.problem:
        complain(one.problem)
    if one.version is None:
        return
    old, new = library.articles.get_all([one.article.id, one.version.id])
    say(f"New version of {reveal_line(old.title)} ({new.id})")
    try:
        say_changes(compare_versions(old, new))
    except ReadError as error:
        complain(str(error))
    say()
