"""The arguments of the command line."""

from __future__ import annotations

import argparse
from itertools import islice

from tui import __version__
from tui.cli.adding_arguments import define_add, define_edit
from tui.cli.agreement_arguments import define_agreement, define_coded
from tui.cli.argument_types import (
    READ_FILES,
    Parser,
    define_allow_local,
    define_article,
    define_coder,
    define_json,
    define_loudness,
    define_name,
    read_ordinal,
)
from tui.cli.codebook_arguments import define_codebook
from tui.cli.counts_arguments import define_counts
from tui.cli.examples import describe_examples
from tui.cli.export_arguments import define_export
from tui.cli.open_scan_arguments import define_open
from tui.cli.reading_arguments import (
    define_compare,
    define_notes,
    define_quotes,
    define_read,
    define_search,
    define_where,
)
from tui.cli.scan_arguments import define_scan
from tui.cli.serve_arguments import define_serve
from tui.cli.version_arguments import define_diff, define_join, define_refresh, define_watch
from tui.cli.wildcards import expand_wildcards

_NAMING = ("--library", "--coder")
"""What every command takes, and is followed by a name."""

SHELLS = ("bash", "zsh", "fish", "powershell", "tcsh")
"""Those that `completion` writes for."""

_DESCRIPTION = """\
Read several articles about one story side by side, see what they share, annotate, export.

  copydesk                     open the library
  copydesk FILE|FOLDER|URL...  add them (if new) and open them side by side
  copydesk demo                open the sample story, in a library of its own
"""
_EPILOG = """\
Run `copydesk COMMAND --help` for details. Open a file named like a command as ./NAME.
In the app, ? shows the keys. Exit status: 0 done, 1 failed, 2 called wrongly, 130 interrupted.
"""


def parse(arguments: list[str]) -> argparse.Namespace:
    """Return what was asked for; `UsageError` for a wrong call."""
    complete = _mark_words(_insert_command(arguments))
    options = _make_parser(complete).parse_args(complete)
    for names in ("files", "corpus"):
        if named := getattr(options, names, None):
            setattr(options, names, expand_wildcards(named))
    return options


def _insert_command(arguments: list[str]) -> list[str]:
    """Put the command that opens files in front where none is named."""
    at = _find_command(arguments)
    if at is None or (at < len(arguments) and arguments[at] in COMMANDS):
        return arguments
    return [READ_FILES, *arguments]


def _find_command(arguments: list[str]) -> int | None:
    """Return where the command would be named; None where help or version is asked for."""
    at = 0
    while at < len(arguments) and arguments[at].startswith("-"):
        if arguments[at] in ("--version", "--help", "-h"):
            return None
        if arguments[at] == "--":
            break
        at += 2 if arguments[at] in _NAMING else 1
    return at


def _mark_words(arguments: list[str]) -> list[str]:
    """Put the words of a search behind a `--`, so that `-word` is one of them and no option."""
    at = _find_command(arguments)
    if at is None or arguments[at : at + 1] != ["search"] or "--" in arguments:
        return arguments
    options: list[str] = []
    words: list[str] = []
    rest = iter(arguments[at + 1 :])
    for one in rest:
        if one in _NAMING:
            options += [one, *islice(rest, 1)]
        else:
            (options if one.startswith("--") or one in ("-h", "-q") else words).append(one)
    return [*arguments[: at + 1], *options, *(["--", *words] if words else [])]


def make_complete_parser() -> Parser:
    """Return what understands every call: for what is made from the arguments of all commands."""
    return _make_parser([*COMMANDS])


def _make_parser(arguments: list[str]) -> Parser:
    """Return what understands `arguments`; of other commands it knows no more than their names."""
    library = Parser(add_help=False)
    define_name(
        library,
        "--library",
        metavar="PATH",
        default=argparse.SUPPRESS,
        help="the library to use (or COPYDESK_LIBRARY)",
    )
    define_coder(library)
    define_loudness(library)
    parser = Parser(
        prog="copydesk",
        description=_DESCRIPTION,
        epilog=f"{describe_examples('')}\n\n{_EPILOG}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[library],
        usage="copydesk [COMMAND] [--library PATH] ...",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"copydesk {__version__}",
        help="print the version",
    )
    subparsers = parser.add_subparsers(
        prog="copydesk", dest="command", metavar="COMMAND", parser_class=Parser, title="commands"
    )
    opening = subparsers.add_parser(READ_FILES, parents=[library], allow_abbrev=False)
    opening.add_argument("files", nargs="*", metavar="FILE")
    define_allow_local(opening)
    for name, (summary, add_options) in COMMANDS.items():
        command = subparsers.add_parser(
            name,
            parents=[library],
            help=summary,
            description=summary,
            epilog=describe_examples(name),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        if name in arguments:
            add_options(command)
    return parser


def _define_annotate(parser: argparse.ArgumentParser) -> None:
    define_article(parser)
    parser.add_argument("--quote", metavar="TEXT", required=True, help="the words to annotate")
    parser.add_argument(
        "--nth", metavar="N", type=read_ordinal, default=1, help="which occurrence (default: 1)"
    )
    parser.add_argument("--note", metavar="TEXT", default="", help="a note, in Markdown")
    define_name(
        parser,
        "--tag",
        metavar="TAG",
        action="append",
        default=[],
        help="a tag (may be repeated)",
    )


def _define_import(parser: argparse.ArgumentParser) -> None:
    from storage.annotation_import.annotation_formats import describe_formats, list_formats
    from storage.annotation_import.services.services import list_services
    from storage.codebook import codebook_formats
    from storage.qda import project_formats

    usages = ", ".join(one.usage for one in list_services())
    names = [one.name for one in list_formats()]
    names += [one.name for one in project_formats.FORMATS]
    names += [one.name for one in codebook_formats.FORMATS]
    parser.add_argument(
        "file",
        metavar="FILE",
        help=(
            "a file, - for standard input, the folder of a QualCoder project, or what is fetched"
            f" from a service: {usages}"
        ),
    )
    parser.add_argument(
        "--format",
        choices=names,
        help=(
            f"what the file holds: {describe_formats()}, a codebook (CSV or .qdc), or a project of"
            " coded texts from REFI-QDA (.qdpx), QualCoder (.qda) or Taguette (.sqlite3)"
            " (default: detect it)"
        ),
    )
    define_name(
        parser,
        "--as",
        dest="unsigned",
        metavar="NAME",
        help="sign codings from another library that have no coder with this name",
    )


def _define_backup(parser: argparse.ArgumentParser) -> None:
    define_name(
        parser,
        "path",
        nargs="?",
        metavar="PATH",
        help="a file or a folder (default: beside the library)",
    )


def _define_completion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS))


def _define_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--repair", action="store_true", help="repair the library, after a backup")


def _define_nothing(_parser: argparse.ArgumentParser) -> None:
    pass


COMMANDS = {
    "demo": ("Open the sample story, in a library of its own.", _define_nothing),
    "open": (
        "Read a scan: the passages of a corpus that travelled furthest.",
        define_open,
    ),
    "add": ("Add articles to the library.", define_add),
    "list": ("List the articles in the library.", define_json),
    "stories": ("List the stories in the library.", define_json),
    "compare": ("Show what files share, without touching the library.", define_compare),
    "quotes": (
        "Show who said what in files or a story, and which quotations differ.",
        define_quotes,
    ),
    "diff": (
        "Show what a newer version of an article changed, the weightiest first.",
        define_diff,
    ),
    "read": ("Print a story as plain sentences, and say in words what is shared.", define_read),
    "notes": ("List the annotations.", define_notes),
    "counts": (
        "Count how often tags are used, by outlet, story, article or date, or together.",
        define_counts,
    ),
    "codebook": (
        "Define tags before they are used: list, add, edit, remove, import, export.",
        define_codebook,
    ),
    "coded": ("Mark articles as coded, or list which are, and by whom.", define_coded),
    "agreement": (
        "Measure how far coders agree on what two or more of them have coded.",
        define_agreement,
    ),
    "search": ("Search articles, notes and tags.", define_search),
    "scan": (
        "Find the passages that travelled through a corpus of any size, or through the library.",
        define_scan,
    ),
    "where": ("Show which other articles carry an article's text.", define_where),
    "edit": (
        "Edit an article's title, outlet, author, date or address.",
        define_edit,
    ),
    "join": ("Make two articles versions of one; the newer takes over the notes.", define_join),
    "refresh": (
        "Fetch articles from their addresses again, and keep what changed as versions.",
        define_refresh,
    ),
    "watch": (
        "Add new entries of feeds as they come, and say what they carry of the library.",
        define_watch,
    ),
    "annotate": ("Annotate a quote in an article.", _define_annotate),
    "export": (
        "Export articles and annotations as Markdown, HTML or for other programs.",
        define_export,
    ),
    "import": (
        "Import annotations, coded texts or a codebook from another library or program.",
        _define_import,
    ),
    "serve": ("Serve the app to browsers, on this machine or for a newsroom.", define_serve),
    "backup": ("Back up the library.", _define_backup),
    "check": ("Check the library, or repair it.", _define_check),
    "keys": ("Print the keys of the app.", _define_nothing),
    "completion": (
        "Print a script that makes your shell complete commands, options and files.",
        _define_completion,
    ),
    "locate": (
        "Show where the library, configuration and log are, and what the log is for.",
        _define_nothing,
    ),
}
