"""`copydesk quotes`: who said what in files, or in a story of the library."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from storage.comparing import ComparedStory, compare_in
from storage.export.told_findings import find_verdicts
from storage.tables.finding_verdicts import Verdict
from textreuse import JSON_SCHEMA, describe_articles, describe_quotations
from tui.cli.add import read_drafts
from tui.cli.argument_types import UsageError
from tui.cli.compare import label_articles
from tui.cli.drafts import compare_drafts
from tui.cli.export import find_only_story
from tui.cli.findings_report import print_quotations
from tui.cli.maintenance import open_existing
from tui.cli.printing import print_json


def print_quotes(options: argparse.Namespace) -> int:
    """Print the quotations of the files that are named, of a story, or of the only story.

    What the reader dismissed in the library counts for a story. Returns 1 where a file could not be
    read.
    """
    if options.files and options.story:
        raise UsageError("Name files, or a story with --story, not both.")
    if options.allow_local and not options.files:
        raise UsageError("--allow-local needs an address to fetch.")
    if options.files:
        drafts, status = read_drafts(options)
        if drafts:
            _print(compare_drafts(drafts), {}, as_json=options.json)
        return status
    with open_existing(options) as library:
        story = library.stories.find(options.story or find_only_story(library))
        compared = compare_in(library, library.articles.get_all(story.articles))
        verdicts = find_verdicts(library, compared)
    _print(compared, verdicts, as_json=options.json)
    return 0


def _print(compared: ComparedStory, verdicts: Mapping[str, Verdict], *, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "schema": JSON_SCHEMA,
                "articles": describe_articles(
                    compared.kept, compared.statements, label_articles(compared)
                ),
                **describe_quotations(compared.statements),
            }
        )
    else:
        print_quotations(compared, verdicts)
