"""`copydesk coded`: which articles coders are done with."""

from __future__ import annotations

import argparse

from storage.library import Library
from tui.cli.argument_types import UsageError
from tui.cli.maintenance import back_up_after_writing, find_library, open_existing
from tui.cli.printing import say
from tui.cli.table import TableColumn, print_table


def mark_coded(options: argparse.Namespace) -> int:
    """Mark the articles that are named as coded, or not; without any list all and their coders."""
    if not options.articles:
        if options.is_not:
            raise UsageError("--not needs the articles that are not coded.")
        with open_existing(options) as library:
            _list(library)
        return 0
    with open_existing(options) as library:
        ids = [library.articles.find(name).id for name in options.articles]
        library.coded_articles.mark(ids, is_coded=not options.is_not)
    back_up_after_writing(find_library(options))
    return 0


def _list(library: Library) -> None:
    articles, coders = library.articles.list_all(), library.coded_articles.find_coders()
    if not articles:
        say("The library is empty. Add articles with `copydesk add FILE...`.")
        return
    rows = [
        (one.id, ", ".join(coder or "yes" for coder in coders.get(one.id, ())), one.title)
        for one in articles
    ]
    print_table(["id", TableColumn("coded by", 8), TableColumn("title", 20, 32)], rows)
