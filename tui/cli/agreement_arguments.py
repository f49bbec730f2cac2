"""The arguments of the commands that tell what is coded, and how far coders agree."""

from __future__ import annotations

import argparse

from tui.cli.argument_types import define_json, define_name


def define_coded(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of `copydesk coded`."""
    parser.add_argument(
        "articles",
        nargs="*",
        metavar="ARTICLE",
        help="its id, or part of its title (default: list)",
    )
    parser.add_argument(
        "--not", dest="is_not", action="store_true", help="mark them as not coded after all"
    )


def define_agreement(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of `copydesk agreement`."""
    from storage.agreement.units import UNIT_KINDS

    define_name(
        parser,
        "--coders",
        metavar="A,B",
        help="who is compared (default: all who marked articles as coded)",
    )
    define_name(parser, "--story", metavar="NAME", help="only the articles of this story")
    define_name(parser, "--tag", metavar="TAG", help="only this tag and those below it")
    parser.add_argument(
        "--unit",
        choices=UNIT_KINDS,
        default=UNIT_KINDS[0],
        help="what texts are cut into where places are tagged (default: sentence)",
    )
    parser.add_argument(
        "--decisions",
        action="store_true",
        help="print what was settled instead, where coders differ: who decided what, as CSV",
    )
    define_name(parser, "-o", dest="output", metavar="PATH", help="write CSV; - prints it")
    parser.add_argument("--force", action="store_true", help="replace a file that is there")
    define_json(parser)
