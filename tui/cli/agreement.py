"""`copydesk agreement`: how far coders agree on the articles that two or more have coded."""

from __future__ import annotations

import argparse

from storage.agreement.coded_material import choose_coders
from storage.agreement.measuring import AgreementRow, AgreementTable, measure_agreement
from storage.agreement.written_agreement import (
    HIDDEN,
    describe_agreement,
    write_agreement_csv,
    write_decisions_csv,
)
from storage.coder import name_coder
from storage.errors import CopydeskError
from storage.export.plain_file import write_plain_file
from storage.library import Library
from storage.tables.hidden_names import tell_hidden
from storage.wording.joined_words import split_names
from storage.wording.terminal_text import quote_asked, reveal_path
from textreuse import JSON_SCHEMA
from tui.cli.argument_types import UsageError
from tui.cli.maintenance import open_existing
from tui.cli.printing import mention, print_document, print_json, say
from tui.cli.table import Cell, TableColumn, print_table

_MEASURES = ("agree", "alpha", "95 %", "kappa", "F1", "alpha_u", "exact F1", "overlap F1")


def print_agreement(options: argparse.Namespace) -> int:
    """Print the measures that are asked for, or write them into a file."""
    if options.json and (options.output or options.decisions):
        raise UsageError("--json prints a table of agreement; leave out -o and --decisions.")
    named = split_names(options.coders)
    with open_existing(options) as library:
        if library.coder.is_blind:
            raise CopydeskError(HIDDEN)
        if options.story:
            ids = library.stories.find(options.story).articles
        else:
            ids = tuple(reversed([one.id for one in library.articles.list_all()]))
        articles = library.articles.get_all(ids)
        if options.decisions:
            decided = [one for one in library.decisions.list_all() if one.article in ids]
            _write_csv(library, options, "decisions.csv", write_decisions_csv(decided, articles))
            for sentence in tell_hidden(library.coder):
                mention(sentence)
            return 0
        coders = choose_coders(library, named)
        table = measure_agreement(library, articles, coders, options.unit, options.tag)
        if options.output:
            _write_csv(library, options, "agreement.csv", write_agreement_csv(table))
            return 0
    if options.json:
        print_json({"schema": JSON_SCHEMA, **describe_agreement(table)})
    else:
        _print(table, options.tag)
    return 0


def _write_csv(library: Library, options: argparse.Namespace, name: str, content: str) -> None:
    """Write a table into the file that is wanted, else print it."""
    if options.output in (None, "-"):
        print_document(content)
        return
    # Excel takes UTF-8 only by its mark.
    marked = f"\ufeff{content}"
    path = write_plain_file(library, options.output, name, marked, force=options.force)
    say(reveal_path(path))


def _print(table: AgreementTable, tag: str | None) -> None:
    if table.rows:
        coders = [TableColumn(name_coder(coder), 5) for coder in table.coders]
        heads: list[str | TableColumn] = [TableColumn("tag", 12), "unit", "units", *coders]
        print_table([*heads, *_MEASURES], [_list_cells(row) for row in table.rows])
        say("")
    elif table.articles:
        named = f"has the tag {quote_asked(tag)}, or one below it" if tag else "is tagged"
        say(f"Nothing in these articles {named}.")
    say(table.note)


def _list_cells(row: AgreementRow) -> list[Cell]:
    between = "–" if row.low is None else f"{_write(row.low)} to {_write(row.high)}"
    share = "–" if row.percentage is None else f"{row.percentage:.0%}"
    further = row.kappa, row.f1, row.alpha_u, row.exact_f1, row.overlap_f1
    cells: list[Cell] = [row.tag, row.unit, row.units, *row.marked]
    return [*cells, share, _write(row.alpha), between, *map(_write, further)]


def _write(measure: float | None) -> str:
    return "–" if measure is None else f"{measure:.3f}"
