"""The arguments of the commands about versions of articles and what is new of them."""

from __future__ import annotations

import argparse

from tui.cli.argument_types import (
    define_allow_local,
    define_json,
    define_name,
    read_interval,
    read_percent,
)


def define_diff(parser: argparse.ArgumentParser) -> None:
    """Define the arguments of `copydesk diff`."""
    what = "its id, part of its title, its address, or a file"
    define_name(parser, "old", metavar="OLD", help=f"the earlier version: {what}")
    define_name(
        parser,
        "new",
        metavar="NEW",
        nargs="?",
        help="the later one (default: compare all versions of OLD in the library)",
    )
    define_allow_local(parser)
    define_json(parser)
    parser.add_argument("--markdown", action="store_true", help="print a page of Markdown")


def define_join(parser: argparse.ArgumentParser) -> None:
    """Define those of `copydesk join`."""
    what = "its id, part of its title, or its address"
    define_name(parser, "article", metavar="ARTICLE", help=what)
    define_name(parser, "other", metavar="OTHER", help="the other one, likewise")


def define_refresh(parser: argparse.ArgumentParser) -> None:
    """Define those of `copydesk refresh`."""
    parser.add_argument(
        "filter",
        nargs="*",
        metavar="FILTER",
        help="words of titles and outlets, outlet:NAME tag: story: after:DATE before:"
        " (default: all articles that have an address)",
    )
    define_name(parser, "--story", metavar="NAME", help="only the articles of this story")
    define_allow_local(parser)


def define_watch(parser: argparse.ArgumentParser) -> None:
    """Define those of `copydesk watch`."""
    parser.add_argument("feeds", nargs="+", metavar="FEED", help="the address of a feed")
    parser.add_argument(
        "--every",
        metavar="TIME",
        type=read_interval,
        default="15m",
        help="how long to wait between checks: 15m, 2h, 1d (default: 15m)",
    )
    parser.add_argument("--once", action="store_true", help="check once, then exit")
    parser.add_argument(
        "--share",
        metavar="PERCENT",
        type=read_percent,
        default="20",
        help="name the articles of which a new one carries at least this much (default: 20)",
    )
    define_allow_local(parser)
