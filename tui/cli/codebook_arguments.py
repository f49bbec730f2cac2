"""The arguments of the command about the codebook."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.cli.argument_types import Parser, define_json, define_loudness, define_name
from tui.cli.examples import describe_examples

if TYPE_CHECKING:
    Jobs = argparse._SubParsersAction[Parser]

_NONE = "none"


def define_codebook(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of `copydesk codebook`."""
    jobs = parser.add_subparsers(dest="job", metavar="JOB", parser_class=Parser, title="jobs")
    parser.set_defaults(json=False)
    _add(jobs, "list", "list the tags, and say what each is for (the default)", _define_list)
    _add(jobs, "add", "make a tag", _define_add)
    _add(jobs, "edit", "rename a tag, or say what it is for", _define_edit)
    _add(jobs, "remove", "remove a tag from everything it is on, and delete it", _define_remove)
    _add(jobs, "strict", "keep coders from making new tags, or let them", _define_strict)
    _add(jobs, "import", "add the tags in a file to the codebook", _define_import)
    _add(jobs, "export", "write the codebook to a file", _define_export)


def _add(jobs: Jobs, name: str, summary: str, define: Callable[[Parser], None]) -> None:
    job = jobs.add_parser(
        name,
        help=summary,
        description=f"{summary[0].upper()}{summary[1:]}.",
        epilog=describe_examples(f"codebook {name}"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    define_name(
        job,
        "--library",
        metavar="PATH",
        default=argparse.SUPPRESS,
        help="the library to use (or COPYDESK_LIBRARY)",
    )
    define_loudness(job)
    define(job)


def _define_list(parser: Parser) -> None:
    define_json(parser)


def _define_add(parser: Parser) -> None:
    define_name(parser, "name", metavar="NAME", help="its name: claim, or claim/disputed below it")
    _define_fields(parser)


def _define_edit(parser: Parser) -> None:
    define_name(parser, "name", metavar="NAME", help="the name that the tag has")
    define_name(parser, "--name", dest="new_name", metavar="NEW", help="the name it is to have")
    _define_fields(parser)


def _define_fields(parser: Parser) -> None:
    from storage.tables.codebook import FIELDS
    from storage.tables.codebook_entry import COLOURS
    from storage.tables.quick_tags import NUMBERS

    told = (
        "what it is for",
        "what is to have it",
        "what is not to have it, though it seems to fit",
    )
    for field, help_text in zip(FIELDS, (*told, "words that have it"), strict=True):
        parser.add_argument(f"--{field}", metavar="TEXT", help=help_text)
    parser.add_argument(
        "--colour",
        choices=[*COLOURS, _NONE],
        metavar="COLOUR",
        help=(f"{', '.join(COLOURS)}, or none"),
    )
    parser.add_argument(
        "--key",
        choices=[*map(str, NUMBERS), _NONE],
        metavar="N",
        help="the quick tag that it is in stories that have no other: 1 to 9, or none",
    )
    parser.add_argument(
        "--variable",
        choices=["yes", "no"],
        help="whether an article has no more than one of the tags below it",
    )


def _define_remove(parser: Parser) -> None:
    define_name(parser, "name", metavar="NAME", help="the name of the tag")


def _define_strict(parser: Parser) -> None:
    parser.add_argument("strict", choices=["on", "off"], help="off: coding makes new tags")


def _define_import(parser: Parser) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        help="CSV with a column tag, or .qdc (REFI-QDA); - for standard input",
    )
    _define_format(parser, "what the file holds (default: detect it)")


def _define_export(parser: Parser) -> None:
    define_name(
        parser, "-o", dest="output", metavar="PATH", help="the file, - (the default) prints"
    )
    _define_format(parser, "default: by the name of the file, else csv")
    parser.add_argument("--force", action="store_true", help="replace a file that is there")


def _define_format(parser: Parser, help_text: str) -> None:
    from storage.codebook.codebook_formats import FORMATS

    parser.add_argument("--format", choices=[one.name for one in FORMATS], help=help_text)
