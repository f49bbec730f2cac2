"""The arguments of the commands that show what files or the library have."""

from __future__ import annotations

import argparse

from tui.cli.argument_types import define_allow_local, define_article, define_json, define_name


def define_compare(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of `compare`."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a file, a folder of files, a web address, or - for standard input",
    )
    define_allow_local(parser)
    define_json(parser)
    parser.add_argument(
        "--text", action="store_true", help="with --json: the words of each passage too"
    )


def define_quotes(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of `quotes`."""
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="a file, a folder of files, a web address, or - for standard input",
    )
    define_name(
        parser, "--story", metavar="NAME", help="a story of the library (default: the only one)"
    )
    define_allow_local(parser)
    define_json(parser)


def define_notes(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of `notes`."""
    define_name(parser, "--story", metavar="NAME", help="only in this story")
    define_name(parser, "--tag", metavar="TAG", help="only with this tag")
    define_json(parser)


def define_read(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of `read`."""
    define_name(
        parser,
        "story",
        nargs="?",
        metavar="STORY",
        help="its name, or part of it (default: the only one)",
    )


def define_search(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of `search`."""
    parser.add_argument(
        "words",
        nargs="+",
        metavar="WORDS",
        help='words, "phrases", begin*, -without, outlet:NAME tag: story: after:DATE before:',
    )
    define_json(parser)


def define_where(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of `where`."""
    define_article(parser)
    define_json(parser)
