"""`copydesk watch`: new entries of feeds, and what of the library they carry."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta

from storage.article_import.web.urls import is_address
from storage.feed_watch import Arrival, FeedWatch
from storage.wording.percent import format_percent
from storage.wording.plural import pluralize
from storage.wording.terminal_text import reveal_line
from tui.cli.argument_types import UsageError
from tui.cli.maintenance import open_named
from tui.cli.printing import complain, mention, say


def watch_feeds(options: argparse.Namespace, sleep: Callable[[float], None] = time.sleep) -> int:
    """Look at the feeds, wait, and look again, until ctrl+c or after once where that is wanted.

    Returns 1 where it looked once and something could not be read. The library is open only while
    it looks.
    """
    for feed in options.feeds:
        if not is_address(feed):
            raise UsageError(f"{feed} is not a web address; watch takes the addresses of feeds.")
    added = 0
    failed = False
    watch = FeedWatch(options.feeds, options.share, allow_local=options.allow_local)
    with closing(watch):
        try:
            while True:
                with open_named(options) as library:
                    for arrival in watch.look(library):
                        added += arrival.article is not None
                        failed = failed or bool(arrival.problem)
                        _tell(arrival)
                if options.once:
                    break
                _tell_when(options.every)
                sleep(options.every)
        except KeyboardInterrupt:
            failed = False
    say(f"{pluralize(added, 'article')} added.")
    return int(failed)


def _tell(arrival: Arrival) -> None:
    if arrival.notice:
        mention(arrival.notice)
    if arrival.problem:
        complain(arrival.problem)
    if arrival.article is not None:
        article = arrival.article
        say(f"{article.id} {reveal_line(article.title)} ({reveal_line(article.outlet)})")
        for one in arrival.carried:
            title = reveal_line(one.article.title)
            say(f"  carries {format_percent(one.words, one.of)} of {one.article.id} {title}")
    sys.stdout.flush()


def _tell_when(seconds: float) -> None:
    """Say on a terminal when the next look is."""
    if sys.stdout.isatty():
        at = datetime.now() + timedelta(seconds=seconds)
        say(f"Next check at {at:%H:%M}. ctrl+c: stop")
        sys.stdout.flush()
