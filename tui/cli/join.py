"""`copydesk join`: two articles are versions of one, whatever their addresses."""

from __future__ import annotations

import argparse

from storage.export.told_changes import describe_version
from tui.cli.known_articles import find_known
from tui.cli.maintenance import open_existing
from tui.cli.printing import say
from tui.cli.table import TableColumn, print_table


def join_articles(options: argparse.Namespace) -> int:
    """Join the two that are named, and print the versions, oldest first."""
    with open_existing(options) as library:
        one, other = (find_known(library, name) for name in (options.article, options.other))
        versions = library.articles.get_all(library.articles.join_versions(one.id, other.id))
    say(f"{len(versions)} versions, oldest first; undo in the app takes it back")
    print_table(
        ["id", TableColumn("version", 20)], [(one.id, describe_version(one)) for one in versions]
    )
    return 0
