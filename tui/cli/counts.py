"""`copydesk counts`: how often tags are used, by outlet, story, article or date, or together."""

from __future__ import annotations

import argparse
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from storage.counts.count_table import CountTable
from storage.counts.counting import CountRequest, count
from storage.counts.written_table import describe_table, write_csv, write_markdown
from storage.export.plain_file import write_plain_file
from storage.export.selection import select_search
from storage.library import Library
from storage.tables.hidden_names import tell_hidden
from storage.wording.joined_words import split_names
from storage.wording.terminal_text import reveal_path
from textreuse import JSON_SCHEMA
from tui.cli.argument_types import UsageError
from tui.cli.maintenance import open_existing
from tui.cli.printing import mention, print_document, print_json, say
from tui.cli.table import TableColumn, print_table


def print_counts(options: argparse.Namespace) -> int:
    """Print the counts that are asked for, or write them into a file."""
    request = _read_request(options)
    with open_existing(options) as library:
        coders = library.coded_articles.find_named(split_names(options.coders))
        request = replace(request, coders=tuple(coders))
        table = count(library, request, _find_articles(library, options))
        if options.output not in (None, "-"):
            say(reveal_path(_write(library, table, options)))
            for sentence in tell_hidden(library.coder):
                mention(sentence)
            return 0
    if options.json:
        print_json({"schema": JSON_SCHEMA, **describe_table(table)})
    elif options.format or options.output:
        print_document(_render(table, options))
    else:
        _print(table)
    return 0


def _read_request(options: argparse.Namespace) -> CountRequest:
    if options.within and (options.by or options.measure):
        raise UsageError("--with counts tags with each other; leave out --by and --measure.")
    if options.json and (options.format or options.output):
        raise UsageError("--json prints; leave out --format and -o.")
    return CountRequest(
        options.by or "outlet",
        options.measure or "uses",
        options.copies,
        options.within,
        shown=options.tags,
    )


def _find_articles(library: Library, options: argparse.Namespace) -> Collection[str] | None:
    """Return the ids of the articles to count in; None for all."""
    if options.story:
        return library.stories.find(options.story).articles
    if options.search:
        return {article.id for article in select_search(library, options.search).articles}
    return None


def _write(library: Library, table: CountTable, options: argparse.Namespace) -> Path:
    is_markdown = _wants_markdown(options)
    # Excel takes UTF-8 only by its mark.
    content = _render(table, options) if is_markdown else f"\ufeff{_render(table, options)}"
    name = "counts.md" if is_markdown else "counts.csv"
    return write_plain_file(library, options.output, name, content, force=options.force)


def _render(table: CountTable, options: argparse.Namespace) -> str:
    return write_markdown(table) if _wants_markdown(options) else write_csv(table)


def _wants_markdown(options: argparse.Namespace) -> bool:
    if options.format:
        return bool(options.format == "markdown")
    return Path(options.output).suffix.lower() in (".md", ".markdown")


def _print(table: CountTable) -> None:
    if not table.rows:
        say("Nothing is tagged yet. Tag with t in the app, or with `copydesk annotate --tag`.")
        return
    columns: list[str | TableColumn] = [TableColumn("tag", 12), *table.columns, "total"]
    rows: list[tuple[str | int, ...]] = [(row.tag, *row.cells, row.total) for row in table.rows]
    print_table(columns, rows)
    say(f"\n{table.note}")
