"""The command that annotates a quote."""

from __future__ import annotations

import argparse

from storage.errors import NotFoundError
from tui.cli.argument_types import UsageError
from tui.cli.maintenance import open_existing
from tui.cli.printing import say


def annotate_quote(options: argparse.Namespace) -> int:
    """Annotate the words that are named, and print the id of the annotation."""
    from storage.anchoring.anchors import make_anchor
    from storage.anchoring.find_quote import find_quote
    from storage.models import Target

    if not options.quote:
        raise UsageError("--quote needs the words to annotate.")
    with open_existing(options) as library:
        article = library.articles.find(options.article)
        found = find_quote(options.quote, article.text)
        if len(found) < options.nth:
            times = {0: "does not occur", 1: "occurs only once"}.get(
                len(found), f"occurs only {len(found)} times"
            )
            raise NotFoundError(f"The quote {times} in {article.id} {article.title}.")
        anchor = make_anchor(article.text, *found[options.nth - 1])
        annotation = library.annotations.create(
            [Target(article.id, anchor)], options.note, options.tag
        )
    say(annotation.id)
    return 0
