"""`copydesk codebook`: the tags before they are used, and the codebook as a file."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import cast

from storage.codebook.codebook_formats import (
    export_codebook,
    find_format,
    find_format_of_file,
    import_codebook,
)
from storage.codebook.csv_codebook import CSV
from storage.errors import NotFoundError
from storage.export.plain_file import write_plain_file
from storage.library import Library
from storage.tables.codebook import FIELDS
from storage.tables.codebook_entry import CodebookEntry, Colour
from storage.tables.listed_tags import Tag
from storage.tables.tag_names import clean_tag
from storage.tables.tag_tree import Branch
from storage.wording.plural import pluralize
from storage.wording.quick_tag_moves import describe_quick_tag
from storage.wording.terminal_text import quote_asked, reveal_path
from textreuse import JSON_SCHEMA
from tui.cli.argument_types import UsageError
from tui.cli.maintenance import open_existing, open_named
from tui.cli.printing import mention, print_document, print_json, say
from tui.cli.standard_input import read_named
from tui.cli.table import TableColumn, print_table
from tui.messages.codebook_report import describe_codebook

_NONE = "none"


def run_codebook(options: argparse.Namespace) -> int:
    """Do what was asked of the codebook; 0 where it was done."""
    return _JOBS[options.job or "list"](options)


def _list(options: argparse.Namespace) -> int:
    with open_existing(options) as library:
        tree = library.codebook.read_tree()
        entries = {one.name: one for one in library.codebook.list_entries()}
        is_strict = library.codebook.is_strict
    if options.json:
        tags = [_as_json(tree.get(name), entries.get(name)) for name in tree.names]
        print_json({"schema": JSON_SCHEMA, "strict": is_strict, "tags": tags})
        return 0
    if not tree.names:
        say("No tags yet. Make one with `copydesk codebook add NAME`.")
        return 0
    rows: list[tuple[str | int, ...]] = []
    for branch in map(tree.get, tree.names):
        entry = entries.get(branch.name)
        kind = "variable" if entry and entry.is_variable else ""
        number = str(entry.number or "") if entry else ""
        told = entry.definition if entry else ""
        rows.append(
            (branch.name, number, kind, len(branch.annotations), len(branch.articles), told)
        )
    name, told_of = TableColumn("tag", 12, 32), TableColumn("definition", 10)
    print_table([name, "key", "kind", "notes", "articles", told_of], rows)
    if is_strict:
        say("\nThe codebook is strict: coding makes no new tags.")
    return 0


def _as_json(branch: Branch, entry: CodebookEntry | None) -> dict[str, object]:
    known = entry or CodebookEntry(branch.name)
    return {
        "name": branch.name,
        **{field: getattr(known, field) for field in FIELDS},
        "colour": known.colour,
        "key": known.number,
        "variable": known.is_variable,
        "annotations": len(branch.annotations),
        "articles": len(branch.articles),
    }


def _add(options: argparse.Namespace) -> int:
    with open_named(options) as library, library.transaction():
        tag = library.codebook.make(options.name)
        _set(library, tag, clean_tag(options.name), options)
    return 0


def _edit(options: argparse.Namespace) -> int:
    given = [getattr(options, one) for one in (*FIELDS, "colour", "key", "variable", "new_name")]
    if all(value is None for value in given):
        raise UsageError("Nothing to change; see `copydesk codebook edit --help`.")
    with open_existing(options) as library, library.transaction():
        tag = _find(library, options.name)
        if options.new_name is not None:
            library.tags.rename(tag.id, options.new_name)
        _set(library, tag.id, library.tags.get(tag.id).name, options)
    return 0


def _set(library: Library, tag: int, name: str, options: argparse.Namespace) -> None:
    """Set what the options name, and nothing else."""
    texts = {one: getattr(options, one) for one in FIELDS if getattr(options, one) is not None}
    if texts:
        library.codebook.define(tag, texts)
    if options.colour is not None:
        colour = None if options.colour == _NONE else cast("Colour", options.colour)
        library.tags.set_colour(tag, colour)
    if options.variable is not None:
        library.codebook.set_variable(tag, is_variable=options.variable == "yes")
    if options.key == _NONE:
        library.quick_tags.take_away(None, name)
    elif options.key is not None:
        before = library.quick_tags.give(None, int(options.key), name)
        if before:
            mention(describe_quick_tag(int(options.key), name, before))


def _remove(options: argparse.Namespace) -> int:
    with open_existing(options) as library:
        tag = _find(library, options.name)
        library.tags.delete(tag.id)
    if tag.annotations or tag.articles:
        notes, articles = pluralize(tag.annotations, "note"), pluralize(tag.articles, "article")
        say(f"Taken from {notes} and {articles}.")
    return 0


def _make_strict(options: argparse.Namespace) -> int:
    with open_named(options) as library:
        library.codebook.set_strict(is_strict=options.strict == "on")
    return 0


def _import(options: argparse.Namespace) -> int:
    import_into_codebook(options, read_named(options.file))
    return 0


def import_into_codebook(options: argparse.Namespace, data: bytes) -> None:
    """Import what the file of a call holds, and say what came of it."""
    name = "standard input" if options.file == "-" else options.file
    with open_named(options) as library:
        chosen = find_format(options.format) if options.format else None
        imported = import_codebook(library, data, name, chosen)
    say(describe_codebook(imported))
    for sentence in imported.notices:
        mention(sentence)


def _export(options: argparse.Namespace) -> int:
    output = options.output or "-"
    chosen = find_format(options.format) if options.format else find_format_of_file(output)
    kind = chosen or CSV
    with open_existing(options) as library:
        exported = export_codebook(library, kind)
        if output != "-":
            # Excel takes UTF-8 only by its mark.
            content = f"\ufeff{exported.content}" if kind is CSV else exported.content
            usual = f"codebook.{kind.name}"
            path = write_plain_file(library, output, usual, content, force=options.force)
            say(reveal_path(path))
    if output == "-":
        print_document(exported.content)
    for sentence in exported.notices:
        mention(sentence)
    return 0


def _find(library: Library, name: str) -> Tag:
    tag = library.tags.find_named(clean_tag(name))
    if tag is None:
        raise NotFoundError(f"No tag {quote_asked(name)}; `copydesk codebook` lists them.")
    return tag


_JOBS: dict[str, Callable[[argparse.Namespace], int]] = {
    "list": _list,
    "add": _add,
    "edit": _edit,
    "remove": _remove,
    "strict": _make_strict,
    "import": _import,
    "export": _export,
}
