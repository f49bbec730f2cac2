"""The command that edits what is known of an article."""

from __future__ import annotations

import argparse

from tui.cli.argument_types import UsageError
from tui.cli.maintenance import open_existing


def edit_article(options: argparse.Namespace) -> int:
    """Store the values that are given; `UsageError` where none is."""
    from storage.tables.article_fields import EDITABLE

    values = {name: getattr(options, name) for name in EDITABLE}
    given = {name: value for name, value in values.items() if value is not None}
    if not given and options.memo is None:
        names = ", ".join(f"--{name}".replace("citation_", "") for name in (*EDITABLE, "memo"))
        raise UsageError(f"Nothing to change. Use one of {names}.")
    with open_existing(options) as library:
        article = library.articles.find(options.article)
        if given:
            library.articles.edit(article.id, given)
        if options.memo is not None:
            library.memos.write("article", article.id, options.memo)
    return 0
