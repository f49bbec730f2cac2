"""The arguments of the command that counts."""

from __future__ import annotations

import argparse

from tui.cli.argument_types import define_json, define_name


def define_counts(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of `copydesk counts`."""
    from storage.counts.co_occurrence import WITHIN
    from storage.counts.counting import SHOWN
    from storage.counts.tag_counts import COUNTED_BY, MEASURES

    chosen = parser.add_mutually_exclusive_group()
    define_name(chosen, "--story", metavar="NAME", help="only in the articles of this story")
    define_name(
        chosen,
        "--search",
        metavar="WORDS",
        help="only in articles that a search finds, such as tag:genre/report",
    )
    define_name(
        parser,
        "--coders",
        metavar="A,B",
        help="only what these coded, such as settled (default: all who coded, together; of a"
        " settled article what was settled)",
    )
    parser.add_argument("--by", choices=COUNTED_BY, help="what the columns are (default: outlet)")
    parser.add_argument(
        "--measure",
        choices=MEASURES,
        help="uses of a tag, words marked with it, or articles that have it (default: uses)",
    )
    parser.add_argument(
        "--copies",
        choices=["once", "every"],
        default="once",
        help="a note on several copies counts once, at its first place (the default), or at every",
    )
    parser.add_argument(
        "--with",
        dest="within",
        choices=WITHIN,
        help="count tags with each other instead: places that overlap, words that have both, or"
        " sentences or articles with both",
    )
    parser.add_argument(
        "--tags",
        choices=SHOWN,
        default="all",
        help="all tags of the codebook, be it with 0 (the default), or those that are used",
    )
    parser.add_argument("--format", choices=["csv", "markdown"], help="print it for a program")
    define_name(
        parser, "-o", dest="output", metavar="PATH", help="write CSV, or Markdown for NAME.md"
    )
    parser.add_argument("--force", action="store_true", help="replace a file that is there")
    define_json(parser)
